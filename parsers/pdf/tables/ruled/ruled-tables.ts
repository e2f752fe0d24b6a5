import { containsBox, middleX, middleY } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { rememberByObject } from '../../../../src/lib/remember.ts';
import type { Box } from '../../../../src/model/place.ts';
import { rowOfCaption, rowOfNotes } from '../../../../src/vocabulary/paper-parts.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { TextPage, Word } from '../../text/words.ts';
import type { Edges } from './edge.ts';
import { edgesOf } from './edges.ts';
import { connectedEdges, edgesToGrid, type Grid } from './grid.ts';
import { partedAtLabels } from './label-rows.ts';
import type { RuledTable } from './ruled-table.ts';
import { withStrips } from './strips-in-grids.ts';
import { asTouchingFrames } from './touching-frames.ts';

/** Lines that could cross more often than this are squared paper or a map. */
const mostCrossings = 250_000;

/**
 * Tables that ruling lines draw: lines that meet make a grid, areas no line parts are its cells. Frames around one
 * cell and empty grids (charts, plots, boxes to tick) are left out.
 */
export function readRuledTables(edges: Edges, runs: readonly Word[]): readonly RuledTable[] {
  return amongGrids(readGrids(edges, runs));
}

/** The grids that are tables. */
export function amongGrids(grids: readonly RuledTable[]): readonly RuledTable[] {
  const found = grids.filter(isTable);
  const tables = found
    .filter((table) => !found.some((inner) => inner !== table && isFrameAround(table, inner)))
    .map((table) => withoutInner(table, found))
    .toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return withWordsOnce(tables);
}

/** Grids that lie over each other in part, as in forms: a word stands in the upper one alone. */
function withWordsOnce(tables: readonly RuledTable[]): readonly RuledTable[] {
  const taken = new Set<Word>();
  return tables.map((table) => {
    const cells = table.cells.map((cell) => ({ ...cell, runs: cell.runs.filter((run) => !taken.has(run)) }));
    for (const { runs } of cells) for (const run of runs) taken.add(run);
    return { ...table, cells };
  });
}

/** All grids that the lines of a page draw, with the runs in their cells. */
export const gridsOf = rememberByObject((page: TextPage) =>
  readGrids(withStrips(edgesOf(page), page.fills), page.runs),
);

/** All grids that lines draw with the runs in their cells, whether they look like tables or not. */
export function readGrids(edges: Edges, runs: readonly Word[]): readonly RuledTable[] {
  const found: RuledTable[] = [];
  for (const group of connectedEdges(edges)) {
    if (group.flat.length * group.upright.length > mostCrossings) continue;
    const hasText = (box: Box) => runs.some((run) => liesIn(run, box));
    const table = placeRuns(group, edgesToGrid(group, hasText), runs);
    for (const part of table === null ? [] : asTouchingFrames(table))
      found.push(partedAtLabels(partedHeads(partedLabels(withoutTitle(part)))));
  }
  return found;
}

