import { containsBox, middleX, middleY } from '../../src/lib/box.ts';
import type { Box } from '../../src/model/place.ts';
import type { Edges } from './edges.ts';
import { connectedEdges, edgesToGrid, type Grid, type GridCell } from './grid.ts';
import type { TextRun } from './page-content.ts';
import { toTextRows } from './text-rows.ts';

/** A table as lines draw it, with the runs that stand in each cell. */
export interface RuledTable {
  readonly box: Box;
  readonly grid: Grid;
  /** The lines that draw it. */
  readonly edges: Edges;
  readonly cells: readonly (GridCell & { readonly runs: readonly TextRun[] })[];
}

/**
 * Tables that ruling lines draw: lines that meet make a grid, areas no line parts are its cells. Frames around one
 * cell and empty grids (charts, plots, boxes to tick) are left out.
 */
export function readRuledTables(edges: Edges, runs: readonly TextRun[]): readonly RuledTable[] {
  const found: RuledTable[] = [];
  for (const group of connectedEdges(edges)) {
    const hasText = (box: Box) =>
      runs.some(({ box: run }) => {
        const [x, y] = [middleX(run), middleY(run)];
        return x > box[0] && x < box[2] && y > box[1] && y < box[3];
      });
    const table = placeRuns(group, edgesToGrid(group, hasText), runs);
    const trimmed = table === null ? null : partedHeads(partedLabels(withoutTitle(table)));
    if (trimmed !== null && isTable(trimmed)) found.push(trimmed);
  }
  return found
    .filter((table) => !found.some((inner) => inner !== table && isFrameAround(table, inner)))
    .map((table) => withoutInner(table, found))
    .toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** A table in a cell of another stands for itself; its words are not the outer cell's too. */
function withoutInner(table: RuledTable, found: readonly RuledTable[]): RuledTable {
  const inner = found.filter((other) => other !== table && containsBox(table.box, other.box, 1));
  if (inner.length === 0) return table;
  const taken = new Set(inner.flatMap((other) => other.cells.flatMap((cell) => cell.runs)));
  return {
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, runs: cell.runs.filter((run) => !taken.has(run)) })),
  };
}

/**
 * A table without the rows over its whole width that name it ("Exhibit 9 …") or say where it comes from ("Source: …"):
 * they are text beside it, though they stand in its frame.
 */
function withoutTitle(table: RuledTable): RuledTable {
  const columns = table.grid.xs.length - 1;
  const rows = table.grid.ys.length - 1;
  const isNote = (row: number, pattern: RegExp) => {
    const cell = table.cells.find((other) => other.row === row && other.columnSpan === columns && other.rowSpan === 1);
    return cell !== undefined && columns > 1 && pattern.test(cell.runs.map((run) => run.text).join(' '));
  };
  let first = 0;
  while (first < rows - 2 && isNote(first, /^(?:table|exhibit|figure|chart|box)\b/iu)) first++;
  let last = rows;
  while (last > first + 2 && isNote(last - 1, /^(?:sources?|notes?)\s?:/iu)) last--;
  if (first === 0 && last === rows) return table;
  const ys = table.grid.ys.slice(first, last + 1);
  const cells = table.cells
    .filter((cell) => cell.row >= first && cell.row < last)
    .map((cell) => ({ ...cell, row: cell.row - first }));
  const box: Box = [table.box[0], ys[0] ?? table.box[1], table.box[2], ys.at(-1) ?? table.box[3]];
  return { ...table, box, cells, grid: { ...table.grid, ys, cells } };
}

/**
 * Several headings in one cell over many columns, where no line parts them: each is set in the middle of as many
 * columns as the others.
 */
function partedHeads(table: RuledTable): RuledTable {
  const { xs } = table.grid;
  const cells = table.cells.flatMap((cell) => {
    const [line, ...others] = cell.columnSpan > 2 ? toTextRows(cell.runs) : [];
    const share = cell.columnSpan / (line?.chunks.length ?? 1);
    if (line === undefined || others.length > 0 || line.chunks.length < 2 || !Number.isInteger(share)) return [cell];
    const heads = line.chunks.map((chunk, index) => {
      const column = cell.column + index * share;
      const [x0, x1] = [xs[column] ?? 0, xs[column + share] ?? 0];
      const centred =
        Math.abs((chunk.x0 + chunk.x1) / 2 - (x0 + x1) / 2) < 0.15 * (x1 - x0) && chunk.x0 > x0 && chunk.x1 < x1;
      const box: Box = [x0, cell.box[1], x1, cell.box[3]];
      return centred ? { ...cell, column, columnSpan: share, box, runs: chunk.runs } : null;
    });
    const parted = heads.filter((head) => head !== null);
    return parted.length === heads.length ? parted : [cell];
  });
  return { ...table, cells };
}

