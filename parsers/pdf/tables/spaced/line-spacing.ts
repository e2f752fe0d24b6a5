import { mostOf } from '../../../../src/lib/extremes.ts';
import { isNumericText } from '../../text/numbers.ts';
import type { Column } from './columns.ts';
import type { Piece, PlacedRow } from './placing.ts';

/** Steps up to so many times the line pitch are between lines of one cell, greater ones between rows. */
const withinCell = 1.09;
/** Steps this near to that bound tell nothing, and few of them are borne with. */
const unclear = 0.05;
const mostUnclear = 0.12;

/**
 * Text rows grouped into rows of a table by their spacing alone: lines of one cell stand closer than rows do.
 * @returns null where the spacing does not tell: all steps are alike, too many are neither, or the groups that they
 *   make are no rows of a table (numbers under each other in one column, texts that had room for the next word)
 */
export function groupsBySpacing(
  rows: readonly PlacedRow[],
  columns: readonly Column[],
): readonly (readonly PlacedRow[])[] | null {
  const steps = rows.slice(1).map((row, index) => row.row.baseline - (rows[index]?.row.baseline ?? 0));
  const pitch = linePitch(steps, rows);
  if (pitch === null) return null;
  const doubtful = steps.filter((step) => Math.abs(step / pitch - withinCell) < unclear);
  if (doubtful.length > mostUnclear * steps.length) return null;
  const groups: PlacedRow[][] = [];
  rows.forEach((row, index) => {
    const group = groups.at(-1);
    if (group !== undefined && (steps[index - 1] ?? 0) <= withinCell * pitch) group.push(row);
    else groups.push([row]);
  });
  const several = groups.filter((group) => group.length > 1);
  const isTable = several.length > 0 && groups.length > 1;
  return isTable && several.every(holdsEachNumberOnce) && mostlyWrapped(several, columns) ? groups : null;
}

/** The least step between lines that more than one pair is apart; null where no two lines are that near. */
function linePitch(steps: readonly number[], rows: readonly PlacedRow[]): number | null {
  const size = mostOf(rows, ({ row }) => row.size);
  const sorted = steps.filter((step) => step > 0.9 * size && step < 1.7 * size).toSorted((a, b) => a - b);
  return sorted.find((step, index) => sorted.length === 1 || (sorted[index + 1] ?? Infinity) < 1.03 * step) ?? null;
}

/** True where no column holds numbers in two lines: these would be two rows. */
function holdsEachNumberOnce(group: readonly PlacedRow[]): boolean {
  const columns = group.flatMap(({ pieces }) =>
    pieces.filter((piece) => isNumericText(piece.text)).map((piece) => piece.from),
  );
  return new Set(columns).size === columns.length;
}

/** True where most lines under a line of the same cell begin with a word that did not fit there. */
function mostlyWrapped(groups: readonly (readonly PlacedRow[])[], columns: readonly Column[]): boolean {
  const wraps = groups.flatMap((group) =>
    group.slice(1).flatMap(({ pieces }, index) =>
      pieces.flatMap((piece) => {
        const above = group[index]?.pieces.find((other) => other.from === piece.from);
        return above === undefined ? [] : [didNotFit(above, piece, columns[piece.from])];
      }),
    ),
  );
  return wraps.length > 0 && wraps.filter(Boolean).length >= 0.7 * wraps.length;
}

/** True where a piece's first word had no room behind the piece above, wherever in the column that is set. */
function didNotFit(above: Piece, piece: Piece, column: Column | undefined): boolean {
  const word = piece.runs[0];
  if (column === undefined || word === undefined) return false;
  const needed = above.x1 - above.x0 + 0.2 * word.size + (word.box[2] - word.box[0]);
  return needed >= column.x1 - column.x0 - 0.3 * word.size;
}
