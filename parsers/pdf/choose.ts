import { containsPoint, middleX, middleY } from '../../src/lib/box.ts';
import type { TableEvidence } from '../../src/model/document.ts';
import type { Box } from '../../src/model/place.ts';
import { fillOf, inkOf } from './cell-looks.ts';
import { toEdges } from './edges.ts';
import { judge, leastConfidence } from './judge.ts';
import type { Fill, PageContent, TextRun } from './page-content.ts';
import type { PageCell, PageTable } from './page-table.ts';
import { findRegions } from './regions.ts';
import { readRuledTables } from './ruled.ts';
import { readSpacedTable } from './spaced.ts';
import { toTextRows } from './text-rows.ts';

/** Which evidence to read a page's tables from; `auto` takes the best for each part of the page. */
export type PageEvidence = 'auto' | 'ruled' | 'spaced';

/** The tables of one page, from top to bottom. */
export function readPageTables(page: PageContent, evidence: PageEvidence): readonly PageTable[] {
  const edges = toEdges(page.segments, page.fills);
  const ruled =
    evidence === 'spaced'
      ? []
      : readRuledTables(edges, page.runs).map(
          (table): PageTable => ({
            page: page.number,
            box: table.box,
            rows: table.grid.ys.length - 1,
            columns: table.grid.xs.length - 1,
            cells: table.cells.map((cell) => toPageCell(cell, page.fills)),
            headerRows: 0,
            evidence: 'ruled',
            confidence: 0.5 + table.grid.drawn / 2,
            angle: 0,
          }),
        );
  if (evidence === 'ruled') return ruled;
  const left = page.runs.filter(
    ({ box }) => !ruled.some((table) => containsPoint(table.box, middleX(box), middleY(box), 1)),
  );
  const outside = ({ at, from, to }: { at: number; from: number; to: number }, upright: boolean) =>
    !ruled.some(({ box }) => containsPoint(box, upright ? at : (from + to) / 2, upright ? (from + to) / 2 : at, 3));
  const spaced = findRegions(
    toTextRows(left),
    edges.flat.filter((edge) => outside(edge, false)),
    edges.upright.filter((edge) => outside(edge, true)),
  ).flatMap((region): readonly PageTable[] => {
    const table = readSpacedTable(region);
    const confidence = table === null ? 0 : judge(table.signs);
    if (table === null || confidence < leastConfidence) return [];
    return [
      {
        page: page.number,
        box: table.box,
        rows: table.rows,
        columns: table.columns,
        cells: table.cells.map((cell) => toPageCell(cell, page.fills)),
        headerRows: table.headerRows,
        evidence: 'spaced' satisfies TableEvidence,
        confidence,
        angle: 0,
      },
    ];
  });
  return [...ruled, ...spaced].toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

function toPageCell(
  cell: {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
    readonly box: Box;
    readonly runs: readonly TextRun[];
  },
  fills: readonly Fill[],
): PageCell {
  return {
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    box: cell.box,
    runs: cell.runs,
    fill: fillOf(cell.box, cell.runs, fills),
    ink: inkOf(cell.runs),
    bold: cell.runs.length > 0 && cell.runs.every((run) => run.bold),
  };
}
