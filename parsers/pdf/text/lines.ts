import { unionAll } from '../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../src/lib/extremes.ts';
import { foldSpace } from '../../../src/lib/text.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import type { TextRun } from '../page/page-content.ts';
import { fromFrame, inFrame, inReadingOrder, inRows, textOf, type Word } from './words.ts';

/**
 * Text on one baseline. `x0`, `x1`, `top`, `bottom`, `baseline` and the boxes of its words are points in the frame of the
 * reading eye: x runs along the text and y from line to line, whichever way the text is turned. `box` is where it stands
 * on the page.
 */
export interface Line {
  readonly page: number;
  readonly text: string;
  /** In reading order. */
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly box: Box;
  /** Points: the size most of the letters are set in. */
  readonly size: number;
  /** True where every letter is bold. */
  readonly bold: boolean;
  readonly colour: Rgb;
  readonly angle: TextRun['angle'];
}

/** Gap on one baseline, in ems, from which two stretches of text may belong to two columns. */
const columnGap = 1.1;
/** Share of a line's size from which on words, and not the marks among them, tell its height. */
const leastMain = 0.85;

/**
 * Words to lines, from the top down and left to right; a row is cut where a gap is wide enough to part columns
 * (`reading-order.ts` decides whether it does). Text turned by 90, 270 or 180 degrees comes after upright text.
 */
export function toLines(words: readonly Word[], page: number): readonly Line[] {
  return cutRows(words).map((cut) => toLine(cut, page));
}

/** How far each line reaches along its text, in points in the frame of the reading eye: [x0, x1]. */
export function lineExtents(words: readonly Word[]): readonly (readonly [x0: number, x1: number])[] {
  return cutRows(words).map((cut) => [leastOf(cut, ({ box }) => box[0]), mostOf(cut, ({ box }) => box[2])]);
}

/** Lines that stand side by side on one baseline as one line, their texts in reading order. */
export function mergeLines(lines: readonly Line[]): Line {
  const [first] = lines;
  if (first === undefined) throw new Error('no lines to merge');
  if (lines.length === 1) return first;
  return toLine(
    lines.flatMap((line) => line.words).toSorted((a, b) => a.box[0] - b.box[0] || a.baseline - b.baseline),
    first.page,
  );
}

/** The words of each line from left to right, in the frame of the reading eye. */
function cutRows(words: readonly Word[]): readonly (readonly Word[])[] {
  return inRows(words).flatMap((row) => {
    const framed = row[0]?.angle === 0 ? row : row.map((word): Word => ({ ...word, ...placeInFrame(word) }));
    const isPlain = row.every((word) => !word.rightToLeft);
    return cutAtGaps(isPlain ? framed : framed.toSorted((a, b) => a.box[0] - b.box[0]));
  });
}

function placeInFrame(word: Word): Pick<Word, 'box' | 'baseline'> {
  const { box, baseline } = inFrame(word);
  return { box, baseline };
}

function cutAtGaps(row: readonly Word[]): readonly (readonly Word[])[] {
  const cuts: Word[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const word of row) {
    const last = cuts.at(-1);
    if (last === undefined || word.box[0] - reach > columnGap * word.size) cuts.push([word]);
    else last.push(word);
    reach = Math.max(reach, word.box[2]);
  }
  return cuts;
}

function toLine(across: readonly Word[], page: number): Line {
  const words = inReadingOrder(across, (word) => word);
  const letters = words.filter(({ text }) => hasLetters(text));
  const style = letters.length > 0 ? letters : words;
  const size = mostLetters(style, (word) => Math.round(word.size * 10) / 10);
  const main = words.filter((word) => word.size >= leastMain * size);
  const angle = words[0]?.angle ?? 0;
  const around = unionAll(words) ?? [0, 0, 0, 0];
  return {
    page,
    text: foldSpace(textOf(words)),
    words,
    x0: around[0],
    x1: around[2],
    top: leastOf(main, ({ box }) => box[1]),
    bottom: mostOf(main, ({ box }) => box[3]),
    baseline: mostLetters(main, (word) => word.baseline),
    box: fromFrame(around, angle),
    size,
    bold: style.every((word) => word.bold),
    colour: style[0]?.colour ?? [0, 0, 0],
    angle,
  };
}

/** True for a text with a letter or a number, which nearly every word begins with. */
const hasLetters = (text: string): boolean => /^[a-zA-Z\d]/.test(text) || /[\p{L}\p{N}]/u.test(text);

/** The value that holds for the most letters. */
function mostLetters(words: readonly Word[], ofWord: (word: Word) => number): number {
  const [first] = words;
  const value = first === undefined ? 0 : ofWord(first);
  if (words.every((word) => ofWord(word) === value)) return value;
  const counts = new Map<number, number>();
  for (const word of words) counts.set(ofWord(word), (counts.get(ofWord(word)) ?? 0) + word.text.length);
  let best = value;
  for (const [candidate, count] of counts) if (count > (counts.get(best) ?? 0)) best = candidate;
  return best;
}
