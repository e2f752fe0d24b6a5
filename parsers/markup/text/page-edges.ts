import { foldPlain } from '../../../src/lib/fold.ts';
import type { TextLine } from './lines.ts';

const pageNumber = /^(?:-\s*)?(?:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|\d{1,4}\s+of\s+\d{1,4}|-?\s*\d{1,4}\s*-?)$/i;

export interface PageEdges {
  readonly lines: readonly TextLine[];
  readonly furniture: readonly string[];
}

/**
 * Takes running headers, footers and page numbers out: a line alone between empty lines that is a page number, where
 * the paper has two or more; and a first or last line of a page (by form feeds) that stands on half of the pages.
 */
export function withoutPageEdges(lines: readonly TextLine[]): PageEdges {
  const alone = (at: number) => {
    const next = lines[at + 1];
    const line = lines[at];
    return (
      ((line?.gap ?? 0) > 0 || line?.newPage === true || at === 0) &&
      (next === undefined || next.gap > 0 || next.newPage)
    );
  };
  const numbers = lines.flatMap((line, at) => (pageNumber.test(line.text) && alone(at) ? [at] : []));
  const rising =
    numbers.length > 1 &&
    numbers.every((at, index) => index === 0 || firstNumber(lines[at]) >= firstNumber(lines[numbers[index - 1] ?? 0]));
  const edges = lines.flatMap((line, at) => [
    ...(line.newPage || at === 0 ? [at] : []),
    ...(lines[at + 1]?.newPage || at === lines.length - 1 ? [at] : []),
  ]);
  const pages = 1 + lines.filter((line) => line.newPage).length;
  const byText = Map.groupBy(new Set(edges), (at) => foldPlain(lines[at]?.text ?? '').replace(/\d+/g, '#'));
  const running = pages < 2 ? [] : [...byText.values()].filter((at) => at.length >= Math.max(2, pages / 2)).flat();
  const dropped = new Set([...(rising ? numbers : []), ...running]);
  return {
    lines: lines.flatMap((line, at) => (dropped.has(at) ? [] : [afterDropped(line, lines, at, dropped)])),
    furniture: [...dropped].sort((a, b) => a - b).map((at) => lines[at]?.text ?? ''),
  };
}

const firstNumber = (line: TextLine | undefined): number => Number(/\d+/.exec(line?.text ?? '')?.[0] ?? 0);

/** A line below one that was dropped still stands after a page's edge. */
function afterDropped(line: TextLine, lines: readonly TextLine[], at: number, dropped: ReadonlySet<number>): TextLine {
  let gap = line.gap;
  let newPage = line.newPage;
  for (let above = at - 1; dropped.has(above); above -= 1) {
    gap = Math.max(1, gap, lines[above]?.gap ?? 0);
    newPage ||= lines[above]?.newPage === true;
  }
  return { ...line, gap, newPage };
}
