import type { Block, Cell, Table } from '../../src/model/document.ts';
import { withoutRows } from '../../src/tables/without-rows.ts';
import { commonest, kindOfValue } from './kinds-of-values.ts';

/** Fewer columns can be a row of anything. */
const leastColumns = 3;

/** The row that names the columns of what follows, and the rows that stand under it in its own table. */
interface Heads {
  readonly row: Table;
  /** Null where the row is a table of its own. */
  readonly body: Table | null;
}

/**
 * The blocks with a header for tables that have none: the names of columns in a table of their own above, as where a title parts the
 * rows of a sheet, or those of the table above whose rows go on, as where a writer cut it in two.
 */
export function headersToTables(blocks: readonly Block[]): readonly Block[] {
  const used = new Set<Block>();
  let above: Heads | null = null;
  const headed = blocks.map((block): Block => {
    if (block.kind !== 'table') return block;
    if (above !== null && goesUnder(block, above)) {
      if (above.body === null) used.add(above.row);
      return withHead(block, above.row);
    }
    above = isHeadAlone(block) ? { row: block, body: null } : headsOf(block);
    return block;
  });
  return headed.filter((block) => !used.has(block));
}

/** A name of a column, which may be an abbreviation (`No.`), but is no sentence. */
const isName = ({ text, bold, header }: Cell): boolean =>
  (bold || header) && /\p{L}|[%#£]/u.test(text) && !/[;,]$|\p{L}{4}\.$/u.test(text);

/** One row of names in bold, one for each column. */
const isHeadAlone = ({ rows, columns, cells }: Table): boolean =>
  rows === 1 && columns >= leastColumns && cells.length === columns && cells.every(isName);

/** The first row of a plain table that names its columns, and what stands under it. */
function headsOf(table: Table): Heads | null {
  const { rows, columns, cells, headerRows } = table;
  if (rows < 2 || columns < leastColumns || cells.length !== rows * columns || headerRows > 1) return null;
  const [first, ...others] = Array.from({ length: rows }, (_, row) => row);
  const row = withoutRows(table, new Set(others));
  return isHeadAlone(row) ? { row, body: withoutRows(table, new Set([first ?? 0])) } : null;
}

function goesUnder(table: Table, { row, body }: Heads): boolean {
  const { columns, headerRows, cells } = table;
  const hasOwn = headerRows > 0 || cells.filter((cell) => cell.row === 0).every(({ bold }) => bold);
  return columns === row.columns && !hasOwn && (body === null || isAlike(table, body));
}

/** True where the columns of both hold values of the same kinds, and these are not all of one. */
function isAlike(table: Table, other: Table): boolean {
  const kinds = (of: Table) =>
    Array.from({ length: of.columns }, (_, column) =>
      commonest(
        of.cells.flatMap(({ text, ...cell }) => (cell.column === column && text.trim() ? [kindOfValue(text)] : [])),
      ),
    );
  const own = kinds(table);
  const others = kinds(other);
  const told = own.filter((kind, column) => kind !== '' && others[column] !== '');
  const same = own.filter((kind, column) => kind !== '' && others[column] === kind);
  return told.length >= leastColumns && new Set(same).size > 1 && same.length >= leastSame * told.length;
}
const leastSame = 0.75;

const withHead = (table: Table, { cells, places }: Table): Table => ({
  ...table,
  rows: table.rows + 1,
  headerRows: 1,
  cells: [
    ...cells.map((cell) => ({ ...cell, header: true })),
    ...table.cells.map((cell) => ({ ...cell, row: cell.row + 1 })),
  ],
  joins: table.joins.map((join) => ({ ...join, row: join.row + 1 })),
  places: [...places, ...table.places],
});
