import type { Block, Table } from '../../src/model/document.ts';

/** Fewer columns can be a row of anything. */
const leastColumns = 3;

/**
 * The blocks with the names of columns that stand in a table of their own over tables without any, as where a title parts the rows of a
 * sheet: each of these has them as its header.
 */
export function headersToTables(blocks: readonly Block[]): readonly Block[] {
  const used = new Set<Block>();
  let head: Table | null = null;
  const headed = blocks.map((block): Block => {
    if (block.kind !== 'table') return block;
    if (isHeadAlone(block)) head = block;
    else if (head !== null && goesUnder(block, head)) {
      used.add(head);
      return withHead(block, head);
    } else head = null;
    return block;
  });
  return headed.filter((block) => !used.has(block));
}

/** One row of names in bold, one for each column. */
const isHeadAlone = ({ rows, columns, cells }: Table): boolean =>
  rows === 1 &&
  columns >= leastColumns &&
  cells.length === columns &&
  cells.every(({ text, bold, header }) => (bold || header) && /\p{L}|[%#£]/u.test(text) && !/[.;,]$/.test(text));

const goesUnder = ({ columns, headerRows, cells }: Table, head: Table): boolean =>
  columns === head.columns && headerRows === 0 && !cells.filter(({ row }) => row === 0).every(({ bold }) => bold);

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
