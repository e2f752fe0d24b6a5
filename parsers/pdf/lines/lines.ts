import { unionAll } from '../../../src/lib/box.ts';
import { foldSpace } from '../../../src/lib/text.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import type { TextRun } from '../page/page-content.ts';

/**
 * Text on one baseline. `x0`, `x1`, `top`, `bottom` and `baseline` are points in the frame of the reading eye: x runs
 * along the text and y from line to line, whichever way the text is turned. `box` is where it stands on the page.
 */
export interface Line {
  readonly page: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly box: Box;
  /** Points: the size most of the letters are set in. */
  readonly size: number;
  /** True where every letter is bold. */
  readonly bold: boolean;
  readonly colour: Rgb;
  readonly angle: TextRun['angle'];
}

/** A run as it stands in its line; `spaced` where a blank is read before it. */
export interface Piece {
  readonly run: TextRun;
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** Position in the order in which the file draws. */
  readonly drawn: number;
  readonly spaced: boolean;
}

/** Gap between two runs, in ems, from which a blank is read between them. */
const wordGap = 0.16;
/** Gap on one baseline, in ems, from which two stretches of text may belong to two columns. */
const columnGap = 1.1;

/**
 * Runs to lines, from the top down and left to right; text on one baseline is cut where a gap is wide enough to part
 * columns (`columns.ts` decides whether it does). Text turned by 90, 180 or 270 degrees comes after upright text.
 */
export function runsToLines(runs: readonly TextRun[], page: number): readonly Line[] {
  const pieces = runs.map(toPiece);
  return ([0, 90, 270, 180] as const).flatMap((angle) =>
    clusterBaselines(pieces.filter(({ run }) => run.angle === angle))
      .flatMap(cutAtGaps)
      .map((cut) => toLine(cut, page, angle)),
  );
}

/** How far each line reaches along its text, in points in the frame of the reading eye: [x0, x1]. */
export function lineExtents(runs: readonly TextRun[]): readonly (readonly [x0: number, x1: number])[] {
  return clusterBaselines(runs.map(toPiece))
    .flatMap(cutAtGaps)
    .map((cut) => [Math.min(...cut.map((piece) => piece.x0)), Math.max(...cut.map((piece) => piece.x1))] as const);
}

/** Lines that stand side by side on one baseline as one line, their texts in reading order. */
export function mergeLines(lines: readonly Line[]): Line {
  const [first] = lines;
  if (first === undefined) throw new Error('no lines to merge');
  if (lines.length === 1) return first;
  return toLine(
    lines.flatMap((line) => line.pieces),
    first.page,
    first.angle,
  );
}

function toPiece(run: TextRun, drawn: number): Piece {
  const [x0, y0, x1, y1] = run.box;
  const frame = { run, baseline: run.baseline, drawn, spaced: false };
  if (run.angle === 90) return { ...frame, x0: y0, x1: y1, top: -x1, bottom: -x0, baseline: -run.baseline };
  if (run.angle === 270) return { ...frame, x0: -y1, x1: -y0, top: x0, bottom: x1 };
  if (run.angle === 180) return { ...frame, x0: -x1, x1: -x0, top: -y1, bottom: -y0, baseline: -run.baseline };
  return { ...frame, x0, x1, top: y0, bottom: y1 };
}

/** Pieces by baseline; a small raised or lowered piece (footnote mark, "st" of 1st) goes to the line it touches. */
function clusterBaselines(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const clusters: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = clusters.at(-1);
    const anchor = last?.[0];
    if (last && anchor && piece.baseline - anchor.baseline <= 0.22 * Math.min(piece.run.size, anchor.run.size)) {
      last.push(piece);
    } else clusters.push([piece]);
  }
  const letters = clusters.map((cluster) => cluster.reduce((sum, piece) => sum + piece.run.text.length, 0));
  const main: Piece[][] = clusters.map(() => []);
  clusters.forEach((cluster, index) => {
    for (const piece of cluster) {
      const near = [index - 1, index + 1, index - 2, index + 2].find(
        (other) =>
          (letters[other] ?? 0) > (letters[index] ?? 0) &&
          clusters[other]?.some((neighbour) => raisedBeside(piece, neighbour)) === true,
      );
      main[near ?? index]?.push(piece);
    }
  });
  return main.filter((cluster) => cluster.length > 0);
}

/** A piece a little above or below its neighbour: smaller, or drawn right after it without a blank. */
function raisedBeside(small: Piece, large: Piece): boolean {
  const offset = Math.abs(small.baseline - large.baseline);
  if (offset > 0.55 * large.run.size) return false;
  const gap = Math.max(small.x0 - large.x1, large.x0 - small.x1);
  if (small.run.size <= 0.85 * large.run.size) return gap <= 0.3 * large.run.size;
  return small.drawn === large.drawn + 1 && Math.abs(small.x0 - large.x1) <= 0.1 * large.run.size;
}

