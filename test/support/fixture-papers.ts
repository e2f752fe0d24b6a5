import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../../src/model/document.ts';
import { readTruth, type Truth } from './truth.ts';

const root = path.resolve(import.meta.dirname, '../..');
const truths = path.join(root, 'test/truth');

/** How a paper was made: the page itself, Word by LibreOffice, or a PDF by the program of that name. */
export const forms = [
  'html',
  'docx',
  'chromium.pdf',
  'weasyprint.pdf',
  'libreoffice.pdf',
  'libreoffice-tagged.pdf',
  'txt',
] as const;
export type Form = (typeof forms)[number];

export interface FixturePaper {
  readonly name: string;
  readonly truth: Truth;
  /** Its files by form: the one that `npm start` ingests first, then the others. */
  readonly files: readonly { readonly form: Form; readonly path: string }[];
}

/** Where a form of a paper stands: the first of its forms is the paper, the others stand beside for comparing. */
export function formPath(name: string, form: Form, first: boolean): string {
  const extension = form.split('.').at(-1);
  return path.join(root, 'fixtures', first ? `papers/${name}.${extension}` : `forms/${name}.${form}`);
}

/**
 * What a paper's forms are made from: a page, or a spreadsheet as XML; a paper without one was written by hand in its
 * only form.
 */
export function sourcePath(name: string): string {
  const source = (extension: string) => path.join(root, 'fixtures/sources', `${name}.${extension}`);
  return existsSync(source('fods')) ? source('fods') : source('html');
}

/** Every paper that has its truth, by name. */
export function fixturePapers(): readonly FixturePaper[] {
  return readdirSync(truths)
    .filter((file) => file.endsWith('.json'))
    .map((file): FixturePaper => {
      const name = path.basename(file, '.json');
      const truth = readTruth(path.join(truths, file));
      const kept = truth.forms.map((form, index) => ({ form, path: formPath(name, form, index === 0) }));
      const source = { form: 'html' as const, path: sourcePath(name) };
      const hasPage = source.path.endsWith('.html') && existsSync(source.path);
      const files = truth.forms.includes('html') || !hasPage ? kept : [...kept, source];
      return { name, truth, files };
    });
}

export function sourceFile(file: string): SourceFile {
  const bytes = new Uint8Array(readFileSync(file));
  return { name: path.basename(file), path: file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
