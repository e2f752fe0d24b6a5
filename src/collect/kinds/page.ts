import { dateInName } from '../../normalise/file-date.ts';
import { addressKey, decodedOr, hostOf } from '../address.ts';
import { dayIn, type Link, linksOf } from '../markup.ts';
import { holdsAny, isSince, itemOf, type List, type Offer, type Site } from '../site.ts';
import type { SourceOf } from '../source.ts';
import { noting } from '../trouble.ts';

/** Words in links that lead to meetings and their papers. */
const usualWords = ['meeting', 'agenda', 'minutes', 'papers', 'reports', 'committee', 'board', 'page='];

/**
 * Any page with links to papers, and pages some links away; or the page itself as the paper. Links are followed on the
 * page's own host only, documents wherever they lie.
 */
export const listPage: List<SourceOf<'page'>> = async (source, site) => {
  const offers = new Map<string, Offer>();
  const add = (offer: Offer) => {
    offers.set(addressKey(offer.address), offers.get(addressKey(offer.address)) ?? offer);
  };
  if (source.itself) {
    add({ address: source.address, title: source.name, under: '', date: null, item: null, page: true });
    if (source.depth === 0 && source.titles === null && source.pages === null)
      return { offers: [...offers.values()], listed: 1 };
  }
  const seen = new Set([addressKey(source.address)]);
  let listed = 0;
  const visits: Visit[] = [{ address: source.address, title: '', date: null, depth: 0 }];
  for (const visit of visits) {
    for (const link of await linksAt(visit, site, visit === visits[0])) {
      const date = dayIn(link.text) ?? visit.date ?? dayInAddress(link.address);
      if (!isSince(site, date)) continue;
      const isPaper = source.pages !== null && holdsAny([link.text, link.address], source.pages);
      if (link.isDocument || isPaper) {
        listed += 1;
        const { address, text: title, isDocument } = link;
        // A row of an agenda says what its documents are about, and so does the meeting that a page is of.
        const under = [link.row, link.under, visit.title].filter(Boolean).join(' — ');
        const isOfMeeting = visit.date !== null && dayIn(link.text) === null;
        const item = link.row !== '' ? link.row : isOfMeeting ? link.under : '';
        add({ address, title, under, date, item: itemOf(visit.address, item), page: !isDocument });
      } else if (leadsOn(link, source) && !seen.has(addressKey(link.address))) {
        // A further page of the same list is no step deeper.
        const depth = isSibling(link.address, visit.address) ? visit.depth : visit.depth + 1;
        if (depth > source.depth) continue;
        seen.add(addressKey(link.address));
        visits.push({ address: link.address, title: depth === visit.depth ? visit.title : link.text, date, depth });
      }
    }
  }
  return { offers: [...offers.values()], listed: listed + seen.size - 1 };
};

/** `/meeting/10-october-2018`, `/24102023-authority.pdf`. */
function dayInAddress(address: string): string | null {
  const date = dateInName(decodedOr(new URL(address).pathname.replace(/\/$/, '')));
  return date?.length === 10 ? date : null;
}

interface Visit {
  readonly address: string;
  /** What the link to it says; empty for the source's own page. */
  readonly title: string;
  readonly date: string | null;
  /** Links away from the source's own page. */
  readonly depth: number;
}

const leadsOn = ({ address, text }: Link, source: SourceOf<'page'>): boolean =>
  hostOf(address) === hostOf(source.address) && holdsAny([text, address], source.follow ?? usualWords);

/** True for another page of the same list: only the page's number differs. */
function isSibling(address: string, of: string): boolean {
  const bare = (each: string) => {
    const url = new URL(each);
    url.searchParams.delete('page');
    return addressKey(url.href);
  };
  return bare(address) === bare(of) && addressKey(address) !== addressKey(of);
}

function linksAt({ address, date }: Visit, site: Site, isFirst: boolean): Promise<readonly Link[]> {
  const read = async () => linksOf(await site.read(address, date));
  return isFirst ? read() : noting(site, [], read);
}
