import type { Random } from '../../test/support/random.ts';
import { type DateStyle, dateStyles } from './dates.ts';
import { labelled } from './labelled.ts';
import type { Ruling } from './page.ts';
import { drawSparseKeys, isSparse, leadWords, sparseFindings, sparseStatuses } from './sparse.ts';
import { type StatusStyle, statusStyles } from './statuses.ts';
import { tabular } from './tabular.ts';
import { drawToldKeys, isTold, refsOfLetters, toldStatuses } from './told.ts';
import { type ForeignKey, foreignBank, type LabelKey } from './words/labels.ts';
import { allowed, type Split } from './words/write.ts';

/** What repeats in a paper: the shape that one record has on the page. */
export const recordForms = [
  'rows',
  'label-rows',
  'definitions',
  'headings-paragraphs',
  'headings-bullets',
  'bands',
  'heading-tables',
  'run-in',
  'over-values',
  'cards',
  'dated-log',
  'plain',
  'cell-labels',
  'facts-line',
  'plain-cards',
  'unlabelled-sections',
  'asked-bullets',
  'lanes',
  'numbered-prose',
  'two-row',
  'causes',
] as const;
/** Forms that no paper for training has. */
export const formsSetAside = ['beside', 'nested-bullets', 'quarter-lanes', 'nested-rows'] as const;
/** Forms that are drawn only where they are asked for: seeds that were drawn before them stay the papers that they were. */
export const formsAskedFor = ['letter', 'register', 'matrix', 'strips', 'dashboard'] as const;
export const allForms = [...recordForms, ...formsSetAside, ...formsAskedFor] as const;
export type RecordForm = (typeof allForms)[number];

/** How a finding with several actions is drawn; `single` where each finding has one. */
export type Grouping = 'single' | 'spans' | 'blanks' | 'repeated' | 'once';

/** What a record holds at one place of its form. */
export type SlotKey =
  | Exclude<LabelKey, 'response' | 'cause'>
  | ForeignKey
  | `tick-${string}`
  | `grid-${number}`
  | `period-${number}`;

export interface Slot {
  readonly key: SlotKey;
  /** Empty where the paper prints none. */
  readonly label: string;
  /** `group`: said once for a finding, whatever number of actions it has. */
  readonly level: 'group' | 'action';
  /** True where training papers never show this label. */
  readonly setAside: boolean;
}

export type FindingKind = 'should' | 'stated' | 'titled' | 'bidden';
export type RefStyle = 'own' | 'front' | 'none';

/** Everything about a paper but its words. */
export interface Design {
  readonly form: RecordForm;
  readonly grouping: Grouping;
  readonly slots: readonly Slot[];
  readonly findings: FindingKind;
  readonly refStyle: RefStyle;
  readonly refScheme: string;
  readonly status: StatusStyle;
  readonly dates: DateStyle;
  /** How progress is given: one text, bullets, or dated lines within it. */
  readonly progress: 'text' | 'bullets' | 'log';
  /** What headings, or bands within a table, part the plan by. */
  readonly sections: 'none' | 'pillar' | 'pillar-bands' | 'pillar-bands-below' | 'status';
  /** True where rows between and below the records count them. */
  readonly totals: boolean;
  /** How many rows of labels a table has: none, one, or groups of labels over the labels. */
  readonly headers: 0 | 1 | 2;
  /** True where labels stand on a line of their own over their text, within one paragraph. */
  readonly labelOnOwnLine: boolean;
  readonly groups: number;
  readonly plans: number;
  readonly ruling: Ruling;
  readonly stripe: string | null;
  readonly headerFill: string | null;
  /** True where a page's end may cut rows. */
  readonly splits: boolean;
  /** True where the first cell of a row heads it. */
  readonly rowHeads: boolean;
  /** A choice between the ways of drawing one form. */
  readonly variant: number;
  /** Another, from 0 to 11, for what may vary beside it. */
  readonly look: number;
  /** What leads in a post or a date where no label does. */
  readonly leadWords: Readonly<Record<keyof typeof leadWords, string>>;
  readonly labelBold: boolean;
  readonly landscape: boolean;
}

