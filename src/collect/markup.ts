import { type CheerioAPI, load } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { rememberByObject } from '../lib/remember.ts';
import { foldSpace } from '../lib/text.ts';
import { findDates } from '../normalise/dates.ts';
import { cleanAddress, decodedOr } from './address.ts';
import type { WebPage } from './site.ts';

/** A link of a page, with what it stands under. */
export interface Link {
  readonly address: string;
  /** Its words, or its title attribute, or the file's name. */
  readonly text: string;
  /** The heading or agenda item above it; empty where there is none. */
  readonly under: string;
  /** The words of the table row or list item that it stands in, where it has others than the link's; else empty. */
  readonly row: string;
  /** True where the page says that a document is behind it, be it by the address's ending or, as many a CMS, only in words. */
  readonly isDocument: boolean;
}

/** What stands behind a document's title on many sites: `PDF 336 KB`, `(pdf, 1.2MB)`. Bounded, for a link can have any number of signs. */
const fileSize =
  /[\s([,-]{0,20}\b(?:pdf|docx?|word|rtf)\b[\s,:-]*(?:icon\s*)?(?:pdf\s*)?\(?\d[\d.,]*\s*[kmg]i?b\b[\s)\]]*/gi;
const markers = /<\/?AI\d+>|\bpdf icon\b/gi;

/** What a link to a document says of it: a media type, or its kind in brackets or with its size. */
const documentType = /^application\/(pdf|msword|rtf|vnd\.openxmlformats)/i;
const documentMark = new RegExp(
  `^\\s*[([]\\s*(pdf|docx?|word)\\b|[([]\\s*(pdf|docx?|word)\\b[^)\\]]{0,100}[)\\]]\\s*$|${fileSize.source}`,
  'i',
);
/** What has more letters or elements than this is no row of an agenda but a part of a page. */
const largestRow = 400;

/** The words of a row, read no further than a row goes; empty where it is none. */
function rowWords(row: AnyNode): string {
  const open: AnyNode[] = [row];
  let words = '';
  for (let seen = 0; open.length > 0; seen += 1) {
    const node = open.pop();
    if (node?.type === 'text') words += `${node.data} `;
    else if (node !== undefined && 'children' in node) open.push(...node.children.slice(0, largestRow).reverse());
    if (seen > largestRow || words.length > largestRow) return '';
  }
  return titleOf(words);
}

/** A title as people would say it. */
export function titleOf(words: string): string {
  return foldSpace(words.replace(markers, ' ').replace(fileSize, ' '));
}

/** Every link of an HTML page to a web address, in order. Links that stand in navigation are there too. */
export function linksOf({ text: html, address: base }: WebPage): readonly Link[] {
  const $ = load(html);
  const wordsOf = rememberByObject(rowWords);
  const from = cleanAddress($('base[href]').attr('href') ?? '', base) ?? base;
  let under = '';
  return $('h1, h2, h3, h4, h5, h6, a[href], .mgAiTitleTxt, .mgSubItemTitleTxt, caption')
    .toArray()
    .flatMap((element) => {
      if (element.name !== 'a') {
        under = titleOf($(element).text());
        return [];
      }
      const href = $(element).attr('href') ?? '';
      const address = cleanAddress(href, from);
      if (address === null) return [];
      const own = $(element).text();
      const text = titleOf(own) || titleOf($(element).attr('title') ?? '') || lastPart(address);
      // An agenda item's own link heads what follows it.
      if (/\bmgAi\.aspx/i.test(href)) under = text;
      const holder = $(element).closest('tr, li')[0];
      const around = holder === undefined ? '' : wordsOf(holder);
      const row = around === titleOf(own) ? '' : around;
      const behind = element.next?.type === 'text' ? element.next.data : '';
      const isDocument =
        namesDocument(address) ||
        $(element).attr('download') !== undefined ||
        documentType.test($(element).attr('type') ?? '') ||
        [own, behind, $(element).next('span, small').text()].some((words) => documentMark.test(words));
      return [{ address, text, under, row, isDocument }];
    });
}

function lastPart(address: string): string {
  return foldSpace((new URL(address).pathname.split('/').at(-1) ?? '').replace(/%20|[-_+]/g, ' '));
}

/**
 * The words that stand beside a label, as `Committee:` and `Fire Authority` in two elements of one row; null where there is
 * no such label.
 * @param label what the label says, without its colon
 */
export function valueBeside(html: string, label: RegExp): string | null {
  const $ = load(html);
  for (const element of $('label, th, td, dt, span, strong, b, div, p').toArray()) {
    if ($(element).children().length > 0) continue;
    const said = foldSpace($(element).text());
    if (said.length > 40 || !label.test(said.replace(/\s*:$/, ''))) continue;
    for (let around = $(element).parent(); around.length > 0; around = around.parent()) {
      const all = foldSpace(around.text());
      if (all.length > said.length) return all.startsWith(said) ? foldSpace(all.slice(said.length)) : null;
    }
  }
  return null;
}

/** XML with its element names in small letters, read as far as it goes where it is not well-formed. */
export function loadXml(text: string): CheerioAPI {
  return load(text, { xml: { xmlMode: true, lowerCaseTags: true, decodeEntities: true } });
}

/** Text whose entities were encoded once too often, and without markup: `Fire &amp;amp; Rescue` (ModernGov). */
export function plainText(text: string): string {
  return foldSpace(load(text.replace(markers, ' '), null, false).text());
}

/** The first whole day a text names, ISO 8601; null where it names none. */
export function dayIn(text: string): string | null {
  return findDates(text).find(({ span }) => span.precision === 'day')?.span.start ?? null;
}

const documentEnding = /\.(pdf|docx?)$/i;

export function namesDocument(address: string): boolean {
  const { pathname, search } = new URL(address);
  return documentEnding.test(pathname) || /\.(pdf|docx?)\b/i.test(decodedOr(search));
}
