import type { CheerioAPI } from 'cheerio';
import { foldPlain } from '../../../src/lib/fold.ts';
import { aboutThePage, cookieWords, relatedHeading } from '../../../src/vocabulary/web-pages.ts';
import {
  attribute,
  childrenOf,
  descendantsOf,
  type Element,
  elementsOf,
  isElement,
  isText,
  isUnread,
  type Node,
  parentOf,
} from '../dom.ts';
import { type Line, lineOf, linesOf } from './inline.ts';
import type { Styles } from './styles.ts';

type PartKind = 'banner' | 'footer' | 'navigation' | 'path' | 'dialogue' | 'search' | 'feedback' | 'links' | 'outside';

/** A part of the page that belongs to the website and not to the paper, and its words. */
export interface SitePart {
  readonly kind: PartKind;
  readonly lines: readonly string[];
}

export interface Content {
  /** What the page is about, in the order of the page. */
  readonly nodes: readonly Node[];
  readonly left: readonly SitePart[];
}

/**
 * Finds a page's content: its `<main>` or only `<article>` where it has one, else all of its body; and takes the
 * website's own parts out of it. These are told by landmark (elements and ARIA roles) and by what stands in them, never
 * by a class name alone. Changes the tree it is given.
 */
export function contentOf($: CheerioAPI, styles: Styles): Content {
  const body = $('body').get(0);
  if (body === undefined) return { nodes: [], left: [] };
  const left: SitePart[] = [];
  const take = (element: Element, kind: PartKind) => {
    if (kind === 'banner' || kind === 'footer')
      $(element).find('nav, form, ul, ol, button, [role="navigation"]').remove();
    left.push({ kind, lines: linesOf([element], styles).map((line) => line.text) });
    $(element).remove();
  };
  const counts = countAllWords(body, styles);
  const root = rootOf(body, styles, counts);
  const title = root === body ? null : titleOutside(body, root);
  const most = 0.5 * (counts.get(root) ?? noWords).prose;
  const prune = (parent: Element, inside: boolean) => {
    for (const child of elementsOf(parent)) {
      if (isUnread(child) || child === title || styles.hidden(child)) continue;
      const within = inside || child === root;
      const holdsRoot = !within && contains(child, root);
      const kind =
        child === root || holdsRoot ? null : sitePart(child, { styles, inMain: within && root !== body, most, counts });
      if (kind !== null) take(child, kind);
      else if (within || holdsRoot) prune(child, within);
      else if (lineOf([child], styles) !== '') take(child, 'outside');
    }
  };
  prune(body, root === body);
  $('button, [role="button"]', root).not('h1 *, h2 *, h3 *, h4 *, h5 *, h6 *, summary *, [role="heading"]').remove();
  return { nodes: title === null ? childrenOf(root) : [title, ...childrenOf(root)], left };
}

/** The element the content stands in. A `<main>` that holds little of the page's text is not believed. */
function rootOf(body: Element, styles: Styles, counts: ReadonlyMap<Element, WordCount>): Element {
  const all = [...descendantsOf(body)].filter((element) => !styles.hidden(element));
  const mains = all.filter((element) => element.name === 'main' || attribute(element, 'role') === 'main');
  const articles = all.filter((element) => element.name === 'article' || attribute(element, 'role') === 'article');
  const only = mains.length === 1 ? mains[0] : mains.length === 0 && articles.length === 1 ? articles[0] : undefined;
  if (only === undefined) return body;
  const prose = (element: Element) => (counts.get(element) ?? noWords).prose;
  return prose(only) >= 0.3 * prose(body) ? only : body;
}

/** A first heading that stands above the content, in the page's header, and is no logo. */
function titleOutside(body: Element, root: Element): Element | null {
  if ([...descendantsOf(root)].some((element) => element.name === 'h1')) return null;
  const headings = [...descendantsOf(body)].filter((element) => element.name === 'h1');
  const isLogo = (heading: Element) =>
    [...descendantsOf(heading)].some((inner) => inner.name === 'a' || inner.name === 'img');
  return headings.find((heading) => !isLogo(heading) && !contains(root, heading)) ?? null;
}