export interface DesignOptions {
  readonly split: Split;
  readonly form?: RecordForm | undefined;
  readonly leaveOut?: RecordForm | undefined;
}

const refSchemes = [
  'AFI {n}',
  'Rec {n}',
  '{n}',
  'AFI-0{n}',
  'R{n}',
  'CoC 1.{n}',
  'AFI 1.{n}',
  'FP/23/{n}',
  'HM{n}',
  '2.{n}',
  'IMP-0{n}',
  'Recommendation {n}',
];
const tellings = ['text', 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'bullets', 'log'] as const;
/** Forms other than rows in which dated lines may stand. */
const logged: ReadonlySet<RecordForm> = new Set<RecordForm>([
  'label-rows',
  'definitions',
  'headings-paragraphs',
  'cards',
  'over-values',
]);
/** Forms in which actions may stand alone, without the findings they answer. */
const withoutFinding: ReadonlySet<RecordForm> = new Set<RecordForm>([
  'rows',
  'dated-log',
  'label-rows',
  'over-values',
  'definitions',
  'plain',
  'cards',
]);
/** Forms of which each finding has at least one action of its own below or within it. */
const onceForms: ReadonlySet<RecordForm> = new Set<RecordForm>([
  'bands',
  'heading-tables',
  'nested-bullets',
  'asked-bullets',
  'nested-rows',
  'matrix',
]);
const manyActions: ReadonlySet<RecordForm> = new Set<RecordForm>([
  'rows',
  'bands',
  'heading-tables',
  'label-rows',
  'headings-paragraphs',
  'cards',
]);
const quarters: readonly DateStyle[] = ['quarter', 'quarterLong', 'monthLong'];

/** Draws how a paper is made. Rows of a table come twice as often as any other form, as they do in print. */
export function drawDesign(random: Random, { split, form: asked, leaveOut }: DesignOptions, initials: string): Design {
  const known: readonly RecordForm[] = [...recordForms, 'rows' as const].filter((one) => one !== leaveOut);
  const form = asked ?? random.pick(split === 'train' ? known : [...known, ...formsSetAside]);
  const grouping = drawGrouping(random, form);
  const sparse = isSparse(form);
  const status = random.pick(
    isSparse(form)
      ? sparseStatuses(form)
      : isTold(form)
        ? toldStatuses[form]
        : statusStyles.filter((style) => fits(style, form)),
  );
  const plans = random.chance(0.1) && !isTold(form) ? 2 : 1;
  const findings = random.pick<FindingKind>(
    sparse || isTold(form) ? sparseFindings : ['should', 'should', 'should', 'stated', 'stated', 'titled', 'bidden'],
  );
  const refStyle: RefStyle = random.pick(
    form === 'bands'
      ? ['front', 'front', 'none']
      : form === 'numbered-prose' || form === 'causes'
        ? ['own', 'front']
        : isTold(form)
          ? ['own', 'none']
          : ['own', 'own', 'front', 'none'],
  );
  const progress =
    form === 'dated-log' ? 'log' : random.pick(logged.has(form) ? tellings : tellings.filter((one) => one !== 'log'));
  const keys = isSparse(form)
    ? drawSparseKeys(random, form, status, refStyle === 'own')
    : isTold(form)
      ? drawToldKeys(random, form, status, refStyle === 'own')
      : drawKeys(random, form, grouping, status, refStyle);
  const slots = labelled(random, split, initials, keys, form, grouping);
  return {
    form,
    grouping,
    slots,
    findings,
    refStyle,
    refScheme: form === 'causes' ? '({i})' : random.pick(form === 'letter' ? refsOfLetters : refSchemes),
    status,
    dates: random.pick(form === 'quarter-lanes' ? quarters : (Object.keys(dateStyles) as DateStyle[])),
    progress:
      form === 'run-in' || form === 'asked-bullets'
        ? 'text'
        : isTold(form)
          ? random.pick(form === 'register' ? (['text', 'log'] as const) : (['text'] as const))
          : progress,
    sections:
      plans > 1 || isTold(form) || form.endsWith('lanes') || form === 'numbered-prose' || form === 'causes'
        ? 'none'
        : random.pick([
            'none',
            'none',
            'none',
            'pillar',
            ...(form === 'rows' || form === 'dated-log' ? (['pillar-bands', 'pillar-bands-below'] as const) : []),
            ...(status === 'none' ? (['status'] as const) : []),
          ] as const),
    headers: drawHeaders(random, form, slots, findings),
    totals: form === 'rows' && random.chance(0.15),
    labelOnOwnLine: random.chance(0.2) && !isTold(form),
    groups: random.whole(3, grouping === 'single' ? (isTold(form) ? 9 : 14) : 6),
    plans,
    ruling: random.pick(['all', 'all', 'all', 'rows', 'frame', 'none'] as const),
    stripe: random.chance(0.25) ? random.pick(['F2F2F2', 'EAF1F8', 'EEF5EA']) : null,
    headerFill: random.chance(0.6) ? random.pick(['D9D9D9', 'DCE6F1', 'C00000', '1F3864', 'E2EFD9']) : null,
    splits: random.chance(0.5),
    rowHeads: random.chance(0.15),
    variant: random.whole(0, 5),
    look: random.whole(0, 11),
    leadWords: {
      lead: random.pick(allowed<string>(leadWords.lead, split)),
      due: random.pick(allowed<string>(leadWords.due, split)),
    },
    labelBold: random.chance(0.6),
    landscape: form === 'matrix' || (tabular.has(form) && slots.length > 5),
  };
}

