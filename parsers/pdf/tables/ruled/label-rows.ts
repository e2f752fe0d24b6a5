import { middleY } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import type { Box } from '../../../../src/model/place.ts';
import { linePitch, toBands } from '../../text/bands.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { RuledTable } from './ruled-table.ts';

type RuledCell = RuledTable['cells'][number];

/** Fewer labels than this in a cell do not show that it holds several rows. */
const fewestLabels = 3;

/**
 * Parts rows of a table whose lines part its columns alone: labels under each other in the first column, further apart
 * than lines of one text are (of numbers, most), begin a row each where another column has entries on just the labels'
 * baselines; else white bands across all columns part rows. Where cells hold labels of their own, a row begins wherever one
 * of these returns.
 */
export function partedAtLabels(table: RuledTable): RuledTable {
  const rows = table.grid.ys.length - 1;
  const columns = table.grid.xs.length - 1;
  if (columns < 2) return table;
  const cellsOf = (row: number) => table.cells.filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row);
  const plain = Array.from({ length: rows }, (_, row) => isPlain(cellsOf(row), columns));
  let parted = table;
  for (let row = rows - 1; row >= 0; row--) {
    if (plain[row] !== true) continue;
    const cells = cellsOf(row);
    const across = cells.toSorted((a, b) => a.column - b.column);
    const atLeads = cutsAtLeads(across.map(({ runs }) => toTextRows(runs)));
    if (atLeads.length > 0 || columns < 3) {
      if (atLeads.length > 0) parted = withCuts(parted, row, atLeads);
      continue;
    }
    const atLabels = cutsAtLabels(cells);
    const underHead = plain[row - 1] !== true || isBold(cellsOf(row - 1));
    const cuts = atLabels.length > 0 || !underHead || plain[row + 1] === true ? atLabels : cutsAtBands(cells);
    if (cuts.length > 0) parted = withCuts(parted, row, cuts);
  }
  return parted;
}

/** True for a row of one cell a column. */
const isPlain = (cells: readonly RuledCell[], columns: number): boolean =>
  cells.length === columns && cells.every((cell) => cell.rowSpan === 1);

const isBold = (cells: readonly RuledCell[]): boolean => cells.every(({ runs }) => runs.every(({ bold }) => bold));

/** Share of the columns that have words in every row of a table. */
const mostlyFilled = 0.5;
/** Times the white above rows with words in the first column: above others it is no lower. */
const mostlyAsHigh = 0.75;

/**
 * Where white bands higher than the space between lines cross all columns at once, from the top down: each row has words
 * in the first column and in most others, wherever in its height they are set. One that goes on under the text of the
 * first column has them in most others on its first line, and as much white above it as rows with their own.
 */
function cutsAtBands(cells: readonly RuledCell[]): readonly number[] {
  const across = cells.toSorted((a, b) => a.column - b.column);
  const lines = toTextRows(across.flatMap((cell) => cell.runs));
  const bands = toBands(lines, linePitch(lines));
  const filledIn = (rows: readonly TextRow[]) => {
    const words = new Set(rows.flatMap((line) => line.runs));
    return across.filter((cell) => cell.runs.some((run) => words.has(run)));
  };
  const isNamed = (band: readonly TextRow[]) => filledIn(band)[0] === across[0];
  const whites = whitesBetween(bands);
  const least =
    mostlyAsHigh * leastOf(whites, ([from, to], index) => (isNamed(bands[index + 1] ?? []) ? to - from : Infinity));
  const isRow = (band: readonly TextRow[], index: number) => {
    const [from, to] = whites[index - 1] ?? [0, Number.POSITIVE_INFINITY];
    const own = isNamed(band) ? band : to - from >= least ? band.slice(0, 1) : [];
    return filledIn(own).length >= mostlyFilled * across.length || (index > 0 && isOneText(band) && isNamed(band));
  };
  return bands.every(isRow) ? whites.map(middleOf) : [];
}

/** One text in one line: a sum, or what the rows below have in common. */
const isOneText = ([line, ...further]: readonly TextRow[]): boolean =>
  line?.chunks.length === 1 && further.length === 0;

type White = readonly [from: number, to: number];

/** From the lowest text of each band to the top of the next. */
const whitesBetween = (bands: readonly (readonly TextRow[])[]): readonly White[] =>
  bands
    .slice(1)
    .map((band, index) => [mostOf(bands[index] ?? [], (line) => line.bottom), leastOf(band, (line) => line.top)]);

const middleOf = ([from, to]: White): number => (from + to) / 2;

/** Parts the names of columns, in bold, from each other and from the row under them, where no line lies between. */
export function partedUnderNames(table: RuledTable): RuledTable {
  const cells = table.cells.filter(({ row }) => row === 0);
  const lines = toTextRows(cells.flatMap(({ runs }) => runs));
  const end = lines.findIndex(({ words }) => !words.every(({ bold }) => bold));
  const names = lines.slice(0, Math.max(0, end));
  if (!isPlain(cells, table.grid.xs.length - 1) || !names.some(({ chunks }) => chunks.length > 1)) return table;
  return withCuts(table, 0, whitesBetween([...toBands(names, linePitch(lines)), lines.slice(end)]).map(middleOf));
}

