import { rememberByObject } from '../../src/lib/remember.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import { isRef, refAtEnd } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { isPeriod } from '../recognise/labels.ts';
import { couldBeLabel, isValue, knownLabel, labelKey } from './kinds-of-text.ts';

/** Of a row's cells so many are known labels where words alone make it a header. */
const leastKnown = 0.6;
const filled = (cell: Cell) => /[\p{L}\p{N}%#£]/u.test(cell.text);

/**
 * The rows of a table that name its columns, from above: told by mark-up, by looks that set a row off from the one below
 * it, by returning word for word, and only then by words that the vocabulary knows.
 */
export const headerRowsOf: (table: Table) => readonly number[] = rememberByObject((table) => {
  const grid = tableToGrid(table);
  const own = grid.map((row, index) => distinctCells(row).filter((cell) => cell.row === index && filled(cell)));
  const prints = own.map((cells) => cells.map(({ text }) => labelKey(text)).join(' | '));
  const found: number[] = [];
  own.forEach((cells, row) => {
    const endsTable = row > 0 && own.slice(row + 1).every((next) => next.length === 0);
    if (endsTable || cells.length < 2 || !cells.every(({ text }) => couldName(text)) || pairsUp(cells)) return;
    if (cells[0] !== undefined && namesOne(cells[0])) return;
    const values = cells.filter(({ text }) => isValue(text) && !isStatusWords(text)).length;
    if (values > cells.length / 4) return;
    const below = own.slice(row + 1).find((next) => next.length > 0 && !isBand(next)) ?? [];
    const marked = row < table.headerRows && cells.every(({ header }) => header);
    const returns = prints.filter((print) => print === prints[row]).length > 1;
    const known = cells.filter(({ text }) => knownLabel(text, 0.5)).length;
    if (marked || setOff(cells, below, row, table) || (returns && cells.length > 2)) found.push(row);
    else if (known >= 2 && known >= leastKnown * cells.length && areSetAlike(cells) && !isLabelledRow(below))
      found.push(row);
    else if (row === 0 && standsOverValues(cells, grid, table)) found.push(row);
  });
  const [first = 0] = found;
  return first > 0 && groupsColumns(own[first - 1] ?? [], own[first] ?? [], table) ? [first - 1, ...found] : found;
});

/** True for a row over the whole table that is set as the header below it and has names of several columns each: the upper row of the header. */
function groupsColumns(cells: readonly Cell[], header: readonly Cell[], { columns }: Table): boolean {
  const across = cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  const isWide = cells.length > 1 && across === columns && cells.some(({ columnSpan }) => columnSpan > 1);
  const isLabelRow = cells.length === 2 && cells[0]?.columnSpan === 1;
  const areAlike = [...cells, ...header].every(({ bold }) => bold === header[0]?.bold);
  return isWide && !isLabelRow && areAlike && cells.every(({ text }) => couldName(text)) && !pairsUp(cells);
}

/** The names of columns are all bold or none is; in a form labels are and values are not. */
const areSetAlike = (cells: readonly Cell[]): boolean => cells.every(({ bold }) => bold === cells[0]?.bold);

/** A row that begins with a label of its own, as those of a form do: what stands above it is no header. */
const isLabelledRow = ([first, ...rest]: readonly Cell[]): boolean =>
  first !== undefined && rest.length > 0 && knownLabel(first.text, 0.9);

const couldName = (text: string): boolean => isShort(text) && !isLabelled(text) && !namesRecord(text);

/** A label with its value in one cell; the name of a period is a header (`Position: June 2024`). */
const isLabelled = (text: string): boolean => /\p{L}:\s+\S/u.test(text) && !isPeriod(text);

/** A title with the reference of one record at its end (`Undertaking RP/24/03`); a period's name ends alike. */
function namesRecord(text: string): boolean {
  const split = refAtEnd(text);
  return split !== null && split.rest !== '' && /\d[./-]\d|\d{2}/.test(split.ref) && !isPeriod(text);
}

/** A reference with a number names one record (`TC/24/R01 | Recommendation | State of play | …`). */
const namesOne = ({ text }: Cell): boolean => /\d/.test(text) && isRef(text);

/** One cell across columns: it names what stands below it, or below each row, across the table. */
const isBand = ([only, ...others]: readonly Cell[]): boolean =>
  only !== undefined && others.length === 0 && only.columnSpan > 1;

const isShort = (text: string) => {
  const words = text.trim().split(/\s+/).length;
  return words <= 10 && (words <= 2 || !text.trim().endsWith('.'));
};

/** `Owner | Head of Estates | Due | May 2024`: labels alternate with values. */
function pairsUp(cells: readonly Cell[]): boolean {
  if (cells.length < 2 || cells.length % 2 !== 0) return false;
  const labels = cells.filter((_, index) => index % 2 === 0);
  const values = cells.filter((_, index) => index % 2 === 1);
  if (!labels.every(({ text }) => couldBeLabel(text))) return false;
  const look = (cell: Cell | undefined) => `${cell?.bold} ${cell?.header} ${cell?.fill}`;
  const lookAlike = (a: readonly Cell[]) => a.every((cell) => look(cell) === look(a[0]));
  const differ = look(labels[0]) !== look(values[0]);
  return (differ && lookAlike(labels) && lookAlike(values)) || values.every(({ text }) => isValue(text));
}

/** Bold or painted as the row below it is not. */
function setOff(cells: readonly Cell[], below: readonly Cell[], row: number, table: Table): boolean {
  if (row + 1 >= table.rows || below.length === 0) return false;
  const bold = cells.every((cell) => cell.bold) && !below.every((cell) => cell.bold);
  const [first] = cells;
  const painted =
    first?.fill != null &&
    cells.every(({ fill }) => String(fill) === String(first.fill)) &&
    below.every(({ fill }) => String(fill) !== String(first.fill));
  return (
    (bold || (painted && row === 0)) &&
    cells.every(({ text }) => !isValue(text) || isStatusWords(text) || knownLabel(text, 0.5)) &&
    !cells.every(({ text }) => isStatusWords(text))
  );
}

/** Words that no column goes on with: below them stand dates, statuses, numbers or sentences. */
function standsOverValues(cells: readonly Cell[], grid: readonly (readonly (Cell | null)[])[], table: Table): boolean {
  if (table.columns < 3 || cells.length < table.columns || table.rows < 3) return false;
  const typed = cells.filter(({ column, text }) => {
    if (!couldBeLabel(text)) return false;
    const below = grid
      .slice(1)
      .flatMap((row) => row[column] ?? [])
      .filter(filled);
    return (
      below.length > 1 && below.filter((cell) => isValue(cell.text) || isLong(cell.text)).length > 0.7 * below.length
    );
  });
  return typed.length >= Math.max(2, 0.6 * table.columns);
}

const isLong = (text: string) => text.split(/\s+/).length > 8;
