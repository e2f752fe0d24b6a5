/**
 * Writes the Word papers of fixtures/docx from test/support/docx-fixtures.ts, where they are described in XML.
 *   node scripts/fixtures.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { docxFixtures } from '../test/support/docx-fixtures.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/docx');
mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(docxFixtures)) writeFileSync(path.join(folder, name), make());