/**
 * Labels in one tall cell beside ruled rows, one to a row and each on its row's baseline, are cells of those rows. Text
 * that wraps in the tall cell is not: it spans the rows.
 */
function partedLabels(table: RuledTable): RuledTable {
  const { ys } = table.grid;
  const baselines = new Map<number, number[]>();
  for (const cell of table.cells) {
    if (cell.rowSpan === 1)
      baselines.set(cell.row, [...(baselines.get(cell.row) ?? []), ...cell.runs.map((run) => run.baseline)]);
  }
  const cells = table.cells.flatMap((cell) => {
    if (cell.rowSpan < 3 || cell.columnSpan > 1 || cell.runs.length === 0) return [cell];
    const lines = toTextRows(cell.runs);
    const inOwnRow = new Set(lines.map((line) => bandOf(ys, (line.top + line.bottom) / 2))).size === lines.length;
    const onBaseline = lines.filter((line) => {
      const row = bandOf(ys, (line.top + line.bottom) / 2);
      return baselines.get(row)?.some((baseline) => Math.abs(baseline - line.baseline) < 0.15 * line.size);
    });
    const wraps = lines.slice(1).filter((line, index) => {
      const word = line.words[0];
      const above = lines[index];
      return word !== undefined && above !== undefined && above.x1 + word.box[2] - word.box[0] > cell.box[2] - 4;
    });
    if (
      !inOwnRow ||
      lines.length < 0.6 * cell.rowSpan ||
      onBaseline.length < 0.8 * lines.length ||
      wraps.length > 0.5 * lines.length
    ) {
      return [cell];
    }
    return Array.from({ length: cell.rowSpan }, (_, offset) => {
      const row = cell.row + offset;
      const [y0, y1] = [ys[row] ?? 0, ys[row + 1] ?? 0];
      const runs = cell.runs.filter((run) => middleY(run.box) >= y0 && middleY(run.box) < y1);
      const box: Box = [cell.box[0], y0, cell.box[2], y1];
      return { ...cell, row, rowSpan: 1, box, runs };
    });
  });
  return { ...table, cells };
}

/** Puts each run into the cell in which its middle lies. */
function placeRuns(edges: Edges, grid: Grid, runs: readonly TextRun[]): RuledTable | null {
  const [left, right, top, bottom] = [grid.xs[0], grid.xs.at(-1), grid.ys[0], grid.ys.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  const cellAt = new Map<string, number>();
  grid.cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) cellAt.set(`${r},${c}`, index);
    }
  });
  const placed: TextRun[][] = grid.cells.map(() => []);
  for (const run of runs) {
    const index = cellAt.get(`${bandOf(grid.ys, middleY(run.box))},${bandOf(grid.xs, middleX(run.box))}`);
    if (index !== undefined) placed[index]?.push(run);
  }
  return {
    box: [left, top, right, bottom],
    grid,
    edges,
    cells: grid.cells.map((cell, index) => ({ ...cell, runs: placed[index] ?? [] })),
  };
}

/** Which of the bands between these bounds a position lies in; -1 outside. */
export function bandOf(bounds: readonly number[], position: number): number {
  for (let index = 0; index + 1 < bounds.length; index++) {
    if (position >= (bounds[index] ?? 0) && position < (bounds[index + 1] ?? 0)) return index;
  }
  return -1;
}

/**
 * More than one cell with text, in more than one row or column, and not mostly empty as charts and plots are: of a
 * table, its first row or its first column is mostly filled.
 */
function isTable(table: RuledTable): boolean {
  const filled = table.cells.filter((cell) => cell.runs.length > 0);
  if (filled.length < 2 || filled.length < 0.2 * table.cells.length) return false;
  const page = Math.max(...table.cells.map((cell) => cell.runs.length));
  if (filled.length <= 3 && page > 150) return false;
  const share = (cells: RuledTable['cells']) => cells.filter((cell) => cell.runs.length > 0).length / cells.length;
  const shared = new Map<number, number>();
  for (const cell of filled) shared.set(cell.row, (shared.get(cell.row) ?? 0) + 1);
  const alone = [...shared.values()].filter((count) => count === 1).length;
  if (table.grid.xs.length > 4 && alone > 0.7 * shared.size) return false;
  const firstRow = Math.min(...filled.map((cell) => cell.row));
  const firstColumn = Math.min(...filled.map((cell) => cell.column));
  return (
    share(table.cells.filter((cell) => cell.row === firstRow)) >= 0.5 ||
    share(table.cells.filter((cell) => cell.column === firstColumn)) >= 0.5
  );
}

/** True for a frame of at most three cells that stands around a table. */
function isFrameAround(frame: RuledTable, inner: RuledTable): boolean {
  return frame.cells.length <= 3 && inner.cells.length > frame.cells.length && containsBox(frame.box, inner.box, 1);
}
