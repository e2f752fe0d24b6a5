import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describeCodes } from '../../scripts/published-codes.ts';
import { conditionCodes, issueCodes } from '../../src/model/codes.ts';
import { projectRoot } from '../support/cli.ts';

const table = [...Object.keys(issueCodes), ...Object.keys(conditionCodes)];
const areas = [...new Set(table.map((code) => code.split('/')[0]))].join('|');
const sources = globSync('{src,parsers}/**/*.ts', { cwd: projectRoot })
  .filter((file) => !file.endsWith('model/codes.ts'))
  .map((file) => readFileSync(path.join(projectRoot, file), 'utf8'));

/** Codes as they stand in the code, whole or made of an area and the rest. */
const written = (text: string): readonly string[] => [
  ...[...text.matchAll(new RegExp(`'((?:${areas})/[a-z][a-z0-9-]+)'`, 'g'))].map(([, code]) => code ?? ''),
  ...[...text.matchAll(/`\$\{area\}\/([a-z-]+)`/g)].flatMap(([, what]) =>
    table.filter((code) => code.endsWith(`/${what}`)),
  ),
];
/** What reads like a code of ours and is none. */
const others = new Set(['text/html', 'text/plain', 'text/csv']);

test('every code that is used is in the table, and every one in it is used', () => {
  const used = new Set(sources.flatMap(written).filter((code) => !others.has(code)));
  expect([...used].sort()).toEqual(table.toSorted());
});

test('how grave an issue is stands in the table alone', () => {
  // A literal, not a comparison or a column of SQL.
  expect(sources.flatMap((text) => text.match(/\bseverity: '\w+'/g) ?? [])).toEqual([]);
  expect(sources.filter((text) => text.includes('issueOf(')).length).toBeGreaterThan(20);
});

test('the page of codes is as the table', () => {
  expect(readFileSync(path.join(projectRoot, 'docs/codes.md'), 'utf8')).toBe(describeCodes());
});
