import { rememberByObject } from '../../src/lib/remember.ts';
import type { Cell } from '../../src/model/document.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { asksOfService } from '../recognise/sections.ts';
import { isFact, labelKey, withoutStop } from './kinds-of-text.ts';
import type { Columns, Labelled, RecordEvent, TextValue } from './model.ts';
import { endsInSeveralFacts, isLineOfFacts } from './pieces.ts';

/** A title that stands above a record; `fresh` where it stands between it and the record before. */
export interface TitleAbove {
  readonly level: number;
  readonly value: TextValue;
  readonly fresh: boolean;
}

/**
 * One repetition as it was found, nothing yet compared with others: what stands above it, texts before its first label, its
 * labels in order. A row of a table has its cells, and the labels that stand around the rows of its group.
 */
export interface Segment {
  readonly group: number;
  readonly titles: readonly TitleAbove[];
  /** What stands above it and others alike: the texts of each head, the nearest last. */
  readonly held: readonly (readonly TextValue[])[];
  readonly texts: readonly TextValue[];
  /** True where its first text begins it by a reference. */
  readonly begun: boolean;
  readonly labelled: readonly Labelled[];
  /** Texts after labels that are complete without them. */
  readonly tail: readonly TextValue[];
  readonly columns: Columns | null;
  readonly cells: readonly (Cell | null)[] | null;
  readonly blocks: readonly number[];
}

/** The segment being read. Labels before the rows of a table, and those after them, hold for all of the rows. */
interface Open {
  readonly titles: readonly TitleAbove[];
  readonly texts: TextValue[];
  readonly tail: TextValue[];
  readonly labelled: { key: string; label: string; inLine: boolean; parts: TextValue[] }[];
  readonly rows: { readonly columns: Columns; readonly cells: readonly (Cell | null)[]; readonly block: number }[];
  readonly blocks: number[];
  begun: boolean;
  /** The label that the texts at the end stand behind. */
  before: Open['labelled'][number] | undefined;
  /** The block of the label whose value goes on; null where a text that follows belongs to no label. */
  reading: boolean;
}

/**
 * Cuts events into repetitions: one ends where a label that it has returns, at a title, or at the edge of a table or of what is
 * free, unless what follows goes on with labels that it has not had.
 */
