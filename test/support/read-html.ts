import { createHash } from 'node:crypto';
import { html } from '../../parsers/formats/html.ts';
import { readDocument } from '../../parsers/index.ts';
import { documentToExtraction } from '../../parsers/paper.ts';
import type { Document } from '../../src/model/document.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { Extraction } from '../../src/model/plan.ts';

/** Reads a page written in a test as if it were a paper. */
export async function readHtml(body: string): Promise<Extraction> {
  const bytes = new TextEncoder().encode(`<!doctype html><html><body>${body}</body></html>`);
  const file = {
    name: 'paper.html',
    path: 'paper.html',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return documentToExtraction(file, await html.parse(file, defaultParseOptions));
}

/** Reads bytes of any format that are written in a test as text. */
export const readDocumentOf = (text: string): Promise<Document> =>
  readDocument(
    { name: 'paper', path: 'paper', bytes: new TextEncoder().encode(text), sha256: '' },
    defaultParseOptions,
  );

/** A table from its rows: the first row heads the columns where `head` says so. A cell is its text, or markup with `<`. */
export function htmlTable(rows: readonly (readonly string[])[], head = true): string {
  const cell = (text: string, tag: string) => (text.startsWith('<t') ? text : `<${tag}>${text}</${tag}>`);
  const line = (cells: readonly string[], index: number) =>
    `<tr>${cells.map((text) => cell(text, head && index === 0 ? 'th' : 'td')).join('')}</tr>`;
  return `<table>${rows.map(line).join('')}</table>`;
}
