import { unionAll } from '../../../../src/lib/box.ts';
import type { OpenSides } from '../../../../src/model/document.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill } from '../../page/page-content.ts';
import type { TextPage, Word } from '../../text/words.ts';
import { fillOf, inkOf } from '../cells/cell-looks.ts';
import type { PageCell, PageTable } from '../cells/page-table.ts';
import type { LabelledText } from '../spaced/band-strips.ts';
import { wrappedCells } from '../spaced/spaced-tables.ts';
import type { WrappedTable } from '../spaced/wrapped.ts';

/** A table of wrapped text as one of its page. */
export function fromWrapped(table: WrappedTable, page: TextPage): PageTable {
  const grid = wrappedCells(table);
  return {
    page: page.number,
    box: grid.box,
    rows: table.body.length,
    columns: table.columns.length,
    cells: grid.cells.map((cell) => toPageCell(cell, page.fills)),
    headerRows: table.headerRows,
    evidence: 'spaced',
    confidence: table.confidence,
    angle: 0,
  };
}

/** Labelled texts beside each other, a row each: a label and its text. */
export function fromStrip(strip: readonly LabelledText[], page: TextPage): PageTable {
  const cells = strip.flatMap(({ label, text }, row) =>
    [label, text].map((runs, column) => {
      const box = unionAll(runs.length === 0 ? label : runs) ?? [0, 0, 0, 0];
      return toPageCell({ row, column, rowSpan: 1, columnSpan: 1, box, runs }, page.fills);
    }),
  );
  return {
    page: page.number,
    box: unionAll(cells) ?? [0, 0, 0, 0],
    rows: strip.length,
    columns: 2,
    cells,
    headerRows: 0,
    evidence: 'banded',
    confidence: stripConfidence,
    angle: 0,
  };
}

/** Bands and bold labels tell it, as gaps tell the tables between lines. */
const stripConfidence = 0.75;

/** A cell with its looks. */
export function toPageCell(
  cell: {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
    readonly box: Box;
    readonly runs: readonly Word[];
    readonly open?: OpenSides | null;
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
    ...(cell.open == null ? {} : { open: cell.open }),
  };
}
