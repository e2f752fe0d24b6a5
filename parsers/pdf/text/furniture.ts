import { unionAll } from '../../../src/lib/box.ts';
import { leastOf } from '../../../src/lib/extremes.ts';
import { foldPlain } from '../../../src/lib/fold.ts';
import type { Furniture } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import { protectiveMarking } from '../../../src/vocabulary/markings.ts';
import { partOpenings } from '../../../src/vocabulary/plan-terms.ts';
import { type Line, mergeLines, toLines } from './lines.ts';
import type { TextPage, Word } from './words.ts';

/** Pages without their running headers, footers and page numbers, and these. */
export interface Stripped {
  readonly pages: readonly TextPage[];
  readonly furniture: readonly Furniture[];
}

/** A row of text at the edge of a page: the outermost rows of its top and its bottom. */
interface MarginRow {
  readonly page: number;
  readonly side: 'top' | 'bottom';
  /** Points from the page's edge to the baseline. */
  readonly offset: number;
  /** Folded text, and the same with each number as `#`. */
  readonly text: string;
  readonly pattern: string;
  readonly line: Line;
  /** Points to the next row further in; Infinity where there is none. */
  readonly clearance: number;
  /** True where it begins well to the right of the page's text, as what is centred or set at the right does. */
  readonly setOff: boolean;
  /** Stretches of text on the row with wide gaps between them. */
  readonly parts: number;
  /** True where ruling lines or the rows further in make the row a part of a table. */
  readonly framed: boolean;
}

/** What counts the pages without the word, and is larger than the text by more points than this, is a heading a page: `AFI 1`, `AFI 2`. */
const headingStep = 2;

/** Share of the page's height, at the top and at the bottom, in which furniture stands. */
const zone = 0.14;
const deepest = 4;

/**
 * Takes running headers, footers and page numbers off the pages of one paper. A row at a page's edge is furniture where
 * the file marks it as an artifact, where it is a page number or a protective marking, or where it repeats at the same
 * height on the other pages: with the same words, or with numbers that count the pages. The header row of a table that
 * goes on over pages is none, nor is a heading that several pages happen to begin with, nor the number of an agenda item.
 */
export function stripFurniture(pages: readonly TextPage[]): Stripped {
  const margins = pages.flatMap((page) => [...marginRows(page, 'top'), ...marginRows(page, 'bottom')]);
  const sizes = { body: usualSize(pages), title: largestSize(pages) };
  const runs = new Set<Word>();
  const found: MarginRow[] = [];
  for (const page of pages) {
    for (const side of ['top', 'bottom'] as const) {
      for (const row of margins.filter((each) => each.page === page.number && each.side === side)) {
        if (!isFurniture(row, margins, pages, sizes)) break;
        found.push(row);
        for (const word of row.line.words) runs.add(word);
      }
    }
  }
  const stripped = pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !runs.has(run)) }));
  // Pages that hold nothing else say it there.
  return stripped.every((page) => page.runs.length === 0)
    ? { pages, furniture: [] }
    : { pages: stripped, furniture: gather(found) };
}

function isFurniture(
  row: MarginRow,
  margins: readonly MarginRow[],
  pages: readonly TextPage[],
  sizes: { readonly body: number; readonly title: number },
): boolean {
  if (row.framed) return false;
  if (row.line.words.every((word) => word.artifact)) return row.parts < 3 || isPageNumber(row);
  if (isPageNumber(row) || protectiveMarking.test(row.text)) return true;
  const alike = margins.filter(
    (other) => other.side === row.side && other.pattern === row.pattern && Math.abs(other.offset - row.offset) <= 6,
  );
  const on = new Set(alike.map((other) => other.page));
  if (on.size < 2) return false;
  if (countsPages(row, alike))
    return (
      !isPartOfSeveral(row, pages.length) &&
      (namesPage.test(row.text) || (!partOpenings.test(row.text) && row.line.size <= sizes.body + headingStep))
    );
  const same = new Set(alike.filter((other) => other.text === row.text).map((other) => other.page)).size;
  const apart = row.clearance > 1.7 * row.line.size;
  const aside = apart && row.line.size <= sizes.body + 0.3;
  if (row.parts > 2 && !aside) return false;
  if (pages.length <= 2) {
    // What is scaled to fit the page is smaller than the running header above it, which is not.
    const plain = apart && row.setOff && !row.line.bold && row.line.size < sizes.title - 0.3;
    return same === pages.length && (plain || (aside && (!row.line.bold || row.setOff)));
  }
  const enough = same >= Math.max(3, 0.6 * pages.length) || (pages.length >= 6 && same >= 0.4 * pages.length);
  return enough && (aside || same >= pages.length - 1);
}

/** "Page 3", "3 of 9"; "3", "- 3 -" and "3/9" with the number of the page it stands on. */
function isPageNumber(row: MarginRow): boolean {
  const match = /^(?:page|p\.?)?\s*[-|]?\s*(\d{1,4})\s*(?:(of|\/)\s*\d{1,4})?\s*[-|]?$/u.exec(row.text);
  if (match === null) return false;
  return match[2] === 'of' || row.text.startsWith('p') || Number(match[1]) === row.page;
}

