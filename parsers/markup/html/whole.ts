import { load } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import { type Element, elementsOf } from '../dom.ts';
import { quote } from '../issues.ts';

/** Elements whose end tag may be left out (HTML Standard, 13.1.2.4), and those that have none. */
const mayStayOpen =
  /^(html|head|body|p|li|dt|dd|rt|rp|optgroup|option|colgroup|caption|thead|tbody|tfoot|tr|td|th|br|hr|img|input|meta|link|col|area|base|embed|source|track|wbr)$/;
/** Boxes that people forget to close: they tell only where the page ends within words. */
const mayBeForgotten = /^(?:div|main|section|article|aside|header|footer|nav|form|center|span|font|blockquote)$/;
const endOfPage = /<\/(?:body|html)\s*>/i;
const endOfText = /<\/(?:td|th|tr|p|li|h[1-6]|div|span|a)>/i;
/** How many characters behind an opened tag are shown. */
const shown = 120;

/** The parser's words for a page that ends inside a tag or a comment (HTML Standard, 13.2.2). */
const endsInside = new Map([
  ['eof-in-tag', 'a tag'],
  ['eof-before-tag-name', 'a tag'],
  ['eof-in-comment', 'a comment'],
  ['eof-in-element-that-can-contain-only-text', 'an element that is nothing but text, as a title or a script'],
]);

/**
 * What says that a page is not whole: it ends in the middle, or what follows a tag or a quotation mark that is never
 * closed has gone into it.
 * @param faults codes of what the parser found wrong with it
 */
export function wholenessIssues(html: string, faults: ReadonlySet<string>): readonly Issue[] {
  const inside = [...endsInside].find(([code]) => faults.has(code))?.[1];
  if (inside !== undefined) return [cut(`It ends inside ${inside} that is never closed`, html)];
  const swallowed = swallowedText(html, faults);
  if (swallowed !== null) return [swallowed];
  if (endOfPage.test(html)) return [];
  const open = openAtEnd(html) ?? (writesOptionalEnds.test(html) && !leavesEndsOut(html) ? 'body' : null);
  return open === null ? [] : [cut(`It ends inside an element (${open}) that is never closed`, html)];
}

/** Who writes the end of the head, which may be left out as that of the body may, writes that of the body too. */
const writesOptionalEnds = /<\/head\s*>/i;

/** More elements than can be open at one place, whose end tags may be left out, have none: this page's writer leaves them out. */
function leavesEndsOut(html: string): boolean {
  const starts = html.match(/<(?:td|th|tr|li|p|dt|dd)\b/gi)?.length ?? 0;
  const ends = html.match(/<\/(?:td|th|tr|li|p|dt|dd)\s*>/gi)?.length ?? 0;
  return starts - ends > 4;
}

function cut(what: string, html: string): Issue {
  const last = foldSpace(html.slice(-shown).replace(/<[^<>]*>?/g, ' '));
  const message = `The page is not whole. ${what}; its last words are ${quote(last, shown)}. What should follow is missing: fetch or save it again.`;
  return issueOf('html/cut', message);
}

/** A quotation mark left open takes all up to the next one, which opens another attribute's value. */
function swallowedText(html: string, faults: ReadonlySet<string>): Issue | null {
  if (![...faults].some((code) => code.includes('attribute'))) return null;
  for (const [, double = '', single = ''] of html.matchAll(/="([^"]*=)"|='([^']*=)'/g)) {
    const value = double || single;
    if (!endOfText.test(value)) continue;
    const words = foldSpace(value.replace(/<[^<>]*>?/g, ' '));
    const message = `A quotation mark in a tag is never closed, so that this is no text of the page: ${quote(words, shown)}. Look at the page itself.`;
    return issueOf('html/swallowed', message);
  }
  return null;
}

/** The name of the outermost element that is still open where the page ends, and must not be; null where there is none. */
function openAtEnd(html: string): string | null {
  const $ = load(html, { sourceCodeLocationInfo: true });
  let element = $.root().children().last()[0] as Element | undefined;
  while (element !== undefined) {
    const { name, sourceCodeLocation: location } = element;
    const wasWritten = location != null;
    const isOpen = wasWritten && location.endTag === undefined && !mayStayOpen.test(name);
    if (isOpen && !(html.trimEnd().endsWith('>') && mayBeForgotten.test(name))) return name;
    element = elementsOf(element).at(-1);
  }
  return null;
}
