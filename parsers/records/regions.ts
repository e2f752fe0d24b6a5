import { leastOf, mostOf } from '../../src/lib/extremes.ts';
import { rememberByObject } from '../../src/lib/remember.ts';
import type { Cell } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { asksOfService } from '../recognise/sections.ts';
import { alignedTexts } from './aligned-texts.ts';
import { closingFactsApart } from './closing-facts.ts';
import { knownLabel } from './kinds-of-text.ts';
import type { Labelled, RecordFound, Region, Slot, TextValue } from './model.ts';
import type { Segment } from './segments.ts';
import { leastSupport, slot } from './slot.ts';
import { boldLevel } from './title-levels.ts';
import { titleSlots } from './title-slots.ts';

/** Neighbours of one kind share so much of the labels of the smaller. */
const leastShared = 0.5;

/** Segments of one kind, with what all of them have: collected while they are added, for a paper can have thousands. */
interface Kind {
  readonly first: Segment;
  readonly segments: Segment[];
  /** The keys of all labels. */
  readonly keys: Set<string>;
  /** The labels of the segment that has most. */
  mostLabels: number;
}

/** Puts segments of one kind together: rows under equal headers, forms that share half of their labels. */
export function segmentsToRegions(segments: readonly Segment[]): readonly Region[] {
  const kinds: Kind[] = [];
  for (const segment of segments) {
    let kind = kinds.find((one) => isKin(one, segment));
    if (kind === undefined) {
      kind = { first: segment, segments: [], keys: new Set(), mostLabels: 0 };
      kinds.push(kind);
    }
    if (segment.labelled !== kind.segments.at(-1)?.labelled) for (const { key } of segment.labelled) kind.keys.add(key);
    kind.segments.push(segment);
    kind.mostLabels = Math.max(kind.mostLabels, segment.labelled.length);
  }
  return kinds.map((kind) => toRegion(kind.segments));
}

function isKin({ first, segments, keys, mostLabels }: Kind, segment: Segment): boolean {
  if ((first.columns === null) !== (segment.columns === null)) return false;
  if (segment.columns !== null) return first.columns?.key === segment.columns.key;
  const last = segments.at(-1) ?? first;
  if (isTitleAlone(segment) || (isTitleAlone(first) && isTitleAlone(last))) return sameTitles(last, segment);
  if (segment.labelled.length === 0 || first.labelled.length === 0)
    return (
      segment.labelled.length === first.labelled.length &&
      segment.begun === first.begun &&
      (segment.begun || (sameTitles(last, segment) && !isFront(segments, segment)))
    );
  const own = new Set(segment.labelled.map(({ key }) => key));
  const shared = [...own].filter((key) => keys.has(key)).length;
  return shared > 0 && shared >= leastShared * Math.min(own.size, mostLabels);
}

const isTitleAlone = ({ texts, labelled, tail }: Segment): boolean =>
  texts.length === 0 && labelled.length === 0 && tail.length === 0;

/** Sections without labels are of one kind where they stand under titles set alike. */
function sameTitles(other: Segment, segment: Segment): boolean {
  const level = (one: Segment) => one.titles.findLast(({ fresh }) => fresh)?.level;
  return level(segment) !== undefined && level(other) === level(segment);
}

/** What stands at the front of a paper, before the titles under which all others stand, is none of them. */
const isFront = (others: readonly Segment[], segment: Segment): boolean =>
  others.length === 1 && (others[0]?.titles.length ?? 0) < segment.titles.length;

function toRegion(all: readonly Segment[]): Region {
  const few = withFewLabels(all);
  const { segments, loose } = trimmed(closingFactsApart(withHeads(underOwnTitles(few.segments))));
  const records = segments.map(
    ({ group, blocks, cells, texts, labelled }): RecordFound => ({
      group,
      block: blocks[0] ?? 0,
      blocks: blocks.slice(),
      cells,
      texts,
      labelled,
    }),
  );
  const slots = [
    ...titleSlots(segments),
    ...heldSlots(segments),
    ...textSlots(segments),
    ...labelSlots(segments),
    ...tailSlots(segments),
    ...columnSlots(segments),
  ];
  const hasAround = slots.some(({ kind }) => kind === 'text' || kind === 'label');
  return {
    columns: segments[0]?.columns ?? null,
    slots: slots.filter(({ values }) => values.some((value) => value !== null)),
    records,
    blocks: new Set(
      segments.flatMap(({ blocks, cells }) => (cells === null || hasAround ? blocks : blocks.slice(0, 1))),
    ),
    loose: [...few.loose, ...loose],
  };
}

