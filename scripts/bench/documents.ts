/** A process of its own: every table and paragraph of these files, as `boardtrail tables` reads them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../parsers/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';

let pages = 0;
let tables = 0;
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { name: path.basename(file), path: file, bytes, sha256 };
  const document = await readDocument(source, { ...defaultParseOptions, stitch: false });
  pages += document.pages.length;
  tables += document.blocks.filter((block) => block.kind === 'table').length;
}

const { user, system } = process.cpuUsage();
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, memory, pages, tables }));
