import { overlap } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { isNumeric, isYear } from '../../text/numbers.ts';
import { type Chunk, type TextRow, withoutLeaders } from '../../text/rows.ts';
import { textOf, type Word } from '../../text/words.ts';
import type { Column } from './columns.ts';

/** A piece of a text row and the columns it stands in, first and last. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly Word[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

export interface PlacedRow {
  readonly row: TextRow;
  /** From left to right. */
  readonly pieces: readonly Piece[];
}

/**
 * Says for each chunk of a row in which columns it stands; a chunk is cut where it runs from one column into the next.
 * @param areFlush the columns' texts are set left: a word right at the edge of one begins there, however narrow the blank
 */
export function placeRow(row: TextRow, columns: readonly Column[], areFlush = false): PlacedRow {
  const pieces: Piece[] = [];
  for (const chunk of row.chunks) {
    for (const piece of placeChunk(chunk, columns, row, areFlush)) {
      const last = pieces.at(-1);
      if (last !== undefined && last.to === piece.from && last.from === last.to && piece.from === piece.to) {
        pieces[pieces.length - 1] = toPiece([...last.runs, ...piece.runs], last.from, last.to);
      } else pieces.push(piece);
    }
  }
  return { row, pieces };
}

function placeChunk(
  chunk: Chunk,
  columns: readonly Column[],
  { size, blank }: TextRow,
  areFlush: boolean,
): readonly Piece[] {
  const shown = chunk.words;
  const spans = shown.map((run) => columnsUnder(run, columns, size));
  const leaders = shown.length < chunk.runs.length ? chunk.runs.filter((run) => !shown.includes(run)) : [];
  const [from, to] = [leastOf(spans, ([first]) => first), mostOf(spans, ([, last]) => last)];
  if (from === to) return [toPiece(chunk.runs, from, to)];
  const perColumn = onePerColumn(shown, columns, from, to, size) ?? setInColumns(shown, columns, size);
  const crosses = spans.some(([first, last]) => last > first);
  if (perColumn === null && crosses) return [toPiece(chunk.runs, from, to)];
  const pieces =
    perColumn ??
    cutPieces(
      shown,
      spans.map(([first]) => first),
      areFlush ? columns : [],
      Math.max(0.5 * size, 1.4 * blank),
      size,
    );
  pieces[0]?.runs.push(...leaders);
  return pieces.map((piece) => toPiece(piece.runs, piece.from, piece.to));
}

/** Ems by which words at the left edge of a column begin beside it. */
const flush = 0.06;

interface OpenPiece {
  readonly runs: Word[];
  readonly from: number;
  to: number;
}

/** Words in order as pieces, cut where the column changes and the blank between is no word's blank, or the column begins right there. */
function cutPieces(
  words: readonly Word[],
  columns: readonly number[],
  places: readonly Column[],
  widest: number,
  size: number,
): OpenPiece[] {
  const pieces: OpenPiece[] = [];
  words.forEach((run, index) => {
    const column = columns[index] ?? 0;
    const piece = pieces.at(-1);
    const before = words[index - 1];
    const isFlush = Math.abs(run.box[0] - (places[column]?.x0 ?? Number.NaN)) < flush * size;
    if (piece === undefined || before === undefined) pieces.push({ runs: [run], from: column, to: column });
    else if (column === piece.to || !(isFlush || isCut(before, run, widest, size))) {
      piece.runs.push(run);
      piece.to = Math.max(piece.to, column);
    } else pieces.push({ runs: [run], from: column, to: column });
  });
  return pieces;
}

/** Whether the blank between two words of one chunk parts columns: it is wide, or both are numbers. */
function isCut(before: Word, after: Word, widest: number, size: number): boolean {
  const gap = after.box[0] - before.box[2];
  const values = (isNumeric(before.text) || isYear(before.text)) && (isNumeric(after.text) || isYear(after.text));
  return gap > widest || (values && gap > 0.12 * size) || (isNumeric(after.text) && gap > 0.8 * widest);
}

/**
 * A chunk that is really one heading beside the other, with hardly more than a blank between: its words fall into as
 * many pieces as there are columns, each set left, right or in the middle of its own.
 */
