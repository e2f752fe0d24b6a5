import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import {
  type Disagreement,
  disagreements,
  disagreementWords,
  type PaperInShort,
  papersReadInPart,
  type Scope,
  type Store,
  undatedPapers,
} from '../store/index.ts';

/** What an answer about time could not count, what it can only count in part, and what it counts by one form of two. */
export interface Unsure {
  readonly undated: readonly PaperInShort[];
  readonly readInPart: readonly PaperInShort[];
  readonly disagreements: readonly Disagreement[];
}

export const unsureOf = (store: Store, scope: Scope): Unsure => ({
  undated: undatedPapers(store, scope),
  readInPart: papersReadInPart(store, scope),
  disagreements: disagreements(store, scope),
});

/** When something was last reported. */
export const lastReported = (date: string | null): string => `last reported ${date ?? 'in a paper without a date'}`;

/**
 * Sentences that say so, with the command that mends it; none where nothing is left out.
 * @param isNow true where entries are counted as they stand now, those without a date too
 */
export function unsureLines({ undated, readInPart, disagreements: apart }: Unsure, isNow = false): readonly string[] {
  const what = isNow ? 'Counted as it stands, and told nothing of its changes' : 'Not counted';
  return [
    ...undated.map(
      (paper) =>
        `${what}: ${nameOf(paper)} is without a date. "boardtrail fix ${paper.paperId.slice(0, 12)} --date DATE" gives it one.`,
    ),
    ...readInPart.map(
      (paper) => `Read only in part: ${nameOf(paper)}. What it does not show counts as nothing gone, new or silent.`,
    ),
    ...apart.map((edition) => `${edition.file} (${edition.service ?? 'no service'}): ${disagreementWords(edition)}`),
  ];
}

const nameOf = ({ file, service, entries }: PaperInShort): string =>
  `${file} (${[service, counted(entries, 'entry', 'entries')].filter((part) => part !== null).join(', ')})`;

/** Says on stderr what an answer leaves out. @param isNow as of `unsureLines` */
export function tellUnsure(store: Store, scope: Scope, isNow = false): void {
  for (const line of unsureLines(unsureOf(store, scope), isNow)) process.stderr.write(`${printable(line)}\n`);
}
