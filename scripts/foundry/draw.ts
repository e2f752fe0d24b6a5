import { type Random, randomFrom } from '../../test/support/random.ts';
import { drawSections, keyBlocks } from './around.ts';
import { addDays, dateStyles, drawMeetingDate } from './dates.ts';
import { type Design, type DesignOptions, drawDesign } from './design.ts';
import type { Desk } from './desk.ts';
import { forms } from './forms/index.ts';
import { drawFront, drawSetting, type Setting } from './front.ts';
import { type Gold, type GoldEntry, type GoldPaper, mergeEntry } from './gold.ts';
import { drawBeside, drawNoPlan, type NoPlanKind, noPlanKinds } from './no-plan.ts';
import { type Block, heading, type Page, paragraph } from './page.ts';
import { drawPlan, type Group, type Plan } from './plan.ts';
import { toHtml } from './print/html.ts';
import { drawService } from './services.ts';
import { isSparse } from './sparse.ts';
import { allowed, topicsOf, writerFor } from './words/write.ts';

/** What was drawn, for tables of figures by construction. */
export interface Traits {
  readonly form: string;
  readonly grouping: string;
  readonly status: string;
  readonly findings: string;
  readonly refs: string;
  readonly dates: string;
  readonly sections: string;
  readonly ruling: string;
  /** How many labels training papers never show. */
  readonly setAsideLabels: number;
  /** How many places belong to no field. */
  readonly foreign: number;
  /** The label and the kind of each place, in printed order. */
  readonly places: readonly { readonly key: string; readonly label: string; readonly level: string }[];
}

export interface PaperOptions extends DesignOptions {
  /** True for a paper without a plan, false for one with; left out, one paper in ten has none. */
  readonly noPlan?: boolean | undefined;
}

export interface DrawnPaper {
  readonly seed: number;
  readonly page: Page;
  readonly html: string;
  readonly gold: Gold;
  readonly traits: Traits;
}

/**
 * A board paper drawn from a seed: how it is laid out, what it says and, by construction, what is to be read in it. The
 * same seed and options give the same paper. Papers for training (`train`) and for measuring (`held-out`) share no
 * seed and no topic, and labels and frames set aside stand only in the latter; `leaveOut` draws no paper of one form.
 */
export function drawPaper(seed: number, options: PaperOptions = { split: 'train' }): DrawnPaper {
  const random = randomFrom(seed * 2 + (options.split === 'train' ? 0 : 1));
  const service = drawService(random);
  const noPlan = options.noPlan ?? (random.chance(0.1) && options.form === undefined);
  const setting = drawSetting(random, service, drawMeetingDate(random), noPlan);
  const front = drawFront(random, setting);
  const { blocks, landscape, gold, traits } = noPlan
    ? withoutPlan(random, setting, options)
    : withPlan(random, setting, options);
  const page: Page = {
    title: setting.title,
    landscape,
    site: random.chance(0.3),
    running: random.chance(0.4) ? `${service.name}: ${setting.title}` : null,
    blocks: [...front.blocks, ...blocks],
  };
  return { seed, page, html: toHtml(page), gold: { ...gold, paper: { ...front.paper, ...gold.paper } }, traits };
}

type Body = Pick<DrawnPaper, 'gold' | 'traits'> & Pick<Page, 'blocks' | 'landscape'>;

function withPlan(random: Random, setting: Setting, options: PaperOptions): Body {
  const { service, meeting } = setting;
  const design = drawDesign(random, options, service.initials);
  const desk = deskFor(random, setting, options);
  const plan = drawPlan(random, design, desk.writer, options.split, meeting);
  const parts = partsOf(random, plan, design);
  const key = plan.scheme.key === null ? [] : keyBlocks(random, plan.scheme.key);
  const keyFirst = random.chance(0.7);
  const position = drawPosition(random, setting, plan);
  return {
    blocks: [
      ...position.blocks,
      ...drawSections(random, 'before', setting),
      ...drawBeside(desk),
      ...(keyFirst ? key : []),
      ...(random.chance(0.15) ? [{ kind: 'pageBreak' } as const] : []),
      ...parts.flatMap((part) => [...part.headings, ...forms[design.form](part.groups, plan, design)]),
      ...(keyFirst ? [] : key),
      ...drawBeside(desk),
      ...drawSections(random, 'after', setting),
    ],
    landscape: design.landscape,
    gold: {
      paper: position.paper,
      plans: parts.flatMap(({ plan: name }) => (name === null ? [] : [{ name }])),
      entries: parts.flatMap((part) => part.groups.flatMap((group) => entriesOf(group, part.truth(group)))),
    },
    traits: traitsOf(design, plan),
  };
}

/** The day up to which the plan tells: a label of its own says so, or now and then a line above it. */
function drawPosition(
  random: Random,
  setting: Setting,
  { asAt, slots }: Plan,
): { blocks: readonly Block[]; paper: GoldPaper } {
  if (asAt !== null) return { blocks: [], paper: { asAt } };
  if (slots.some(({ key }) => key.startsWith('period')) || !random.chance(0.25)) return { blocks: [], paper: {} };
  const { raw, start } = dateStyles.dayLong(addDays(setting.meeting, -random.whole(8, 45)));
  const words = random.pick([
    `Position as at ${raw}`,
    `Updated: ${raw}`,
    `Progress as at ${raw}`,
    `This report gives the position at ${raw}.`,
  ]);
  return { blocks: [paragraph(words)], paper: { asAt: start } };
}

const deskFor = (random: Random, setting: Setting, { split }: PaperOptions): Desk => ({
  random,
  setting,
  writer: writerFor(random, split, setting.meeting),
  topics: random.shuffle(topicsOf(split)),
});

