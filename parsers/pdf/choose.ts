import type { TableEvidence } from '../../src/model/document.ts';
import { fillOf, inkOf } from './cell-looks.ts';
import { toEdges } from './edges.ts';
import type { PageContent } from './page-content.ts';
import type { PageCell, PageTable } from './page-table.ts';
import { type RuledTable, readRuledTables } from './ruled.ts';

/** Which evidence to read a page's tables from; `auto` takes the best for each part of the page. */
export type PageEvidence = 'auto' | 'ruled' | 'spaced';

/** The tables of one page, from top to bottom. */
export function readPageTables(page: PageContent, evidence: PageEvidence): readonly PageTable[] {
  const edges = toEdges(page.segments, page.fills);
  const ruled = evidence === 'spaced' ? [] : readRuledTables(edges, page.runs);
  return ruled.map((table) => toPageTable(table, page, 'ruled', 0.5 + table.grid.drawn / 2));
}

function toPageTable(table: RuledTable, page: PageContent, evidence: TableEvidence, confidence: number): PageTable {
  const fills = page.fills;
  const cells = table.cells.map(
    (cell): PageCell => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      box: cell.box,
      runs: cell.runs,
      fill: fillOf(cell.box, cell.runs, fills),
      ink: inkOf(cell.runs),
      bold: cell.runs.length > 0 && cell.runs.every((run) => run.bold),
    }),
  );
  return {
    page: page.number,
    box: table.box,
    rows: table.grid.ys.length - 1,
    columns: table.grid.xs.length - 1,
    cells,
    headerRows: 0,
    evidence,
    confidence,
    angle: 0,
  };
}