/** No records of a plan have so many labels; of thousands of records none has more than the fewest. */
const mostLabels = 200;
const fewestLabels = 20;
const mostValues = 60_000;

/**
 * Records with no more labels than the records of a plan can have, those that return most; each label is a slot of every record, so
 * that thousands of labels, each in one record, would take the square of their number.
 */
function withFewLabels(all: readonly Segment[]): Trimmed {
  // The rows of a table share the labels above it.
  const lists = [...new Set(all.map(({ labelled }) => labelled))];
  const byKey = Map.groupBy(lists.flat(), ({ key }) => key);
  const most = Math.min(mostLabels, Math.max(fewestLabels, Math.floor(mostValues / all.length)));
  if (byKey.size <= most) return { segments: all, loose: [] };
  const often = [...byKey].toSorted(([, a], [, b]) => b.length - a.length);
  const kept = new Set(often.slice(0, most).map(([key]) => key));
  const short = new Map(lists.map((list) => [list, list.filter(({ key }) => kept.has(key))]));
  return {
    segments: all.map((segment) => ({ ...segment, labelled: short.get(segment.labelled) ?? [] })),
    loose: often
      .slice(most)
      .flatMap(([, rare]) =>
        rare.flatMap(({ label, parts }) => parts.map((part) => ({ ...part, text: `${label}: ${part.text}` }))),
      ),
  };
}

/**
 * Records without the titles of others of their kind above them: a paper sets a short title as a heading and a long one in bold,
 * which stands no deeper for it.
 */
function underOwnTitles(all: readonly Segment[]): readonly Segment[] {
  const nearest = ({ titles }: Segment) => (titles.at(-1)?.fresh === true ? titles.at(-1)?.value : undefined);
  const owned = new Set(all.flatMap((segment) => nearest(segment) ?? []));
  return all.map((segment) => {
    const isBold = segment.titles.at(-1)?.level === boldLevel;
    const titles = segment.titles.filter(({ value, level }) => !isBold || level === boldLevel || !owned.has(value));
    return titles.length === segment.titles.length ? segment : { ...segment, titles };
  });
}

/**
 * Texts without a label that stand at the head of each form: before the label that returns they were taken for the end of the
 * form above. They are told by the first form, which has none above it, and by returning before each of the others.
 */
function withHeads(all: readonly Segment[]): readonly Segment[] {
  const [first] = all;
  if (first === undefined || all.length < 2 || first.labelled.length === 0) return all;
  const ends = all.slice(0, -1).map(({ labelled }) => (labelled.at(-1)?.parts.length ?? 0) - 1);
  const parted = all
    .slice(1)
    .filter(({ titles, texts }) => texts.length > 0 || titles.some(({ fresh }) => fresh)).length;
  const count = Math.min(
    first.texts.length,
    leastOf(ends, (end) => end),
  );
  if (count < 1 || parted > 0) return all;
  return all.map((segment, index) => {
    const before = all[index - 1]?.labelled.at(-1)?.parts.slice(-count) ?? segment.texts.slice(-count);
    const last = segment.labelled.at(-1);
    if (index === all.length - 1 || last === undefined) return { ...segment, texts: before };
    return {
      ...segment,
      texts: before,
      labelled: [...segment.labelled.slice(0, -1), { ...last, parts: last.parts.slice(0, -count) }],
    };
  });
}

/** Records, and the texts that were taken out of them. */
interface Trimmed {
  readonly segments: readonly Segment[];
  readonly loose: readonly RawValue[];
}

/**
 * Forms without what only ran on from them: labels before the first one that others share too (front matter) and texts
 * after the last label beyond what any other record has there (closing words).
 */
