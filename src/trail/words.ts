import { diffWordsWithSpace } from 'diff';

/** A piece of a text that was changed: what stayed, what came and what went, in reading order. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The differences of two texts word by word; joined, the pieces that are not `added` give `before` and so on. */
export const wordChanges = (before: string, after: string): readonly WordChange[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));

/** The words that came, without the single ones that every rewriting leaves behind. */
export const wordsAdded = (before: string, after: string): string | null => {
  const runs = wordChanges(before, after).filter(({ kind, text }) => kind === 'added' && /\S\s+\S/.test(text));
  return runs.length === 0 ? null : runs.map(({ text }) => text.trim()).join(' … ');
};