export function eventsToSegments(events: readonly RecordEvent[]): readonly Segment[] {
  const segments: Segment[] = [];
  let titles: TitleAbove[] = [];
  let open: Open | null = null;
  let group = 0;
  let titled = false;
  const before = new Set<string>();
  /** The labels of records that have no rows. */
  const whole = new Set<string>();
  const begin = (): Open => {
    const begun: Open = {
      titles,
      texts: [],
      tail: [],
      labelled: [],
      rows: [],
      blocks: [],
      begun: false,
      before: undefined,
      reading: false,
    };
    titles = titles.map((title) => ({ ...title, fresh: false }));
    return begun;
  };
  const close = () => {
    const above = open?.begun ? over : [];
    if (open?.begun) for (const { key } of open.labelled) ofBegun.add(key);
    for (const pair of pairsInOrder([...above, ...(open?.labelled ?? [])])) before.add(pair);
    if (open?.rows.length === 0) for (const { key } of open.labelled) whole.add(key);
    if (open !== null) for (const segment of openToSegments(open, group)) segments.push(segment);
    open = null;
  };
  const heads = headsOfRows(events);
  /** The labels over the lines that begin records, and those that stand below such lines. */
  let over: Open['labelled'] = [];
  const ofBegun = new Set<string>();
  const counts = new Map<string, number>();
  for (const event of events)
    if (event.kind === 'label') counts.set(labelKey(event.label), (counts.get(labelKey(event.label)) ?? 0) + 1);
  /** Labels of which one stands once above a table are the paper's own, unless they hold what is asked of the service. */
  const areOfPaper = ({ labelled }: Open) =>
    labelled.some(({ key }) => (counts.get(key) ?? 0) < 2) &&
    !labelled.some(({ parts }) => parts.some(({ text }) => asksOfService(text)));
  events.forEach((event, index) => {
    if (event.kind === 'title') {
      if (open !== null) close();
      group += 1;
      titled = true;
      titles = [...outerTitles(titles, event.level), { level: event.level, value: event.value, fresh: true }];
      if (isWholeRecord(event, events[index + 1])) {
        open = begin();
        open.blocks.push(event.block);
        close();
      }
      return;
    }
    if (event.kind === 'edge') {
      if (open !== null && !goesOn(open, events, index)) {
        // What a label heads that has nothing of its own there was taken by another reader.
        if (isAwaited(open) && events[index + 1]?.kind !== 'row') open.labelled.pop();
        close();
      } else if (open !== null) open.reading = isAwaited(open);
      return;
    }
    if (event.kind === 'label') {
      const key = labelKey(event.label);
      if (
        open !== null &&
        (closedBy(open, key, before) ||
          (open.begun && open.labelled.length === 0 && over.some((one) => one.key === key)) ||
          (isBelowRows(open, event.block) && heads.get(event.block)?.has(key)))
      ) {
        const inGroup = titled && open.rows.length === 0;
        close();
        if (!inGroup) group += 1;
      }
      open ??= begin();
      // Behind facts alone and before labels over their values a text is the record's own: `Status: On track`, then what was found.
      if (event.value === null && open.texts.length === 0 && open.labelled.every(isWhole))
        open.texts.push(...open.tail.splice(0));
      open.labelled.push({
        key,
        label: event.label,
        inLine: event.value !== null,
        parts: event.value === null || saysNothing(event.value) ? [] : [event.value],
      });
      open.reading = true;
      open.blocks.push(event.block);
      return;
    }
    if (event.kind === 'line') {
      if (event.begins && open !== null) {
        if (!open.begun && open.labelled.length > 0) over = open.labelled.filter(({ key }) => !ofBegun.has(key));
        close();
        if (!titled) group += 1;
      }
      open ??= begin();
      if (event.begins) open.begun = true;
      const label = open.labelled.at(-1);
      const whole = label !== undefined && open.rows.length === 0 && isWhole(label);
      if (
        (whole && endsRecord(events, index, open)) ||
        leadsToOwn(events, index, open) ||
        beginsAnew(event, events[index + 1], open)
      ) {
        close();
        open = begin();
        open.texts.push(event.value);
      } else if (whole || (open.reading && label !== undefined && open.before === label)) {
        open.tail.push(event.value);
        open.before = label;
      } else if (label !== undefined && open.reading) label.parts.push(event.value);
      else if (open.rows.length > 0 || open.labelled.length > 0) {
        close();
        open = begin();
        open.texts.push(event.value);
      } else open.texts.push(event.value);
      open.blocks.push(event.block);
      return;
    }
    const isOver = open !== null && open.rows.length === 0 && !open.blocks.includes(event.block);
    if (open !== null && isOver && (areOfPaper(open) || isWholeForm(open, whole))) close();
    const last: Open['rows'][number] | undefined = open?.rows.at(-1);
    if (open !== null && last !== undefined && (last.columns.key !== event.columns.key || trailing(open))) close();
    open ??= begin();
    open.rows.push({ columns: event.columns, cells: event.cells, block: event.block });
    open.blocks.push(event.block);
    open.reading = false;
  });
  close();
  return segments;
}

/** True for a form like others before it that ended without rows: a table below it is none of it. */
const isWholeForm = (open: Open | null, whole: ReadonlySet<string>): boolean =>
  open !== null &&
  open.labelled.length >= leastOfForm &&
  open.labelled.filter(({ key }) => whole.has(key)).length >= mostOfForm * open.labelled.length;

const leastOfForm = 3;
const mostOfForm = 0.7;

