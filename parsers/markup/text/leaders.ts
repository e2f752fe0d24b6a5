import type { TextLine } from './lines.ts';

/** Lines fewer than these whose dots end at one place do not show that dots lead there. */
const fewest = 3;
/** Columns to which dots lead in one paper. */
const mostColumns = 4;
/** Dots that lead from a label to its text (`Reference ....... FD-A`); a page number behind them is a table of contents'. */
const leader = /(?<=\S)\s\.{3,}\s+(?=\S*\p{L})/gu;

/** Lines with blanks in place of the dots that lead from labels to a column of texts, a single dot before the longest label's too. */
export function withoutLeaders(lines: readonly TextLine[]): readonly TextLine[] {
  const ends = lines.flatMap(({ raw }) => [...raw.matchAll(leader)].map(({ index, 0: dots }) => index + dots.length));
  const columns = [...Map.groupBy(ends, (end) => end)]
    .filter(([, all]) => all.length >= fewest)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, mostColumns)
    .map(([end]) => end);
  if (columns.length === 0) return lines;
  return lines.map((line) => {
    const raw = columns.reduce(
      (text, end) => text.slice(0, end).replace(/\s\.+\s+$/, (dots) => ' '.repeat(dots.length)) + text.slice(end),
      line.raw,
    );
    return raw === line.raw ? line : { ...line, raw, text: raw.replace(/\s+/g, ' ').trim() };
  });
}
