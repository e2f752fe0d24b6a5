import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { readCsv } from '../support/read-csv.ts';
import { readXlsx } from '../support/read-xlsx.ts';

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** This project with one more field: a row of `entryFields`, and a migration for its column. */
function projectWithField(): string {
  const folder = temporaryFolder();
  for (const part of ['src', 'parsers', 'scripts', 'fixtures/series', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(projectRoot, part), path.join(folder, part), { recursive: true });
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  const row = "  cost: text('actions', 'cost', 'What it costs, in the paper’s words', 14),\n";
  edit(path.join(folder, 'src/model/fields.ts'), '  percent: {\n', `${row}  percent: {\n`);
  const migrations = path.join(folder, 'src/store/migrations');
  writeFileSync(path.join(migrations, 'cost.ts'), 'export const sql = `ALTER TABLE actions ADD COLUMN cost TEXT`;\n');
  const index = path.join(migrations, 'index.ts');
  edit(index, 'import { sql as papers }', "import { sql as cost } from './cost.ts';\nimport { sql as papers }");
  writeFileSync(index, readFileSync(index, 'utf8').replace(/,?\s*\];\s*$/, ', cost];\n'));
  return folder;
}

test('a field that one row describes is in the database, about, help, CSV, Parquet, workbook and JSON Schema', () => {
  const folder = projectWithField();
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(stderr).not.toMatch(/Error/);
    expect(status).toBe(0);
    return stdout;
  };
  const cli = (...args: readonly string[]) => run('src/cli.ts', ...args);
  cli('ingest', 'fixtures/series', '--db', 'a.db', '--quiet');
  const store = new Sqlite(path.join(folder, 'a.db'), { readonly: true });
  const id = String(store.prepare('SELECT id FROM current ORDER BY id LIMIT 1').pluck().get());
  cli('fix', id, '--cost', '£4,000', '--db', 'a.db');
  expect(store.prepare('SELECT cost FROM current WHERE id = ?').pluck().get(id)).toBe('£4,000');
  expect(store.prepare('SELECT cost FROM entries WHERE id = ?').pluck().get(id)).toBe('£4,000');
  const about = store.prepare("SELECT table_name FROM about WHERE column_name = 'cost' ORDER BY 1").pluck();
  expect(about.all()).toEqual(['actions', 'current', 'entries', 'steps']);
  store.close();
  expect(cli('fix', '--help')).toMatch(/--cost TEXT +What it costs/);

  cli('export', '--format', 'csv', '--out', 'csv/', '--db', 'a.db');
  const [head = [], ...rows] = readCsv(readFileSync(path.join(folder, 'csv/current.csv'), 'utf8'));
  expect(rows.map((row) => row[head.indexOf('cost')]).filter((cost) => cost !== null)).toEqual(['£4,000']);
  for (const described of ['csv-metadata.json', 'datapackage.json']) {
    expect(readFileSync(path.join(folder, 'csv', described), 'utf8')).toContain('What it costs, in the paper’s words');
  }
  cli('export', '--format', 'parquet', '--out', 'parquet/', '--db', 'a.db');
  expect(readFileSync(path.join(folder, 'parquet/current.parquet')).includes('meaning:cost')).toBe(true);
  cli('export', '--format', 'xlsx', '--out', 'a.xlsx', '--db', 'a.db');
  const [, current] = readXlsx(readFileSync(path.join(folder, 'a.xlsx')));
  expect([...(current?.cells.values() ?? [])].map(({ value }) => value)).toEqual(
    expect.arrayContaining(['Cost', '£4,000']),
  );
  run('scripts/schemas.ts');
  const schema = JSON.parse(readFileSync(path.join(folder, 'schemas/entry.schema.json'), 'utf8'));
  expect(schema.properties.cost.description).toBe('What it costs, in the paper’s words');
});
