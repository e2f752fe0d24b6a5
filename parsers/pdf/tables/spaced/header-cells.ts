import { overlap } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import type { Word } from '../../text/words.ts';
import type { Edge } from '../ruled/edge.ts';
import type { Column } from './columns.ts';
import type { Piece, PlacedRow } from './placing.ts';

/** Ems between the middle of a heading and that of the columns it heads, whose numbers may stand at one side. */
const farthestMiddle = 1.2;

/** A cell of a heading of several levels. */
export interface HeaderCell {
  readonly level: number;
  readonly levels: number;
  readonly from: number;
  readonly to: number;
  readonly runs: readonly Word[];
}

export interface Header {
  readonly levels: number;
  readonly cells: readonly HeaderCell[];
}

/** A heading over its columns while it is put together: the lines of one cell. */
interface Stack {
  from: number;
  to: number;
  runs: Word[];
  top: number;
  bottom: number;
}

/**
 * The cells of a table's heading. Lines under each other in one column are one cell; a line that stands over several
 * columns, or over a rule that does, heads them all; what no other cell heads takes the heading's full height.
 */
export function headerCells(rows: readonly PlacedRow[], columns: readonly Column[], rules: readonly Edge[]): Header {
  const stacks: Stack[] = [];
  for (const { row, pieces } of rows) {
    const shares = stacks.some((stack) => stack.to > 0) ? [] : equalShares(pieces, row.size, columns);
    const spans = pieces.map((piece, index) => {
      const share = shares[index];
      if (share !== undefined) return share;
      const over = stacks.findLast((stack) => stack.from <= piece.to && stack.to >= piece.from);
      return over !== undefined && goesOn(over, piece, row)
        ? ([over.from, over.to] as const)
        : spanOf(piece, pieces, row.bottom, row.size, columns, rules);
    });
    pieces.forEach((piece, index) => {
      const [from, to] = spans[index] ?? [piece.from, piece.to];
      const above = stacks.findLast((stack) => stack.from <= to && stack.to >= from);
      const sameCell =
        above !== undefined &&
        above.from === from &&
        above.to === to &&
        row.top - above.bottom < 1.2 * row.size &&
        !rules.some((rule) => parts(rule, above.bottom, row, columns, from, to));
      if (sameCell) {
        above.runs.push(...piece.runs);
        above.bottom = row.bottom;
      } else stacks.push({ from, to, runs: [...piece.runs], top: row.top, bottom: row.bottom });
    });
  }
  return toHeader(stacks);
}

/** True for the next line of the cell above: in its one column, a line's space below, set alike and no wider than it. */
function goesOn(over: Stack, piece: Piece, row: { readonly top: number; readonly size: number }): boolean {
  if (over.from !== over.to || piece.from !== over.from || piece.to !== over.to) return false;
  const [x0, x1] = [leastOf(over.runs, (run) => run.box[0]), mostOf(over.runs, (run) => run.box[2])];
  const slack = 0.15 * row.size;
  const alike =
    Math.abs(x0 - piece.x0) <= slack ||
    Math.abs(x1 - piece.x1) <= slack ||
    Math.abs(x0 + x1 - piece.x0 - piece.x1) <= 2 * slack;
  const bold = over.runs.every((run) => run.bold) === piece.runs.every((run) => run.bold);
  return alike && bold && row.top - over.bottom < 0.6 * row.size;
}

/** True for a rule between a stack and a row that underlines the whole cell. */
function parts(
  rule: Edge,
  bottom: number,
  row: { readonly top: number; readonly size: number },
  columns: readonly Column[],
  from: number,
  to: number,
): boolean {
  const [x0, x1] = [columns[from]?.x0 ?? 0, columns[to]?.x1 ?? 0];
  return (
    rule.at > bottom - 0.4 * row.size &&
    rule.at < row.top + 0.4 * row.size &&
    overlap(rule.from, rule.to, x0, x1) > 0.6 * (x1 - x0)
  );
}