function trimmed(all: readonly Segment[]): Trimmed {
  const last = all.at(-1);
  if (all.length < 2 || last === undefined || last.labelled.length === 0) return { segments: all, loose: [] };
  const count = new Map<string, number>();
  for (const { labelled } of all)
    for (const key of new Set(labelled.map(({ key }) => key))) count.set(key, (count.get(key) ?? 0) + 1);
  const [first] = all;
  const firsts = new Set(all.slice(1).map(({ labelled }) => labelled[0]?.key));
  /** In the place of the label that others begin with, which the first record has not (`Recommendation` for `Finding`). */
  const isInstead = ({ label }: Labelled) =>
    knownLabel(label, 0.9) && first?.labelled.every(({ key }) => !firsts.has(key)) === true;
  const from = first?.labelled.findIndex((one) => (count.get(one.key) ?? 0) > 1 || isInstead(one)) ?? 0;
  const before = first?.labelled.slice(0, Math.max(0, from)) ?? [];
  const ending = last.labelled.at(-1);
  const most = Math.max(
    1,
    mostOf(
      all.slice(0, -1).flatMap(({ labelled }) => labelled.filter(({ key }) => key === ending?.key)),
      ({ parts }) => parts.length,
    ),
  );
  const after = ending?.parts.slice(most) ?? [];
  const front = textsOfFront(all);
  const segments = all.map((segment, index) => {
    let { labelled } = segment;
    if (index === 0 && before.length > 0) labelled = labelled.slice(before.length);
    if (index === all.length - 1 && after.length > 0)
      labelled = [
        ...labelled.slice(0, -1),
        ...(ending === undefined ? [] : [{ ...ending, parts: ending.parts.slice(0, most) }]),
      ];
    const texts = index === 0 && front.length > 0 ? segment.texts.slice(front.length) : segment.texts;
    return labelled === segment.labelled && texts === segment.texts ? segment : { ...segment, texts, labelled };
  });
  return { segments, loose: [...front, ...before.flatMap(({ parts }) => parts), ...after] };
}

/** What stands before the texts of the first form, where each form after it has as many as another and no title: the paper's own. */
function textsOfFront(all: readonly Segment[]): readonly TextValue[] {
  const [first, second, ...others] = all;
  const count = second?.texts.length ?? 0;
  const areForms =
    others.length > 0 && others.every(({ texts, columns }) => columns === null && texts.length === count);
  return first === undefined ||
    first.columns !== null ||
    !areForms ||
    count === 0 ||
    all.slice(1).some(({ titles }) => titles.some(({ fresh }) => fresh))
    ? []
    : first.texts.slice(0, Math.max(0, first.texts.length - count));
}

/** Texts after the labels of most records. */
function tailSlots(segments: readonly Segment[]): readonly Slot[] {
  const own = segments.filter(({ tail }) => tail.length > 0);
  if (own.length < Math.max(segments.length === 1 ? 1 : 2, leastTail * segments.length)) return [];
  return [slot('tail', 'text', '', segments, ({ tail }) => joined({ key: '', label: '', parts: tail }))];
}

const leastTail = 0.4;

/** Texts above several records that hold for each; a text that holds for all of them must ask something of the service. */
function heldSlots(segments: readonly Segment[]): readonly Slot[] {
  const ranks = Math.max(
    0,
    mostOf(segments, ({ held }) => held.length),
  );
  return Array.from({ length: ranks }, (_, rank) => ranks - 1 - rank).flatMap((rank) => {
    const texts = (segment: Segment) => segment.held.at(-1 - rank) ?? [];
    const most = Math.min(
      mostTexts,
      Math.max(
        0,
        mostOf(segments, (segment) => texts(segment).length),
      ),
    );
    return Array.from({ length: most }, (_, index) =>
      slot(`held ${rank} ${index}`, 'text', '', segments, (segment) => texts(segment)[index] ?? null),
    ).filter(({ values }) => {
      const said = new Set(values.flatMap((value) => value?.text ?? []));
      return said.size > 1 || [...said].some(asksOfService);
    });
  });
}

/** A record has no more texts without a label than this: more are running prose. */
const mostTexts = 6;

