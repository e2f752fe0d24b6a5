import { middleX } from '../../../../src/lib/box.ts';
import type { TextRow } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';

/** Points by which ends that belong together differ at most. */
export const slack = 1.5;
/** Points: rules this close are the two sides of one. */
export const snap = 2.6;
/** Ems: a wider blank between two words is none of their text's. */
const widestBlank = 0.36;

/** Where rules are jointed, and where the texts between two joints mostly begin. */
export interface Joints {
  readonly xs: readonly number[];
  /** For each column, null where its texts begin here and there. */
  readonly starts: readonly (number | null)[];
}

/** The joints of rules at `xs` (points), and where the texts of the rows between each two of them mostly begin. */
export function jointsAmong(xs: readonly number[], rows: readonly TextRow[]): Joints {
  const starts = xs.slice(1).map((right, index) => {
    const left = xs[index] ?? 0;
    const firsts = rows.flatMap(({ words }) => words.find(({ box }) => box[0] > left - 1 && box[0] < right) ?? []);
    return commonStart(firsts.map(({ box }) => box[0]));
  });
  return { xs, starts };
}

/** The position that most of some positions are at; null where fewer are. */
function commonStart(positions: readonly number[]): number | null {
  const byPoint = Map.groupBy(positions, (position) => Math.round(position));
  const [most = []] = [...byPoint.values()].toSorted((a, b) => b.length - a.length);
  return most.length > 1 && most.length >= 0.5 * positions.length ? (most[0] ?? null) : null;
}

/** True for a line of which some text stands over a joint. */
export const crosses = (row: TextRow, joints: Joints): boolean =>
  joints.xs.some((_, index) => isOver(row, joints, index));

/**
 * True for a text over a joint: a word stands on it that does not begin a cell's text and is too long for the cell, or the
 * blank there is no wider than one between words and no cell's text begins behind it.
 */
function isOver({ words, size }: TextRow, { xs, starts }: Joints, index: number): boolean {
  const x = xs[index] ?? 0;
  const begins = ({ box }: Word, column: number) => Math.abs(box[0] - (starts[column] ?? Number.NaN)) <= slack;
  const at = words.findIndex(({ box }) => box[2] > x + 1 && middleX(box) > x);
  const [before, after] = [words[at === -1 ? words.length - 1 : at - 1], words[at]];
  if (before !== undefined && before.box[2] > x + 1 && !begins(before, index - 1)) return true;
  if (after === undefined) return false;
  if (after.box[0] < x - 1) return !begins(after, index - 1);
  return before !== undefined && after.box[0] - before.box[2] < widestBlank * size && !begins(after, index);
}

/** The joints that texts of a line stand over: one that is over some, over all between its ends, wherever its words begin. */
function overJoints(row: TextRow, joints: Joints): readonly number[] {
  const over = joints.xs.flatMap((_, index) => (isOver(row, joints, index) ? [index] : []));
  if (over.length === 0) return over;
  const within = (from: number, to: number) => (index: number) =>
    (joints.xs[index] ?? 0) > from && (joints.xs[index] ?? 0) < to;
  return textsOf(row).flatMap(([from, to]) =>
    over.some(within(from, to)) ? joints.xs.flatMap((_, index) => (within(from, to)(index) ? [index] : [])) : [],
  );
}

/** From where to where the texts of a line reach, with no more than the blanks between words in them. */
function textsOf({ words, size }: TextRow): readonly (readonly [from: number, to: number])[] {
  const texts: [number, number][] = [];
  for (const { box } of words) {
    const last = texts.at(-1);
    if (last !== undefined && box[0] - last[1] < widestBlank * size) last[1] = Math.max(last[1], box[2]);
    else texts.push([box[0], box[2]]);
  }
  return texts;
}

/** The inner bounds that no text stands over; a text over some with nothing beside it at the right runs to the end. */
export function partingBounds(lines: readonly TextRow[], joints: Joints): readonly number[] {
  const { xs } = joints;
  const inner = xs.map((_, index) => index).slice(1, -1);
  const covered = new Set(lines.flatMap((row) => overJoints(row, joints)));
  const over = inner.filter((index) => covered.has(index));
  const last = over.at(-1) ?? xs.length;
  const isLast = over.length > 0 && lines.every(({ words }) => words.every(({ box }) => box[0] < (xs[last + 1] ?? 0)));
  return inner.filter((index) => !over.includes(index) && !(isLast && index > last)).map((index) => xs[index] ?? 0);
}
