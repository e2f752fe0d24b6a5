import type { FlowLine } from './flow-line.ts';
import { mergeLines, toLines } from './lines.ts';
import type { Word } from './words.ts';

/** Points by which lines of one title begin apart at most, and ems from one of its lines to the next. */
const slack = 1;
const mostStep = 1.6;
/** Words of a sign: a reference, a status, a date. */
const longestSign = 3;

/**
 * The lines with what stands at the right end of a title's first line, in another type and other letters, as a line of its own before
 * it: a card's reference or status beside a title that goes on below.
 */
export const withSignsApart = (lines: readonly FlowLine[]): readonly FlowLine[] =>
  lines.flatMap((item, index) => partedSign(item, lines[index + 1]) ?? [item]);

function partedSign(item: FlowLine, next: FlowLine | undefined): readonly FlowLine[] | null {
  const { words } = item.line;
  const [first] = words;
  const at = words.findIndex(({ bold }) => !bold);
  const sign = words.slice(at);
  if (next === undefined || first === undefined || at < 1 || sign.length > longestSign) return null;
  if (sign.some((word) => word.bold || !isSetOtherwise(word, first)) || !goesOn(item, first, next)) return null;
  const lineOf = (some: readonly Word[]): FlowLine => ({
    ...item,
    line: mergeLines(toLines(some, item.line.page)),
  });
  return [lineOf(sign), lineOf(words.slice(0, at))];
}

/** Smaller, or in another colour. */
const isSetOtherwise = (word: Word, title: Word): boolean =>
  word.size < 0.95 * title.size && word.colour.some((part, index) => part !== title.colour[index]);

function goesOn({ line, region, unit }: FlowLine, first: Word, next: FlowLine): boolean {
  const step = next.line.baseline - line.baseline;
  const isBelow = step > 0 && step < mostStep * first.size && Math.abs(next.line.x0 - line.x0) <= slack;
  const isAlike = next.line.bold && Math.abs(next.line.size - first.size) < 0.1;
  return isBelow && isAlike && next.region === region && next.unit === unit;
}
