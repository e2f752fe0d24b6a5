import { overlap } from '../../src/lib/box.ts';
import type { Column } from './gutters.ts';
import type { TextRun } from './page-content.ts';
import { type Chunk, isLeader, type TextRow } from './text-rows.ts';
import { isNumeric, isYear } from './tokens.ts';

/** A piece of a text row and the columns it stands in, first and last. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly TextRun[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

export interface PlacedRow {
  readonly row: TextRow;
  /** From left to right. */
  readonly pieces: readonly Piece[];
}

/** Says for each chunk of a row in which columns it stands; a chunk is cut where it runs from one column into the next. */
export function placeRow(row: TextRow, columns: readonly Column[]): PlacedRow {
  const pieces: Piece[] = [];
  for (const chunk of row.chunks) {
    for (const piece of placeChunk(chunk, columns, row.size)) {
      const last = pieces.at(-1);
      if (last !== undefined && last.to === piece.from && last.from === last.to && piece.from === piece.to) {
        pieces[pieces.length - 1] = toPiece([...last.runs, ...piece.runs], last.from, last.to);
      } else pieces.push(piece);
    }
  }
  return { row, pieces };
}

function placeChunk(chunk: Chunk, columns: readonly Column[], size: number): readonly Piece[] {
  const words = chunk.runs.filter((run) => !isLeader(run.text));
  const shown = words.length > 0 ? words : chunk.runs;
  const spans = shown.map((run) => columnsUnder(run, columns, size));
  if (spans.some(([from, to]) => to > from)) {
    return [toPiece(chunk.runs, Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to)))];
  }
  const pieces: { runs: TextRun[]; from: number; to: number }[] = [];
  shown.forEach((run, index) => {
    const [column] = spans[index] ?? [0, 0];
    const piece = pieces.at(-1);
    const before = shown[index - 1];
    if (piece === undefined || before === undefined) pieces.push({ runs: [run], from: column, to: column });
    else if (column === piece.to || !isCut(before, run, size)) {
      piece.runs.push(run);
      piece.to = Math.max(piece.to, column);
    } else pieces.push({ runs: [run], from: column, to: column });
  });
  const leaders = chunk.runs.filter((run) => !shown.includes(run));
  pieces[0]?.runs.push(...leaders);
  return pieces.map(({ runs, from, to }) => toPiece(runs, from, to));
}

/** Whether the blank between two words of one chunk parts columns: it is wide, or both are numbers. */
function isCut(before: TextRun, after: TextRun, size: number): boolean {
  const gap = after.box[0] - before.box[2];
  const values = (isNumeric(before.text) || isYear(before.text)) && (isNumeric(after.text) || isYear(after.text));
  return gap > 0.5 * size || (values && gap > 0.12 * size) || (isNumeric(after.text) && gap > 0.4 * size);
}

function columnsUnder(run: TextRun, columns: readonly Column[], size: number): readonly [from: number, to: number] {
  const under = columns.flatMap((column, index) =>
    overlap(run.box[0], run.box[2], column.x0, column.x1) > 0.12 * size ? [index] : [],
  );
  const [first, last] = [under[0], under.at(-1)];
  if (first !== undefined && last !== undefined) return [first, last];
  const nearest = columns.reduce(
    (best, column, index) => (distance(run, column) < distance(run, columns[best]) ? index : best),
    0,
  );
  return [nearest, nearest];
}

const distance = (run: TextRun, column: Column | undefined): number =>
  column === undefined ? Number.POSITIVE_INFINITY : -overlap(run.box[0], run.box[2], column.x0, column.x1);

export function toPiece(runs: readonly TextRun[], from: number, to: number): Piece {
  const words = runs.filter((run) => !isLeader(run.text));
  const shown = words.length > 0 ? words : runs;
  return {
    from,
    to,
    runs,
    text: shown.map((run, index) => (run.spaceBefore && index > 0 ? ` ${run.text}` : run.text)).join(''),
    x0: Math.min(...shown.map((run) => run.box[0])),
    x1: Math.max(...shown.map((run) => run.box[2])),
  };
}