const roles: ReadonlyMap<string, PartKind> = new Map(
  Object.entries<PartKind>({
    navigation: 'navigation',
    search: 'search',
    dialog: 'dialogue',
    alertdialog: 'dialogue',
    banner: 'banner',
    contentinfo: 'footer',
    menu: 'navigation',
    menubar: 'navigation',
    tablist: 'navigation',
    nav: 'navigation',
  }),
);

interface Setting {
  readonly styles: Styles;
  /** True inside the page's own `<main>`: there only what is plainly the website's is taken. */
  readonly inMain: boolean;
  /** A part with more words than this, links aside, is too large a share of the page to be the website's. */
  readonly most: number;
  readonly counts: ReadonlyMap<Element, WordCount>;
}

/** What part of a website the element is; null where it may be content. */
function sitePart(element: Element, { styles, inMain, most, counts }: Setting): PartKind | null {
  const landmark = landmarkOf(element, inMain);
  if (landmark !== null) return landmark;
  const { all, prose } = counts.get(element) ?? noWords;
  if (prose > most || (all > mostWordsOfBox && prose > 0.5 * all)) return null;
  const lines = linesOf([element], styles);
  const words = countWords(lines.map((line) => line.text).join(' '));
  const first = foldPlain(lines[0]?.text ?? '');
  if (isBreadcrumb(element, lines)) return 'path';
  if (words <= 60 && aboutThePage.test(first) && !isInTable(element)) return 'feedback';
  if (/\bcookies?\b/.test(first) && isCookieNotice(element, lines, words)) return 'dialogue';
  if (words <= (element.name === 'form' ? 40 : 12) && isQuestionBox(element)) return 'search';
  if (isJumpList(element)) return 'navigation';
  if (words === 0 || !isLinkBlock(element, words, styles)) return null;
  return !inMain || element.name === 'aside' || relatedHeading.test(first) ? 'links' : null;
}

/** Cookie notices are the longest of a website's boxes that are no menu. */
const mostWordsOfBox = 400;

/** By role and element alone; the page's own header and footer count only outside its main part, its articles and sections. */
function landmarkOf(element: Element, inMain: boolean): PartKind | null {
  const role = roles.get(attribute(element, 'role')) ?? roles.get(element.name);
  if (role !== undefined && !holdsPanels(element)) return role;
  if (element.name === 'dialog' || attribute(element, 'aria-modal') === 'true') return 'dialogue';
  if (inMain || (element.name !== 'header' && element.name !== 'footer') || isInArticle(element)) return null;
  if (element.name === 'footer') return 'footer';
  return holds(element, /^h1$/) ? null : 'banner';
}

/** An accordion's list of tabs that its panels stand in too. */
const holdsPanels = (element: Element): boolean =>
  attribute(element, 'role') === 'tablist' &&
  [...descendantsOf(element)].some((inner) => attribute(inner, 'role') === 'tabpanel' || inner.name === 'table');

/** Within an article, or a section that is not the whole page, what heads or ends it is its own (HTML, 4.3.8 and 4.3.9). */
function isInArticle(element: Element): boolean {
  for (let at = parentOf(element); at !== null; at = parentOf(at))
    if (at.name === 'article' || (at.name === 'section' && !holds(at, /^h1$/))) return true;
  return false;
}

/** A cell of a table says what it says; boxes about the page stand on their own. */
function isInTable(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) if (/^t[dhr]$/.test(at.name)) return true;
  return false;
}

/** Fields to fill in, and hardly a word beside them. */
const isQuestionBox = (element: Element): boolean =>
  holds(element, /^(?:input|select|textarea)$/) &&
  !holds(element, /^(?:table|h[1-6])$/) &&
  ![...descendantsOf(element)].some((inner) => attribute(inner, 'type') === 'checkbox');

