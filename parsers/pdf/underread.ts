import { middleX } from '../../src/lib/box.ts';
import type { GridCell } from './grid.ts';
import { type Column, findColumns } from './gutters.ts';
import type { TextRun } from './page-content.ts';
import { regionIn } from './regions.ts';
import type { RuledTable } from './ruled.ts';
import { type SpacedTable, layOut } from './spaced.ts';
import { type TextRow, toTextRows } from './text-rows.ts';
import { isNumericText } from './tokens.ts';

/** A table drawn in part: bounds of its rows and columns, and its cells with their runs. */
export interface PartlyRuled {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly (GridCell & { readonly runs: readonly TextRun[] })[];
}

/**
 * Parts by gaps what lines leave together: in bands whose cells hold numbers one under the other or side by side, each
 * row of text is a row of its own and white strips part columns. Everything else stays as the lines draw it.
 * @returns null where the lines part everything
 */
export function partFurther(table: RuledTable): PartlyRuled | null {
  const { xs, ys } = table.grid;
  const bands = underreadBands(table);
  if (bands.size === 0) return null;
  const inBands = table.cells.filter((cell) => bands.has(cell.row));
  const rows = toTextRows(inBands.flatMap((cell) => cell.runs));
  const posts = xs.slice(1, -1).map((at) => ({ at, from: ys[0] ?? 0, to: ys.at(-1) ?? 0 }));
  const columns = withEmptyColumns(findColumns(rows, posts), xs);
  const start = xs.map((x) => columns.filter((column) => (column.x0 + column.x1) / 2 < x).length);
  const parts = ys.slice(0, -1).map((_, row): SpacedTable | null => {
    const runs = bands.has(row) ? table.cells.filter((cell) => cell.row === row).flatMap((cell) => cell.runs) : [];
    return runs.length === 0
      ? null
      : layOut(regionIn(toTextRows(runs), table.edges.flat, table.edges.upright), columns);
  });
  const rowAt = [0];
  parts.forEach((part, row) => rowAt.push((rowAt[row] ?? 0) + (part?.rows ?? 1)));
  const drawn = table.cells
    .filter((cell) => parts[cell.row] === null || cell.rowSpan > 1)
    .map((cell) => {
      const row = rowAt[cell.row] ?? 0;
      const column = start[cell.column] ?? 0;
      return {
        ...cell,
        row,
        column,
        rowSpan: (rowAt[cell.row + cell.rowSpan] ?? row + 1) - row,
        columnSpan: Math.max(1, (start[cell.column + cell.columnSpan] ?? column + 1) - column),
      };
    });
  const parted = parts.flatMap((part, band) =>
    (part?.cells ?? []).map((cell) => ({ ...cell, row: cell.row + (rowAt[band] ?? 0) })),
  );
  return {
    rows: rowAt.at(-1) ?? 0,
    columns: columns.length,
    cells: [...drawn, ...parted].toSorted((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** Grid rows without spans downwards in which lines part too little. */
function underreadBands(table: RuledTable): ReadonlySet<number> {
  const bands = new Set<number>();
  for (let band = 0; band + 1 < table.grid.ys.length; band++) {
    const crossing = table.cells.some(
      (cell) => cell.rowSpan > 1 && cell.row <= band && cell.row + cell.rowSpan > band && cell.runs.length > 0,
    );
    const rows = table.cells.filter((cell) => cell.row === band).map((cell) => toTextRows(cell.runs));
    if (!crossing && (rows.filter(isStackOfValues).length >= 2 || rows.some(isRowOfValues))) bands.add(band);
  }
  return bands;
}

/** Numbers under each other. */
function isStackOfValues(rows: readonly TextRow[]): boolean {
  const values = rows.filter(({ chunks }) => chunks.every((chunk) => isNumericText(chunk.text)));
  return values.length >= 2 && values.length >= 0.6 * rows.length;
}

/** Labels or numbers with numbers beside them, row upon row. */
function isRowOfValues(rows: readonly TextRow[]): boolean {
  const apart = rows.filter(
    ({ chunks }) => chunks.length > 1 && chunks.slice(1).every((chunk) => isNumericText(chunk.text)),
  );
  return apart.length >= 3 && apart.length >= 0.5 * rows.length;
}

/** Adds a column for every drawn column in which no word stands. */
function withEmptyColumns(columns: readonly Column[], xs: readonly number[]): readonly Column[] {
  const all = [...columns];
  xs.slice(0, -1).forEach((x0, index) => {
    const x1 = xs[index + 1] ?? x0;
    const used = columns.some((column) => middleX([column.x0, 0, column.x1, 0]) >= x0 && middleX([column.x0, 0, column.x1, 0]) < x1);
    if (!used) all.push({ x0: x0 + 1, x1: x1 - 1 });
  });
  return all.toSorted((a, b) => a.x0 - b.x0);
}
