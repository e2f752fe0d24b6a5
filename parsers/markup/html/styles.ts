import type { CheerioAPI } from 'cheerio';
import type { Rgb } from '../../../src/model/document.ts';
import { attribute, type Element, parentOf } from '../dom.ts';
import { parseColour } from './colours.ts';

type Declarations = Readonly<Record<string, string>>;

/** What a page's own style sheets and attributes say about its elements. */
export interface Styles {
  /** What the element itself paints behind its text; undefined where it paints nothing. */
  background(element: Element): Rgb | undefined;
  /** The colour its text has by itself or inherits; undefined where none is set. */
  colour(element: Element): Rgb | undefined;
  /** True where its text is bold, by its own style, its element's nature or what it inherits. */
  bold(element: Element): boolean;
  /** True where the element itself is not shown. */
  hidden(element: Element): boolean;
  /** True where it is hidden from sight alone, for those who listen to the page. */
  spoken(element: Element): boolean;
  /** True where its words are struck through, by itself or by what it stands in. */
  struck(element: Element): boolean;
  /** How large its text is set, points; 12 where nothing is said. */
  size(element: Element): number;
  /**
   * True where what stands in it is set apart piece by piece: the items of a flex box or grid (CSS Flexbox Level 1, section 4), or
   * elements each with a margin or padding at its side (CSS Box Model Level 3, sections 3 and 4).
   */
  setsApart(element: Element): boolean;
  /** How an inline element stands among others: on lines of its own, in a box apart, or as words of the line (CSS Display Level 3, section 2). */
  outline(element: Element): Outline;
  /** True where line breaks in the source are line breaks on the page. */
  keepsLines(element: Element): boolean;
}

interface Rule {
  readonly selector: string;
  readonly weight: number;
  readonly declarations: Declarations;
}

