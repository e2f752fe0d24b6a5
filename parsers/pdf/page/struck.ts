import { unionAll } from '../../../src/lib/box.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import type { PageContent, Segment, TextRun } from './page-content.ts';

/** Pages without the words that are struck through and the lines that strike them, and what to tell of these. */
export interface Unstruck {
  readonly pages: readonly PageContent[];
  readonly issues: readonly Issue[];
}

/** Ems above the baseline between which a line strikes through small and capital letters. */
const lowest = 0.1;
const highest = 0.5;
/** Share of a word that lines must cross, and share of a line that must cross words, the blanks between them too. */
const leastCrossed = 0.75;
/** Ems that a line may reach beyond the words that it strikes. */
const overhang = 0.35;
/** Ems between two words of one stretch. */
const widestBlank = 0.6;

/**
 * Takes words that a line is drawn through off the pages, with the line: by the text's own decoration, as a shape, or as
 * an annotation that strikes out. Such a line reaches as far as the words do; a ruling line that runs through words
 * reaches further.
 */
export function setStruckAside(pages: readonly PageContent[]): Unstruck {
  const read = pages.map(withoutStruck);
  return { pages: read.map(({ page }) => page), issues: read.flatMap(({ issues }) => issues) };
}

function withoutStruck(page: PageContent): { readonly page: PageContent; readonly issues: readonly Issue[] } {
  const flat = page.segments.filter((line) => Math.abs(line.y1 - line.y0) < 1 && line.x1 - line.x0 > 2);
  if (flat.length === 0) return { page, issues: [] };
  const crossed = crossings(flat, page.runs);
  const strikes = new Set([...crossed].filter(([line, runs]) => reachesOverWords(line, runs)).map(([line]) => line));
  if (strikes.size === 0) return { page, issues: [] };
  const struck = new Set(
    [...new Set([...strikes].flatMap((line) => crossed.get(line) ?? []))].filter((run) => isStruck(run, strikes)),
  );
  if (![...struck].some((run) => /[\p{L}\p{N}]/u.test(run.text))) return { page, issues: [] };
  return {
    page: {
      ...page,
      runs: page.runs.filter((run) => !struck.has(run)),
      segments: page.segments.filter((line) => !strikes.has(line)),
    },
    issues: stretchesOf(page.runs, struck).map((runs) => toIssue(runs, page.number)),
  };
}

/** For each line the words that it runs through. */
function crossings(lines: readonly Segment[], runs: readonly TextRun[]): ReadonlyMap<Segment, readonly TextRun[]> {
  const upright = runs.filter((run) => run.angle === 0).toSorted((a, b) => a.baseline - b.baseline);
  const tallest = Math.max(0, ...upright.map((run) => run.size));
  const crossed = new Map<Segment, readonly TextRun[]>();
  for (const line of lines) {
    const y = (line.y0 + line.y1) / 2;
    let from = firstAtOrBelow(upright, y);
    const under: TextRun[] = [];
    for (; from < upright.length && (upright[from]?.baseline ?? 0) <= y + highest * tallest; from++) {
      const run = upright[from];
      const rise = run === undefined ? 0 : (run.baseline - y) / run.size;
      if (run !== undefined && rise >= lowest && rise <= highest && overlap(line, run) > 0) under.push(run);
    }
    if (under.length > 0) crossed.set(line, under);
  }
  return crossed;
}

/** Index of the first run, by its baseline, that is not above a height. */
function firstAtOrBelow(runs: readonly TextRun[], y: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.baseline ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True where a line keeps to the words that it crosses: it neither begins before nor ends behind them, nor spans gaps. */
function reachesOverWords(line: Segment, runs: readonly TextRun[]): boolean {
  const sorted = runs.toSorted((a, b) => a.box[0] - b.box[0]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return false;
  const right = Math.max(...runs.map((run) => run.box[2]));
  if (line.x0 < first.box[0] - overhang * first.size || line.x1 > right + overhang * last.size) return false;
  let covered = 0;
  let reach = line.x0;
  for (const { box, size } of sorted) {
    const from = box[0] - reach <= widestBlank * size ? reach : box[0];
    covered += Math.max(0, Math.min(box[2], line.x1) - Math.max(from, reach));
    reach = Math.max(reach, box[2]);
  }
  return covered >= leastCrossed * (line.x1 - line.x0);
}

function isStruck(run: TextRun, strikes: ReadonlySet<Segment>): boolean {
  const crossing = [...strikes].filter((line) => {
    const rise = (run.baseline - (line.y0 + line.y1) / 2) / run.size;
    return rise >= lowest && rise <= highest;
  });
  return crossing.reduce((sum, line) => sum + overlap(line, run), 0) >= leastCrossed * (run.box[2] - run.box[0]);
}

const overlap = (line: Segment, { box }: TextRun): number =>
  Math.max(0, Math.min(line.x1, box[2]) - Math.max(line.x0, box[0]));

/** Struck words that follow each other in the file. */
function stretchesOf(runs: readonly TextRun[], struck: ReadonlySet<TextRun>): readonly (readonly TextRun[])[] {
  const stretches: TextRun[][] = [];
  for (const [index, run] of runs.entries()) {
    if (!struck.has(run)) continue;
    const before = runs[index - 1];
    if (before !== undefined && struck.has(before)) stretches.at(-1)?.push(run);
    else stretches.push([run]);
  }
  return stretches;
}

function toIssue(runs: readonly TextRun[], page: number): Issue {
  const words = runs.map((run, index) => (index > 0 && run.spaceBefore ? ` ${run.text}` : run.text)).join('');
  const bbox = unionAll(runs);
  return issueOf('pdf/struck-text', `"${words}" on page ${page} is struck through, so it was left out`, {
    path: `page/${page}`,
    page,
    ...(bbox === null ? {} : { bbox }),
  });
}
