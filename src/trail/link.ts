import { munkres } from 'munkres';
import { weighPairs } from './evidence.ts';
import { type Features, features, type Known, textFields, texts } from './features.ts';
import { rarity } from './likeness.ts';
import { partsOf } from './parts.ts';
import type { PlanMatch } from './plans.ts';

/** To be counted up with every change to how entries are linked, so that what is settled is weighed again. */
export const rulesVersion = 10;

/** From this sum of evidence on a link is made: odds of about 33 to 1. */
const sureScore = 3.5;
/** From this sum on two entries that are not linked are shown to a person, where one is the likeliest for the other. */
const doubtfulScore = 0.5;

const planWeight: Readonly<Record<PlanMatch, number>> = { same: 0, years: -0.3, part: -0.5, other: -3.5 };
/** Against a thread that the paper before did not have. */
const goneWeight = -3;

/** A thread (row) and a line (column) to be told whether they are one. */
export interface Relation {
  readonly plan: PlanMatch;
  /** What a person said of the two; null where nobody did. */
  readonly verdict: 'same' | 'different' | null;
}

export interface Row {
  readonly known: Known;
  /** False where the paper before did not have this thread's entry. */
  readonly present: boolean;
}

export interface Pair {
  readonly row: number;
  readonly column: number;
  readonly score: number | null;
  readonly reasons: readonly string[];
}

/** What one edition's lines are to the threads known before; rows and columns that stand nowhere are gone or new. */
export interface Linked {
  readonly same: readonly Pair[];
  /** The column is a part of what the row was. */
  readonly split: readonly Pair[];
  /** What the row was has gone into the column. */
  readonly merged: readonly Pair[];
  readonly doubtful: readonly Pair[];
}

interface Setting {
  readonly rows: readonly Row[];
  readonly columns: readonly Known[];
  readonly relation: (row: number, column: number) => Relation;
}

/** The best one-to-one choice over the whole paper; pairs below `least` are not chosen. */
function choose(scores: readonly (readonly number[])[], least: number): readonly (readonly [number, number])[] {
  const costs = scores.map((row) => row.map((score) => -Math.max(0, score - least)));
  if (costs.length === 0) return [];
  return munkres(costs).filter(([row, column]) => (scores[row]?.[column] ?? -1) >= least);
}

const settledScore = 1e6;

/** The pairs of some rows and columns of a setting, weighed. */
interface Round {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly before: readonly Features[];
  readonly after: readonly Features[];
  /** By position in `rows` and `columns`. */
  readonly scores: readonly (readonly number[])[];
  readonly pair: (i: number, j: number) => Pair;
}

function weighRound(setting: Setting, rows: readonly number[], columns: readonly number[]): Round {
  const known = rows.flatMap((row) => setting.rows[row]?.known ?? []);
  const lines = columns.flatMap((column) => setting.columns[column] ?? []);
  const bag = rarity(
    [...known, ...lines].map(({ entry }) => {
      const said = texts(entry);
      return textFields.flatMap((field) => said[field]);
    }),
  );
  const before = known.map((row) => features(row, bag));
  const after = lines.map((line) => features(line, bag));
  const weighing = weighPairs(before, after);
  const relations = rows.map((row) => columns.map((column) => setting.relation(row, column)));
  const scores = relations.map((list, i) =>
    list.map(({ plan, verdict }, j) => {
      if (verdict !== null) return verdict === 'same' ? settledScore : -settledScore;
      return weighing.score(i, j) + planWeight[plan] + (setting.rows[rows[i] ?? -1]?.present ? 0 : goneWeight);
    }),
  );
  const pair = (i: number, j: number): Pair => {
    const ends = { row: rows[i] ?? -1, column: columns[j] ?? -1 };
    return relations[i]?.[j]?.verdict == null
      ? { ...ends, score: scores[i]?.[j] ?? 0, reasons: weighing.reasons(i, j) }
      : { ...ends, score: null, reasons: ['a person said so'] };
  };
  return { rows, columns, before, after, scores, pair };
}

type At = readonly [row: number, column: number];

/** One to one for entries that go on, then splits and merges among what is left. */
function linkRound(round: Round): Linked {
  const { before, after, scores, pair } = round;
  const same = choose(scores, sureScore);
  const columnOf = new Map(same);
  const placed = new Set(same.map(([, j]) => j));
  const allowed = (i: number, j: number) => (scores[i]?.[j] ?? 0) > -settledScore;
  const newColumns = [...after.keys()].filter((j) => !placed.has(j));
  const goneRows = [...before.keys()].filter((i) => !columnOf.has(i));
  const split = partsAmong(
    same.map(([i, j]) => ({ at: i, whole: before[i], first: after[j] })),
    newColumns.map((j) => ({ at: j, part: after[j] })),
    allowed,
  );
  const merged = partsAmong(
    same.map(([i, j]) => ({ at: j, whole: after[j], first: before[i] })),
    goneRows.map((i) => ({ at: i, part: before[i] })),
    (j, i) => allowed(i, j),
  ).map(([j, i]): At => [i, j]);
  const openRows = goneRows.filter((i) => !merged.some(([row]) => row === i));
  const openColumns = newColumns.filter((j) => !split.some(([, column]) => column === j));
  const pairs = (list: readonly At[]) => list.map(([i, j]) => pair(i, j));
  return {
    same: pairs(same),
    split: pairs(split),
    merged: pairs(merged),
    doubtful: pairs(likeliest(scores, openRows, openColumns)),
  };
}

