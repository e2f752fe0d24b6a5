import type { Random } from '../../test/support/random.ts';
import { addDays, dateStyles, type PrintedDate } from './dates.ts';
import type { Design, Slot, SlotKey } from './design.ts';
import type { GoldEntry } from './gold.ts';
import { type Line, line } from './page.ts';
import { drawStatusScheme, type Standing, type StatusScheme } from './statuses.ts';
import { daysOfMatrix, isTold, monthsOfStrip, quarterly } from './told.ts';
import { boards, evidence, links, names, rolesBefore, sources } from './words/sentences.ts';
import type { Topic } from './words/topics.ts';
import { capitalised, type Split, topicsOf, type Writer } from './words/write.ts';

/** What stands at one place of a record, and what it says. */
export interface Value {
  readonly lines: readonly Line[];
  readonly fill?: string;
  readonly truth: Partial<GoldEntry>;
}

export type Values = ReadonlyMap<SlotKey, Value>;

/** A finding with its actions: what is said of it once, and what is said of each action. */
export interface Group {
  readonly values: Values;
  readonly actions: readonly Values[];
  readonly pillar: 'effectiveness' | 'efficiency' | 'people';
  readonly standing: Standing;
}

/** A plan as it will be printed: labels, groups, and the key of its statuses. */
export interface Plan {
  readonly slots: readonly Slot[];
  readonly groups: readonly Group[];
  readonly scheme: StatusScheme;
  /** The day up to which the only progress column or label says that it tells; null where none does. */
  readonly asAt: string | null;
}

export const blank: Value = { lines: [], truth: {} };
const text = (words: string, truth: Partial<GoldEntry>): Value => ({ lines: words === '' ? [] : [line(words)], truth });

/** Draws the words of a plan made to a design, as of a day. */
export function drawPlan(random: Random, design: Design, writer: Writer, split: Split, today: Date): Plan {
  const scheme = drawStatusScheme(random, design.status, split);
  const colours = drawStatusScheme(random, 'rag-words', split);
  const periods = drawPeriods(random, design, today);
  const slots = design.slots.map((slot) =>
    slot.key.startsWith('period') ? { ...slot, label: periods.labels.get(slot.key) ?? '' } : slot,
  );
  const subjects = random.shuffle(topicsOf(split));
  const places = design.form === 'causes' ? drawPlacesUnderCauses(random, design.groups) : null;
  const groups = Array.from({ length: design.groups }, (_, index): Group => {
    const topic = subjects[index % subjects.length] as Topic;
    const makers = { random, design, writer, today, scheme, colours, slots, topic };
    const count = design.grouping === 'single' ? 1 : random.whole(1, 4);
    const pillar = random.pick(['effectiveness', 'efficiency', 'people'] as const);
    const standing = random.pick(scheme.standings);
    const head = { ...makers, number: places?.[index] ?? index + 1, pillar, standing };
    return {
      values: new Map(slots.filter(({ level }) => level === 'group').map((slot) => [slot.key, makeValue(slot, head)])),
      actions: withContinued(
        head,
        Array.from({ length: count }, (_, at) => {
          const own = design.sections === 'status' || count === 1 ? standing : random.pick(scheme.standings);
          return actionValues({ ...head, standing: own, number: at + 1 });
        }),
      ),
      pillar,
      standing,
    };
  });
  return { slots, groups: places === null ? groups : withSharedCauses(groups, places), scheme, asAt: periods.asAt };
}

/** The place of each recommendation under its cause of concern: two to four to a cause. */
function drawPlacesUnderCauses(random: Random, count: number): readonly number[] {
  const places: number[] = [];
  while (places.length < count) places.push(...[1, 2, 3, 4].slice(0, random.whole(2, 4)));
  return places.slice(0, count);
}

/** Gives every recommendation the cause of the first that was made about it. */
function withSharedCauses(groups: readonly Group[], places: readonly number[]): readonly Group[] {
  let cause = blank;
  return groups.map((group, index) => {
    if (places[index] === 1) cause = group.values.get('summary') ?? blank;
    return { ...group, values: new Map([...group.values, ['summary', cause]]) };
  });
}

