import { diffWordsWithSpace } from 'diff';
import { letters } from './wording.ts';

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

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A title or an abbreviation before a name: what follows goes on with the sentence. */
const goesOn = /(?<!\p{L})\p{Lu}\p{Ll}{0,3}\.\s*$/u;

/** The sentences of a text; a line ends one, for it is a point or a paragraph of its own. */
function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && goesOn.test(last) && !last.endsWith('\n')) found.splice(-1, 1, last + segment);
    else found.push(segment);
  }
  return found.map((sentence) => sentence.trim());
}

/** Two sentences that share so many of their words are one with a word corrected, if they have the same numbers. */
const correctedLikeness = 0.85;

function isCorrected(before: string, after: string): boolean {
  const [was, is] = [before, after].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (was === undefined || is === undefined || was.size + is.size === 0) return true;
  const both = new Set([...was].filter((word) => is.has(word)));
  const isNumber = (word: string) => /\d/.test(word) && !both.has(word);
  return ![...was, ...is].some(isNumber) && (2 * both.size) / (was.size + is.size) >= correctedLikeness;
}

/** The sentences of `after` that came or say something new, whole; a corrected word makes none. */
export function sentencesAdded(before: string, after: string): readonly string[] {
  const [earlier, said] = [sentencesOf(before), letters(before)];
  return sentencesOf(after).filter(
    (sentence) => !said.includes(letters(sentence)) && !earlier.some((one) => isCorrected(one, sentence)),
  );
}