/** Which of `others` are parts of which whole beside the entry it goes on with; of one whole at most. */
function partsAmong(
  wholes: readonly {
    readonly at: number;
    readonly whole: Features | undefined;
    readonly first: Features | undefined;
  }[],
  others: readonly { readonly at: number; readonly part: Features | undefined }[],
  allowed: (whole: number, part: number) => boolean,
): readonly (readonly [whole: number, part: number])[] {
  const taken = new Set<number>();
  return wholes.flatMap(({ at, whole, first }) => {
    if (whole === undefined || first === undefined) return [];
    const free = others.filter((other) => !taken.has(other.at) && allowed(at, other.at));
    const parts = new Set(
      partsOf(
        whole,
        first,
        free.flatMap(({ part }) => part ?? []),
      ),
    );
    const found = free.filter(({ part }) => part !== undefined && parts.has(part));
    for (const other of found) taken.add(other.at);
    return found.map((other) => [at, other.at] as const);
  });
}

/** The doubtful pairs in which one is the likeliest for the other. */
function likeliest(scores: Round['scores'], rows: readonly number[], columns: readonly number[]): readonly At[] {
  const open = rows.flatMap((i) => columns.map((j) => ({ i, j, score: scores[i]?.[j] ?? 0 })));
  const rising = open.toSorted((a, b) => a.score - b.score);
  const bestOfRow = new Map(rising.map((one) => [one.i, one]));
  const bestOfColumn = new Map(rising.map((one) => [one.j, one]));
  return open
    .filter((one) => one.score >= doubtfulScore && one.score < settledScore)
    .filter((one) => bestOfRow.get(one.i) === one || bestOfColumn.get(one.j) === one)
    .map(({ i, j }) => [i, j]);
}

/** Which rows and columns are one where all are of one plan, nothing is gone and nobody has spoken: two readings of a paper. */
export const alikeAmong = (rows: readonly Known[], columns: readonly Known[]): readonly Pair[] =>
  link({
    rows: rows.map((known) => ({ known, present: true })),
    columns,
    relation: () => ({ plan: 'same', verdict: null }),
  }).same;

/**
 * Links one edition's lines to the threads known before it: first to those that the paper before had (or that a person
 * spoke of), then what is left to those that were gone.
 */
export function link(setting: Setting): Linked {
  const columns = [...setting.columns.keys()];
  const spokenOf = (row: number) => columns.some((column) => setting.relation(row, column).verdict === 'same');
  const rows = Map.groupBy(setting.rows.keys(), (row) => setting.rows[row]?.present === true || spokenOf(row));
  const [present, gone] = [rows.get(true) ?? [], rows.get(false) ?? []];
  const first = linkWithin(setting, present, columns);
  const placed = new Set([...first.same, ...first.split].map(({ column }) => column));
  const left = columns.filter((column) => !placed.has(column));
  if (gone.length === 0 || left.length === 0) return first;
  const { same, doubtful } = linkWithin(setting, gone, left);
  const back = new Set(same.map(({ column }) => column));
  return {
    same: [...first.same, ...same],
    split: first.split,
    merged: first.merged,
    doubtful: [...first.doubtful.filter(({ column }) => !back.has(column)), ...doubtful],
  };
}

/** More pairs than these (papers of over 600 entries) are not weighed: it would take minutes and a gigabyte. */
const mostPairs = 400_000;

/**
 * Weighs the pairs and links them. Where there are too many, entries that say just the same are linked first, and the
 * rest is weighed only if that leaves few enough.
 */
function linkWithin(setting: Setting, rows: readonly number[], columns: readonly number[]): Linked {
  if (rows.length * columns.length <= mostPairs) return linkRound(weighRound(setting, rows, columns));
  const same = equalPairs(setting, rows, columns);
  const [placedRows, placed] = [new Set(same.map(({ row }) => row)), new Set(same.map(({ column }) => column))];
  const restRows = rows.filter((row) => !placedRows.has(row));
  const rest = columns.filter((column) => !placed.has(column));
  if (restRows.length * rest.length > mostPairs) return { same, split: [], merged: [], doubtful: [] };
  const weighed = linkRound(weighRound(setting, restRows, rest));
  return { ...weighed, same: [...same, ...weighed.same] };
}

/** Entries with the same finding, action and progress, in the order they stand in. */
function equalPairs(setting: Setting, rows: readonly number[], columns: readonly number[]): readonly Pair[] {
  const words = (known: Known | undefined) =>
    JSON.stringify([known?.entry.finding, known?.entry.action, known?.entry.progress]);
  const free = Map.groupBy(columns, (column) => words(setting.columns[column]));
  return rows.flatMap((row) => {
    const column = free
      .get(words(setting.rows[row]?.known))
      ?.find((at) => setting.relation(row, at).verdict !== 'different');
    if (column === undefined) return [];
    const key = words(setting.columns[column]);
    free.set(key, free.get(key)?.filter((at) => at !== column) ?? []);
    return [{ row, column, score: sureScore, reasons: ['the same words'] }];
  });
}
