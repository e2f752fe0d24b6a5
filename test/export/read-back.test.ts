import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuckDBConnection } from '@duckdb/node-api';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/export/column.ts';
import { exporters } from '../../src/export/index.ts';
import { exportTables } from '../../src/export/tables.ts';
import type { ExportFilter, FlatValue } from '../../src/model/stored.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { exported, saveAll, withSource } from '../support/exports.ts';
import { hasOffice } from '../support/papers.ts';
import { readCsv } from '../support/read-csv.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';
import { databaseOf, seriesExtractions } from '../support/stocked-database.ts';

const folder = makeTemporaryFolder();
const troubled = sampleExtraction('0dd', [
  { action: '=SUM(A1:A9)', progress: "'quoted", lead: '@home', finding: '- a bullet\n- another', future: '' },
  { action: '\tindented', progress: 'a "quote", a comma\r\nand lines', extra: { '=Odd': '+1' }, percent: 62.5 },
]);
const database = databaseOf(folder, [...seriesExtractions([1, 2, 3]), troubled]);
const stored = new Map<string, readonly (readonly FlatValue[])[]>();

beforeAll(async () => {
  await withSource(database, async (source) => {
    for (const table of exportTables) stored.set(table.name, [...rowsOf(table, source)]);
    for (const name of ['csv', 'parquet', 'xlsx']) saveAll(await exported(name, source), path.join(folder, name));
  });
});

test('there is something in every table', () => {
  for (const { name } of exportTables.filter(({ name }) => name !== 'statements')) {
    expect(stored.get(name)?.length, name).toBeGreaterThan(0);
  }
});

describe('DuckDB reads back the rows of the database', () => {
  /** All rows of a query; dates as ISO 8601. */
  async function query(sql: string): Promise<readonly (readonly unknown[])[]> {
    const connection = await DuckDBConnection.create();
    try {
      return (await (await connection.run(sql)).getRowsJson()) as unknown[][];
    } finally {
      connection.closeSync();
    }
  }

  test.each(exportTables.map((table) => [table.name, table] as const))('%s.csv', async (name, table) => {
    const types = table.columns.map(({ name: column, type }) => {
      const sqlType =
        { date: 'DATE', integer: 'INTEGER', number: 'DOUBLE', flag: 'INTEGER' }[type as string] ?? 'VARCHAR';
      return `'${column}': '${sqlType}'`;
    });
    const file = path.join(folder, 'csv', `${name}.csv`);
    const rows = await query(
      `SELECT * FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
         allow_quoted_nulls = false, auto_detect = false, new_line = '\\r\\n', columns = {${types.join(', ')}})`,
    );
    const unguard = (value: unknown) => (typeof value === 'string' && value.startsWith("'") ? value.slice(1) : value);
    expect(rows.map((row) => row.map(unguard))).toEqual(stored.get(name));
  });

  test.each(exportTables.map((table) => [table.name, table] as const))('%s.parquet', async (name, table) => {
    const rows = await query(`SELECT * FROM '${path.join(folder, 'parquet', `${name}.parquet`)}'`);
    const flags = new Set(table.columns.flatMap(({ type }, index) => (type === 'flag' ? [index] : [])));
    const expected = stored
      .get(name)
      ?.map((row) => row.map((value, index) => (flags.has(index) ? value === 1 : value)));
    expect(rows).toEqual(expected);
  });

  test('text and days have types of their own in Parquet', async () => {
    const rows = await query(`DESCRIBE SELECT * FROM '${path.join(folder, 'parquet', 'entries.parquet')}'`);
    const types = new Map(rows.map(([column, type]) => [column, type]));
    expect(types.get('timescale_end')).toBe('DATE');
    expect(types.get('percent')).toBe('DOUBLE');
    expect(types.get('finding')).toBe('VARCHAR');
  });
});

describe('keys hold', () => {
  const filters: readonly ExportFilter[] = [
    {},
    { service: 'harrowdale' },
    { pillar: 'people' },
    { status: 'complete' },
    { since: '2021-06' },
    { asOf: '2021-06' },
    { changed: true },
    { status: 'delayed', since: '2021-03', changed: true },
  ];
  test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
    'with the filter %s',
    async (_, filter) => {
      await withSource(
        database,
        (source) => {
          const keyed = new Map(
            exportTables.map((table) => [
              table.name,
              [...rowsOf(table, source)].map(
                (row) => new Map(table.columns.map(({ name }, index) => [name, row[index]])),
              ),
            ]),
          );
          for (const { name, key, references, columns } of exportTables) {
            const rows = keyed.get(name) ?? [];
            const keys = rows.map((row) => JSON.stringify(key.map((column) => row.get(column))));
            expect(new Set(keys).size, `${name}: keys`).toBe(keys.length);
            for (const { column, table } of references) {
              const [target = ''] = exportTables.find((other) => other.name === table)?.key ?? [];
              const known = new Set(keyed.get(table)?.map((row) => row.get(target)));
              for (const row of rows) {
                const value = row.get(column);
                if (value !== null) expect(known.has(value), `${name}.${column} ${value}`).toBe(true);
              }
            }
            for (const { name: column, always, values } of columns) {
              for (const row of rows) {
                const value = row.get(column);
                if (always) expect(value, `${name}.${column}`).not.toBeNull();
                if (values !== undefined && value !== null) expect(values, `${name}.${column}`).toContain(value);
              }
            }
          }
        },
        filter,
      );
    },
  );
});

