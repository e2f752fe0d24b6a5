import { type Issue, issueOf } from '../../../src/model/issue.ts';
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
    pages.flatMap(({ runs }) => runs),
    ({ font }) => font,
  );
  const bad = new Map([...fonts].filter(([, runs]) => isUnmapped(runs.map(({ text }) => text))));
  if (bad.size === 0) return { pages, issues: [] };
  const names = new Set([...bad.values()].flat().map(({ fontName }) => fontName));
  const isBad = ({ font }: TextRun) => bad.has(font);
  const pagesOf = (name: string) =>
    pages.filter(({ runs }) => runs.some((run) => isBad(run) && run.fontName === name)).map(({ number }) => number);
  return {
    pages: pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !isBad(run)) })),
    issues: [...names].map((name) => {
      const fontsNamed = [...bad.values()].filter(([first]) => first?.fontName === name);
      return fontsNamed.every(isIcons)
        ? iconsIssue(name, fontsNamed.flat().length, pagesOf(name))
        : toIssue(name, pagesOf(name));
    }),
  };
}

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

function isUnmapped(words: readonly string[]): boolean {
  const text = words.join('');
  if (!hasMoreSigns(text, mostSymbols)) return false;
  const meaningless = text.match(/[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  return (meaningless >= 3 && meaningless >= leastShare * [...text].length) || isGlyphNumbers(words);
}

/** True for a text of more different characters than so many. */
function hasMoreSigns(text: string, most: number): boolean {
  const signs = new Set<string>();
  for (const sign of text) if (signs.add(sign).size > most) return true;
  return false;
}

/**
 * Fonts number their glyphs in the order of ASCII, which begins at 3 in most (OpenType, Recommendations for OpenType
 * Fonts: .notdef, .null, CR, space). Where no common word stands in a text but several do in what such numbers would
 * mean, numbers are what pdf.js handed over.
 */
function isGlyphNumbers(words: readonly string[]): boolean {
  if (words.some((word) => common.has(word))) return false;
  const asNumbers = words.map((word) =>
    [...word].map((sign) => String.fromCharCode(sign.charCodeAt(0) + shift)).join(''),
  );
  return asNumbers.filter((word) => common.has(word)).length >= fewestCommon;
}

/** From the number of a glyph to its character's code: the blank is 3 and 32. */
const shift = 29;
const fewestCommon = 3;
const common = new Set(
  'the of and to in for is on that by with be are was as it at from this has have all not'.split(' '),
);

const whereOn = (pages: readonly number[]): string =>
  pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.join(', ')}`;

function iconsIssue(font: string, signs: number, pages: readonly number[]): Issue {
  const [first = 1] = pages;
  return issueOf(
    'pdf/icons',
    `the font ${font} shows ${signs === 1 ? 'one icon' : `${signs} icons`} on ${whereOn(pages)} that stand for no letters; they were left out`,
    { path: `page/${first}`, page: first },
  );
}

function toIssue(font: string, pages: readonly number[]): Issue {
  const [first = 1] = pages;
  const where = whereOn(pages);
  return issueOf(
    'pdf/unmapped-font',
    `the font ${font} on ${where} does not say which letters it shows, so its text was left out; read the pages in a viewer, or ask for a copy whose text can be selected and copied`,
    { path: `page/${first}`, page: first },
  );
}