interface Makers {
  readonly random: Random;
  readonly design: Design;
  readonly writer: Writer;
  readonly today: Date;
  readonly scheme: StatusScheme;
  /** Colours that stand beside statuses in words. */
  readonly colours: StatusScheme;
  readonly slots: readonly Slot[];
  readonly topic: Topic;
  readonly number: number;
  readonly pillar: Group['pillar'];
  readonly standing: Standing;
}

/** One dated column tells progress up to a day; several are updates of one period each. */
function drawPeriods(random: Random, design: Design, today: Date) {
  const keys = design.slots.map(({ key }) => key).filter((key) => key.startsWith('period'));
  const alone = keys.length === 1;
  const style = random.whole(0, 3);
  const labels = keys.map((key, index) => {
    const at = addDays(today, -20 - 91 * (keys.length - 1 - index));
    const long = dateStyles.monthLong(at);
    const quarter = dateStyles.quarter(at);
    const label = alone
      ? [
          `Position at ${dateStyles.dayLong(at).raw}`,
          `Progress as at ${long.raw}`,
          `${long.raw} update`,
          `Update ${long.raw}`,
        ][style]
      : [quarter.raw, `Update ${long.raw}`, `${long.raw}`, `Progress ${quarter.raw}`][style];
    const asAt = style === 0 ? dateStyles.dayLong(at).start : long.start.slice(0, 7);
    return [key, label ?? '', asAt] as const;
  });
  return {
    labels: new Map(labels.map(([key, label]) => [key, label])),
    asAt: alone && !design.slots.some(({ key }) => key === 'progress') ? (labels[0]?.[2] ?? null) : null,
  };
}

/** In tables, an action that is told of in a second row is not always said again there. */
function withContinued({ random, design }: Makers, actions: readonly Values[]): readonly Values[] {
  const inTable = design.form === 'rows' || design.form === 'bands' || design.form === 'heading-tables';
  const said: Values[] = [];
  for (const values of actions) {
    const above = said.at(-1)?.get('action');
    const told = values.get('progress') ?? values.get('period-1');
    const continues = inTable && above !== undefined && (told?.lines.length ?? 0) > 0 && random.chance(0.08);
    said.push(continues ? new Map([...values, ['action', { lines: [], truth: above.truth }]]) : values);
  }
  return said;
}

/** The values of an action; those that depend on one another are drawn together. */
function actionValues(makers: Makers): Values {
  const values = new Map(
    makers.slots.filter(({ level }) => level === 'action').map((slot) => [slot.key, makeValue(slot, makers)]),
  );
  const original = makers.slots.find(({ key }) => key === 'original');
  if (original !== undefined && values.has('revised')) {
    const first = duePrinted(makers);
    const moved = makers.random.chance(0.4)
      ? dateStyles[makers.design.dates](addDays(new Date(first.start), makers.random.whole(95, 300)))
      : null;
    values.set(
      'original',
      text(first.raw, moved === null ? { timescale: first } : { extra: { [original.label]: first.raw } }),
    );
    values.set('revised', moved === null ? blank : text(moved.raw, { timescale: moved }));
  }
  return values;
}

const duePrinted = ({ random, design, today, standing }: Makers): PrintedDate =>
  dateStyles[design.dates](
    addDays(today, standing === 'complete' || standing === 'delayed' ? -random.whole(10, 300) : random.whole(20, 500)),
  );

