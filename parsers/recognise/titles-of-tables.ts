import { foldPlain } from '../../src/lib/fold.ts';
import type { Block, Cell, Heading, Paragraph, Table } from '../../src/model/document.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { withoutRows } from '../../src/tables/without-rows.ts';
import { annexFirst } from '../../src/vocabulary/paper-parts.ts';
import { reportWords } from '../../src/vocabulary/paper-titles.ts';
import { planName } from './plan-name.ts';

/** A sheet has columns; fewer are a form. */
const fewestColumns = 3;
const mostRows = 6;

/**
 * The blocks with the title rows of tables above these: rows of one text each before the first row of several, where a paper begins with
 * the table and they say whose it is, when it was made or what it reports; in any other table where they name an appendix or a plan.
 */
export function withTitlesOfTables(blocks: readonly Block[]): readonly Block[] {
  let level = highest;
  return blocks.flatMap((block, index): readonly Block[] => {
    if (block.kind === 'heading') level = block.level;
    if (block.kind !== 'table' || block.columns < fewestColumns) return [block];
    const { count, titles } = titleRows(block);
    const isFirst = index === 0 && titles.some(namesOwner) && titles.every(isOfFront);
    const isPart = titles.some(({ text }) => annexFirst.test(foldPlain(text)) || planName(text) !== null);
    if (titles.length === 0 || !(isFirst || isPart)) return [block];
    return [
      ...titles.map((cell) => toBlock(cell, isFirst ? highest : level)),
      withoutRows(block, new Set(Array.from({ length: count }, (_, row) => row))),
    ];
  });
}

const highest = 1;

/** The texts of the rows of one text or none above the first row of several, and how many rows these are. */
function titleRows(table: Table): { readonly count: number; readonly titles: readonly Cell[] } {
  const rows = tableToGrid(table).map((row, index) =>
    distinctCells(row).filter((cell) => cell.row === index && cell.text.trim() !== ''),
  );
  const count = Math.max(
    0,
    rows.findIndex((cells) => cells.length > 1),
  );
  const titles = rows.slice(0, count).flat();
  const reachDown = titles.some(({ row, rowSpan }) => row + rowSpan > count);
  return { count, titles: count > mostRows || reachDown ? [] : titles };
}

const namesOwner = ({ text }: Cell): boolean => organisationNames(text).length > 0;

const isOfFront = (cell: Cell): boolean =>
  namesOwner(cell) || findDates(cell.text).length > 0 || reportWords.test(cell.text) || cell.bold;

const toBlock = ({ text, bold, places }: Cell, level: number): Heading | Paragraph =>
  bold && findDates(text).length === 0
    ? { kind: 'heading', level, text: text.trim(), places }
    : { kind: 'paragraph', text: text.trim(), bold: false, places };
