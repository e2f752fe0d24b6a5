import { foldPlain } from '../../../src/lib/fold.ts';
import { inspectorateTerms, planTerms } from '../../../src/vocabulary/plan-terms.ts';
import { imagedShare } from '../page/image-page.ts';
import type { PageContent } from '../page/page-content.ts';
import { type Line, mergeLines, toLines } from '../text/lines.ts';
import { toWords } from '../text/words.ts';

/** What is kept of a page when a long file is looked through for its parts. */
export interface PageSkim {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Characters on the page; 0 where it has no text layer. */
  readonly letters: number;
  /** Share of the page that images cover, 0 to 1. */
  readonly imaged: number;
  /** The first lines as printed and folded, from the top. */
  readonly opening: readonly string[];
  /** What is set largest near the top; null where all is of one size. */
  readonly title: string | null;
  /** First and last line with their numbers as `#`: running headers and footers show by staying the same. */
  readonly edges: readonly [top: string, bottom: string];
  /** Page numbers as printed at the page's edges ("3 of 7" gives 3). */
  readonly printed: readonly number[];
  /** How often the inspectorate, and what a plan is made of, are named. */
  readonly inspectorate: number;
  readonly plan: number;
}

const openingLines = 14;

/** Looks a page through for what tells parts of a pack apart. */
export function skimPage(page: PageContent): PageSkim {
  const rows = new Map<number, Line[]>();
  for (const line of toLines(toWords(page.runs), page.number)) {
    const key = Math.round(line.baseline / 2);
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  const merged = [...rows.values()].map(mergeLines);
  const lines = merged.map((line) => line.text);
  const folded = lines.map(foldPlain);
  const text = folded.join(' ');
  const edges = [folded[0] ?? '', folded.at(-1) ?? ''] as const;
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    letters: page.runs.reduce((sum, run) => sum + run.text.length, 0),
    imaged: imagedShare(page),
    opening: lines.slice(0, openingLines),
    title: largestText(merged),
    edges: [edges[0].replace(/\d+/gu, '#'), edges[1].replace(/\d+/gu, '#')],
    printed: [...folded.slice(0, 2), ...folded.slice(-3)].flatMap(printedNumbers),
    inspectorate: [...text.matchAll(inspectorateTerms)].length,
    plan: [...text.matchAll(planTerms)].length,
  };
}

function largestText(lines: readonly Line[]): string | null {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const opening = lines.slice(0, openingLines).filter((line) => /\p{L}{3}/u.test(line.text));
  const largest = Math.max(0, ...opening.map((line) => line.size));
  if (largest < 1.15 * usual) return null;
  const first = opening.findIndex((line) => line.size === largest);
  const next = opening.findIndex((line, index) => index > first && line.size !== largest);
  const title = opening.slice(first, next === -1 ? first + 3 : Math.min(next, first + 3));
  return title.map((line) => line.text).join(' ');
}

function printedNumbers(line: string): readonly number[] {
  const counted = /\b(?:page )?(\d{1,3}) (?:of|\/) ?\d{1,3}\b/u.exec(line) ?? /\bpage (\d{1,3})\b/u.exec(line);
  const bare = /^-? ?(\d{1,3}) ?-?$/u.exec(line);
  const number = counted?.[1] ?? bare?.[1];
  return number === undefined ? [] : [Number(number)];
}