/** Labels are left out altogether only where each column tells what it is. */
function drawHeaders(random: Random, form: RecordForm, slots: readonly Slot[], findings: FindingKind): 0 | 1 | 2 {
  const telling: ReadonlySet<SlotKey> = new Set(['ref', 'finding', 'action', 'progress', 'due', 'status', 'lead']);
  const plain = findings === 'should' && slots.every(({ key }) => telling.has(key));
  if (form === 'rows' && plain && random.chance(0.15)) return 0;
  return (form === 'rows' || form === 'dated-log') && random.chance(0.1) ? 2 : 1;
}

function drawGrouping(random: Random, form: RecordForm): Grouping {
  if (onceForms.has(form)) return 'once';
  if (!manyActions.has(form) || random.chance(form === 'rows' ? 0.4 : 0.6)) return 'single';
  return form === 'rows' ? random.pick(['spans', 'spans', 'blanks', 'repeated'] as const) : 'once';
}

function fits(style: StatusStyle, form: RecordForm): boolean {
  if (style === 'ticks') return tabular.has(form);
  if (style === 'boxes')
    return tabular.has(form) || form === 'label-rows' || form === 'cards' || form === 'over-values';
  if (style === 'fills' || style === 'fills-key' || style === 'words-fills')
    return tabular.has(form) || form === 'label-rows' || form === 'over-values';
  return true;
}

