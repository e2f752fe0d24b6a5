import { counted } from '../lib/counted.ts';
import { pageLink } from '../lib/page-link.ts';
import { version } from '../lib/version.ts';
import type { ExportSource, FlatTableName, FlatValue } from '../model/stored.ts';
import { type Column, type ExportTable, rowsOf } from './column.ts';
import type { Exporter } from './exporter.ts';
import { exportTables } from './tables.ts';
import { dataTitle, howToCite, termsOf } from './terms.ts';
import { type Cell, columnName, type Sheet } from './xlsx/sheet.ts';
import { cellParts, longestCell } from './xlsx/text.ts';
import { workbook } from './xlsx/workbook.ts';

/** A workbook for Excel and LibreOffice. */
export const xlsx: Exporter = {
  name: 'xlsx',
  summary: 'one workbook: contents, current, entries, changes, threads, papers, issues, notes',
  text: false,
  files: [{ name: 'boardtrail.xlsx', pieces: (source) => workbook(sheetsOf(source)) }],
};

/** What people read of each sheet, in the order in which it stands there first and is printed; the rest is for programs. */
const entryWords =
  'service plan ref finding action timescale_raw status_raw rag_value lead progress updates future file page'.split(
    ' ',
  );
const printed: ReadonlyMap<FlatTableName, readonly string[]> = new Map([
  ['current', entryWords],
  ['entries', ['date', ...entryWords]],
  ['changes', ['service', 'date', 'kind', 'sentence', 'before', 'after']],
  [
    'threads',
    'service ref finding action lead status_raw first_due_raw latest_due_raw slip_days papers_since_progress'.split(
      ' ',
    ),
  ],
  ['papers', 'service date title body meeting_date author entries outcome pages file'.split(' ')],
  ['issues', ['service', 'file', 'severity', 'code', 'message', 'page']],
]);
const tables = exportTables.filter(({ name }) => printed.has(name)).map(forPeople);

/** Rows of data on one sheet: Excel's limit without the headings. */
const mostRows = 1_048_575;

const roomForNote = 200;
const mostText = longestCell - roomForNote;

const continued = (where: string): string =>
  `\n[This text is longer than a cell; it goes on in the sheet Notes, at ${where}.]`;

function* sheetsOf(source: ExportSource): Generator<Sheet> {
  const found: Found = { longText: false };
  yield { name: 'Contents', columns: coverColumns, rows: cover(source), printed: coverColumns.length, isPage: true };
  for (const table of tables) yield* sheetsOfTable(table, source, found);
  const columns = noteColumns.map(({ title, width }) => ({ title, width }));
  yield { name: 'Notes', columns, rows: notes(source, found), printed: columns.length };
}

/** What was met on the way through the rows. */
interface Found {
  longText: boolean;
}

/** A table with the columns that are printed first, and ids last. */
function forPeople(table: ExportTable): ExportTable {
  const first = printed.get(table.name) ?? [];
  const shown = first.flatMap((name) => table.columns.filter((column) => column.name === name));
  const rest = table.columns.filter((column) => !shown.includes(column));
  const isId = ({ name }: Column) => name.endsWith('_id');
  return { ...table, columns: [...shown, ...rest.filter((column) => !isId(column)), ...rest.filter(isId)] };
}

/** The rows of one table, on as many sheets as they need. */
function* sheetsOfTable(table: ExportTable, source: ExportSource, found: Found): Generator<Sheet> {
  const columns = table.columns.map(({ title, width, type }) => ({
    title,
    width: width ?? (type === 'date' ? 12 : 14),
  }));
  const rows = rowsOf(table, source)[Symbol.iterator]();
  let next = rows.next();
  for (let index = 0; index === 0 || !next.done; ) {
    const { sheet } = placeOf(table, index);
    const here = function* () {
      for (; !next.done && placeOf(table, index).sheet === sheet; index += 1) {
        yield cellsOf(table, next.value, index, found);
        next = rows.next();
      }
    };
    yield { name: sheet, columns, rows: here(), printed: printed.get(table.name)?.length ?? columns.length };
    if (index === 0) return;
  }
}

/** @param index of a row in its table, from 0 */
function placeOf({ title }: ExportTable, index: number): { readonly sheet: string; readonly row: number } {
  const number = Math.floor(index / mostRows) + 1;
  return { sheet: number === 1 ? title : `${title} ${number}`, row: (index % mostRows) + 2 };
}

