import type { Cell, Table } from '../../src/model/document.ts';

/** Records fewer than these do not show that rows go in pairs. */
const leastPairs = 2;

/** The rows of a table whose records take two each. */
interface Pairs {
  readonly rows: readonly (readonly Cell[])[];
  /** The upper rows of records. */
  readonly uppers: ReadonlySet<number>;
  /** The columns of the cells that stand for both rows of a record. */
  readonly shared: ReadonlySet<number>;
}

/**
 * A table whose records take two rows each, every row under a header row of its own, as one whose records take one: the cells that
 * stand for both rows, then the upper row's, then the lower's. The table itself where its rows are something else.
 */
export function pairedRowsToRows(table: Table): Table {
  const pairs = pairsOf(table);
  return pairs === null ? table : onOneRow(table, pairs);
}

function pairsOf(table: Table): Pairs | null {
  const ofRows = Map.groupBy(table.cells, ({ row }) => row);
  const rows = Array.from({ length: table.rows }, (_, row) => ofRows.get(row) ?? []);
  const uppers = new Set(rows.flatMap((cells, row) => (row > 1 && cells.some(spansTwo) ? [row] : [])));
  const shared = new Set([...uppers].flatMap((row) => (rows[row] ?? []).filter(spansTwo).flatMap(columnsOf)));
  const [upper = '', lower = ''] = rows.slice(0, 2).map((cells) => shapeOf(ownOf(cells, shared)));
  const heads = rows.slice(0, 2).flatMap((cells) => ownOf(cells, shared));
  if (upper === '' || lower === '' || upper === lower || uppers.size < leastPairs) return null;
  if (!heads.every(({ text, rowSpan }) => text.trim() !== '' && rowSpan === 1)) return null;
  const arePairs = rows.every((cells, row) => {
    if (row < 2 || uppers.has(row - 1)) return true;
    if (!uppers.has(row)) return cells.length === 1;
    return shapeOf(ownOf(cells, shared)) === upper && shapeOf(rows[row + 1] ?? []) === lower;
  });
  return arePairs ? { rows, uppers, shared } : null;
}

/** Each record's two rows beside each other; what stands across the table between records goes across it still. */
function onOneRow(table: Table, { rows, uppers, shared }: Pairs): Table {
  const widths = rows.slice(0, 2).map((cells) => ownOf(cells, shared).length);
  const columns = widths.reduce((sum, width) => sum + width, shared.size);
  const lines = rows.flatMap((cells, row): readonly (readonly Cell[])[] => {
    if (row === 1 || uppers.has(row - 1)) return [];
    if (row > 0 && !uppers.has(row)) return [cells.map((cell) => ({ ...cell, column: 0, columnSpan: columns }))];
    const both = cells.filter((cell) => !ownOf(cells, shared).includes(cell));
    const below = ownOf(rows[row + 1] ?? [], shared);
    return [
      [...inLine(both, 0), ...inLine(ownOf(cells, shared), shared.size), ...inLine(below, columns - below.length)],
    ];
  });
  const cells = lines.flatMap((line, row) => line.map((cell) => ({ ...cell, row })));
  return { ...table, rows: lines.length, columns, headerRows: Math.min(1, table.headerRows), cells };
}

const inLine = (cells: readonly Cell[], from: number): readonly Cell[] =>
  cells.map((cell, index) => ({ ...cell, column: from + index, rowSpan: 1, columnSpan: 1 }));

/** The cells of a row that are none of those that stand for both rows. */
const ownOf = (cells: readonly Cell[], shared: ReadonlySet<number>): readonly Cell[] =>
  cells.filter((cell) => !columnsOf(cell).some((column) => shared.has(column)));

/** Where each cell of a row begins and how many columns it goes over. */
const shapeOf = (cells: readonly Cell[]): string =>
  cells.map(({ column, columnSpan }) => `${column}+${columnSpan}`).join(' ');

const spansTwo = ({ rowSpan }: Cell): boolean => rowSpan === 2;
const columnsOf = ({ column, columnSpan }: Cell): readonly number[] =>
  Array.from({ length: columnSpan }, (_, index) => column + index);
