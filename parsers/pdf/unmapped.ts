import type { Issue } from '../../src/model/issue.ts';
import type { PageContent, TextRun } from './page-content.ts';

/** Pages without the text that cannot be known, and what to tell about it. */
export interface Mapped {
  readonly pages: readonly PageContent[];
  readonly issues: readonly Issue[];
}

/** From this share of its letters on, meaningless codes show that a font has no map to Unicode. */
const leastShare = 0.04;
/** Fonts with no more different characters than this hold bullets, ticks and arrows, not words. */
const mostSymbols = 4;

/**
 * Takes out text in fonts that do not say which letters their glyphs stand for: pdf.js then hands over glyph numbers,
 * which show as control characters, private characters or unassigned ones among letters that are wrong too. An issue
 * for each font names the pages.
 */
export function dropUnmapped(pages: readonly PageContent[]): Mapped {
  const fonts = Map.groupBy(
    pages.flatMap((page) => page.runs.map((run) => ({ page: page.number, run }))),
    ({ run }) => run.font,
  );
  const bad = new Map([...fonts].filter(([, uses]) => isUnmapped(uses.map(({ run }) => run))));
  if (bad.size === 0) return { pages, issues: [] };
  const byName = Map.groupBy([...bad.values()].flat(), ({ run }) => run.fontName);
  return {
    pages: pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !bad.has(run.font)) })),
    issues: [...byName].map(([name, uses]) => toIssue(name, [...new Set(uses.map(({ page }) => page))])),
  };
}

function isUnmapped(runs: readonly TextRun[]): boolean {
  const text = runs.map((run) => run.text).join('');
  const characters = [...text];
  if (new Set(characters).size <= mostSymbols) return false;
  const meaningless = characters.filter((character) => /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u.test(character)).length;
  return meaningless >= 3 && meaningless >= leastShare * characters.length;
}

function toIssue(font: string, pages: readonly number[]): Issue {
  const [first = 1] = pages;
  const where = pages.length === 1 ? `page ${first}` : `pages ${pages.join(', ')}`;
  return {
    code: 'pdf/unmapped-font',
    severity: 'error',
    message: `the font ${font} on ${where} does not say which letters it shows, so its text was left out; read the pages in a viewer, or ask for a copy whose text can be selected and copied`,
    place: { path: `page/${first}`, page: first },
  };
}
