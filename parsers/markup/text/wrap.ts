import { mostOf } from '../../../src/lib/extremes.ts';
import { beginsSmall } from '../../../src/tables/continuation.ts';
import { endsSentence, type TextLine } from './lines.ts';

/** How the lines of a text are wrapped. */
export interface Wrap {
  /** Letters on a line of prose that was wrapped; infinite where lines are as long as their paragraphs. */
  readonly letters: number;
  /** The column that no wrapped line passes and before which none ends that had room for a word; null where there is none. */
  readonly column: number | null;
}

/** Wrapped lines, by the small letter below them, that show at which column a text is wrapped. */
const fewestWrapped = 4;
/** Share of them that end where no further word had room. */
const nearlyAll = 0.95;
/** Lines above and below from which the letters on a line are told. */
const near = 6;

/** How the lines of a paper's prose are wrapped. */
export function wrapOf(lines: readonly TextLine[]): Wrap {
  return { letters: wrapLetters(lines), column: wrapColumn(lines) };
}

function wrapLetters(lines: readonly TextLine[]): number {
  const lengths = lines
    .map((line) => line.text.length)
    .filter((length) => length > 40)
    .sort((a, b) => a - b);
  const nearLongest = lengths[Math.floor(0.95 * (lengths.length - 1))] ?? Number.POSITIVE_INFINITY;
  return nearLongest > 150 ? Number.POSITIVE_INFINITY : nearLongest;
}

function wrapColumn(lines: readonly TextLine[]): number | null {
  const wrapped = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return next !== undefined && isSurelyWrapped(line, next)
      ? [{ end: line.raw.length, with: withWord(line, next) }]
      : [];
  });
  const column = mostOf(wrapped, ({ end }) => end);
  const exact = wrapped.filter((line) => line.with > column);
  return wrapped.length >= fewestWrapped && exact.length >= nearlyAll * wrapped.length ? column : null;
}

/** True where a sentence goes on below in small letters. */
const isSurelyWrapped = (line: TextLine, next: TextLine): boolean =>
  next.gap === 0 && !next.newPage && beginsSmall(next.text) && !endsSentence(line.text);

const wordOf = (next: TextLine): string => next.text.split(' ')[0] ?? '';
const withWord = (line: TextLine, next: TextLine): number => line.raw.length + 1 + wordOf(next).length;

/** True where the first word of the next line would not have fitted on the line. */
export function isFull(line: TextLine, next: TextLine, letters: number, { column }: Wrap): boolean {
  if (column !== null) return line.raw.length <= column && withWord(line, next) > column;
  return line.text.length + 1 + wordOf(next).length > 0.9 * letters;
}

/**
 * Letters on a wrapped line near by: a paper changes its font, and with it the letters on a line. Lines that stand alone,
 * or end their text, do not tell how long a line could be.
 */
export function lettersNear(lines: readonly TextLine[], at: number, { letters }: Wrap): number {
  const from = Math.max(0, at - near);
  const wrapped = lines.slice(from, at + near).filter((line, index) => {
    const next = lines[from + index + 1];
    return next !== undefined && isSurelyWrapped(line, next);
  });
  return wrapped.length === 0
    ? letters
    : Math.min(
        letters,
        mostOf(wrapped, ({ text }) => text.length),
      );
}