/** A notice that speaks of cookies in every other line and has something to press. */
function isCookieNotice(element: Element, lines: readonly Line[], words: number): boolean {
  const speaking = lines.filter((line) => cookieWords.test(line.text));
  const pressable = holds(element, /^(?:button|input|a)$/) && !holds(element, /^h1$/);
  return (
    pressable &&
    (words <= 80 ? speaking.length > 0.4 * lines.length : words <= 400 && speaking.length > 0.6 * lines.length)
  );
}

/** A trail of short steps that begins at the home page, or says that it is a trail. */
function isBreadcrumb(element: Element, lines: readonly Line[]): boolean {
  if (!/^(?:ol|ul|div|p|span)$/.test(element.name)) return false;
  const steps = lines.map((line) => foldPlain(line.text));
  if (steps.length === 0 || countWords(steps.join(' ')) > 40) return false;
  if (steps.length === 1) return /^(?:you are here:? )?home ?[>›»/|→]/.test(steps[0] ?? '');
  const short = steps.every((step) => countWords(step) <= 10 && !/[.;:]$/.test(step));
  const names = [attribute(element, 'aria-label'), attribute(element, 'class'), attribute(element, 'itemtype')].join(
    ' ',
  );
  const isList = element.name === 'ol' || element.name === 'ul';
  const startsAtHome = isList && /^(?:1\. )?home$/.test(steps[0] ?? '');
  return short && (startsAtHome || (/bread ?-?_?crumb/i.test(names) && !holds(element, /^h[1-6]$/)));
}

/** A list of nothing but links to places on the same page. */
function isJumpList(element: Element): boolean {
  if (element.name !== 'ul' && element.name !== 'ol') return false;
  const items = [...descendantsOf(element)].filter((inner) => inner.name === 'li');
  const jumps = (item: Element) =>
    elementsOf(item).some((inner) => inner.name === 'a' && /^#./.test(attribute(inner, 'href')));
  return items.length > 2 && items.every(jumps);
}

/** Two links or more that make up nearly all of an element's words, and no sentence beside them. */
function isLinkBlock(element: Element, words: number, styles: Styles): boolean {
  if (holds(element, /^(?:table|dl|h1)$/)) return false;
  const links = [...descendantsOf(element)].filter((inner) => inner.name === 'a' && 'href' in inner.attribs);
  const linked = links.reduce((sum, link) => sum + countWords(lineOf([link], styles)), 0);
  const heading = [...descendantsOf(element)].find((inner) => /^h[2-6]$/.test(inner.name));
  const headed = heading === undefined ? 0 : countWords(lineOf([heading], styles));
  return links.length >= 2 && linked >= 0.7 * (words - headed) && words <= 40 * links.length;
}

/** How many words an element shows, and how many of them are not in links: what it says rather than where it leads. */
interface WordCount {
  readonly all: number;
  readonly prose: number;
}

/** Counts the words of every element once; an element that is taken out later is still counted in those around it. */
function countAllWords(body: Element, styles: Styles): ReadonlyMap<Element, WordCount> {
  const counts = new Map<Element, WordCount>();
  const count = (element: Element): WordCount => {
    let all = 0;
    let prose = 0;
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        const words = countWords(child.data);
        all += words;
        prose += words;
      } else if (isElement(child) && !isUnread(child) && !styles.hidden(child)) {
        const inner = count(child);
        all += inner.all;
        prose += child.name === 'a' || child.name === 'nav' ? 0 : inner.prose;
      }
    }
    counts.set(element, { all, prose });
    return { all, prose };
  };
  count(body);
  return counts;
}

const noWords: WordCount = { all: 0, prose: 0 };

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
const holds = (element: Element, name: RegExp): boolean =>
  [...descendantsOf(element)].some((inner) => name.test(inner.name));

function contains(outer: Element, inner: Element): boolean {
  for (let at = parentOf(inner); at !== null; at = parentOf(at)) if (at === outer) return true;
  return false;
}
