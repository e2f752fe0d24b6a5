import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describeCodes } from '../../scripts/published-codes.ts';
import { type CodeMeaning, codes } from '../../src/model/codes.ts';
import { projectRoot } from '../support/cli.ts';

const table = new Map<string, CodeMeaning>(Object.entries(codes));
const areas = [...new Set([...table.keys()].map((code) => code.split('/')[0]))].join('|');
const sources = globSync('{src,parsers}/**/*.ts', { cwd: projectRoot })
  .filter((file) => !file.endsWith('model/codes.ts'))
  .map((file) => readFileSync(path.join(projectRoot, file), 'utf8'));

/** Codes as they stand in the code, whole or made of an area and the rest. */
const written = (text: string): readonly string[] => [
  ...[...text.matchAll(new RegExp(`'((?:${areas})/[a-z][a-z0-9-]+)'`, 'g'))].map(([, code]) => code ?? ''),
  ...[...text.matchAll(/`\$\{area\}\/([a-z-]+)`/g)].flatMap(([, what]) =>
    [...table.keys()].filter((code) => code.endsWith(`/${what}`)),
  ),
];
/** What reads like a code of ours and is none. */
const others = new Set(['text/html', 'text/plain', 'text/csv']);

test('every code that is used is in the table, and every one in it is used', () => {
  const used = new Set(sources.flatMap(written).filter((code) => !others.has(code)));
  expect([...used].sort()).toEqual([...table.keys()].sort());
});

test('each is as grave as the table says', () => {
  // As fields of an object, or as arguments one behind the other.
  const pair = /(?:code: )?'([a-z]+\/[a-z-]+)',\s*(?:severity: )?'(error|warning|info)'/g;
  const pairs = sources.flatMap((text) =>
    [...text.matchAll(pair)].map(([, code = '', severity = '']) => [code, severity]),
  );
  expect(pairs.length).toBeGreaterThan(40);
  const wrong = pairs.filter(([code = '', severity]) => !table.get(code)?.severity?.some((each) => each === severity));
  expect(wrong).toEqual([]);
});

test('the page of codes is as the table', () => {
  expect(readFileSync(path.join(projectRoot, 'docs/codes.md'), 'utf8')).toBe(describeCodes());
});
