import type { CheerioAPI } from 'cheerio';
import type { Issue } from '../../../src/model/issue.ts';
import type { Element } from '../dom.ts';
import { issue } from '../issues.ts';

/** Elements that no page leaves open on purpose or by an oversight: tables, lists, headings, scripts. */
const alwaysClosed = /^(?:table|ul|ol|dl|h[1-6]|select|script|style|textarea|svg)$/;
/** Boxes that people forget to close; they tell only where the file ends within words. */
const boxes = /^(?:div|main|section|article|aside|header|footer|nav|form|center|span|a|strong|em|b|i|font|blockquote)$/;

/**
 * A page that ends within a tag, within an element that every page closes, or within words that stand in a box left open:
 * the file was cut short. End tags that HTML lets out (WHATWG, 13.1.2.4) say nothing.
 * @param $ the page, parsed with the places of its tags
 */
export function cutIssues($: CheerioAPI, html: string): readonly Issue[] {
  const whole = html.trimEnd();
  const open = ($('body *').toArray() as Element[]).filter((element) => isOpenAt(element, whole.length));
  const endsInWords = !whole.endsWith('>') && open.some(({ name }) => boxes.test(name));
  if (!/<[a-z/!][^<>]*$/i.test(whole) && !endsInWords && !open.some(({ name }) => alwaysClosed.test(name))) return [];
  return [issue('html/cut', 'error', 'The page ends in the middle: its last part is missing. Fetch it again.')];
}

function isOpenAt({ sourceCodeLocation: place }: Element, end: number): boolean {
  if (place === null || place === undefined || place.endOffset < end) return false;
  return !('endTag' in place) || place.endTag === undefined;
}