function cutAtGaps(cluster: readonly Piece[]): readonly (readonly Piece[])[] {
  const cuts: Piece[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const piece of cluster.toSorted((a, b) => a.x0 - b.x0)) {
    const last = cuts.at(-1);
    if (last === undefined || piece.x0 - reach > columnGap * piece.run.size) cuts.push([piece]);
    else last.push(piece);
    reach = Math.max(reach, piece.x1);
  }
  return cuts;
}

function toLine(pieces: readonly Piece[], page: number, angle: TextRun['angle']): Line {
  const spaced = spaceOut(inReadingOrder(pieces));
  const letters = spaced.filter(({ run }) => /[\p{L}\p{N}]/u.test(run.text));
  const style = letters.length > 0 ? letters : spaced;
  const size = mostLetters(style, ({ run }) => Math.round(run.size * 10) / 10);
  const main = spaced.filter(({ run }) => run.size >= 0.85 * size);
  return {
    page,
    text: composeText(spaced),
    pieces: spaced,
    x0: Math.min(...spaced.map((piece) => piece.x0)),
    x1: Math.max(...spaced.map((piece) => piece.x1)),
    top: Math.min(...main.map((piece) => piece.top)),
    bottom: Math.max(...main.map((piece) => piece.bottom)),
    baseline: mostLetters(main, (piece) => piece.baseline),
    box: unionAll(pieces.map(({ run }) => run.box)) ?? [0, 0, 0, 0],
    size,
    bold: style.every(({ run }) => run.bold),
    colour: style[0]?.run.colour ?? [0, 0, 0],
    angle,
  };
}

/** Left to right; from right to left where most of the letters are of a right-to-left script, its Latin words kept. */
function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  const sorted = pieces.toSorted((a, b) => a.x0 - b.x0 || a.baseline - b.baseline);
  const weight = (side: boolean) =>
    sorted.filter(({ run }) => run.rightToLeft === side).reduce((sum, { run }) => sum + run.text.length, 0);
  if (weight(true) <= weight(false)) return sorted;
  const groups: Piece[][] = [];
  for (const piece of sorted) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.run.rightToLeft === false && !piece.run.rightToLeft) last.push(piece);
    else groups.push([piece]);
  }
  return groups.reverse().flat();
}

/** Marks where a blank is read between two runs; letters that are spaced out evenly are one word. */
function spaceOut(pieces: readonly Piece[]): readonly Piece[] {
  const gaps = pieces.map((piece, index) => gapBetween(pieces[index - 1], piece));
  const usual = letterGaps(pieces, gaps);
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    const gap = gaps[index] ?? 0;
    const letterGap = usual[index] ?? null;
    if (before === undefined) return { ...piece, spaced: false };
    if (letterGap !== null) return { ...piece, spaced: gap > letterGap * 1.5 + 0.05 };
    return { ...piece, spaced: before.drawn + 1 === piece.drawn ? piece.run.spaceBefore : gap > wordGap };
  });
}

/**
 * For each piece that goes on a row of five or more single letters ("R E P O R T   O F"): the usual gap in that row,
 * in ems. Null for every other piece.
 */
function letterGaps(pieces: readonly Piece[], gaps: readonly number[]): readonly (number | null)[] {
  const isLetter = (piece: Piece | undefined) => piece !== undefined && /^\p{L}$/u.test(piece.run.text.trim());
  const usual: (number | null)[] = pieces.map(() => null);
  let start = 0;
  while (start < pieces.length) {
    let end = start;
    while (isLetter(pieces[end])) end += 1;
    if (end - start >= 5) {
      const inner = gaps.slice(start + 1, end).toSorted((a, b) => a - b);
      for (let index = start + 1; index < end; index++) usual[index] = inner[Math.floor(inner.length / 2)] ?? 0;
    }
    start = Math.max(end, start + 1);
  }
  return usual;
}

/** Distance between two neighbours in ems of the larger one; below 0 where they overlap. */
function gapBetween(left: Piece | undefined, right: Piece): number {
  if (left === undefined) return 0;
  const gap = Math.max(right.x0 - left.x1, left.x0 - right.x1);
  return gap / Math.max(left.run.size, right.run.size, 1);
}

function composeText(pieces: readonly Piece[]): string {
  return foldSpace(pieces.map(({ run, spaced }) => (spaced ? ` ${run.text}` : run.text)).join(''));
}

/** The value that holds for the most letters. */
function mostLetters(pieces: readonly Piece[], value: (piece: Piece) => number): number {
  const counts = new Map<number, number>();
  for (const piece of pieces) {
    counts.set(value(piece), (counts.get(value(piece)) ?? 0) + piece.run.text.trim().length);
  }
  let best = pieces[0] === undefined ? 0 : value(pieces[0]);
  for (const [candidate, count] of counts) if (count > (counts.get(best) ?? 0)) best = candidate;
  return best;
}
