/** A process of its own that reads documents with one rule after the other switched; told of by messages. */
import { globSync, readFileSync } from 'node:fs';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { switchable } from './switches.ts';

const [folders = '', from = '0', ...patterns] = process.argv.slice(2);
const rules = switchable(folders.split(','));
const { openPdf } = await import('../../parsers/pdf/page/open.ts');
const { readStretch } = await import('../../parsers/pdf/read-pages.ts');
const { ParseError } = await import('../../src/model/errors.ts');
type Source = Parameters<typeof readStretch>[0][number];

/** Pages of a document that are read at most, and documents that are looked for: so many show what a rule does. */
const mostPages = 12;
const enough = 5;

async function pagesOf(file: string): Promise<readonly Source[]> {
  try {
    const open = await openPdf(readFileSync(file));
    const pages: Source[] = [];
    for (let number = 1; number <= Math.min(open.pageCount, mostPages); number++)
      pages.push({ content: await open.page(number), words: null, shown: null });
    await open.close();
    return pages;
  } catch (error) {
    if (error instanceof ParseError) return [];
    throw error;
  }
}

function read(pages: readonly Source[]): string {
  try {
    return JSON.stringify(readStretch(pages, defaultParseOptions).drafts);
  } catch (error) {
    return String(error);
  }
}

const files = patterns.flatMap((pattern) => globSync(pattern)).sort();
const documents: { readonly file: string; readonly pages: readonly Source[] }[] = [];
for (const file of files) {
  const pages = await pagesOf(file);
  if (pages.length > 0) documents.push({ file, pages });
}
const usual = documents.map(({ pages }) => read(pages));
const trials = rules.flatMap((rule) =>
  rule.kind === 'number'
    ? [0, 1000].map((value) => ({ rule, as: String(value), value: value as unknown }))
    : [false, true].map((answer) => ({ rule, as: answer ? 'yes' : 'no', value: () => answer })),
);
process.send?.({ documents: documents.length, trials: trials.length });
for (const [index, { rule, as, value }] of trials.entries()) {
  if (index < Number(from)) continue;
  process.send?.({ begins: index, name: `${rule.name} = ${as}` });
  const was = rule.set(value);
  const changed: string[] = [];
  for (const [at, { file, pages }] of documents.entries()) {
    if (changed.length < enough && read(pages) !== usual[at]) changed.push(file);
  }
  rule.set(was);
  process.send?.({ index, changed });
}