const saysNothing = ({ text, fill }: TextValue): boolean => text === '' && fill === null;

/** A title with its facts in brackets (`Order two engines (Not started, May 2025)`) says all of a record where nothing stands below it. */
function isWholeRecord(
  { level, value }: Extract<RecordEvent, { kind: 'title' }>,
  next: RecordEvent | undefined,
): boolean {
  const isBare = next === undefined || next.kind === 'edge' || (next.kind === 'title' && next.level <= level);
  return isBare && endsInSeveralFacts(value.text);
}

/** A title ends those on its level and below, but for one right before it that has nothing of its own below it yet. */
function outerTitles(titles: readonly TitleAbove[], level: number): TitleAbove[] {
  const heads = titles.filter((title) => title.level === level && title.fresh);
  return titles.flatMap((title): readonly TitleAbove[] => {
    if (heads.length > 0 && title.level === level - 0.5 && !title.fresh) return [];
    if (title.level < level) return [title];
    return heads.includes(title) ? [{ ...title, level: level - 0.5 }] : [];
  });
}

const isBelowRows = ({ rows }: Open, block: number): boolean => rows.at(-1)?.block === block;

/** Labels after the rows of a table: what follows is another group. */
const trailing = ({ rows, reading }: Open): boolean => rows.length > 0 && reading;

/**
 * A label ends the record that has it already, and one that it should stand before: the record's first label has come after
 * it in a record before, and never ahead of it.
 */
function closedBy({ labelled }: Open, key: string, before: ReadonlySet<string>): boolean {
  const [first] = labelled;
  if (labelled.some((one) => one.key === key)) return true;
  return first !== undefined && before.has(`${key}\n${first.key}`) && !before.has(`${first.key}\n${key}`);
}

/**
 * The labels that return between the rows of a table which end it, by block: what stood behind its rows would stand behind the last of
 * them too, so that these head the rows below them.
 */
function headsOfRows(events: readonly RecordEvent[]): ReadonlyMap<number, ReadonlySet<string>> {
  const own = Map.groupBy(
    events.filter(({ kind }) => kind !== 'edge'),
    ({ block }) => block,
  );
  return new Map(
    [...own].flatMap(([block, all]): readonly (readonly [number, ReadonlySet<string>])[] => {
      if (all.at(-1)?.kind !== 'row') return [];
      const keys = Map.groupBy(
        all.flatMap((one) => (one.kind === 'label' ? [labelKey(one.label)] : [])),
        (key) => key,
      );
      return [[block, new Set([...keys].flatMap(([key, times]) => (times.length > 1 ? [key] : [])))]];
    }),
  );
}

/** Labels whose order is looked at: no record of a plan has more, and each stands in an order with each. */
const mostInOrder = 100;

/** Each two labels of a record in the order in which they stand. */
function pairsInOrder(labelled: Open['labelled']): readonly string[] {
  const first = labelled.slice(0, mostInOrder);
  return first.flatMap(({ key }, index) => first.slice(index + 1).map((later) => `${key}\n${later.key}`));
}

/** True for a label whose value stands beside it and is a date, a status or a post: the text after it is no part of it. */
const isWhole = ({ inLine, parts }: Open['labelled'][number]): boolean =>
  inLine && parts.length === 1 && parts.every(({ text }) => isFact(withoutStop(text)) || isStatusWords(text));

/**
 * True where the text at an index is followed by labels that the record has already: it heads the next one. It ends its own where a
 * line between begins as records do, or, where nothing shows how they begin, where more lines stand there than this record's head has.
 */
