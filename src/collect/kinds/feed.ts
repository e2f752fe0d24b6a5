import type { CheerioAPI } from 'cheerio';
import { addressKey, cleanAddress } from '../address.ts';
import { dayIn, linksOf, loadXml, namesDocument, plainText, titleOf } from '../markup.ts';
import { isSince, itemOf, type List, type Offer, type Site } from '../site.ts';
import type { SourceOf } from '../source.ts';
import { noting, Trouble } from '../trouble.ts';

interface Item {
  readonly title: string;
  readonly date: string | null;
  readonly page: string | null;
  readonly files: readonly string[];
}

/** RSS 0.9 to 2.0 and Atom: files that items carry or link to, and files on the pages they link to. */
export const listFeed: List<SourceOf<'feed'>> = async (source, site) => {
  const feed = await site.read(source.address, null, ({ text }) => {
    if (loadXml(text)('rss, feed, rdf\\:rdf, channel').length > 0) return;
    throw new Trouble('layout/not-a-feed', source.address, `${source.address} is neither RSS nor Atom any more.`);
  });
  const items = itemsOf(loadXml(feed.text), feed.address);
  const offers = new Map<string, Offer>();
  for (const item of items.filter(({ date }) => isSince(site, date))) {
    for (const offer of await offersOf(item, source, site)) {
      const key = addressKey(offer.address);
      offers.set(key, offers.get(key) ?? offer);
    }
  }
  return { offers: [...offers.values()], listed: items.length };
};

function itemsOf(xml: CheerioAPI, base: string): readonly Item[] {
  return xml('item, entry')
    .toArray()
    .map((element) => {
      const item = xml(element);
      const links = item
        .children('link, enclosure, guid')
        .toArray()
        .map((child) => xml(child))
        .filter(
          (link) => !/^(self|edit|via|replies)$/i.test(link.attr('rel') ?? '') && link.attr('ispermalink') !== 'false',
        )
        .map((link) => ({
          address: cleanAddress(link.attr('href') ?? link.attr('url') ?? link.text(), base),
          isFile: link.is('enclosure') || /^enclosure$/i.test(link.attr('rel') ?? ''),
        }))
        .filter((link): link is { address: string; isFile: boolean } => link.address !== null);
      const isFile = ({ address, isFile }: { address: string; isFile: boolean }) => isFile || namesDocument(address);
      return {
        title: titleOf(plainText(item.children('title').text())),
        date: dateOf(item.children('pubdate, published, updated, dc\\:date').first().text()),
        page: links.find((link) => !isFile(link))?.address ?? null,
        files: [...new Set(links.filter(isFile).map(({ address }) => address))],
      };
    });
}

function dateOf(text: string): string | null {
  const time = Date.parse(text.trim());
  return Number.isNaN(time) ? dayIn(text) : new Date(time).toISOString().slice(0, 10);
}

async function offersOf(item: Item, source: SourceOf<'feed'>, site: Site): Promise<readonly Offer[]> {
  const { title, date, page } = item;
  const together = itemOf(page ?? source.address, title);
  const files = item.files.map((address) => ({ address, title, under: '', date, item: together, page: false }));
  if (page === null) return files;
  if (source.pages) return [...files, { address: page, title, under: '', date, item: together, page: true }];
  return noting(site, files, async () => {
    const linked = linksOf(await site.read(page, date)).filter(({ isDocument }) => isDocument);
    return [
      ...files,
      ...linked.map(({ address: at, text: words }) => ({
        ...{ address: at, title: words, under: title },
        ...{ date, item: together, page: false },
      })),
    ];
  });
}