describe('the workbook', () => {
  const file = () => path.join(folder, 'xlsx', 'boardtrail.xlsx');

  test('has headings that stay, filters, real days, ratings in colour and word, and links to the page', () => {
    const sheets = readXlsx(readFileSync(file()));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Contents',
      'Current',
      'Entries',
      'Changes',
      'Threads',
      'Papers',
      'Issues',
      'Notes',
    ]);
    const [contents, current] = sheets;
    for (const { name } of sheets.slice(1)) expect(contents?.xml).toContain(`location="'${name}'!A1"`);
    expect(contents?.xml).not.toContain('<autoFilter');
    for (const { xml } of sheets.slice(1)) {
      expect(xml.includes('state="frozen"') && xml.includes('<autoFilter')).toBe(true);
    }
    const cells = [...(current?.cells.values() ?? [])];
    expect(cells.filter(({ style }) => style === 4).length).toBeGreaterThan(50);
    expect(cells.find(({ value }) => value === 'green')?.style).toBeGreaterThan(5);
    expect(current?.xml).toMatch(/<hyperlink ref="[A-Z]{2}2" r:id="rId1"\/>/);
  });

  test('prints what people read of each sheet, and not what is there for programs', () => {
    const bytes = readFileSync(file());
    const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
    for (const { name, cells } of readXlsx(bytes).slice(1, -1)) {
      const [, column = '', row] = new RegExp(`'${name}'!\\$A\\$1:\\$([A-Z]+)\\$(\\d+)<`).exec(workbook) ?? [];
      const headings = [...cells].filter(([at]) => /^[A-Z]+1$/.test(at)).map(([at, { value }]) => [at, value] as const);
      const last = headings.findIndex(([at]) => at === `${column}1`);
      const rows = Math.max(...[...cells.keys()].map((at) => Number(at.replace(/\D/g, ''))));
      expect(Number(row)).toBe(rows);
      const printed = headings.slice(0, last + 1).map(([, title]) => title);
      expect(printed).toContain('Service');
      expect(printed).not.toContain('Confidence');
      expect(printed.length).toBeLessThan(headings.length);
    }
  });

  test.skipIf(!hasOffice)('opens in LibreOffice with the same rows (skipped where LibreOffice is missing)', () => {
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    spawnSync('soffice', [profile, '--headless', '--convert-to', everySheet, '--outdir', folder, file()]);
    for (const { name, title, columns } of exportTables.slice(0, 6)) {
      const text = readFileSync(path.join(folder, `boardtrail-${title}.csv`), 'utf8').replaceAll('\r\n', '\n');
      const [headings = [], ...rows] = readCsv(text.replaceAll('\n', '\r\n'));
      const order = columns.map((column) => headings.indexOf(column.title));
      const read = rows.map((row) => order.map((at) => row[at] ?? null));
      const written = stored
        .get(name)
        ?.map((row) =>
          row.map((value) => (value === null || value === '' ? null : String(value).replace(/\r?\n/g, '\r\n'))),
        );
      expect(read).toEqual(written);
    }
  });
});

test('LibreOffice finds no formula in the workbook (skipped where LibreOffice is missing)', {
  skip: !hasOffice,
}, () => {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  spawnSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'fods',
    '--outdir',
    folder,
    path.join(folder, 'xlsx', 'boardtrail.xlsx'),
  ]);
  const sheet = readFileSync(path.join(folder, 'boardtrail.fods'), 'utf8');
  expect(sheet.includes('office:value-type="date"')).toBe(true);
  expect(sheet.includes('table:formula')).toBe(false);
});

test('the same data gives the same bytes, whatever the exporter', async () => {
  await withSource(database, async (source) => {
    expect(exporters.map(({ name }) => name).sort()).toEqual(['csv', 'gold', 'json', 'jsonl', 'parquet', 'xlsx']);
    for (const { name } of exporters) {
      expect(await exported(name, source), name).toEqual(await exported(name, source));
    }
  });
});

test('--excel begins each table with a byte order mark', async () => {
  await withSource(database, async (source) => {
    const files = await exported('csv', source, { byteOrderMark: true });
    expect(files.get('entries.csv')?.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(files.get('datapackage.json')?.subarray(0, 1).toString()).toBe('{');
  });
});
