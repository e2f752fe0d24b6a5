import { load } from 'cheerio';
import { foldSpace } from '../lib/text.ts';
import { doorWords } from '../vocabulary/web-pages.ts';
import { type BodyKind, bodyKind, decodeMarkup } from './body-kind.ts';
import { namesDocument } from './markup.ts';
import type { Offer } from './site.ts';
import { Trouble } from './trouble.ts';

const descriptions: Readonly<Record<BodyKind, string>> = {
  pdf: 'a PDF',
  zip: 'a Word document or an archive',
  ole: 'an old Word document',
  html: 'a web page',
  xml: 'an XML document',
  image: 'a picture',
  text: 'plain text',
  empty: 'empty',
  unknown: 'of no known kind',
};

/**
 * What is asked of a page of links: that it is one, and not a login or an error called well.
 * @throws Trouble
 */
export function expectPage(bytes: Uint8Array, text: string, address: string): void {
  const kind = bodyKind(bytes);
  if (kind !== 'html' && kind !== 'xml') {
    const message = `The answer is ${descriptions[kind]} where a page of links should be.`;
    throw new Trouble('body/not-a-page', address, message);
  }
  const { isDoor, headline } = kind === 'html' ? headlineOf(text) : { isDoor: false, headline: '' };
  if (isDoor) throw new Trouble('body/not-the-page', address, `The page only says “${headline}”.`);
}

/**
 * What is asked of a paper: that its bytes are what was offered, whatever the server calls them.
 * @throws Trouble
 */
export function expectPaper(bytes: Uint8Array, contentType: string | null, offer: Offer): void {
  const { address } = offer;
  const kind = bodyKind(bytes);
  if (kind === 'html') {
    const said = headlineOf(decodeMarkup(bytes, contentType));
    if (!offer.page) {
      const message = `The answer is a web page (“${said.headline}”) where a document should be.`;
      throw new Trouble('body/html-instead', address, message);
    }
    if (said.isDoor) throw new Trouble('body/not-the-page', address, `The page only says “${said.headline}”.`);
    return;
  }
  const isPaper = kind === 'pdf' || kind === 'zip' || kind === 'ole' || (kind === 'text' && !namesDocument(address));
  if (!isPaper) throw new Trouble('body/not-a-paper', address, `The answer is ${descriptions[kind]}, and no paper.`);
}

/** A page with more characters than this has something to say besides. */
const doorLength = 1500;

/** What a page says first, and whether it is only a door: a login, an error, a check of who asks. */
function headlineOf(html: string): { readonly headline: string; readonly isDoor: boolean } {
  const $ = load(html);
  $('script, style, noscript').remove();
  const text = foldSpace($('body').text());
  const [heading, title] = [foldSpace($('h1').first().text()), foldSpace($('title').text())];
  const headline = heading || title || text.slice(0, 80);
  // The words below the headline may have a link to log in, as most sites do.
  return { headline, isDoor: text.length < doorLength && doorWords.test(`${title} ${headline}`) };
}
