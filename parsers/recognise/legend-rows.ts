import { heightOf, overlap } from '../../src/lib/box.ts';
import { foldWords } from '../../src/lib/fold.ts';
import type { Block, Cell, Paragraph, Table } from '../../src/model/document.ts';
import type { RagValue } from '../../src/model/plan.ts';
import { ragFromColour } from '../../src/normalise/rag.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { withoutRows } from '../../src/tables/without-rows.ts';
import { ragWords } from '../../src/vocabulary/rag-words.ts';
import { meaningOf } from './legend.ts';

/**
 * The blocks with each legend as a table of its own: cut off from a plan that it stands in the same grid with, or put
 * together from a column of coloured cells and the words printed beside them.
 */
export function legendsApart(blocks: readonly Block[]): readonly Block[] {
  return joinWords(blocks).flatMap((block): readonly Block[] => (block.kind === 'table' ? cutLegends(block) : [block]));
}

function joinWords(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    const words = block?.kind === 'table' ? wordsBeside(block, blocks.slice(index + 1, index + 1 + block.rows)) : null;
    if (block?.kind === 'table' && words !== null) {
      joined.push(withWords(block, words));
      index += words.length;
    } else if (block !== undefined) joined.push(block);
  }
  return joined;
}

/** The paragraphs of which one stands beside each cell of a column of colours; null where any is missing. */
function wordsBeside(table: Table, blocks: readonly Block[]): readonly Paragraph[] | null {
  const words = blocks.filter((block) => block.kind === 'paragraph');
  const isKeys = table.columns === 1 && table.cells.length === table.rows && table.cells.every((cell) => isKey(cell));
  if (!isKeys || table.rows < 2 || words.length < table.rows) return null;
  return table.cells.every((cell) => words.some((paragraph) => areBeside(cell, paragraph))) ? words : null;
}

function areBeside({ places: [cell] }: Cell, { places: [text] }: Paragraph): boolean {
  if (cell?.bbox === undefined || text?.bbox === undefined || cell.page !== text.page) return false;
  const shared = overlap(cell.bbox[1], cell.bbox[3], text.bbox[1], text.bbox[3]);
  return shared > 0.5 * Math.min(heightOf(cell.bbox), heightOf(text.bbox));
}

function withWords(table: Table, words: readonly Paragraph[]): Table {
  const beside = table.cells.flatMap((cell): readonly Cell[] => {
    const found = words.find((paragraph) => areBeside(cell, paragraph));
    if (found === undefined) return [cell];
    const { text, bold, places } = found;
    return [cell, { ...cell, column: 1, text, bold, places, fill: null, ink: null }];
  });
  const places = [...table.places, ...words.flatMap((paragraph) => paragraph.places)];
  return { ...table, columns: 2, cells: beside, places };
}

/** A plan has more columns than a legend. */
const leastPlanColumns = 4;

/** The table without the rows that are its legend, which stand above it as a table of their own. */
function cutLegends(table: Table): readonly Table[] {
  if (table.columns < leastPlanColumns) return [table];
  const rows = tableToGrid(table).map((row) => distinctCells(row).filter(isTelling));
  const legend = longestRun(rows.map((cells) => (isLegendRow(cells) ? colourOf(cells[0]) : null)));
  const meanings = legend.filter((row) => meaningOf(rows[row]?.[1]?.text ?? '') !== null).length;
  if (legend.length < 2 || meanings < 0.5 * legend.length) return [table];
  const cells = legend.flatMap((row, index) =>
    (rows[row] ?? []).map((cell, column): Cell => ({ ...cell, row: index, column, columnSpan: 1 })),
  );
  const cut = { ...table, rows: legend.length, columns: 2, cells, headerRows: 0, joins: [] };
  return [{ ...cut, places: cells.flatMap(({ places }) => places) }, withoutRows(table, new Set(legend))];
}

/** The first rows after one another, two or more, that each have another colour. */
function longestRun(colours: readonly (RagValue | null)[]): readonly number[] {
  let run: readonly number[] = [];
  for (const [row, colour] of colours.entries()) {
    const isNext = colour !== null && !run.some((other) => colours[other] === colour);
    if (isNext) run = [...run, row];
    else if (run.length > 1) return run;
    else run = colour === null ? [] : [row];
  }
  return run;
}

const isTelling = (cell: Cell) => cell.text.trim() !== '' || colourOf(cell) !== null;

/** A colour and what it means, with nothing else in the row that tells anything. */
function isLegendRow([key, words, ...more]: readonly Cell[]): boolean {
  if (key === undefined || words === undefined || more.length > 0) return false;
  return key.rowSpan === 1 && words.rowSpan === 1 && isKey(key) && words.text.trim().length > 1 && !isKey(words);
}

/** A colour's name or letter, or a cell painted in it without other words. */
const isKey = (cell: Cell) => colourOf(cell) !== null;

function colourOf(cell: Cell | undefined): RagValue | null {
  if (cell === undefined) return null;
  const named = ragWords.get(foldWords(cell.text));
  if (named !== undefined || cell.text.trim() !== '') return named ?? null;
  return cell.fill === null ? null : (ragFromColour(cell.fill, 'fill')?.value ?? null);
}
