import { foldPlain } from '../../src/lib/fold.ts';
import type { RawField } from '../../src/model/raw.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';
import { labelField } from '../recognise/labels.ts';

/** Lines of more words are sentences. */
const mostWords = 16;
const mostLabels = 3;

/** What a value must be to stand below its label: a post, a date, a status. */
const fits: Partial<Record<RawField, (value: string) => boolean>> = {
  lead: (value) => rolePhrase.test(foldPlain(value)) && !/\d/.test(value),
  timescale: (value) => noDateWords.has(foldPlain(value)) || isDate(value),
  status: isStatusWords,
};

const isDate = (value: string) => findDates(value).some(({ words }) => words === foldPlain(value));

/**
 * Labels side by side in one line, over their values in the next: `OWNER DUE` over `Head of Water 31 May 2025`, as a page's
 * columns read in text. Each label with its value; null where the two lines are not that.
 */
export function labelsBeside(
  above: string,
  below: string,
): readonly (readonly [label: string, value: string])[] | null {
  for (let count = 2; count <= mostLabels; count++) {
    const labels = splits(above, count).find(areLabels) ?? [];
    const values = labels.length === 0 ? [] : splits(below, count).filter((parts) => areValues(labels, parts));
    const [first] = values.toSorted((a, b) => leadWords(labels, a) - leadWords(labels, b));
    if (first !== undefined) return labels.map((label, at) => [label, first[at] ?? '']);
  }
  return null;
}

const fieldOf = (label: string): RawField => labelField(label, 0.9) ?? 'extra';

const areLabels = (parts: readonly string[]) =>
  parts.every((part) => fits[fieldOf(part)] !== undefined) && new Set(parts.map(fieldOf)).size === parts.length;

const areValues = (labels: readonly string[], values: readonly string[]) =>
  labels.every((label, at) => fits[fieldOf(label)]?.(values[at] ?? '') === true);

/** `Head of Water` and `May 2025` rather than `Head of Water May` and `2025`. */
const leadWords = (labels: readonly string[], values: readonly string[]) =>
  values.filter((_, at) => fieldOf(labels[at] ?? '') === 'lead').join(' ').length;

/** All ways to part a line's words, in their order, into so many texts. */
function splits(text: string, count: number): readonly (readonly string[])[] {
  const words = text.split(/\s+/);
  return words.length > mostWords || /[.:;]$/.test(text) ? [] : partWords(words, count);
}

function partWords(words: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 1) return words.length === 0 ? [] : [[words.join(' ')]];
  return words
    .slice(1)
    .flatMap((_, at) =>
      partWords(words.slice(at + 1), count - 1).map((parts) => [words.slice(0, at + 1).join(' '), ...parts]),
    );
}
