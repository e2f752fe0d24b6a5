import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPaper } from '../parsers/index.ts';
import { defaultParseOptions } from '../src/model/parsing.ts';
import { projectRoot } from './support/cli.ts';

const folder = path.join(projectRoot, 'fixtures/no-plan');
const files = readdirSync(folder).toSorted();

/** Said of every paper without a plan, and of papers that do not say whose they are or when: true, and no alarm. */
const honest = /^(?:layout\/no-entries$|paper\/)/;

test('there are documents of many kinds', () => {
  expect(files.length).toBeGreaterThanOrEqual(40);
  expect(new Set(files.map((file) => file.split('-')[0])).size).toBeGreaterThanOrEqual(10);
});

test.each(files)('%s holds no plan', async (name) => {
  const bytes = readFileSync(path.join(folder, name));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { entries, issues, paper } = await readPaper({ name, path: name, bytes, sha256 }, defaultParseOptions);
  expect(entries).toEqual([]);
  expect(issues.filter(({ code, severity }) => severity !== 'info' && !honest.test(code))).toEqual([]);
  expect(paper.outcome).toBe('ok');
});
