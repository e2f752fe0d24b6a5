import type { Issue } from '../../../src/model/issue.ts';
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

/** Ems between two signs that stand by themselves; letters of one word stand nearer. */
const iconsApart = 1;

/**
 * Takes out text in fonts that do not say which letters their glyphs stand for: pdf.js then hands over glyph numbers,
 * which show as control characters, private characters or unassigned ones among letters that are wrong too. An issue
 * for each font names the pages. A font of icons has no letters to lose: its signs go with a word for the record.
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
    issues: [...byName].map(([name, uses]) => {
      const on = [...new Set(uses.map(({ page }) => page))];
      const icons = fontsOf(uses).every((font) => isIcons((bad.get(font) ?? []).map(({ run }) => run)));
      return icons ? iconsIssue(name, uses.length, on) : toIssue(name, on);
    }),
  };
}

const fontsOf = (uses: readonly { readonly run: TextRun }[]): readonly string[] => [
  ...new Set(uses.map(({ run }) => run.font)),
];

/** True for a font all of whose signs are private characters that stand by themselves, as icons do and letters do not. */
function isIcons(runs: readonly TextRun[]): boolean {
  return runs.every((run, index) => {
    const before = runs[index - 1];
    const beside =
      before !== undefined &&
      Math.abs(before.baseline - run.baseline) < 0.5 * run.size &&
      Math.abs(run.box[0] - before.box[2]) < iconsApart * run.size;
    return /^\p{Co}$/u.test(run.text) && !beside;
  });
}

function isUnmapped(runs: readonly TextRun[]): boolean {
  const text = runs.map((run) => run.text).join('');
  const characters = [...text];
  if (new Set(characters).size <= mostSymbols) return false;
  const meaningless = characters.filter((character) => /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u.test(character)).length;
  return (meaningless >= 3 && meaningless >= leastShare * characters.length) || isGlyphNumbers(runs);
}

/**
 * Fonts number their glyphs in the order of ASCII, which begins at 3 in most (OpenType, Recommendations for OpenType
 * Fonts: .notdef, .null, CR, space). Where no common word stands in a text but several do in what such numbers would
 * mean, numbers are what pdf.js handed over.
 */
function isGlyphNumbers(runs: readonly TextRun[]): boolean {
  const words = runs.map((run) => run.text);
  const asNumbers = words.map((word) =>
    [...word].map((sign) => String.fromCharCode(sign.charCodeAt(0) + shift)).join(''),
  );
  return commonIn(words) === 0 && commonIn(asNumbers) >= fewestCommon;
}

/** From the number of a glyph to its character's code: the blank is 3 and 32. */
const shift = 29;
const fewestCommon = 3;
const common = new Set(
  'the of and to in for is on that by with be are was as it at from this has have all not'.split(' '),
);

const commonIn = (words: readonly string[]): number => words.filter((word) => common.has(word)).length;

const whereOn = (pages: readonly number[]): string =>
  pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.join(', ')}`;

function iconsIssue(font: string, signs: number, pages: readonly number[]): Issue {
  const [first = 1] = pages;
  return {
    code: 'pdf/icons',
    severity: 'info',
    message: `the font ${font} shows ${signs === 1 ? 'one icon' : `${signs} icons`} on ${whereOn(pages)} that stand for no letters; they were left out`,
    place: { path: `page/${first}`, page: first },
  };
}

function toIssue(font: string, pages: readonly number[]): Issue {
  const [first = 1] = pages;
  const where = whereOn(pages);
  return {
    code: 'pdf/unmapped-font',
    severity: 'error',
    message: `the font ${font} on ${where} does not say which letters it shows, so its text was left out; read the pages in a viewer, or ask for a copy whose text can be selected and copied`,
    place: { path: `page/${first}`, page: first },
  };
}
