import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../src/export/csv.ts';
import { guarded } from '../../src/export/guard.ts';
import type { ExportSource, FlatValue } from '../../src/model/stored.ts';
import { temporaryFolder } from '../support/database.ts';
import { exported } from '../support/exports.ts';
import { hasOffice } from '../support/papers.ts';
import { readCsv } from '../support/read-csv.ts';
import { readXlsx } from '../support/read-xlsx.ts';

/** As the README says: a text without its one leading apostrophe. */
const unguarded = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);

/** What begins a formula in Excel, LibreOffice or Google Sheets, as OWASP lists it ("CSV Injection"). */
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

const beginnings = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  "'",
  "''=",
  ' =',
  '＝',
  '"',
  '_x0041_',
  '\u0000',
  '\u001f',
  '﻿',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.tuple(fc.constantFrom(...beginnings), fc.string({ unit: 'binary' })).map((parts) => parts.join('')),
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.example","y")',
    '@SUM(1+1)*cmd',
    '-2+3',
    'a,b;c\td',
    'x\r\ny',
    ']]>',
    '&lt;',
    '',
  ),
);

/** Rows of issues with these messages: nothing stands between them and the exporters. */
function sourceOf(texts: readonly string[]): ExportSource {
  return {
    papers: () => [],
    entriesOf: () => [],
    changes: () => [],
    said: () => [],
    rows: (table, columns) =>
      table !== 'issues'
        ? []
        : texts.map((text) => columns.map((column): FlatValue => (column === 'message' ? text : null))),
  };
}

describe('for any text at all', () => {
  test('CSV gives it back, and no field begins a formula', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
        const [record] = readCsv(csvLine(texts));
        expect(record?.map((field) => unguarded(field ?? ''))).toEqual(texts);
        for (const field of record ?? []) expect(field).not.toMatch(formulaStart);
      }),
      { numRuns: 2000 },
    );
  });

  test('the guard can be undone, and only it', () => {
    fc.assert(
      fc.property(anyText, (text) => unguarded(guarded(text)) === text),
      { numRuns: 2000 },
    );
  });

  test('the workbook gives it back as text, never as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 30 }), async (texts) => {
        const bytes = (await exported('xlsx', sourceOf(texts))).get('boardtrail.xlsx') ?? expect.fail();
        const issues = readXlsx(bytes).find(({ name }) => name === 'Issues') ?? expect.fail();
        const messages = texts.map((_, index) => issues.cells.get(`E${index + 2}`));
        expect(messages.map((cell) => cell?.value)).toEqual(texts);
        for (const cell of issues.cells.values()) expect(cell.isFormula).toBe(false);
        expect(issues.xml).not.toMatch(/<f[ >]/);
      }),
      { numRuns: 100 },
    );
  });

  test('Parquet gives it back', async () => {
    await fc.assert(
      // The reader used here drops a byte order mark that begins a text; DuckDB does not.
      fc.asyncProperty(
        fc.array(
          anyText.filter((text) => !text.startsWith('\uFEFF')),
          { minLength: 1, maxLength: 30 },
        ),
        async (texts) => {
          const bytes = (await exported('parquet', sourceOf(texts))).get('issues.parquet') ?? expect.fail();
          const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
          const rows = await parquetReadObjects({ file });
          expect(rows.map(({ message }) => message)).toEqual(texts);
        },
      ),
      { numRuns: 50 },
    );
  });
});

test('a text too long for a cell goes on in the notes, whole', async () => {
  const long = `=${'Fire 🔥 and rescue. '.repeat(4_000)}`;
  const bytes = (await exported('xlsx', sourceOf(['short', long]))).get('boardtrail.xlsx') ?? expect.fail();
  const sheets = readXlsx(bytes);
  const [first = ''] = String(sheets.find(({ name }) => name === 'Issues')?.cells.get('E3')?.value).split(
    /\n\[This text .* at Issues E3\.\]$/,
  );
  const notes = sheets.find(({ name }) => name === 'Notes') ?? expect.fail();
  const rest = [...notes.cells]
    .filter(([reference]) => reference.startsWith('B'))
    .filter(([, { value }]) => value === 'Issues E3')
    .map(([reference]) => notes.cells.get(reference.replace('B', 'C'))?.value ?? '');
  expect(rest.length).toBeGreaterThan(1);
  expect(first + rest.join('')).toBe(long);
  for (const { cells } of sheets) {
    for (const { value } of cells.values()) expect(String(value).length).toBeLessThanOrEqual(32_767);
  }
});

test.skipIf(!hasOffice)(
  'LibreOffice makes no formula of a guarded CSV file (skipped where LibreOffice is missing)',
  () => {
    const folder = temporaryFolder();
    const texts = [...beginnings.map((start) => `${start}1+1`), '=HYPERLINK("http://x.example")', '@SUM(1;2)', 'plain'];
    const file = path.join(folder, 'guarded.csv');
    writeFileSync(
      file,
      `\uFEFF${texts
        .filter((text) => !text.includes('\0'))
        .map((text) => csvLine([text, 'beside']))
        .join('')}`,
    );
    const profile = pathToFileURL(path.join(folder, 'profile')).href;
    spawnSync('soffice', [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      file,
    ]);
    const sheet = readFileSync(path.join(folder, 'guarded.fods'), 'utf8');
    expect(sheet).toContain('beside');
    expect(sheet).not.toContain('table:formula');
  },
);
