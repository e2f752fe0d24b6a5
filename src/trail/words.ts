import { diffWordsWithSpace } from 'diff';

/** A piece of a text that was changed: what stayed, what came and what went, in reading order. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Texts that differ in more words than these are told as two texts: comparing takes words times differences. */
const mostDifferences = 1000;

/**
 * The differences of two texts word by word; joined, the pieces that are not `added` give `before` and so on. Texts that
 * have little in common are one that went and one that came.
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: mostDifferences });
  if (pieces === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return pieces.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** The words that came, without the single ones that every rewriting leaves behind. */
export const wordsAdded = (before: string, after: string): string | null => {
  const runs = wordChanges(before, after).filter(({ kind, text }) => kind === 'added' && /\S\s+\S/.test(text));
  return runs.length === 0 ? null : runs.map(({ text }) => text.trim()).join(' … ');
};