function liesIn({ box: run }: Word, box: Box): boolean {
  const x = middleX(run);
  const y = middleY(run);
  return x > box[0] && x < box[2] && y > box[1] && y < box[3];
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

function withoutTitle(table: RuledTable): RuledTable {
  const columns = table.grid.xs.length - 1;
  const rows = table.grid.ys.length - 1;
  const isNote = (row: number, pattern: RegExp) => {
    const cell = table.cells.find((other) => other.row === row && other.columnSpan === columns && other.rowSpan === 1);
    return cell !== undefined && columns > 1 && pattern.test(cell.runs.map((run) => run.text).join(' '));
  };
  let first = 0;
  while (first < rows - 2 && isNote(first, rowOfCaption)) first++;
  let last = rows;
  while (last > first + 2 && isNote(last - 1, rowOfNotes)) last--;
  if (first === 0 && last === rows) return table;
  const ys = table.grid.ys.slice(first, last + 1);
  const cells = table.cells
    .filter((cell) => cell.row >= first && cell.row < last)
    .map((cell) => ({ ...cell, row: cell.row - first }));
  const box: Box = [table.box[0], ys[0] ?? table.box[1], table.box[2], ys.at(-1) ?? table.box[3]];
  return { ...table, box, cells, grid: { ...table.grid, ys, cells } };
}

/**
 * Several texts in one cell over many columns, where no line parts them: each stands in a column of its own, or is set
 * in the middle of as many columns as the others.
 */
function partedHeads(table: RuledTable): RuledTable {
  return {
    ...table,
    cells: table.cells.flatMap((cell) => (cell.columnSpan > 1 ? partedHead(cell, table.grid.xs) : [cell])),
  };
}

type RuledCell = RuledTable['cells'][number];

function partedHead(cell: RuledCell, xs: readonly number[]): readonly RuledCell[] {
  const rows = toTextRows(cell.runs);
  const part = (column: number, columnSpan: number, runs: readonly Word[]): RuledCell => {
    const box: Box = [xs[column] ?? 0, cell.box[1], xs[column + columnSpan] ?? 0, cell.box[3]];
    return { ...cell, column, columnSpan, box, runs };
  };
  if (rows.length > 0 && rows.every((row) => standsInColumns(row, xs))) {
    const own = (column: number) => cell.runs.filter((run) => bandOf(xs, middleX(run.box)) === column);
    const columns = Array.from({ length: cell.columnSpan }, (_, offset) => cell.column + offset);
    if (columns.filter((column) => own(column).length > 0).length > 1) {
      return columns.map((column) => part(column, 1, own(column)));
    }
  }
  const chunks = rows.flatMap((row) => row.chunks);
  const share = cell.columnSpan / chunks.length;
  if (chunks.length < 2 || !Number.isInteger(share) || rows.length > 1) return [cell];
  const centred = chunks.every((chunk, index) => {
    const [x0, x1] = [xs[cell.column + index * share] ?? 0, xs[cell.column + (index + 1) * share] ?? 0];
    return Math.abs((chunk.x0 + chunk.x1) / 2 - (x0 + x1) / 2) < 0.15 * (x1 - x0) && chunk.x0 > x0 && chunk.x1 < x1;
  });
  return centred ? chunks.map((chunk, index) => part(cell.column + index * share, share, chunk.runs)) : [cell];
}

/**
 * True where no word stands across a bound of the columns, words of two columns are more than a blank apart and no column holds
 * two texts (boxes to tick in one line).
 */
function standsInColumns({ words, chunks, size }: TextRow, xs: readonly number[]): boolean {
  if (new Set(chunks.map(({ x0 }) => bandOf(xs, x0 + 0.5))).size < chunks.length) return false;
  return words.every(({ box }, index) => {
    const before = words[index - 1];
    const column = bandOf(xs, box[0] + 0.5);
    if (bandOf(xs, box[2] - 0.5) !== column) return false;
    return before === undefined || bandOf(xs, middleX(before.box)) === column || box[0] - before.box[2] > 0.45 * size;
  });
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
function placeRuns(edges: Edges, grid: Grid, runs: readonly Word[]): RuledTable | null {
  const [left, right, top, bottom] = [grid.xs[0], grid.xs.at(-1), grid.ys[0], grid.ys.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  const cellAt = new Map<string, number>();
  grid.cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) cellAt.set(`${r},${c}`, index);
    }
  });
  const placed: Word[][] = grid.cells.map(() => []);
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
  const filled = table.cells.filter(({ runs }) => runs.length > 0);
  const firstRow = leastOf(filled, (cell) => cell.row);
  const firstColumn = leastOf(filled, (cell) => cell.column);
  const isHeaded = isMostlyFilled(table.cells.filter((cell) => cell.row === firstRow));
  const hasStub = isMostlyFilled(table.cells.filter((cell) => cell.column === firstColumn));
  if (filled.length < 2 || !(isHeaded || hasStub)) return false;
  if (filled.length <= 3 && mostOf(filled, (cell) => cell.runs.length) > longestText) return false;
  if (filled.length < leastFilled * table.cells.length) return false;
  const rows = [...Map.groupBy(table.cells, (cell) => cell.row).values()].filter(isFilled);
  return table.grid.xs.length <= 4 || rows.filter(isMostlyEmpty).length <= mostlyAlone * rows.length;
}

/** Least share of cells with text. */
const leastFilled = 0.2;
/** Words in one of a few cells: with more it is a frame around text. */
const longestText = 150;

const isMostlyFilled = (cells: RuledTable['cells']): boolean =>
  cells.filter(({ runs }) => runs.length > 0).length >= 0.5 * cells.length;

/** Share of rows with one text and empty cells beside it: more are a chart's. */
const mostlyAlone = 0.7;

const isFilled = (cells: RuledTable['cells']): boolean => cells.some((cell) => cell.runs.length > 0);

/** True for one text and empty cells beside it, which a band over all columns has not. */
const isMostlyEmpty = (cells: RuledTable['cells']): boolean =>
  cells.length > 1 && cells.filter((cell) => cell.runs.length > 0).length === 1;

/** True for a frame of at most three cells that stands around a table. */
function isFrameAround(frame: RuledTable, inner: RuledTable): boolean {
  return frame.cells.length <= 3 && inner.cells.length > frame.cells.length && containsBox(frame.box, inner.box, 1);
}
