import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { isNumericText } from '../../text/numbers.ts';
import { median } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edge } from '../ruled/edge.ts';
import type { Column } from './columns.ts';
import { groupsByFit } from './line-fit.ts';
import { groupsBySpacing } from './line-spacing.ts';
import type { Piece, PlacedRow } from './placing.ts';
import { isWide } from './row-groups.ts';

/** A row of a table's body: per column the runs that stand there, and where the row ends. */
export interface BodyRow {
  readonly cells: readonly { readonly from: number; readonly to: number; readonly runs: readonly Word[] }[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * Rows of a table's body out of rows of text: a text row that only carries on what the row before began (wrapped
 * labels, wrapped words) belongs to it. Rules between most rows settle it, else their spacing.
 * @param alone how a text row that is a row of the table by itself is meant
 */
export function toBodyRows(
  rows: readonly PlacedRow[],
  columns: readonly Column[],
  rules: readonly Edge[],
  alone: (row: PlacedRow) => PlacedRow = (row) => row,
): readonly BodyRow[] {
  const left = columns[0]?.x0 ?? 0;
  const right = columns.at(-1)?.x1 ?? 0;
  const wide = rules.filter((rule) => isWide(rule, left, right));
  const ruledBetween = (above: PlacedRow, below: PlacedRow) =>
    wide.some(
      (rule) =>
        rule.at > above.row.baseline - 0.2 * above.row.size && rule.at < below.row.baseline - 0.2 * below.row.size,
    );
  const gaps = rows.slice(1).map((row, index) => {
    const above = rows[index];
    return above !== undefined && ruledBetween(above, row);
  });
  const allRuled = gaps.filter(Boolean).length >= Math.max(2, 0.3 * gaps.length) && wrapsWithinRules(rows, gaps);
  const spaced = allRuled ? null : (groupsBySpacing(rows, columns) ?? groupsByFit(rows, columns));
  const toRow = (group: readonly PlacedRow[]) => toBodyRow(group.length === 1 ? group.map(alone) : group);
  if (spaced !== null) return spaced.map(toRow);
  const pitch = median(rows.slice(1).map((row, index) => row.row.baseline - (rows[index]?.row.baseline ?? 0)));
  const merged: PlacedRow[][] = [];
  rows.forEach((row, index) => {
    const group = merged.at(-1);
    const above = rows[index - 1];
    const ruled = gaps[index - 1] ?? false;
    const joins =
      group !== undefined &&
      above !== undefined &&
      !ruled &&
      (allRuled || carriesOn(group, above, row, rows[index + 1], columns, pitch));
    if (joins) group.push(row);
    else merged.push([row]);
  });
  return merged.map(toRow);
}

/** True where text between two rules never holds two full rows: then all text between two rules is one row. */
function wrapsWithinRules(rows: readonly PlacedRow[], gaps: readonly boolean[]): boolean {
  let valued = 0;
  return rows.every(({ pieces }, index) => {
    if (gaps[index - 1] === true) valued = 0;
    if (pieces.some((piece) => piece.from > 0 && isNumericText(piece.text))) valued++;
    return valued < 2;
  });
}

function carriesOn(
  group: readonly PlacedRow[],
  above: PlacedRow,
  row: PlacedRow,
  below: PlacedRow | undefined,
  columns: readonly Column[],
  pitch: number,
): boolean {
  const size = row.row.size;
  // Lines side by side rather than under each other: a value set halfway down a label of two lines.
  if (group.some((other) => row.row.baseline - other.row.baseline < 0.72 * size)) return standsBeside(group, row);
  const distance = row.row.baseline - above.row.baseline;
  if (distance > Math.max(1.45 * size, Math.min(1.15 * pitch, 1.7 * size))) return false;
  const stub = row.pieces.find((piece) => piece.from === 0);
  const rest = row.pieces.filter((piece) => piece.from > 0);
  const aboveStub = above.pieces.find((piece) => piece.from === 0);
  const aboveRest = above.pieces.filter((piece) => piece.from > 0);
  const lower = (piece: Piece | undefined) =>
    piece !== undefined && /^[\p{Ll}(&]/u.test(piece.text) && !isNumericText(piece.text);
  if (stub === undefined) {
    // Words that go on under words: never numbers, and only in columns the row above fills.
    return (
      rest.length > 0 &&
      rest.every(
        (piece) =>
          !isNumericText(piece.text) &&
          group.some(({ pieces }) => pieces.some((other) => other.from === piece.from && !isNumericText(other.text))),
      ) &&
      (rest.every(lower) || distance < 0.92 * pitch || rest.every((piece) => reachesEnd(above, piece, columns)))
    );
  }
  if (rest.length === 0) {
    return aboveStub !== undefined && (lower(stub) || distance < 0.86 * pitch || hangs(stub, group, below, size));
  }
  // The label's last line carries the numbers.
  if (aboveRest.length === 0 && aboveStub !== undefined && (lower(stub) || distance < 0.86 * pitch)) return true;
  return lower(stub) && rest.every((piece) => lower(piece)) && aboveRest.length > 0;
}

/** A label's second line, indented under the first, with the next label back at the first one's indent. */
function hangs(stub: Piece, group: readonly PlacedRow[], below: PlacedRow | undefined, size: number): boolean {
  const first = group[0]?.pieces.find((piece) => piece.from === 0);
  const next = below?.pieces.find((piece) => piece.from === 0);
  const hasValues = group.some(({ pieces }) => pieces.some((piece) => piece.from > 0));
  if (first === undefined || !hasValues) return false;
  return stub.x0 > first.x0 + 0.35 * size && (next === undefined || next.x0 <= first.x0 + 0.2 * size);
}

/** True for a line that stands beside the last of a row, and has no numbers under those of its other lines. */
function standsBeside(group: readonly PlacedRow[], row: PlacedRow): boolean {
  const isUnder = (piece: Piece, other: Piece) => other.to >= piece.from && other.from <= piece.to;
  const inGroup = group.flatMap(({ pieces }) => pieces);
  return row.pieces.every(
    (piece) =>
      !group.at(-1)?.pieces.some((other) => isUnder(piece, other)) &&
      !(isNumericText(piece.text) && inGroup.some((other) => isUnder(piece, other))),
  );
}

/** True where the piece above in the same column ends so far right that the next word did not fit. */
function reachesEnd(above: PlacedRow, piece: Piece, columns: readonly Column[]): boolean {
  const over = above.pieces.find((other) => other.from === piece.from);
  const column = columns[piece.from];
  const firstWord = piece.runs[0];
  if (over === undefined || column === undefined || firstWord === undefined) return false;
  return over.x1 + (firstWord.box[2] - firstWord.box[0]) >= column.x1 - 0.3 * firstWord.size;
}

/** The cells of one row out of its rows of text. */
export function toBodyRow(group: readonly PlacedRow[]): BodyRow {
  const cells: { from: number; to: number; runs: Word[] }[] = [];
  for (const { pieces } of group) {
    for (const piece of pieces) {
      const cell = cells.find((other) => other.from <= piece.to && other.to >= piece.from);
      if (cell === undefined) cells.push({ from: piece.from, to: piece.to, runs: [...piece.runs] });
      else {
        cell.runs.push(...piece.runs);
        cell.from = Math.min(cell.from, piece.from);
        cell.to = Math.max(cell.to, piece.to);
      }
    }
  }
  return {
    cells,
    top: leastOf(group, ({ row }) => row.top),
    bottom: mostOf(group, ({ row }) => row.bottom),
  };
}
