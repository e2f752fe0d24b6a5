import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../parsers/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { docxFixtures } from '../support/docx-fixtures.ts';
import { dumpDocument } from '../support/dump.ts';
import { expectGolden } from '../support/golden.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');
const papers = globSync('{docx,html,text}/*', { cwd: fixtures }).sort();

test.each(papers)('golden: %s', async (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(fixtures, name)));
  const file = { name, path: name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  expectGolden(name, dumpDocument(await readDocument(file, defaultParseOptions)));
});

test('the Word fixtures are what their description in XML makes', () => {
  for (const [name, make] of Object.entries(docxFixtures)) {
    expect(make().equals(readFileSync(path.join(fixtures, 'docx', name))), `run scripts/fixtures.ts for ${name}`).toBe(
      true,
    );
  }
});