/** The columns a piece heads: those under it, those under the rule below it, or those it is centred over. */
function spanOf(
  piece: Piece,
  inRow: readonly Piece[],
  bottom: number,
  size: number,
  columns: readonly Column[],
  rules: readonly Edge[],
): readonly [from: number, to: number] {
  const underline = rules.find(
    (rule) =>
      rule.at > bottom - 0.5 * size &&
      rule.at < bottom + 0.9 * size &&
      overlap(rule.from, rule.to, piece.x0, piece.x1) > 0.7 * (piece.x1 - piece.x0) &&
      inRow.every((other) => other === piece || overlap(rule.from, rule.to, other.x0, other.x1) <= 2),
  );
  if (underline !== undefined) {
    const under = columns.flatMap((column, index) =>
      overlap(underline.from, underline.to, column.x0, column.x1) > 0.5 * (column.x1 - column.x0) ? [index] : [],
    );
    const [first, last] = [under[0], under.at(-1)];
    if (first !== undefined && last !== undefined) return [Math.min(first, piece.from), Math.max(last, piece.to)];
  }
  const own = columns[piece.from];
  const sitsInColumn = piece.from === piece.to && own !== undefined && isSetIn(piece, own, size);
  return sitsInColumn && inRow.length > 1 ? [piece.from, piece.to] : centredSpan(piece, inRow, size, columns);
}

/** The columns of each piece where all head equally many beyond the first column, each in the middle of its own; else none. */
function equalShares(
  pieces: readonly Piece[],
  size: number,
  columns: readonly Column[],
): readonly (readonly [from: number, to: number])[] {
  const share = (columns.length - 1) / pieces.length;
  if (pieces.length < 2 || share < 2 || !Number.isInteger(share)) return [];
  const shares = pieces.map((_, index) => [1 + index * share, (index + 1) * share] as const);
  const isInMiddle = ({ x0, x1 }: Piece, index: number): boolean => {
    const [from, to] = shares[index] ?? [0, 0];
    return Math.abs(((columns[from]?.x0 ?? 0) + (columns[to]?.x1 ?? 0)) / 2 - (x0 + x1) / 2) <= farthestMiddle * size;
  };
  return pieces.every(isInMiddle) ? shares : [];
}

/** Whether a piece is set at the left, at the right or in the middle of a column. */
function isSetIn(piece: Piece, column: Column, size: number): boolean {
  const slack = 0.45 * size;
  return (
    Math.abs(piece.x0 - column.x0) <= slack ||
    Math.abs(piece.x1 - column.x1) <= slack ||
    Math.abs((piece.x0 + piece.x1) / 2 - (column.x0 + column.x1) / 2) <= slack
  );
}

/** As many columns as a piece alone in its row is centred over. */
export function centredAlone(piece: Piece, size: number, columns: readonly Column[]): Piece {
  const [from, to] = centredSpan(piece, [piece], size, columns);
  return { ...piece, from, to };
}

/** The widest run of free columns around a piece whose middle is the piece's own. */
function centredSpan(
  piece: Piece,
  inRow: readonly Piece[],
  size: number,
  columns: readonly Column[],
): readonly [from: number, to: number] {
  const before = inRow.filter((other) => other.to < piece.from).map((other) => other.to);
  const after = inRow.filter((other) => other.from > piece.to).map((other) => other.from);
  const lowest = Math.max(piece.from === 0 ? 0 : 1, ...before.map((column) => column + 1));
  const highest = Math.min(columns.length - 1, ...after.map((column) => column - 1));
  const middle = (piece.x0 + piece.x1) / 2;
  let best: readonly [number, number] = [piece.from, piece.to];
  let widest = -1;
  for (let from = lowest; from <= piece.from; from++) {
    for (let to = piece.to; to <= highest; to++) {
      const offset = Math.abs(((columns[from]?.x0 ?? 0) + (columns[to]?.x1 ?? 0)) / 2 - middle);
      if (offset <= farthestMiddle * size && to - from > widest && to > from) {
        widest = to - from;
        best = [from, to];
      }
    }
  }
  return best;
}

/** Levels from the stacks: each cell stands one level below the cells that head it. */
function toHeader(stacks: readonly Stack[]): Header {
  const ordered = stacks.toSorted((a, b) => a.top - b.top);
  const levelOf = new Map<Stack, number>();
  for (const stack of ordered) {
    const above = ordered.filter(
      (other) => other !== stack && other.bottom <= stack.top + 1 && other.from <= stack.to && other.to >= stack.from,
    );
    levelOf.set(stack, Math.max(-1, ...above.map((other) => levelOf.get(other) ?? -1)) + 1);
  }
  const levels = Math.max(0, ...levelOf.values()) + 1;
  const cells = ordered.map((stack): HeaderCell => {
    const level = levelOf.get(stack) ?? 0;
    const below = ordered.filter(
      (other) => other.top >= stack.bottom - 1 && other.from <= stack.to && other.to >= stack.from,
    );
    const next = Math.min(levels, ...below.map((other) => levelOf.get(other) ?? levels));
    return { level, levels: Math.max(1, next - level), from: stack.from, to: stack.to, runs: stack.runs };
  });
  return { levels, cells };
}