/** One to three kinds of papers that committees see; kinds set aside for measuring come first there. */
function withoutPlan(random: Random, setting: Setting, { split }: PaperOptions): Body {
  const all = Object.keys(noPlanKinds) as NoPlanKind[];
  const kinds = random.shuffle(allowed(all, split)).slice(0, random.pick([1, 1, 2, 3]));
  const desk = deskFor(random, setting, { split });
  const none = 'no plan';
  return {
    blocks: [...drawNoPlan(desk, kinds), ...drawSections(random, 'after', setting)],
    landscape: false,
    gold: { paper: {}, plans: [], entries: [] },
    traits: {
      form: `no plan: ${kinds[0]}`,
      grouping: none,
      status: none,
      findings: none,
      refs: none,
      dates: none,
      sections: none,
      ruling: none,
      setAsideLabels: 0,
      foreign: 0,
      places: [],
    },
  };
}

/** A part of a paper: its headings, the groups under them, and what the headings say of every entry. */
interface Part {
  readonly headings: readonly Block[];
  readonly plan: string | null;
  readonly groups: readonly Group[];
  readonly truth: (group: Group) => Partial<GoldEntry>;
}

const pillars = ['effectiveness', 'efficiency', 'people'] as const;
const planNames = [
  'Protection improvement plan',
  'Culture improvement plan',
  'Prevention improvement plan',
  'People improvement plan',
];
const headingsOfPlan = [
  'Improvement plan',
  'Action plan',
  'Appendix A: Action plan',
  'Progress against each area for improvement',
  'Detailed progress',
];
const sectionNames = {
  complete: 'Completed actions',
  closed: 'Closed actions',
  in_progress: 'Actions in progress',
  not_started: 'Actions not yet started',
} as const;

function partsOf(random: Random, { groups, slots }: Plan, design: Design): readonly Part[] {
  if (design.plans === 2) {
    const [first = '', second = ''] = random.shuffle(planNames);
    const half = Math.ceil(groups.length / 2);
    return [first, second].map((plan, index) => ({
      headings: [heading(2, plan)],
      plan,
      groups: index === 0 ? groups.slice(0, half) : groups.slice(half),
      truth: () => ({ plan }),
    }));
  }
  const top: readonly Block[] = random.chance(isSparse(design.form) ? 0.9 : 0.6)
    ? [heading(2, random.pick(headingsOfPlan))]
    : [];
  if (design.sections === 'pillar' && !slots.some(({ key }) => key === 'pillar')) {
    const parts = pillars.map(
      (pillar): Part => ({
        headings: [heading(2, `${pillar.slice(0, 1).toUpperCase()}${pillar.slice(1)}`)],
        plan: null,
        groups: groups.filter((group) => group.pillar === pillar),
        truth: () => ({ pillar }),
      }),
    );
    return withTop(top, parts);
  }
  if (design.sections === 'status') {
    const lettered = random.chance(0.4);
    const appendix = (standing: keyof typeof sectionNames) =>
      lettered ? `Appendix ${'ABCD'[Object.keys(sectionNames).indexOf(standing)]} – ` : '';
    const parts = (Object.keys(sectionNames) as (keyof typeof sectionNames)[]).map(
      (standing): Part => ({
        headings: [heading(2, `${appendix(standing)}${sectionNames[standing]}`)],
        plan: null,
        groups: groups.filter((group) => group.standing === standing),
        truth: () => ({ status: { raw: sectionNames[standing], value: standing } }),
      }),
    );
    const left = groups.filter(({ standing }) => !(standing in sectionNames));
    return withTop(top, [
      ...parts,
      { headings: [heading(2, 'Other actions')], plan: null, groups: left, truth: () => ({}) },
    ]);
  }
  const introduction = random.chance(0.2) ? [paragraph('The plan is set out below.')] : [];
  const below = design.sections === 'pillar-bands-below';
  const headings = [
    ...top,
    ...introduction,
    ...(below ? [paragraph('The pillar of each group of actions stands in the row below it.')] : []),
  ];
  if (design.sections === 'pillar-bands' || below) {
    const byPillar = groups.toSorted((a, b) => pillars.indexOf(a.pillar) - pillars.indexOf(b.pillar));
    return [{ headings, plan: null, groups: byPillar, truth: ({ pillar }) => ({ pillar }) }];
  }
  return [{ headings, plan: null, groups, truth: () => ({}) }];
}

const withTop = (top: readonly Block[], parts: readonly Part[]): readonly Part[] =>
  parts
    .filter(({ groups }) => groups.length > 0)
    .map((part, index) => (index === 0 ? { ...part, headings: [...top, ...part.headings] } : part));

const entriesOf = (group: Group, part: Partial<GoldEntry>): readonly GoldEntry[] =>
  group.actions.map((action) =>
    mergeEntry([part, ...[...group.values.values(), ...action.values()].map(({ truth }) => truth)]),
  );

const traitsOf = (design: Design, { slots }: Plan): Traits => ({
  form: design.form,
  grouping: design.grouping,
  status: design.status,
  findings: design.findings,
  refs: design.refStyle,
  dates: design.dates,
  sections: design.sections,
  ruling: design.ruling,
  setAsideLabels: slots.filter(({ setAside }) => setAside).length,
  foreign: slots.filter(({ key }) => foreignKeys.has(key)).length,
  places: slots.map(({ key, label, level }) => ({ key, label, level })),
});

/** Places that stand for no field, beside those of the bank of foreign columns. */
const foreignKeys: ReadonlySet<string> = new Set([
  'score',
  'money',
  'count',
  'link',
  'evidence',
  'level',
  'forum',
  'directorate',
  'measure',
  'arrow',
  'source',
  'frequency',
  'updated',
  'sponsor',
  'deputy',
  'start',
  'completed',
  'previous',
]);
