import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readLayoutsFile } from '../../src/taught/file.ts';
import { projectRoot } from '../support/cli.ts';
import type { Truth } from '../support/truth.ts';

/** Families of five papers of one service in a layout that no reader knows: a table of odd columns, and forms of odd labels. */
export const families = ['stanwold', 'wrayford'] as const;
export type Family = (typeof families)[number];

const folder = path.join(projectRoot, 'fixtures/layouts');
const here = import.meta.dirname;

/** The papers of a family, oldest first, with what a person reads in each. */
export function papersOf(family: Family): readonly { readonly file: string; readonly truth: Truth }[] {
  const truths = JSON.parse(readFileSync(path.join(here, `truth/${family}.json`), 'utf8')) as Record<string, Truth>;
  return readdirSync(folder)
    .filter((name) => name.startsWith(family))
    .toSorted()
    .flatMap((name) => {
      const truth = truths[/\d{4}-\d{2}/.exec(name)?.[0] ?? ''];
      return truth === undefined ? [] : [{ file: path.join(folder, name), truth }];
    });
}

/** What a person says of both. */
export const layoutsFile = path.join(here, 'layouts.yaml');
export const taughtLayouts = readLayoutsFile(readFileSync(layoutsFile, 'utf8'), layoutsFile);