function makeValue(slot: Slot, makers: Makers): Value {
  const { random, design, writer, today, scheme, topic, number, pillar, standing } = makers;
  const told = (...sentences: readonly string[]) => sentences.join(' ');
  const extra = (words: string) => text(words, words === '' ? {} : { extra: { [slot.label]: words } });
  const dateAround = (least: number, most: number) =>
    dateStyles[design.dates](addDays(today, random.whole(least, most))).raw;
  switch (slot.key) {
    case 'ref': {
      const ref = refOf(design, number);
      return text(ref, refTruth(ref));
    }
    case 'finding':
      return findingValue(makers);
    case 'summary': {
      const words = writer.sentence('summary', topic);
      return text(words, { summary: words, alt: /finding/i.test(slot.label) ? {} : { summary: [null] } });
    }
    case 'theme': {
      const theme = capitalised(topic.noun);
      return text(theme, isTold(design.form) ? { theme, alt: { theme: [null], summary: [theme] } } : { theme });
    }
    case 'pillar':
      return text(capitalised(pillar), { pillar });
    case 'action': {
      const action = writer.sentence('action', topic);
      return text(action, { action });
    }
    case 'progress':
      return progressValue(makers);
    case 'future': {
      if (standing === 'complete' || random.chance(0.1))
        return random.chance(0.3) ? text(random.pick(['-', '–']), {}) : blank;
      const future = told(...writer.sentences('future', topic, 2));
      return text(future, { future });
    }
    case 'due':
      return dueValue(makers);
    case 'original':
    case 'revised':
      return blank;
    case 'start':
      return extra(dateAround(-700, -200));
    case 'completed':
      return standing === 'complete' ? extra(dateAround(-200, -10)) : blank;
    case 'updated':
      return extra(dateAround(-60, -3));
    case 'previous': {
      const { text: words, fill } = scheme.print(random.pick(scheme.standings));
      return { ...extra(words), ...(fill === undefined ? {} : { fill }) };
    }
    case 'status':
    case 'rag': {
      const beside = slot.key === 'rag' && makers.slots.some(({ key }) => key === 'status');
      const { text: words, fill, truth } = (beside ? makers.colours : scheme).print(standing);
      return { ...text(words, truth), ...(fill === undefined ? {} : { fill }) };
    }
    case 'percent': {
      const percent = standing === 'complete' ? 100 : standing === 'not_started' ? 0 : random.whole(1, 19) * 5;
      return text(slot.label.includes('%') && random.chance(0.5) ? String(percent) : `${percent}%`, { percent });
    }
    case 'tick':
      return standing === 'complete'
        ? text(random.pick(['✓', 'Yes', 'Y']), { status: { raw: slot.label, value: 'complete' } })
        : blank;
    case 'lead': {
      const lead = roleOf(random, topic);
      return text(lead, { lead });
    }
    case 'deputy': {
      const deputy = roleOf(random, topic);
      return text(deputy, { extra: { [slot.label]: deputy }, alt: { lead: [deputy] } });
    }
    case 'sponsor':
      return extra(random.pick(names));
    case 'score':
      return extra(String(random.whole(1, 25)));
    case 'money':
      return extra(
        random.pick(['Within budget', '£{k},000', '£{k}k', 'Nil']).replace('{k}', String(random.whole(2, 90))),
      );
    case 'count':
      return extra(String(random.whole(0, 12)));
    case 'link':
      return extra(random.pick(links).replace('{k}', String(random.whole(1, 6))));
    case 'evidence':
      return extra(random.chance(0.3) ? writer.sentence('progress', topic) : random.pick(evidence));
    case 'level':
      return extra(random.pick(['High', 'Medium', 'Low']));
    case 'forum':
      return extra(random.pick(boards));
    case 'directorate': {
      const { team } = topic;
      const alone = !makers.slots.some(({ key }) => key === 'lead');
      return text(team, { extra: { [slot.label]: team }, ...(alone ? { alt: { lead: [team] } } : {}) });
    }
    case 'measure':
      return extra(writer.sentence('measure', topic));
    case 'arrow':
      return extra(random.pick(['↑', '→', '↓']));
    case 'source':
      return extra(random.pick(sources));
    case 'frequency':
      return extra(random.pick(['Monthly', 'Quarterly', 'Each meeting', 'Twice a year']));
    default:
      return numberedValue(slot, makers);
  }
}

/** Values of places that come in rows: ticks under statuses, months of a grid, periods of progress. */
function numberedValue(slot: Slot, { random, writer, topic, standing, slots }: Makers): Value {
  const [kind, number = '0'] = slot.key.split('-');
  if (kind === 'tick') {
    const ticked = standing === 'complete' ? 2 : standing === 'not_started' ? 0 : 1;
    const value = (['not_started', 'in_progress', 'complete'] as const)[ticked];
    return ticked === Number(number) ? text('✓', { status: { raw: slot.label, value } }) : blank;
  }
  if (kind === 'grid') return random.chance(0.25) ? text('X', { extra: { [slot.label]: 'X' } }) : blank;
  const words = writer.sentences('progress', topic, 2).join(' ');
  const periods = slots.filter(({ key }) => key.startsWith('period'));
  if (periods.length === 1) return text(words, { progress: words });
  return random.chance(0.1) ? blank : text(words, { updates: [{ period: slot.label, text: words }] });
}

