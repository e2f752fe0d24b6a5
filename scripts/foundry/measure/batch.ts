import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPaper } from '../../../parsers/index.ts';
import type { SourceFile } from '../../../src/model/document.ts';
import { defaultParseOptions } from '../../../src/model/parsing.ts';
import type { Extraction } from '../../../src/model/plan.ts';
import { emptyEntry, type Gold, type GoldEntry } from '../gold.ts';
import { type PaperScore, scorePaper } from './score.ts';

/** A paper that somebody wrote, and the truth that they wrote before anything had read it. */
export interface BatchPaper {
  readonly file: string;
  readonly truth: string;
}

/** How a paper was read, beside its truth. */
export interface ScoredPaper {
  readonly gold: Gold;
  readonly read: Extraction;
  readonly score: PaperScore;
}

/** The truth of a paper by its file. */
export function truthOf(file: string): Gold {
  const { paper, plans, entries } = JSON.parse(readFileSync(file, 'utf8')) as Gold;
  const said = Object.entries(paper).filter(([, value]) => value !== null && typeof value === 'string');
  const whole = (entry: Partial<GoldEntry>): GoldEntry => ({ ...emptyEntry, ...entry, updates: entry.updates ?? [] });
  return { paper: Object.fromEntries(said), plans, entries: entries.map(whole) };
}

/** The papers of a folder: `NAME.json` is the truth of every other file `NAME.*` or `NAME-*`. */
export function papersIn(folder: string): readonly BatchPaper[] {
  const files = readdirSync(folder).toSorted();
  const truths = files.filter((file) => file.endsWith('.json')).map((file) => file.replace(/json$/, ''));
  return files
    .filter((file) => !file.endsWith('.json'))
    .flatMap((file) => {
      const stem = truths.find((name) => file.startsWith(name) || file.startsWith(name.replace('.', '-')));
      return stem === undefined ? [] : [{ file: path.join(folder, file), truth: path.join(folder, `${stem}json`) }];
    });
}

/** Reads a paper and scores it against its truth. */
export async function readAndScore(paper: BatchPaper): Promise<ScoredPaper> {
  const gold = truthOf(paper.truth);
  const read = await readPaper(sourceOf(paper), defaultParseOptions);
  return { gold, read, score: scorePaper(gold, read) };
}

/** A paper's file as the readers take it. */
export function sourceOf({ file }: BatchPaper): SourceFile {
  const bytes = readFileSync(file);
  return { name: path.basename(file), path: file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
