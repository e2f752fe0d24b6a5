import { munkres } from 'munkres';
import { type Evidence, reasonsOf, weighPairs } from './evidence.ts';
import { type Features, features, type Known, textFields, texts } from './features.ts';
import { type Bag, bagOf, contained, rarity, type Weight } from './likeness.ts';
import type { PlanMatch } from './plans.ts';

/** To be counted up with every change to how entries are linked, so that what is settled is weighed again. */
export const rulesVersion = 1;

/** From this sum of evidence on a link is made: odds of about 55 to 1. */
export const sureScore = 4;
/** From this sum on, but below `sureScore`, two entries are shown to a person. */
export const doubtfulScore = 1.5;

const planWeight: Readonly<Record<PlanMatch, number>> = { same: 0, years: -0.3, part: -0.5, other: -3.5 };
/** Against a thread that the paper before did not have. */
const goneWeight = -1.5;

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
  return munkres(costs).filter(([row, column]) => (scores[row]?.[column] ?? -1) >= least);
}

const settledScore = 1e6;

function totals({ rows, columns, relation }: Setting, evidence: readonly (readonly Evidence[])[]) {
  return rows.map(({ present }, row) =>
    columns.map((_, column) => {
      const { plan, verdict } = relation(row, column);
      if (verdict !== null) return verdict === 'same' ? settledScore : -settledScore;
      return (evidence[row]?.[column]?.score ?? 0) + planWeight[plan] + (present ? 0 : goneWeight);
    }),
  );
}

/** The text that says what an entry is about: its action, else its finding, else its progress. */
const gist = ({ bags }: Features): Bag =>
  [bags.action, bags.finding, bags.progress].find((bag) => bag.stems.size > 0) ?? bags.progress;

/** A part must stand in the whole at least so far, and the whole not in the part. */
const partShare = 0.75;
/** How much more of the whole the parts together must cover than the first part alone. */
const partGain = 0.15;
/** A part of fewer words could stand anywhere. */
const partWords = 3;

/** True where `whole` was made of `first` and `part`: both stand in it, and together they cover more of it. */
function isPart(whole: Features, first: Features, part: Features, weight: Weight): boolean {
  const [w, f, p] = [gist(whole), gist(first), gist(part)];
  const sameFinding =
    whole.bags.finding.stems.size === 0 ||
    part.bags.finding.stems.size === 0 ||
    gist(part) === part.bags.finding ||
    contained(part.bags.finding, whole.bags.finding, weight) >= partShare;
  if (p.stems.size < partWords || !sameFinding) return false;
  if (contained(p, w, weight) < partShare || contained(w, p, weight) >= partShare) return false;
  if (contained(f, w, weight) < partShare) return false;
  const both = bagOf([...f.stems, ...p.stems], weight);
  const covered = contained(w, both, weight);
  return covered >= partShare && covered - contained(w, f, weight) >= partGain;
}

/**
 * Links one edition's lines to the threads known before it: one to one over the whole paper for entries that go on,
 * then splits and merges among what is left.
 */
export function link(setting: Setting): Linked {
  const { rows, columns, relation } = setting;
  if (rows.length === 0 || columns.length === 0) return { same: [], split: [], merged: [], doubtful: [] };
  const corpus = [...rows.map(({ known }) => known), ...columns].map(({ entry }) => {
    const said = texts(entry);
    return textFields.flatMap((field) => said[field]);
  });
  const weight = rarity(corpus);
  const before = rows.map(({ known }) => features(known, weight));
  const after = columns.map((column) => features(column, weight));
  const evidence = weighPairs(before, after, weight);
  const scores = totals(setting, evidence);

  const pair = (row: number, column: number): Pair => {
    const verdict = relation(row, column).verdict;
    const found = evidence[row]?.[column];
    return {
      row,
      column,
      score: verdict === null ? (scores[row]?.[column] ?? 0) : null,
      reasons: verdict === null && found !== undefined ? reasonsOf(found) : ['a person said so'],
    };
  };
  const same = choose(scores, sureScore).map(([row, column]) => pair(row, column));
  const columnOf = new Map(same.map(({ row, column }) => [row, column]));
  const rowOf = new Map(same.map(({ row, column }) => [column, row]));

  const allowed = (row: number, column: number) => relation(row, column).verdict !== 'different';
  const split: Pair[] = [];
  const merged: Pair[] = [];
  for (const [column, part] of after.entries()) {
    if (rowOf.has(column)) continue;
    const row = before.findIndex((whole, i) => {
      const first = after[columnOf.get(i) ?? -1];
      return first !== undefined && allowed(i, column) && isPart(whole, first, part, weight);
    });
    if (row >= 0) split.push(pair(row, column));
  }
  for (const [row, part] of before.entries()) {
    if (columnOf.has(row) || rows[row]?.present !== true) continue;
    const column = after.findIndex((whole, j) => {
      const first = before[rowOf.get(j) ?? -1];
      return first !== undefined && allowed(row, j) && isPart(whole, first, part, weight);
    });
    if (column >= 0) merged.push(pair(row, column));
  }

  const openRows = rows.keys().filter((row) => !columnOf.has(row) && !merged.some((found) => found.row === row));
  const openColumns = [...columns.keys()].filter(
    (column) => !rowOf.has(column) && !split.some((found) => found.column === column),
  );
  const doubtful = [...openRows].flatMap((row) =>
    openColumns
      .filter((column) => {
        const score = scores[row]?.[column] ?? 0;
        return relation(row, column).verdict === null && score >= doubtfulScore;
      })
      .map((column) => pair(row, column)),
  );
  return { same, split, merged, doubtful };
}