const romans = ['', 'i', 'ii', 'iii', 'iv'];
const words = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const refOf = ({ refScheme }: Design, number: number) =>
  refScheme
    .replace('{n}', String(number))
    .replace('{i}', romans[number] ?? '')
    .replace('{w}', words[number] ?? '');

/** A number in brackets is as well given without them. */
const refTruth = (ref: string): Partial<GoldEntry> =>
  ref.endsWith(')') ? { ref, alt: { ref: [ref.replaceAll(/[()]/g, '')] } } : { ref };

function findingValue({ writer, design, topic, number }: Makers): Value {
  const finding = writer.sentence(design.findings, topic);
  if (design.refStyle !== 'front') return text(finding, { finding });
  const ref = refOf(design, number);
  const joint = ref.endsWith(')') ? ' ' : /^\d+$/.test(ref) ? '. ' : design.variant % 2 === 0 ? ' - ' : ': ';
  return text(`${ref}${joint}${finding}`, { ...refTruth(ref), finding });
}

/** What was done in some of the months or quarters of a strip. */
function stripNotes({ random, writer, design, topic }: Makers): Value {
  const sentences = writer.sentences('progress', topic, 3);
  const first = random.whole(0, monthsOfStrip.length - 1 - 2 * sentences.length);
  const notes = sentences.map((words, index) => {
    const month = first + 2 * index;
    return { period: quarterly(design) ? `Q${Math.floor(month / 3) + 1}` : (monthsOfStrip[month] ?? ''), text: words };
  });
  const told = quarterly(design) ? notes.filter(({ period }, at) => notes[at - 1]?.period !== period) : notes;
  return {
    lines: told.map(({ period, text: words }) => ({
      runs: [{ text: `${period}:`, bold: design.labelBold }, { text: ` ${words}` }],
      bullet: true,
    })),
    truth: { updates: told },
  };
}

function progressValue(makers: Makers): Value {
  const { random, writer, design, topic, today, standing } = makers;
  if (design.form === 'strips') return standing === 'not_started' ? blank : stripNotes(makers);
  if (design.progress === 'log') {
    const style = dateStyles[design.variant % 2 === 0 ? 'monthLong' : design.dates];
    const entries = writer.sentences('progress', topic, 4).map((words, index, all) => ({
      period: style(addDays(today, -20 - 70 * (all.length - index))).raw,
      text: words,
    }));
    const joint = design.variant % 3 === 0 ? ' – ' : ': ';
    return {
      lines: entries.map(({ period, text: words }) => line(`${period}${joint}${words}`)),
      truth: { updates: entries },
    };
  }
  if (standing === 'not_started' && random.chance(0.5)) return blank;
  const sentences = writer.sentences('progress', topic, random.chance(0.12) ? 8 : 3);
  const bulleted = design.progress === 'bullets' && sentences.length > 1;
  const progress = sentences.join(bulleted ? '\n' : ' ');
  return bulleted
    ? { lines: sentences.map((words) => ({ ...line(words), bullet: true })), truth: { progress } }
    : text(progress, { progress });
}

function dueValue(makers: Makers): Value {
  const { random, design, scheme, standing, today } = makers;
  if (design.form === 'matrix') {
    const timescale = dateStyles[design.dates](addDays(today, random.pick(daysOfMatrix)));
    return text(timescale.raw, { timescale });
  }
  if (design.status === 'in-due' && standing !== 'in_progress') {
    const { text: words, truth } = scheme.print(standing);
    return text(words, truth);
  }
  if (random.chance(0.05)) return random.chance(0.5) ? text('TBC', {}) : blank;
  const timescale = duePrinted(makers);
  return text(timescale.raw, { timescale });
}

function roleOf(random: Random, { team }: Topic): string {
  const head = random.pick(rolesBefore);
  const role = head.endsWith('of') ? `${head} ${team}` : `${head}, ${team}`;
  return random.chance(0.15) ? `${random.pick(names)}, ${role}` : role;
}