const boldElements = new Set(['b', 'strong', 'th', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** What makes an element vanish from sight without taking it off the page: the usual "visually hidden" recipes. */
const offScreen =
  /(?:^|;)(?:left|top|text-indent|margin-left|right):-\d{3,}|clip:rect\((?:0|[01]px)[\s,)]|clip-path:inset\((?:50|100)%/;

/**
 * Reads the page's `<style>` elements (what stands in them for screens of any size) and answers for single elements.
 * Only selectors without pseudo-classes are matched; style sheets in other files are not fetched.
 */
export function stylesOf($: CheerioAPI): Styles {
  const sheet = new Map<Element, Declarations>();
  const names = namesIn($);
  const rules = $('style')
    .toArray()
    .flatMap((style) => parseRules($(style).text()))
    .filter((rule) => Object.keys(rule.declarations).length > 0 && canMatch(rule.selector, names))
    .sort((a, b) => a.weight - b.weight);
  for (const rule of rules) {
    for (const element of $(rule.selector).toArray() as Element[]) {
      sheet.set(element, { ...sheet.get(element), ...rule.declarations });
    }
  }
  const known = new Map<Element, Declarations>();
  const declared = (element: Element): Declarations => {
    const declarations = known.get(element) ?? {
      ...sheet.get(element),
      ...parseDeclarations(attribute(element, 'style')),
    };
    known.set(element, declarations);
    return declarations;
  };
  const inherited = <T>(element: Element, read: (element: Element) => T | undefined): T | undefined => {
    for (let at: Element | null = element; at !== null; at = parentOf(at)) {
      const value = read(at);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const sizes = new Map<Element, number>();
  const strikes = new Map<Element, boolean>();
  return {
    background(element) {
      const style = declared(element);
      const words = style['background-color'] ?? style.background ?? '';
      return firstColour(words) ?? parseColour(attribute(element, 'bgcolor')) ?? undefined;
    },
    colour: (element) =>
      inherited(element, (at) => parseColour(declared(at).color ?? attribute(at, 'color')) ?? undefined),
    bold: (element) => inherited(element, (at) => weightOf(declared(at)['font-weight'], at)) ?? false,
    hidden(element) {
      if ('hidden' in element.attribs) return true;
      const style = declared(element);
      if (style.display === 'none' || style.visibility === 'hidden' || style['mso-hide'] === 'all') return true;
      return isOffScreen(style);
    },
    spoken: (element) => isOffScreen(declared(element)),
    struck(element) {
      const parent = parentOf(element);
      const known =
        strikes.get(element) ?? (isStruck(element, declared(element)) || (parent !== null && this.struck(parent)));
      strikes.set(element, known);
      return known;
    },
    size(element) {
      const parent = parentOf(element);
      const known =
        sizes.get(element) ?? sizeWithin(parent === null ? usualSize : this.size(parent), element, declared(element));
      sizes.set(element, known);
      return known;
    },
    setsApart: (element) =>
      /^(?:inline-)?(?:flex|grid)$/.test(declared(element).display ?? '') ||
      elementsIn(element).every((child) => hasRoomBeside(declared(child))),
    outline: (element) => outlineOf(declared(element)),
    keepsLines: (element) =>
      element.name === 'pre' || inherited(element, (at) => declared(at)['white-space'])?.startsWith('pre') === true,
  };
}

type Outline = 'lines' | 'box' | 'words';

const elementsIn = (element: Element): readonly Element[] =>
  element.children.filter((child): child is Element => child.type === 'tag');

function outlineOf(style: Declarations): Outline {
  if (/^(?:block|flex|grid|table|list-item)$/.test(style.display ?? '')) return 'lines';
  if (/^(?:left|right)$/.test(style.float ?? '')) return 'lines';
  return style.display === 'inline-block' || hasRoomBeside(style) ? 'box' : 'words';
}

/** Room to the left or right of a box: a shorthand's second value is that of both sides. */
function hasRoomBeside(style: Declarations): boolean {
  const sides = ['margin', 'padding'].flatMap((name) => {
    const [all = '', across = all] = (style[name] ?? '').split(/\s+/);
    return [across, style[`${name}-left`] ?? '', style[`${name}-right`] ?? ''];
  });
  return sides.some((side) => Number.parseFloat(side) > 0);
}

/** Every class and id on the page: a site's style sheet names thousands that are not. */
function namesIn($: CheerioAPI): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of $('[class], [id]').toArray() as Element[]) {
    for (const name of attribute(element, 'class').split(/\s+/)) names.add(`.${name}`);
    names.add(`#${attribute(element, 'id')}`);
  }
  return names;
}

const canMatch = (selector: string, names: ReadonlySet<string>): boolean =>
  (selector.match(/[.#][\w-]+/g) ?? []).every((name) => names.has(name));

function weightOf(words: string | undefined, element: Element): boolean | undefined {
  if (words === undefined) return boldElements.has(element.name) ? true : undefined;
  if (words === 'inherit') return undefined;
  return words.startsWith('bold') || Number(words) >= 600;
}

const isOffScreen = (style: Declarations): boolean =>
  offScreen.test(
    Object.entries(style)
      .map(([name, value]) => `${name}:${value}`)
      .join(';'),
  );

/** A line through the words; no element inside can take it off again (CSS Text Decoration Level 3, section 2). */
const isStruck = (element: Element, style: Declarations): boolean =>
  element.name === 's' ||
  element.name === 'strike' ||
  /\bline-through\b/.test(`${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`);

const usualSize = 12;
/** Points for `<font size>` 1 to 7, and by how much headings are larger than what they stand in (WHATWG, 15.3). */
const fontSizes = [7.5, 10, 12, 13.5, 18, 24, 36];
const headingSizes: Readonly<Record<string, number>> = { h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67 };
const sizeUnits: Readonly<Record<string, (value: number, parent: number) => number>> = {
  pt: (value) => value,
  px: (value) => 0.75 * value,
  em: (value, parent) => value * parent,
  '%': (value, parent) => (value / 100) * parent,
  rem: (value) => value * usualSize,
};

/** An element's font size in points, given its parent's. */
function sizeWithin(parent: number, element: Element, style: Declarations): number {
  const [, value = '', unit = ''] = /^([\d.]+)(pt|px|em|%|rem)$/.exec(style['font-size'] ?? '') ?? [];
  const size = sizeUnits[unit]?.(Number(value), parent);
  if (size !== undefined && Number.isFinite(size)) return Math.round(10 * size) / 10;
  const font = element.name === 'font' ? fontSizes[Number(attribute(element, 'size')) - 1] : undefined;
  return font ?? parent * (headingSizes[element.name] ?? 1);
}

/** `background` may hold a picture and a position too: the first word that is a colour counts. */
function firstColour(words: string): Rgb | null {
  const whole = parseColour(words);
  if (whole !== null) return whole;
  for (const word of words.match(/[a-z]+\([^)]*\)|[^\s]+/g) ?? []) {
    const colour = parseColour(word);
    if (colour !== null) return colour;
  }
  return null;
}

/** Properties that are asked for here; all others are passed over. */
const asked =
  /^(?:background(?:-color)?|color|font-(?:weight|size)|display|float|visibility|white-space|mso-hide|left|top|right|text-indent|(?:margin|padding)(?:-left|-right)?|clip(?:-path)?|text-decoration(?:-line)?)$/i;

/** @returns the declarations that matter here, names and values in lower case, `!important` left off */
function parseDeclarations(body: string): Declarations {
  const pairs = body
    .split(';')
    .map((part) => part.split(/:(.*)/s))
    .filter(([name = '', value]) => value !== undefined && asked.test(name.trim()))
    .map(([name = '', value = '']) => [
      name.trim().toLowerCase(),
      value
        .replace(/!\s*important/i, '')
        .trim()
        .toLowerCase(),
    ]);
  return Object.fromEntries(pairs) as Declarations;
}

/** The rules of a style sheet by rising specificity's weight; `@media` bodies count where no width is asked for. */
function parseRules(sheet: string): readonly Rule[] {
  const plain = sheet.replace(/<!--|-->/g, ' ').replace(/\/\*.*?\*\//gs, ' ');
  const rules: Rule[] = [];
  for (const { prelude, body } of blocksOf(plain)) {
    if (/^@media\b/i.test(prelude)) {
      if (!/width|height|print|speech|prefers/i.test(prelude)) rules.push(...parseRules(body));
    } else if (!prelude.startsWith('@')) {
      const [usual, important] = [false, true].map((wanted) =>
        parseDeclarations(partsOf(body, (part) => /!\s*important/i.test(part) === wanted)),
      );
      for (const selector of prelude.split(',').map((part) => part.trim())) {
        if (!matchable.test(selector)) continue;
        const weight = specificity(selector);
        rules.push({ selector, weight, declarations: usual ?? {} });
        rules.push({ selector, weight: weight + importance, declarations: important ?? {} });
      }
    }
  }
  return rules;
}

/** More than any selector's weight: what is marked as important beats what is not. */
const importance = 1e9;

const partsOf = (body: string, wanted: (part: string) => boolean): string => body.split(';').filter(wanted).join(';');

const matchable = /^[\w\s.#*>+~-]+$/;

/** Identifiers before classes before element names (Selectors Level 4, section 17), as one number. */
function specificity(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return 10_000 * count(/#/g) + 100 * count(/\./g) + count(/(?:^|[\s>+~])[a-z]/gi);
}

/** Splits `prelude { body }` blocks; a body may hold blocks itself. */
function* blocksOf(sheet: string): Generator<{ readonly prelude: string; readonly body: string }> {
  let start = 0;
  let open = -1;
  let depth = 0;
  for (let at = 0; at < sheet.length; at += 1) {
    const character = sheet[at];
    if (character === ';' && depth === 0) start = at + 1;
    else if (character === '{' && depth++ === 0) open = at;
    else if (character === '}' && depth > 0 && --depth === 0) {
      yield { prelude: sheet.slice(start, open).trim(), body: sheet.slice(open + 1, at) };
      start = at + 1;
    }
  }
}