function endsRecord(events: readonly RecordEvent[], index: number, { labelled, texts }: Open): boolean {
  const { others, begins } = aheadOf(events);
  const found = others[index + 1] ?? events.length;
  const next = events[found];
  if (next?.kind !== 'label' || !labelled.some(({ key }) => key === labelKey(next.label))) return false;
  const line = events[index];
  const [head] = texts;
  if ((begins[index + 1] ?? found) < found) return false;
  const isAlike = (one: RecordEvent) =>
    one.kind === 'line' && head !== undefined && beginsAlike(head.text, one.value.text);
  if (line === undefined || head === undefined || isAlike(line)) return true;
  return found - index - 1 < texts.length && !events.slice(index + 1, found).some(isAlike);
}

/** For each event where from there on the next one stands that is no line, and the next line that begins as records do. */
const aheadOf = rememberByObject((events: readonly RecordEvent[]) => {
  const others = new Int32Array(events.length).fill(events.length);
  const begins = others.slice();
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at];
    const isLine = event?.kind === 'line';
    others[at] = isLine ? (others[at + 1] ?? events.length) : at;
    begins[at] = isLine && event.begins ? at : (begins[at + 1] ?? events.length);
  }
  return { others, begins };
});

/** Texts that both begin with a number or reference, or both ask something of the service. */
const beginsAlike = (a: string, b: string): boolean =>
  (splitRef(a) !== null && splitRef(b) !== null) || (asksOfService(a) && asksOfService(b));

/**
 * True for a text right above the record's first label that begins the next record: it asks of the service as the text above that label
 * did, or a line of facts ends the record, which has but one text above its labels.
 */
function beginsAnew(line: RecordEvent, next: RecordEvent | undefined, { texts, labelled }: Open): boolean {
  const head = texts.at(-1);
  if (line.kind !== 'line' || next?.kind !== 'label' || labelKey(next.label) !== labelled[0]?.key) return false;
  const [, ...below] = labelled.at(-1)?.parts ?? [];
  const last = below.at(-1);
  if (head === undefined) return false;
  if (last === undefined) return [line.value, head].every(({ text }) => asksOfService(text));
  return texts.length === 1 && isLineOfFacts(last) && !isLineOfFacts(line.value);
}

/** True where labels of which the record has one already follow in the same line of text, behind those that were over it: what stands before them there goes with them. */
function leadsToOwn(events: readonly RecordEvent[], index: number, { labelled }: Open): boolean {
  const line = events[index];
  if (line?.kind !== 'line') return false;
  for (let at = index + 1; at < events.length; at++) {
    const event = events[at];
    if (event?.kind === 'label' && event.block < line.block) continue;
    if (event?.kind !== 'label' || event.value?.places !== line.value.places) return false;
    if (labelled.some(({ key }) => key === labelKey(event.label))) return true;
  }
  return false;
}

/** True where the last label has no value yet. */
const isAwaited = ({ labelled }: Open): boolean => labelled.at(-1)?.parts.length === 0;

/** After the edge of a table a form goes on where the next labels are new to it and stand before any title, row or edge. */
function goesOn(open: Open, events: readonly RecordEvent[], index: number): boolean {
  const keys = new Set(open.labelled.map(({ key }) => key));
  for (let at = index + 1; at < events.length; at++) {
    const event = events[at];
    if (event === undefined || event.kind === 'title') return false;
    if (event.kind === 'line') return isAwaited(open);
    if (event.kind === 'row') return open.rows.length === 0;
    if (event.kind === 'label')
      return !keys.has(labelKey(event.label)) && (open.rows.length === 0 || open.blocks.includes(event.block));
  }
  return false;
}

function openToSegments(
  { titles, texts, begun, tail, labelled, rows, blocks }: Open,
  group: number,
): readonly Segment[] {
  const shared = { group, titles, held: [], texts, begun, labelled, tail };
  const own = new Set(blocks);
  if (rows.length === 0) return [{ ...shared, columns: null, cells: null, blocks: [...own] }];
  const ofRows = new Set(rows.map(({ block }) => block));
  const around = [...own].filter((block) => !ofRows.has(block));
  return rows.map(({ columns, cells, block }) => ({ ...shared, columns, cells, blocks: [block, ...around] }));
}
