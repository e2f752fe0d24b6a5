import { foldPlain, foldWords } from '../../src/lib/fold.ts';
import { rememberByText } from '../../src/lib/remember.ts';
import type { RawField } from '../../src/model/raw.ts';
import { findDates } from '../../src/normalise/dates.ts';
import {
  boxOfForm,
  leadsToPeriod,
  monthsOfYear,
  ownerPrefix,
  periodFrame,
  periodWords,
  tellsOfPeriod,
  yearless,
} from '../../src/vocabulary/label-traits.ts';
import { inWords, wordings } from '../../src/vocabulary/labels.ts';

/** How strongly a label's words speak for each field, 0 to 1; fields it does not speak for are absent. */
export type LabelScores = ReadonlyMap<RawField, number>;

/** Labels are short: a longer text is a value. */
const longestLabel = 9;

/** A label without what surrounds its words: numbering, a closing colon, a service's abbreviation. */
export function labelWords(text: string): string {
  return foldWords(
    text
      .replace(/^\s*\d+(\.\d+)*[.)]?\s+/, '')
      .replace(boxOfForm, '')
      .replace(/\(s\)/g, 's')
      .replace(ownerPrefix, ''),
  );
}

/** Scores a column header or row label against the vocabulary. A text too long to be a label scores nothing. */
export const labelScores: (text: string) => LabelScores = rememberByText((text) => {
  const scores = new Map<RawField, number>();
  const plain = foldWords(text);
  if (plain === '' || plain.split(' ').length > longestLabel) return scores;
  const note = (words: string, share: number) => {
    for (const { field, pattern, weight } of wordings) {
      if (share * weight > (scores.get(field) ?? 0) && pattern.test(words)) scores.set(field, share * weight);
    }
  };
  for (const words of new Set([plain, labelWords(text)])) note(words, 1);
  if (scores.size === 0 && /^[^\n(]*\(.+\)/m.test(text))
    note(labelWords(text.replace(/(?:(?<!\s)\s+)?\([^()]*\)\s*/g, ' ')), partShare);
  const parts = text.split('/');
  if (parts.length > 1) for (const part of parts) note(labelWords(part), partShare);
  if (scores.size === 0) note(labelWords(text).replace(inWords, ''), partShare);
  if (scores.size === 0) for (const words of mendedWords(plain)) note(words, partShare);
  return scores;
});

/** A narrow column breaks a word of its header (`BRA G`, `Statu s`): the label with any two words in one. */
function mendedWords(plain: string): readonly string[] {
  const words = plain.split(' ');
  if (words.length < 2 || words.length > mostBrokenWords) return [];
  return words
    .slice(1)
    .map((word, index) => [...words.slice(0, index), `${words[index]}${word}`, ...words.slice(index + 2)].join(' '));
}

const mostBrokenWords = 4;

/** How far one half of `Action Owner / SRO` speaks for the whole. */
const partShare = 0.9;

/** The field a label speaks for most strongly, where it does so at least as strongly as `least`. */
export function labelField(text: string, least = 0.6): RawField | null {
  let best: RawField | null = null;
  let most = least;
  for (const [field, weight] of labelScores(text)) {
    if (weight > most || (weight === most && best === null)) {
      best = field;
      most = weight;
    }
  }
  return best;
}

/**
 * True where a label names one period: `Q3 2020-2021`, `Last quarter`, `April 2023`, `Progress - March 2023`. A bare
 * day is a date and no period, and so is what is due `By March 2024`.
 */
export const isPeriod: (text: string) => boolean = rememberByText((text) => {
  const words = foldWords(text);
  if (words === '' || words.split(' ').length > longestLabel) return false;
  const { named = '', spelt } = inOtherWords.exec(text.trim())?.groups ?? {};
  if (spelt !== undefined && isPeriod(spelt) && isPeriod(named)) return true;
  if (periodWords.test(words) || monthsOfYear.test(foldPlain(text))) return true;
  const dates = findDates(text);
  const [date] = dates;
  if (date === undefined) return tellsOfPeriod.test(words) && isFrameOf(words, yearless);
  if (dates.length > 1) return false;
  const rest = foldWords(foldPlain(text).replace(date.words, ' '));
  if (rest === 'by') return false;
  if (rest.replace(periodFrame, ' ').trim() === '') return date.span.precision !== 'day' || rest !== '';
  return labelScores(rest.replace(leadsToPeriod, '')).get('progress') === 1;
});

/** `Quarter 2 (July to September 2023)`: one period, twice. */
const inOtherWords = /^(?<named>[^()]+)\((?<spelt>[^()]+)\)$/u;

const isFrameOf = (words: string, period: RegExp) =>
  period.test(words) && words.replace(period, ' ').replace(periodFrame, ' ').trim() === '';

/** A text that begins with its label: `Status: In progress`, `Strategic lead - Head of Protection`. */
export interface LabelledText {
  readonly label: string;
  readonly field: RawField;
  readonly rest: string;
}

const inlineLabel = /^(?<label>[^:\n]{2,60}?)\s*(?::|\s[-–—](?=\s))\s*(?<rest>[\s\S]*)$/u;

/** Splits a label off the front of a text; null where it has none that the vocabulary knows at least so well. */
export function splitLabel(text: string, least = 0.9): LabelledText | null {
  const match = inlineLabel.exec(text);
  const label = match?.groups?.label;
  if (label === undefined) return null;
  const field = labelField(label, least) ?? datedProgress(label);
  return field === null ? null : { label, field, rest: (match?.groups?.rest ?? '').trim() };
}

/** `Update (Nov 24)`: a word that says little by itself is progress where a date stands beside it. */
function datedProgress(label: string): RawField | null {
  return isPeriod(label) && labelField(label, 0.5) === 'progress' ? 'progress' : null;
}