/** `Item 11 – page 2` counts the pages, as the item's own number does not. */
const namesPage = /\bpage\b/;

/** True where one of the row's numbers grows with the pages and the others stay. */
function countsPages(row: MarginRow, alike: readonly MarginRow[]): boolean {
  const own = numbersIn(row.text);
  if (own.length === 0) return false;
  const others = alike.filter((other) => other.page !== row.page);
  const counting = others.filter((other) => {
    const steps = numbersIn(other.text).map((number, index) => number - (own[index] ?? 0));
    return steps.includes(other.page - row.page) && steps.every((step) => step === 0 || step === other.page - row.page);
  });
  return counting.length >= Math.max(1, 0.5 * others.length);
}

/** `Efficiency (1 of 2)` on two of many pages: a title that counts its own parts. */
function isPartOfSeveral({ text }: MarginRow, pages: number): boolean {
  const parts = /^(?!.*\bpage\b).*\p{L}.*\(\d+ ?(?:of|\/) ?(?<parts>\d+)\)$/u.exec(text)?.groups?.parts;
  return parts !== undefined && Number(parts) !== pages;
}

const numbersIn = (text: string): readonly number[] => [...text.matchAll(/\d+/gu)].map(([number]) => Number(number));

function marginRows(page: TextPage, side: MarginRow['side']): readonly MarginRow[] {
  const reach = zone * page.height;
  const within = (box: Box, depth: number) => (side === 'top' ? box[1] <= depth : box[3] >= page.height - depth);
  const near = page.runs.filter(({ box, angle }) => angle === 0 && within(box, 2 * reach));
  const left = leastOf(page.runs, ({ box }) => box[0]);
  const rows = toRows(toLines(near, page.number));
  const inward = side === 'top' ? rows : rows.toReversed();
  const outer = inward.filter((lines) => lines.some(({ box }) => within(box, reach)));
  return outer.slice(0, deepest).map((lines, index): MarginRow => {
    const line = mergeLines(lines);
    const next = inward[index + 1]?.[0];
    const text = foldPlain(line.text);
    return {
      page: page.number,
      side,
      offset: side === 'top' ? line.baseline : page.height - line.baseline,
      text,
      pattern: text.replace(/\d+/gu, '#'),
      line,
      clearance: next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next.baseline - line.baseline),
      setOff: line.x0 - left > 0.2 * page.width,
      parts: lines.length,
      framed: isFramed(line, page) || headsColumns(lines, inward.slice(index + 1, index + 5)),
    };
  });
}

function toRows(lines: readonly Line[]): readonly (readonly Line[])[] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && Math.abs(row[0].baseline - line.baseline) <= 0.3 * line.size) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Several texts on the row stand above texts of the next rows, beginning where these begin: the header of a table. */
function headsColumns(row: readonly Line[], next: readonly (readonly Line[])[]): boolean {
  const starts = next.flat().map((line) => line.x0);
  const heading = row.filter((line) => starts.some((start) => Math.abs(start - line.x0) <= 2));
  return row.length >= 3 && heading.length >= 3;
}

/** A row between ruling lines that stand upright on both sides of it: a row of a table. */
function isFramed({ box }: Line, page: TextPage): boolean {
  const middle = (box[1] + box[3]) / 2;
  const posts = page.segments.filter(
    (line) =>
      Math.abs(line.x0 - line.x1) < 1 && Math.min(line.y0, line.y1) <= middle && Math.max(line.y0, line.y1) >= middle,
  );
  const left = posts.some((line) => line.x0 <= box[0] + 2);
  const right = posts.some((line) => line.x0 >= box[2] - 2);
  return left && right;
}

function usualSize(pages: readonly TextPage[]): number {
  const letters = new Map<number, number>();
  for (const page of pages) {
    for (const run of page.runs) {
      const size = Math.round(run.size * 10) / 10;
      letters.set(size, (letters.get(size) ?? 0) + run.text.length);
    }
  }
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [10, 0] as const)[0];
}

const largestSize = (pages: readonly TextPage[]): number =>
  pages.reduce((most, page) => page.runs.reduce((size, run) => Math.max(size, run.size), most), 0);

/** Rows with the same words, numbers aside, as one piece of furniture with a place on each page. */
function gather(rows: readonly MarginRow[]): readonly Furniture[] {
  const pieces = new Map<string, MarginRow[]>();
  for (const row of rows)
    pieces.set(`${row.side} ${row.pattern}`, [...(pieces.get(`${row.side} ${row.pattern}`) ?? []), row]);
  return [...pieces.values()].map((same) => ({
    text: same[0]?.line.text ?? '',
    places: same.map(({ page, line }) => ({
      path: '',
      page,
      bbox: unionAll(line.words) ?? line.box,
    })),
  }));
}