/** Which places a record has, in the order in which they are printed. */
function drawKeys(
  random: Random,
  form: RecordForm,
  grouping: Grouping,
  status: StatusStyle,
  refStyle: RefStyle,
): readonly SlotKey[] {
  const several = grouping !== 'single';
  const maybe = (probability: number, ...keys: readonly SlotKey[]) => (random.chance(probability) ? keys : []);
  const log = form === 'dated-log';
  const alone = !several && refStyle !== 'front' && withoutFinding.has(form) && random.chance(0.1);
  const action = alone || several || random.chance(0.6);
  const telling = form === 'two-row' ? (['progress'] as const) : drawTelling(random, action, log);
  const before = [
    ...(form === 'causes' ? (['summary'] as const) : []),
    ...(refStyle === 'own' ? (['ref'] as const) : []),
    ...maybe(0.08, 'pillar'),
    ...maybe(0.1, 'theme'),
    ...(alone ? [] : (['finding', ...maybe(form === 'causes' ? 0 : 0.1, 'summary')] as const)),
    ...(action ? (['action'] as const) : []),
  ] as const;
  const due = random.pick([
    ['due'],
    ['due'],
    ['due'],
    ['start', 'due'],
    ['original', 'revised'],
    ['due', 'completed'],
    [],
  ] as const);
  const after: readonly (readonly SlotKey[])[] = [
    telling,
    status === 'in-due' && due.length === 0 ? ['due'] : due,
    statusKeys(random, status),
    random.pick([['lead'], ['lead'], ['lead'], ['lead', 'sponsor'], ['lead', 'deputy'], [], []] as const),
  ];
  const ordered = random.chance(0.6) ? after : random.shuffle(after);
  const keys = withForeign(random, [...before, ...ordered.flat()], tabular.has(form) && form !== 'nested-rows');
  return tabular.has(form) && !keys.some((key) => key.startsWith('grid'))
    ? withoutLonePeriod(keys.slice(0, form === 'causes' ? 9 : 11))
    : keys;
}

/** Beside the progress stand two periods or none: a single one would tell the same. */
const withoutLonePeriod = (keys: readonly SlotKey[]): readonly SlotKey[] =>
  keys.includes('progress') && !keys.includes('period-2') ? keys.filter((key) => key !== 'period-1') : keys;

function drawTelling(random: Random, action: boolean, log: boolean): readonly SlotKey[] {
  if (log) return ['progress', ...(random.chance(0.2) ? (['future'] as const) : [])];
  const drawn = random.next();
  if (drawn < 0.12) return ['period-1'];
  if (drawn < 0.24) return ['period-1', 'period-2', ...(random.chance(0.3) ? (['period-3'] as const) : [])];
  if (drawn < 0.32 && action) return random.pick([[], ['future']] as const);
  if (drawn < 0.36) return ['progress', 'period-1', 'period-2'];
  return ['progress', ...(random.chance(0.4) ? (['future'] as const) : [])];
}

function statusKeys(random: Random, style: StatusStyle): readonly SlotKey[] {
  switch (style) {
    case 'none':
    case 'in-due':
      return [];
    case 'percent':
      return ['percent'];
    case 'words-fills':
      return ['status'];
    case 'ticks':
      return random.chance(0.5) ? ['tick'] : ['tick-0', 'tick-1', 'tick-2'];
    case 'rag-words':
    case 'rag-letters':
    case 'rag-key':
    case 'rag-c':
      return random.pick([
        ['rag'],
        ['rag'],
        ['rag'],
        ['rag'],
        ['rag'],
        ['rag'],
        ['previous', 'rag'],
        ['rag', 'previous'],
      ] as const);
    case 'fills':
    case 'fills-key':
      return ['rag'];
    default:
      return random.pick([
        ['status'],
        ['status'],
        ['status'],
        ['status'],
        ['status', 'rag'],
        ['rag', 'status'],
      ] as const);
  }
}

/** Mixes in places that belong to no field. */
function withForeign(random: Random, keys: readonly SlotKey[], grid: boolean): readonly SlotKey[] {
  if (grid && random.chance(0.04))
    return [...keys.slice(0, 6), ...Array.from({ length: 12 }, (_, month): SlotKey => `grid-${month}`)];
  const count = random.pick([0, 0, 0, 0, 1, 1, 2, 3]);
  const foreign = random.shuffle(Object.keys(foreignBank) as ForeignKey[]).slice(0, count);
  return foreign.reduce<readonly SlotKey[]>((all, key) => {
    const at = random.whole(Math.min(1, all.length), all.length);
    return [...all.slice(0, at), key, ...all.slice(at)];
  }, keys);
}
