import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { publishedSchemas } from '../../scripts/published-schemas.ts';
import { projectRoot } from '../support/cli.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { exported, withSource } from '../support/exports.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';
import { databaseOf, seriesExtractions } from '../support/stocked-database.ts';

const folder = path.join(projectRoot, 'schemas');

test('schemas/ holds what the zod schemas say ("npm run schemas" writes it)', () => {
  const there = new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  expect(there).toEqual(publishedSchemas());
});

describe('what is exported has the published shape', () => {
  const database = databaseOf(makeTemporaryFolder(), [...seriesExtractions([1]), sampleExtraction('0aa')]);
  const validatorOf = (name: string) =>
    new Ajv2020({ allErrors: true }).compile(JSON.parse(publishedSchemas().get(`${name}.schema.json`) ?? ''));

  test('boardtrail.json', async () => {
    const files = await withSource(database, (source) => exported('json', source));
    const validate = validatorOf('export');
    validate(JSON.parse(files.get('boardtrail.json')?.toString() ?? ''));
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['entries', 'entry'],
    ['papers', 'paper'],
    ['changes', 'change'],
  ])('%s.jsonl', async (file, shape) => {
    const files = await withSource(database, (source) => exported('jsonl', source));
    const lines = files.get(`${file}.jsonl`)?.toString().trimEnd().split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(0);
    const validate = validatorOf(shape);
    for (const line of lines) {
      validate(JSON.parse(line));
      expect(validate.errors).toBeNull();
    }
    expect(validate({})).toBe(false);
  });
});