function cellsOf(table: ExportTable, values: readonly FlatValue[], index: number, found: Found): readonly Cell[] {
  const link = linkOf(table, values);
  return values.map((value, at): Cell => {
    const column = table.columns[at];
    if (column === undefined || typeof value === 'number')
      return { value, as: 'number', link: isPage(column) ? link : null };
    if (value !== null && value.length > longestCell) {
      found.longText = true;
      const [first = ''] = cellParts(value, mostText);
      return { value: first + continued(cellName(table, index, at)), as: 'text' };
    }
    const as =
      column.type === 'date' || column.type === 'short date' ? 'date' : column.name === 'rag_value' ? 'rating' : 'text';
    return { value, as, link: column.type === 'address' ? link : null };
  });
}

const isPage = (column: Column | undefined): boolean => column?.name === 'page' || column?.name === 'after_page';

/** Where a row's page can be looked up: its source's address, at that page. */
function linkOf({ columns }: ExportTable, values: readonly FlatValue[]): string | null {
  const address = values[columns.findIndex(({ type }) => type === 'address')];
  const page = values[columns.findIndex(isPage)];
  return typeof address === 'string' ? pageLink(address, typeof page === 'number' ? page : null) : null;
}

const cellName = (table: ExportTable, index: number, column: number): string => {
  const { sheet, row } = placeOf(table, index);
  return `${sheet} ${columnName(column)}${row}`;
};

const noteColumns = [
  { title: 'About', width: 14 },
  { title: 'Where', width: 40 },
  { title: 'Note', width: 110 },
];

const note = (...texts: readonly [about: string, where: string, words: string]): readonly Cell[] =>
  texts.map((value) => ({ value, as: 'text' }));

const coverColumns = [
  { title: dataTitle, width: 75 },
  { title: '', width: 100 },
];

/** What the workbook is, what is in it and where, and how to cite it. */
function* cover(source: ExportSource): Generator<readonly Cell[]> {
  const line = (label: string, value: string): readonly Cell[] => [
    { value: label, as: 'text' },
    { value, as: 'text' },
  ];
  const papers = [...source.papers()];
  const days = papers.flatMap(({ asAt, meetingDate }) => asAt ?? meetingDate ?? []).sort();
  const services = new Set(papers.flatMap(({ service }) => service ?? []));
  yield line('Holds', `${counted(papers.length, 'paper')} of ${counted(services.size, 'service')}${spanOf(days)}`);
  yield line(
    'Written by',
    `boardtrail ${version}, from published board papers: text columns hold the papers’ own words`,
  );
  yield line('To cite', howToCite);
  for (const { title, meaning } of tables)
    yield [{ value: title, as: 'text', sheet: title }, ...line(title, `${meaning}.`).slice(1)];
  yield [
    { value: 'Notes', as: 'text', sheet: 'Notes' },
    ...line('', 'What each column means, and the terms of each source.').slice(1),
  ];
}

const spanOf = (days: readonly string[]): string => {
  const [first, last] = [days.at(0), days.at(-1)];
  return first === undefined || last === undefined ? '' : `, of ${first === last ? first : `${first} to ${last}`}`;
};

function* notes(source: ExportSource, found: Found): Generator<readonly Cell[]> {
  yield note(
    'This file',
    '',
    'Written by boardtrail from published board papers. Text columns hold the papers’ own words.',
  );
  yield note('This file', '', howToCite);
  yield note('This file', '', 'Empty cells: the paper does not say, or it was not understood (see the sheet Issues).');
  for (const table of tables) {
    yield note('Sheet', table.title, `${table.meaning}.`);
    for (const { title, name, meaning } of table.columns) {
      yield note('Column', `${table.title}: ${title} (${name} in the CSV files)`, `${meaning}.`);
    }
  }
  for (const { title, address, licence, attribution } of termsOf(source)) {
    yield note('Source', title, [address, licence, attribution].filter((words) => words !== null).join('\n'));
  }
  if (found.longText) yield* longTexts(source);
}

/** What did not fit into the cells, in parts: the rows are gone through once more, so that none has to be kept. */
function* longTexts(source: ExportSource): Generator<readonly Cell[]> {
  for (const table of tables) {
    let index = 0;
    for (const values of rowsOf(table, source)) {
      for (const [at, value] of values.entries()) {
        if (typeof value !== 'string' || value.length <= longestCell) continue;
        const [, ...rest] = cellParts(value, mostText);
        for (const part of rest) yield note('Long text', cellName(table, index, at), part);
      }
      index += 1;
    }
  }
}
