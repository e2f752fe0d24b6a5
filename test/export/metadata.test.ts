import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import Ajv4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { guarded } from '../../src/export/guard.ts';
import { exportTables } from '../../src/export/tables.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { exported, withSource } from '../support/exports.ts';
import { readCsv } from '../support/read-csv.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';
import { databaseOf } from '../support/stocked-database.ts';

const published = (name: string): AnySchema =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../fixtures/schemas', name), 'utf8'));

let files: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  const database = databaseOf(makeTemporaryFolder(), [sampleExtraction('0aa'), sampleExtraction('0bb', [{}, {}])]);
  files = await withSource(database, (source) => exported('csv', source));
});

const jsonOf = (name: string) => JSON.parse(files.get(name)?.toString() ?? '');

function expectValid(validate: ValidateFunction, value: unknown): void {
  expect(validate(value) ? [] : validate.errors).toEqual([]);
}

describe('datapackage.json', () => {
  test('is a Tabular Data Package by its published profile', () => {
    const ajv = new Ajv4.default({ strict: false, allErrors: true });
    formats.default(ajv as unknown as Ajv);
    const validate = ajv.compile(published('tabular-data-package.json'));
    expectValid(validate, jsonOf('datapackage.json'));
    expect(validate({ ...jsonOf('datapackage.json'), resources: [{ name: 'no schema' }] })).toBe(false);
  });

  test('tells every column of every file, in order', () => {
    for (const { path: file, schema } of jsonOf('datapackage.json').resources) {
      const [header] = readCsv(files.get(file)?.toString() ?? '');
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(header);
    }
  });

  test('names every source, with the words for a licence that is not known', () => {
    const { sources } = jsonOf('datapackage.json');
    expect(sources).toHaveLength(4);
    for (const { licence } of sources) expect(licence).toMatch(/^The licence is not known/);
  });
});

describe('csv-metadata.json', () => {
  test('is a CSVW table group', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    formats.default(ajv);
    const validate = ajv.compile(published('csvw.json'));
    expectValid(validate, jsonOf('csv-metadata.json'));
    expect(validate({ ...jsonOf('csv-metadata.json'), tables: [{ columns: [] }] })).toBe(false);
  });

  test('tells every column of every file, in order', () => {
    for (const { url, tableSchema } of jsonOf('csv-metadata.json').tables) {
      const [header] = readCsv(files.get(url)?.toString() ?? '');
      expect(tableSchema.columns.map(({ titles }: { titles: string }) => titles)).toEqual(header);
    }
  });
});

test('every column says what it is in a sentence, and no heading is guarded', () => {
  for (const { columns, meaning } of exportTables) {
    expect(meaning).toMatch(/\w \w/);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length);
    for (const column of columns) {
      expect(column.meaning, column.name).toMatch(/\w/);
      expect(guarded(column.name)).toBe(column.name);
    }
  }
});
