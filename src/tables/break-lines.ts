import type { Block, Cell, Table } from '../model/document.ts';

/** What ruling lines say of the break between two parts of a table. */
export interface BreakLines {
  /** True where the last row above goes on below. */
  readonly cut: boolean;
  /** True for a cell of the last row above that goes on in the cell of the first row below it. */
  readonly goesOn: (upper: Cell, lower: Cell) => boolean;
}

/**
 * True for a paper whose lines close its tables, but leave a cell open at the edge of the page that cuts it, as browsers
 * do (CSS Fragmentation 3, `box-decoration-break: slice`): there lines tell a cut from the end of a row.
 */
export function leavesCutsOpen(blocks: readonly Block[]): boolean {
  const tables = blocks.filter((block) => block.kind === 'table');
  const closes = tables.some(isClosedAbove) && tables.some(isClosedBelow);
  return (
    closes && tables.some((table, index) => isNext(table, tables[index + 1]) && lastCells(table).some(isOpenBelow))
  );
}

/**
 * Reads a break from the lines of the cells on both sides of it; null where the table's lines are not known.
 * @param below the part on the next page without the header that comes back there
 * @param headed true where a header comes back: its line closes the first row from above, cut or not
 */
export function readBreakLines(above: Table, below: Table, headed: boolean): BreakLines | null {
  const [upper, lower] = [lastCells(above), firstCells(below)];
  if (upper.length === 0 || ![...upper, ...lower].every((cell) => cell.open !== undefined)) return null;
  const shapes = (cells: readonly Cell[]) => cells.map(({ column, columnSpan }) => `${column}+${columnSpan}`).sort();
  const isOpenAbove = (cell: Cell) => headed || cell.open?.top === true;
  return {
    cut: upper.every(isOpenBelow) && lower.every(isOpenAbove) && String(shapes(upper)) === String(shapes(lower)),
    goesOn: (one, other) => isOpenBelow(one) && isOpenAbove(other),
  };
}

const isOpenBelow = (cell: Cell): boolean => cell.open?.bottom === true;

const isClosedAbove = (table: Table): boolean => firstCells(table).every((cell) => cell.open?.top === false);

const isClosedBelow = (table: Table): boolean => lastCells(table).every((cell) => cell.open?.bottom === false);

/** True for a table that ends on the page before the other one begins. */
function isNext(table: Table, next: Table | undefined): boolean {
  const [last, first] = [table.places.at(-1)?.page, next?.places[0]?.page];
  return last !== undefined && first === last + 1 && next?.columns === table.columns;
}

const firstCells = (table: Table): readonly Cell[] => table.cells.filter((cell) => cell.row === 0);

const lastCells = (table: Table): readonly Cell[] =>
  table.cells.filter((cell) => cell.row + cell.rowSpan === table.rows);
