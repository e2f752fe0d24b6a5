import { foldPlain } from '../../src/lib/fold.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { readPercent } from '../../src/normalise/percent.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { cellLines } from './cell-lines.ts';
import { couldBeLabel } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';
import type { Labels } from './repeated-labels.ts';
import { filled } from './row-shape.ts';
import { labelsInLine } from './run-in-labels.ts';

const fewestTiles = 2;
const fewestRows = 3;
const mostRows = 7;
const longestSign = 4;

/**
 * The tables of a paper that are tiles, each a record: one cell down the whole side, and beside it a text with labels of its own, or one
 * over labels and their values.
 */
export function tilesOf(blocks: readonly Block[], labels: Labels): ReadonlySet<number> {
  const found = blocks.flatMap((block, index) =>
    block.kind === 'table' && (isTile(block) || hasTextsWithSides(block, labels)) ? [index] : [],
  );
  return new Set(found.length < fewestTiles ? [] : found);
}

function isTile(table: Table): boolean {
  if (table.rows < fewestRows || table.rows > mostRows) return false;
  const { side, rows } = partsOf(table);
  const [main = [], ...below] = rows;
  return side !== null && main.length === 1 && below.length > 1 && pairsOf(below) !== null;
}

/** Rows of two cells each: signs at the side of a text whose lines begin with labels that return. */
function hasTextsWithSides(table: Table, { runIn }: Labels): boolean {
  return rowsOf(table).every(([side, main, ...others]) => {
    if (side === undefined || main === undefined || others.length > 0) return false;
    const lines = main.text.split('\n');
    const isSide = side.text.split('\n').every((line) => line.split(' ').length <= longestSign);
    const isText = lines.some((line) => labelsInLine(line, runIn)[0]?.from === 0) && !lines.some(isOfGrid);
    return isSide && lines.length > 1 && isText;
  });
}

/** Two dates in a short line stood side by side in a grid of which only the lines were read: what they are nobody can tell. */
const isOfGrid = (line: string): boolean => line.split(' ').length <= longestFacts && findDates(line).length > 1;
const longestFacts = 14;

const rowsOf = (table: Table): readonly (readonly Cell[])[] =>
  tableToGrid(table).map((row) => distinctCells(row).filter(filled));

/** The cell down the side, and what stands beside it row by row. */
function partsOf(table: Table): { readonly side: Cell | null; readonly rows: readonly (readonly Cell[])[] } {
  const side = table.cells.find(({ rowSpan, text }) => rowSpan === table.rows && text.trim() !== '') ?? null;
  const rows = tableToGrid(table).map((row, index) =>
    distinctCells(row).filter((cell) => cell !== side && cell.row === index && filled(cell)),
  );
  return { side, rows };
}

/** Rows of labels each over a row of as many values; null where they are something else. */
function pairsOf(rows: readonly (readonly Cell[])[]): readonly (readonly [Cell, Cell])[] | null {
  const pairs: (readonly [Cell, Cell])[] = [];
  for (let at = 0; at < rows.length; at += 2) {
    const labels = rows[at] ?? [];
    const values = rows[at + 1] ?? [];
    if (labels.length === 0 || !labels.every(({ text }) => couldBeLabel(text))) return null;
    for (const label of labels) {
      const value = values.find(({ column }) => column === label.column);
      if (value !== undefined) pairs.push([label, value]);
    }
    if (!values.every((value) => pairs.some(([, own]) => own === value))) return null;
  }
  return pairs;
}

/** What a tile says: the lines at its side and of its text, and its labels with their values. */
export function tileToEvents(table: Table, block: number, labels: Labels): readonly RecordEvent[] {
  const edge: RecordEvent = { kind: 'edge', block };
  if (!isTile(table))
    return rowsOf(table).flatMap((row) => [edge, ...row.flatMap((cell) => cellEvents(cell, block, labels)), edge]);
  const { side, rows } = partsOf(table);
  const [main = [], ...below] = rows;
  return [
    edge,
    ...[...(side === null ? [] : [side]), ...main].flatMap((cell) => cellEvents(cell, block, labels)),
    ...(pairsOf(below) ?? []).map(
      ([label, { text, places, fill }]): RecordEvent => ({
        kind: 'label',
        label: label.text.trim(),
        value: { text: text.trim(), places, fill },
        block,
      }),
    ),
    edge,
  ];
}

/** The lines of a cell; a share and what it is a share of (`70%`, `delivered`) are one. */
const cellEvents = (cell: Cell, block: number, labels: Labels): readonly RecordEvent[] =>
  cellLines({ ...cell, text: cell.text.replace(sharePrinted, joinedShare) }, block, labels);

const sharePrinted = /^(?<share>\d{1,3} ?%)\n(?<of>[^\n]+)$/gmu;
const joinedShare = (printed: string): string => {
  const joined = printed.replace('\n', ' ');
  return readPercent(foldPlain(joined)) === null ? printed : joined;
};