function textSlots(segments: readonly Segment[]): readonly Slot[] {
  const areLabelled = segments.every(({ labelled, columns }) => columns === null && labelled.length > 0);
  const aligned = new Map(
    alignedTexts(
      segments.map(({ texts }) => texts),
      areLabelled,
    ).map((texts, at) => [segments[at], texts]),
  );
  const textAt = (segment: Segment, index: number) => aligned.get(segment)?.[index] ?? null;
  const groups = segments.filter(
    ({ group, begun, cells, texts }, index) =>
      begun ||
      (texts.length > 0 && (cells === null || segments[index - 1]?.texts !== texts)) ||
      segments[index - 1]?.group !== group,
  );
  const most = Math.min(
    mostTexts,
    Math.max(
      0,
      mostOf([...aligned.values()], ({ length }) => length),
    ),
  );
  return Array.from({ length: most }, (_, index) => index).flatMap((index): readonly Slot[] => {
    const own = groups.filter((segment) => textAt(segment, index) !== null);
    if (own.length < Math.max(segments.length === 1 ? 1 : 2, leastSupport * groups.length)) return [];
    if (isSaidOverTables(own.map((segment) => ({ segment, text: textAt(segment, index)?.text ?? '' })))) return [];
    return [slot(`text ${index}`, 'text', '', segments, (segment) => textAt(segment, index))];
  });
}

/** The same sentence above each of several tables is about the tables, unless it asks something of the service. */
const isSaidOverTables = (said: readonly { readonly segment: Segment; readonly text: string }[]): boolean =>
  said.length > 1 &&
  said.every(({ segment, text }) => segment.cells !== null && text === said[0]?.text) &&
  !asksOfService(said[0]?.text ?? '');

function labelSlots(segments: readonly Segment[]): readonly Slot[] {
  const labels = new Map<string, string>();
  for (const { labelled } of segments)
    for (const { key, label } of labelled) if (!labels.has(key)) labels.set(key, label);
  const firsts = alternatives(segments);
  const [main = ''] = firsts;
  const keys = inOrder(segments, [...labels.keys()]).filter((key) => key === main || !firsts.includes(key));
  return keys.map((key) => {
    const own = key === main && firsts.length > 1 ? firsts : [key];
    return slot(key, 'label', labels.get(key) ?? key, segments, ({ labelled }) => {
      const found = labelled.find((one) => own.includes(one.key));
      const value = joined(found);
      return value === null || own.length < 2 ? value : { ...value, label: found?.label ?? '' };
    });
  });
}

/** Labels of which each record has one, always as its first: they name the kind of one and the same slot. */
function alternatives(segments: readonly Segment[]): readonly string[] {
  const first = new Map<string, number>();
  for (const { labelled } of segments) {
    const key = labelled[0]?.key;
    if (key !== undefined) first.set(key, (first.get(key) ?? 0) + 1);
  }
  const later = new Set(segments.flatMap(({ labelled }) => labelled.slice(1).map(({ key }) => key)));
  const found = [...first.keys()]
    .filter((key) => !later.has(key))
    .sort((a, b) => (first.get(b) ?? 0) - (first.get(a) ?? 0));
  return found.length > 1 ? found : [];
}

/** Labels in the order in which most records have them. */
function inOrder(segments: readonly Segment[], keys: readonly string[]): readonly string[] {
  const position = (key: string) => {
    const at = segments.flatMap(({ labelled }) => {
      const index = labelled.findIndex((one) => one.key === key);
      return index < 0 ? [] : [index];
    });
    return at.reduce((sum, one) => sum + one, 0) / Math.max(1, at.length);
  };
  return keys.toSorted((a, b) => position(a) - position(b));
}

function joined(labelled: Labelled | undefined): TextValue | null {
  const [first] = labelled?.parts ?? [];
  if (labelled === undefined || first === undefined) return null;
  const { text, places } = joinedParts(labelled);
  return { text, places, fill: first.fill };
}

/** One text and one list of places for all records that a label holds for, however long they are. */
const joinedParts = rememberByObject(
  ({ parts }: Labelled): RawValue => ({
    text: parts.map(({ text }) => text).join('\n'),
    places: parts.flatMap(({ places }) => places),
  }),
);

function columnSlots(segments: readonly Segment[]): readonly Slot[] {
  const columns = segments[0]?.columns ?? null;
  if (columns === null) return [];
  return columns.labels.map((label, column) =>
    slot(`column ${column}`, 'column', label, segments, ({ cells }) => cellAt(cells, column)),
  );
}

function cellAt(cells: readonly (Cell | null)[] | null, column: number): TextValue | null {
  const cell = cells?.[column] ?? null;
  if (cell === null || (column > 0 && cells?.[column - 1] === cell)) return null;
  return cell.text.trim() === '' && cell.fill === null
    ? null
    : { text: cell.text.trim(), places: cell.places, fill: cell.fill };
}
