import { shownWords } from '../../../src/lib/text.ts';
import type { Issue } from '../../../src/model/issue.ts';
import type { PageContent, Segment, TextRun } from './page-content.ts';

/** Pages without the words that are struck through, and what to tell of these. */
export interface Unstruck {
  readonly pages: readonly PageContent[];
  readonly issues: readonly Issue[];
}

/** Ems above the baseline in which a line runs through the small letters. */
const lowest = 0.12;
const highest = 0.45;
/** Points: a line through words is no longer than they are, and so thick at most. */
const slack = 2;
const thickest = 2;
/** Ems: words that one line strikes through stand no further apart. */
const widestBlank = 0.8;

/**
 * Takes words off the pages through which a line of their own length is drawn, and the line with them: they are gone,
 * and it is no rule of a table.
 */
export function takeOutStruck(pages: readonly PageContent[]): Unstruck {
  const read = pages.map(withoutStruck);
  return { pages: read.map(({ page }) => page), issues: read.flatMap(({ page, words }) => toIssue(page, words)) };
}

function withoutStruck(page: PageContent): { readonly page: PageContent; readonly words: readonly TextRun[] } {
  const byHeight = Map.groupBy(
    page.runs.filter((run) => run.angle === 0),
    (run) => Math.round(run.baseline),
  );
  const strokes = new Map<Segment, readonly TextRun[]>();
  for (const line of page.segments) {
    const words = line.y0 === line.y1 && line.width <= thickest ? wordsUnder(line, byHeight) : [];
    if (words.length > 0) strokes.set(line, words);
  }
  if (strokes.size === 0) return { page, words: [] };
  const struck = new Set([...strokes.values()].flat());
  const runs = page.runs.filter((run) => !struck.has(run));
  const segments = page.segments.filter((line) => !strokes.has(line));
  return { page: { ...page, runs, segments }, words: page.runs.filter((run) => struck.has(run)) };
}

/** The words that a flat line runs through from the first to the last, and beyond none of them; else none. */
function wordsUnder(line: Segment, byHeight: ReadonlyMap<number, readonly TextRun[]>): readonly TextRun[] {
  const words: TextRun[] = [];
  for (let height = Math.floor(line.y0); height <= line.y0 + tallest; height++) {
    for (const run of byHeight.get(height) ?? []) {
      const above = (run.baseline - line.y0) / run.size;
      const within = run.box[0] >= line.x0 - slack && run.box[2] <= line.x1 + slack;
      if (within && above >= lowest && above <= highest) words.push(run);
    }
  }
  let reach = line.x0;
  for (const { box, size } of words.sort((a, b) => a.box[0] - b.box[0])) {
    if (box[0] > reach + (reach === line.x0 ? slack : widestBlank * size)) return [];
    reach = Math.max(reach, box[2]);
  }
  return reach >= line.x1 - slack ? words : [];
}

/** Points from a line up to the baseline of the largest words that it is looked for in. */
const tallest = 16;

function toIssue({ number }: PageContent, words: readonly TextRun[]): readonly Issue[] {
  if (words.length === 0) return [];
  const text = shownWords(words.map((run) => run.text).join(' ')) ?? '';
  const message = `"${text}" is struck through on page ${number} and was left out; look at the page if it is meant to stand`;
  return [{ code: 'pdf/struck-text', severity: 'info', message, place: { path: `page/${number}`, page: number } }];
}