/** Where the second and each further label's row begins, from the top down; none where the labels begin no rows. */
function cutsAtLabels(cells: readonly RuledCell[]): readonly number[] {
  const [labels = [], ...others] = cells
    .toSorted((a, b) => a.column - b.column)
    .map((cell) => toTextRows(cell.runs))
    .filter((lines, index) => index === 0 || lines.length > 0);
  const lines = [...labels, ...others.flat()].toSorted((a, b) => a.baseline - b.baseline);
  const onLabel = (line: TextRow) => labels.some((label) => isBeside(line, label));
  const [first] = labels;
  if (labels.length < fewestLabels || first === undefined) return [];
  if (lines.some((line) => line.baseline < first.baseline && !isBeside(line, first))) return [];
  if (!others.some((entries) => entries.length > labels.length / 2 && entries.every(onLabel))) return [];
  const pitch = Math.min(...[labels, ...others].flatMap(stepsOf));
  const steps = stepsOf(labels);
  const apart = steps.filter((step) => step > 1.5 * pitch).length;
  if (labels.every(isNumber) ? apart <= steps.length / 2 : apart < steps.length) return [];
  return labels.slice(1).map((label) => {
    const above = lines.filter((line) => line.baseline < label.baseline && !isBeside(line, label));
    const from = lines.filter((line) => isBeside(line, label));
    return (mostOf(above, (line) => line.bottom) + leastOf(from, (line) => line.top)) / 2;
  });
}

/** Times the distance from line to line: a text begins further below the one above it. */
const nextText = 1.15;

/**
 * Above each line that begins with one and the same label in bold, which returns in its column, where a text of the first column
 * begins beside each of them.
 * @param columns the lines of each column, from the top down
 */
export function cutsAtLeads([first = [], ...others]: readonly (readonly TextRow[])[]): readonly number[] {
  const pitch = linePitch(first);
  const begun = first.filter(
    ({ baseline }, at) => baseline - (first[at - 1]?.baseline ?? -Infinity) > nextText * pitch,
  );
  const leads = others.flatMap((lines) => [...Map.groupBy(lines, leadOf)]);
  const [, returning] =
    leads.find(
      ([lead, lines]) =>
        lead !== '' && lines.length > 1 && lines.every((line) => begun.some((text) => isLevel(line, text))),
    ) ?? [];
  const all = [...first, ...others.flat()];
  return (returning ?? []).flatMap((line) => {
    const beside = all.filter((other) => isLevel(other, line));
    const above = all.filter(({ baseline }) => baseline < line.baseline).filter((other) => !beside.includes(other));
    return above.length === 0 ? [] : [(mostOf(above, ({ bottom }) => bottom) + leastOf(beside, ({ top }) => top)) / 2];
  });
}

/** True for lines that begin one row: a paragraph has white above it that a text by itself has not. */
const isLevel = (line: TextRow, other: TextRow): boolean =>
  Math.abs(line.baseline - other.baseline) < 0.5 * Math.min(line.size, other.size);

/** The label in bold at the front of a line that goes on in plain type; empty for none. */
function leadOf({ words }: TextRow): string {
  const end = words.findIndex(({ bold }) => !bold);
  return words
    .slice(0, Math.max(0, end))
    .map(({ text }) => text)
    .join(' ');
}

/** True for one word with a figure in it, which is never the second line of a label. */
const isNumber = ({ words }: TextRow): boolean => words.length === 1 && /\d/u.test(words[0]?.text ?? '');

const isBeside = (line: TextRow, label: TextRow): boolean =>
  Math.abs(line.baseline - label.baseline) < 0.15 * label.size;

const stepsOf = (lines: readonly TextRow[]): readonly number[] =>
  lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0));

/** The table with one of its rows cut into several at these heights. */
function withCuts(table: RuledTable, row: number, cuts: readonly number[]): RuledTable {
  const ys = [...table.grid.ys.slice(0, row + 1), ...cuts, ...table.grid.ys.slice(row + 1)];
  const parts = (cell: RuledCell): readonly RuledCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + cuts.length }];
    if (cell.row < row) return [cell];
    return [...cuts, 0].map((_, index) => {
      const [top = 0, bottom = 0] = [ys[row + index], ys[row + index + 1]];
      const box: Box = [cell.box[0], top, cell.box[2], bottom];
      const runs = cell.runs.filter((run) => {
        const y = middleY(run.box);
        return (index === 0 || y >= top) && (index === cuts.length || y < bottom);
      });
      return { ...cell, row: row + index, box, runs, open: null };
    });
  };
  const cells = table.cells.flatMap(parts);
  return { ...table, cells, grid: { ...table.grid, ys, cells } };
}
