import { union } from '../../../../src/lib/box.ts';
import type { PaperWords } from '../../../../src/lib/hyphens.ts';
import type { Cell, Table } from '../../../../src/model/document.ts';
import type { Place } from '../../../../src/model/place.ts';
import { hasParagraphs, joinTexts } from '../../../../src/tables/stitch.ts';
import { withBlankRows } from './tree-grid.ts';
import type { TreeCell, TreeTable } from './tree-table.ts';

/** The table as far as its pages show it, rows counted from its first one on these pages. */
export function treeToTable(tree: TreeTable, paper: PaperWords): Table {
  const order = tree.joins.length > 0 ? withBlankRows(tree.rows, tree.cells) : tree.rows;
  const position = new Map(order.map((row, index) => [row, index]));
  const texts = tree.cells.flatMap(({ column, parts }) => parts.map(({ text }) => ({ column, text })));
  const cells = seenCells(tree).flatMap((cell): readonly Cell[] => {
    const covered = order.filter((row) => row >= cell.row && row < cell.row + cell.rowSpan);
    const row = position.get(covered[0] ?? -1);
    return row === undefined ? [] : [toCell(cell, row, covered.length, hasParagraphs(texts, cell.column), paper)];
  });
  return {
    kind: 'table',
    rows: order.length,
    columns: tree.columns,
    cells: withBlankCells(cells, order.length, tree.columns),
    headerRows: leadingHeaderRows(cells),
    caption: null,
    evidence: 'tagged',
    confidence: 1,
    joins: tree.joins.map(({ treeRow, page, reason }) => ({ row: position.get(treeRow) ?? 0, page, reason })),
    places: tablePlaces(cells),
  };
}

/** The cells that a page shows, and others only where these leave their position free. */
function seenCells({ cells }: TreeTable): readonly TreeCell[] {
  const seen = cells.filter(({ parts }) => parts.length > 0);
  const taken = new Set(seen.flatMap(positionsOf));
  return cells.filter((cell) => cell.parts.length > 0 || !positionsOf(cell).some((position) => taken.has(position)));
}

const positionsOf = ({ row, column, rowSpan, columnSpan }: TreeCell): readonly string[] =>
  Array.from(
    { length: rowSpan * columnSpan },
    (_, at) => `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`,
  );

function toCell(cell: TreeCell, row: number, rowSpan: number, paragraphs: boolean, paper: PaperWords): Cell {
  const inked = cell.parts.filter((part) => part.text !== '');
  const looks = inked.length > 0 ? inked : cell.parts;
  return {
    row,
    column: cell.column,
    rowSpan,
    columnSpan: cell.columnSpan,
    header: cell.header,
    text: inked.reduce((text, part) => joinTexts(text, part, paragraphs, paper), ''),
    bold: inked.length > 0 && inked.every((part) => part.bold),
    fill: looks[0]?.fill ?? null,
    ink: looks[0]?.ink ?? null,
    places: cell.parts.map(({ page, box }) => ({ path: '', page, bbox: box })),
  };
}

/** Positions that no cell covers, because the file leaves blank cells out of its tree, as blank cells. */
function withBlankCells(cells: readonly Cell[], rows: number, columns: number): readonly Cell[] {
  const covered = new Set<string>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) covered.add(`${row},${column}`);
    }
  }
  const blank: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    const beside = cells.find((cell) => cell.row === row && cell.rowSpan === 1 && cell.places.length > 0);
    for (let column = 0; column < columns; column++) {
      if (covered.has(`${row},${column}`)) continue;
      const looks = { header: false, text: '', bold: false, fill: beside?.fill ?? null, ink: null };
      const places = (beside?.places ?? []).map(({ path, page }) => ({
        path,
        ...(page === undefined ? {} : { page }),
      }));
      blank.push({ row, column, rowSpan: 1, columnSpan: 1, ...looks, places });
    }
  }
  return blank.length === 0 ? cells : [...cells, ...blank].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** One place for each page, around all cells on it. */
function tablePlaces(cells: readonly Cell[]): readonly Place[] {
  const byPage = new Map<number, Place>();
  for (const place of cells.flatMap((cell) => cell.places)) {
    if (place.page === undefined || place.bbox === undefined) continue;
    const known = byPage.get(place.page)?.bbox;
    byPage.set(place.page, { path: '', page: place.page, bbox: known ? union(known, place.bbox) : place.bbox });
  }
  return [...byPage.values()];
}

function leadingHeaderRows(cells: readonly Cell[]): number {
  let rows = 0;
  for (;;) {
    const row = cells.filter((cell) => cell.row === rows);
    if (row.length === 0 || !row.every((cell) => cell.header)) return rows;
    rows += 1;
  }
}
