import { leastOf, mostOf } from '../../../src/lib/extremes.ts';
import { edgesOf } from '../tables/ruled/edges.ts';
import { median } from '../text/rows.ts';
import { inRows, type TextPage, type Word } from '../text/words.ts';

/** A line of a text that was typed letter under letter. */
export interface TypedLine {
  readonly page: number;
  /** With the blanks in which it was typed. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Empty lines between this line and the one before it on its page. */
  readonly gap: number;
}

/** Share of the letters of a page that are all as wide as each other, and by how much they differ. */
const mostlyAlike = 0.9;
const alike = 0.02;
/** Letters by which a word that is as wide as the others may miss its place below them. */
const offGrid = 0.2;
/** Fewer letters on all pages tell nothing. */
const fewestLetters = 400;

/**
 * The lines of pages set in one fixed width throughout, as a file of plain text that was printed; null where they are not,
 * or where lines part them into columns.
 */
export function typedLines(pages: readonly TextPage[]): readonly TypedLine[] | null {
  const words = pages.flatMap(({ runs }) => runs);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < fewestLetters || words.some(({ angle, rightToLeft }) => angle !== 0 || rightToLeft)) return null;
  if (pages.some((page) => edgesOf(page).upright.length > 0)) return null;
  const pitch = median(words.map(widthOfLetter));
  const left = leastOf(words, ({ box }) => box[0]);
  const isTyped = (word: Word) => {
    const column = (word.box[0] - left) / pitch;
    return Math.abs(widthOfLetter(word) - pitch) <= alike * pitch && Math.abs(column - Math.round(column)) <= offGrid;
  };
  const typed = words.filter(isTyped).reduce((sum, { text }) => sum + text.length, 0);
  return typed < mostlyAlike * letters ? null : pages.flatMap((page) => linesOf(page, left, pitch));
}

const widthOfLetter = ({ box, text }: Word): number => (box[2] - box[0]) / text.length;

function linesOf({ number, runs }: TextPage, left: number, pitch: number): readonly TypedLine[] {
  const rows = inRows(runs);
  const baselines = rows.map((row) => row[0]?.baseline ?? 0);
  const steps = baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? baseline));
  const size = mostOf(runs, (run) => run.size);
  const step = leastOf(
    steps.filter((each) => each > leastStep * size),
    (each) => each,
  );
  return rows.map((words, index) => ({
    page: number,
    text: textIn(words, left, pitch),
    words,
    gap: index === 0 ? 0 : Math.max(0, Math.round((steps[index - 1] ?? step) / step) - 1),
  }));
}

/** Ems from line to line at least. */
const leastStep = 0.8;

/** Words each in the place where it was typed. */
function textIn(words: readonly Word[], left: number, pitch: number): string {
  let text = '';
  for (const word of words) {
    const column = Math.round((word.box[0] - left) / pitch);
    const blank = text !== '' && word.spaceBefore ? `${text} ` : text;
    text = blank.padEnd(column) + word.text;
  }
  return text;
}
