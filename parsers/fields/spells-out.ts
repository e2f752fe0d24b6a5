import { rememberByText } from '../../src/lib/remember.ts';
import type { Region, Slot } from '../records/model.ts';
import { isNamed } from './kinds-of-field.ts';

/** So many of the terms are spelled out in a list of them. */
const most = 0.3;
const fewest = 2;

/** True where labels, or the texts of a first column, are short for what stands beside them, or explained there, as in a glossary: `HFSV`, and `Home fire safety visit`. */
export function spellsOut({ slots }: Pick<Region, 'slots'>): boolean {
  const labelled = slots.filter((slot) => isNamed(slot) && slot.kind === 'label');
  const [terms, meanings] = slots.filter(({ kind }) => kind === 'column');
  const pairs = [
    ...labelled.flatMap(({ label, values }) =>
      values.flatMap((value) => (value === null ? [] : [[label, value.text]])),
    ),
    ...(terms?.values ?? []).flatMap((value, record) => [[value?.text ?? '', meanings?.values[record]?.text ?? '']]),
  ];
  if (explainsTerms(labelled)) return true;
  const spelled = pairs.filter(([term = '', meaning = '']) => isShortFor(term, meaning));
  return spelled.length >= Math.max(fewest, most * pairs.length);
}

const fewestTerms = 3;
const leastWords = 3;

/** True where what stands behind each label, once in all, begins small and goes on: what the words mean (`Lead: the officer who …`). */
const explainsTerms = (labelled: readonly Slot[]): boolean =>
  labelled.length >= fewestTerms &&
  labelled.every(
    ({ values: [value, ...others] }) =>
      others.length === 0 && /^\p{Ll}/u.test(value?.text ?? '') && wordsOf(value?.text ?? '').length >= leastWords,
  );

/** True where the letters of a short text in capitals begin the words of the other, small words in between or not. */
function isShortFor(term: string, meaning: string): boolean {
  const letters = term.trim().toLowerCase();
  if (!/^\p{Lu}[\p{L}]{1,7}$/u.test(term.trim()) || !/\p{Lu}.*\p{Lu}/u.test(term)) return false;
  return [initialsOf(meaning, /^$/), initialsOf(meaning, smallWords)].some((initials) => initials.startsWith(letters));
}

const smallWords = /^(?:a|an|and|for|in|of|the|to)$/;

const initialsOf = (text: string, without: RegExp): string =>
  wordsOf(text)
    .filter((word) => !without.test(word))
    .map((word) => word[0])
    .join('');

const wordsOf = rememberByText((text): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean),
);
