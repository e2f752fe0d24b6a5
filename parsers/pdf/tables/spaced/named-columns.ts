import type { Chunk, TextRow } from '../../text/rows.ts';
import type { Column } from './columns.ts';
import { type PlacedRow, placeRow } from './placing.ts';

/** A heading's rows with their pieces, and the columns with the names that stand beside their numbers. */
export interface NamedColumns {
  readonly rows: readonly PlacedRow[];
  readonly columns: readonly Column[];
}

/**
 * Places a heading's rows. Names in the middle of wide columns may stand nearer the numbers of their neighbours than
 * their own: where a row has as many names as there are columns, or as many as there are beyond a first one without a
 * name, each names one column and tells where it is.
 */
export function placeHeading(heading: readonly TextRow[], columns: readonly Column[]): NamedColumns {
  const naming = heading.find((row) => isOffItsColumns(row, columns) && namesEach(row, columns));
  if (naming === undefined) return { rows: heading.map((row) => placeRow(row, columns)), columns };
  const first = columns.length - naming.chunks.length;
  const names = columns.map((column, index): Column => naming.chunks[index - first] ?? column);
  return {
    rows: heading.map((row) => placeRow(row, names)),
    columns: columns.map((column, index) => withName(column, names, index)),
  };
}

/** A column as wide as its numbers and its name, short of the names beside it. */
function withName({ x0, x1 }: Column, names: readonly Column[], index: number): Column {
  const [before, name, after] = [names[index - 1], names[index], names[index + 1]];
  return {
    x0: Math.max(Math.min(x0, name?.x0 ?? x0), before?.x1 ?? x0),
    x1: Math.min(Math.max(x1, name?.x1 ?? x1), after?.x0 ?? x1),
  };
}

const isOffItsColumns = (row: TextRow, columns: readonly Column[]): boolean => {
  const { pieces } = placeRow(row, columns);
  return pieces.length < row.chunks.length || pieces.some((piece) => piece.from < piece.to);
};

/** True for one name to a column, each between the columns before and after its own. */
function namesEach({ chunks }: TextRow, columns: readonly Column[]): boolean {
  const first = columns.length - chunks.length;
  const isBetweenNeighbours = ({ x0, x1 }: Chunk, index: number): boolean => {
    const [before, after] = [columns[first + index - 1], columns[first + index + 1]];
    const least = index === 0 ? before?.x1 : before?.x0;
    return x0 >= (least ?? x0) && x1 <= (after?.x1 ?? x1);
  };
  return (first === 0 || first === 1) && chunks.length > 1 && chunks.every(isBetweenNeighbours);
}