function onePerColumn(
  words: readonly Word[],
  columns: readonly Column[],
  from: number,
  to: number,
  size: number,
): OpenPiece[] | null {
  const pieces: OpenPiece[] = [];
  for (let index = from; index <= to; index++) pieces.push({ runs: [], from: index, to: index });
  for (const run of words) {
    const middle = (run.box[0] + run.box[2]) / 2;
    const nearest = columns.reduce(
      (best, column, index) => (gapTo(middle, column) < gapTo(middle, columns[best]) ? index : best),
      from,
    );
    pieces[nearest - from]?.runs.push(run);
  }
  const slack = 0.45 * size;
  const aligned = pieces.every(({ runs, from: index }) => {
    const column = columns[index];
    const [x0, x1] = [runs[0]?.box[0], runs.at(-1)?.box[2]];
    if (column === undefined || x0 === undefined || x1 === undefined) return false;
    return isSetIn(x0, x1, column, slack);
  });
  const inner = pieces.flatMap(({ runs }) => blanksBetween(runs));
  // Two words over two columns may be one heading; four over four hardly ever are.
  const least =
    pieces.length >= 4 ? 0 : inner.length > 0 ? 1.25 * Math.max(...inner) : (pieces.length === 3 ? 0.36 : 0.65) * size;
  const apart = pieces.slice(1).every(({ runs }, index) => {
    const [before, after] = [pieces[index]?.runs.at(-1), runs[0]];
    if (before === undefined || after === undefined) return false;
    const numbers = /^\p{Sc}\d/u.test(after.text) || (/\d/u.test(before.text) && /^\d/u.test(after.text));
    return numbers || after.box[0] - before.box[2] >= least;
  });
  return aligned && apart ? pieces : null;
}

/**
 * Headings side by side in one chunk, parted by blanks that are wider than those between their words: each is set left,
 * right or in the middle of a column of its own, though it may begin far beside its numbers.
 */
function setInColumns(words: readonly Word[], columns: readonly Column[], size: number): OpenPiece[] | null {
  const blanks = blanksBetween(words);
  const least = Math.max(0.36 * size, 1.35 * Math.min(...blanks.filter((blank) => blank > 0.1 * size)));
  const parts: Word[][] = [];
  words.forEach((run, index) => {
    const part = parts.at(-1);
    if (part === undefined || (blanks[index - 1] ?? 0) >= least) parts.push([run]);
    else part.push(run);
  });
  if (parts.length < 2 || !Number.isFinite(least)) return null;
  const pieces: OpenPiece[] = [];
  for (const runs of parts) {
    const [x0, x1] = [runs[0]?.box[0] ?? 0, runs.at(-1)?.box[2] ?? 0];
    const taken = pieces.at(-1)?.to ?? -1;
    const column = columns.findIndex((each, index) => index > taken && isSetIn(x0, x1, each, 0.2 * size));
    if (column === -1) return null;
    pieces.push({ runs, from: column, to: column });
  }
  return pieces;
}

/** True for a stretch at the left, at the right or in the middle of a column. */
const isSetIn = (x0: number, x1: number, column: Column, slack: number): boolean =>
  Math.abs(x0 - column.x0) <= slack ||
  Math.abs(x1 - column.x1) <= slack ||
  Math.abs((x0 + x1) / 2 - (column.x0 + column.x1) / 2) <= slack;

const blanksBetween = (runs: readonly Word[]): readonly number[] =>
  runs.slice(1).map((run, index) => run.box[0] - (runs[index]?.box[2] ?? 0));

const gapTo = (x: number, column: Column | undefined): number =>
  column === undefined
    ? Number.POSITIVE_INFINITY
    : Math.max(column.x0 - x, x - column.x1, 0) + Math.abs(x - (column.x0 + column.x1) / 2) / 1000;

/** The columns under a word, without those it hardly touches; the nearest where it stands between two. */
function columnsUnder(run: Word, columns: readonly Column[], size: number): readonly [from: number, to: number] {
  const shared = columns.map((column) => overlap(run.box[0], run.box[2], column.x0, column.x1));
  const most = mostOf(shared, (length) => length);
  const isUnder = (length: number) => length > 0.12 * size && length >= 0.35 * most;
  const first = shared.findIndex(isUnder);
  if (first !== -1) return [first, shared.findLastIndex(isUnder)];
  const nearest = Math.max(0, shared.indexOf(most));
  return [nearest, nearest];
}

export function toPiece(runs: readonly Word[], from: number, to: number): Piece {
  const words = withoutLeaders(runs);
  return {
    from,
    to,
    runs,
    text: textOf(words),
    x0: leastOf(words, (run) => run.box[0]),
    x1: mostOf(words, (run) => run.box[2]),
  };
}
