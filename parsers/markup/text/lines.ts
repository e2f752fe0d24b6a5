import { cleanText } from '../clean.ts';
import { withoutNoteMarks } from '../note-marks.ts';

/** A line with something on it. */
export interface TextLine {
  /** Tabs kept, ends trimmed of blanks. */
  readonly raw: string;
  /** Every run of white space as one blank, ends trimmed. */
  readonly text: string;
  /** Blanks before the first character. */
  readonly indent: number;
  /** Empty lines between this line and the one before it. */
  readonly gap: number;
  /** True where a form feed ends the page before this line. */
  readonly newPage: boolean;
}

/** What e-mail puts before lines of somebody else's; before a figure it is a sign of more. */
const quoteMarks = /^\s*(?:> ?)+(?=[^\d\s])/;

/** Splits a text into its lines; empty ones live on as the `gap` before the next. */
export function toLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let gap = 0;
  let newPage = false;
  for (const line of text
    .replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n')
    .replace(/(?<=[^\n])\f/g, '\n\f')
    .split('\n')) {
    if (line.includes('\f')) newPage = true;
    const raw = withoutLastSpaces(
      withoutNoteMarks(cleanText(line))
        .replace(/\f/g, '')
        .replace(quoteMarks, '')
        .replace(/\u00a0/g, ' '),
    );
    const folded = raw.replace(/\s+/g, ' ').trim();
    if (folded === '') {
      gap += 1;
      continue;
    }
    lines.push({
      raw,
      text: folded,
      indent: raw.length - raw.trimStart().length,
      gap: lines.length === 0 ? 0 : gap,
      newPage,
    });
    gap = 0;
    newPage = false;
  }
  return lines;
}

export const endsSentence = (text: string): boolean => /[.!?:;]["'”’)]*$/.test(text);

/** Without the spaces at its end; a tab there sets off an empty cell. */
function withoutLastSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ') end -= 1;
  return line.slice(0, end);
}
