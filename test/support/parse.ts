import type { Block, Document } from '../../src/model/document.ts';
import { defaultParseOptions, type Format } from '../../src/model/parsing.ts';
import { dumpBlock } from './dump.ts';

/** Reads bytes, or text as UTF-8, in a format. */
export function parseIn(format: Format, content: string | Uint8Array): Promise<Document> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return format.parse({ name: 'paper', path: 'paper', bytes, sha256: '0'.repeat(64) }, defaultParseOptions);
}

/** A document's blocks as lines, as in the goldens. */
export const blockLines = (document: Document): readonly string[] => document.blocks.flatMap(dumpBlock);

/** The texts of each table's cells, row by row; the first table's unless told. */
export function tableTexts(document: Document, index = 0): readonly (readonly string[])[] {
  const tables = document.blocks.filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table');
  const found = tables[index];
  if (found === undefined) return [];
  return Array.from({ length: found.rows }, (_, row) =>
    found.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
  );
}

export const issueCodes = (document: Document): readonly string[] => document.issues.map((issue) => issue.code);
