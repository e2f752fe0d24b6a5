import { addressKey } from '../../address.ts';
import { holdsAny, isSince, type List, type Listing, latestFirst, type Offer, type Site } from '../../site.ts';
import type { SourceOf } from '../../source.ts';
import { Trouble } from '../../trouble.ts';
import { byPages } from './pages.ts';
import type { Committee, Meeting, Reading } from './reading.ts';
import { type Found, searchMeetings } from './search.ts';
import { byService } from './service.ts';

/**
 * ModernGov, by its web service where that is on, else by its pages: committees, their meetings, their documents. With
 * words to search for only the meetings that the site's own search names: fewer requests where most are about other things.
 * Documents of restricted items are never asked for. A pack of a whole meeting only where nothing stands singly.
 */
export const listModernGov: List<SourceOf<'moderngov'>> = async (source, site) => {
  const base = baseOf(source.address);
  const service = byService(base, site);
  const pages = byPages(base, site, source.committees);
  if (source.search !== null)
    return listFound(await searchMeetings(source, source.search, base, site), service, pages, site);
  try {
    return await listWith(service, pages, source, site, base);
  } catch (error) {
    // Whoever runs the site has turned the service off, or it is out of order: the pages say the same.
    if (!(error instanceof Trouble) || error.wholeHost) throw error;
    return listWith(pages, pages, source, site, base);
  }
};

/** @param fallback what to ask where a single meeting cannot be had */
async function listWith(
  reading: Reading,
  fallback: Reading,
  source: SourceOf<'moderngov'>,
  site: Site,
  base: string,
): Promise<Listing> {
  const committees = wantedCommittees(await reading.committees(), source, site, base);
  const meetings: Meeting[] = [];
  for (const committee of committees) meetings.push(...(await reading.meetings(committee)));
  return listMeetings(meetings, reading, fallback, site);
}

/** What meetings, and issues that were on several, have to offer. */
async function listFound(
  { meetings, documents }: Found,
  service: Reading,
  pages: Reading,
  site: Site,
): Promise<Listing> {
  const listing = await listMeetings(meetings, service, pages, site);
  const all = new Map([...documents, ...listing.offers].map((offer) => [addressKey(offer.address), offer]));
  return { ...listing, offers: [...all.values()], listed: listing.listed + documents.length };
}

async function listMeetings(
  meetings: readonly Meeting[],
  reading: Reading,
  fallback: Reading,
  site: Site,
): Promise<Listing> {
  const offers = new Map<string, Offer>();
  let listed = meetings.length;
  const wanted = meetings.filter(({ date, isCancelled }) => !isCancelled && isSince(site, date));
  for (const meeting of latestFirst(wanted, ({ date }) => date, site)) {
    const documents = await documentsOf(meeting, reading, fallback, site);
    listed += documents.length;
    for (const offer of withoutPacks(documents)) offers.set(addressKey(offer.address), offer);
  }
  const cancelled = meetings.flatMap(({ date, isCancelled }) => (isCancelled && date !== null ? [date] : []));
  return { offers: [...offers.values()], listed, cancelled };
}

async function documentsOf(
  meeting: Meeting,
  reading: Reading,
  fallback: Reading,
  site: Site,
): Promise<readonly Offer[]> {
  try {
    const documents = await reading.documents(meeting);
    const isPast = meeting.date !== null && meeting.date < site.today;
    // Not every version of the service names documents; the page of a meeting that was does.
    if (documents.length > 0 || !isPast || reading === fallback) return documents;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.wholeHost || reading === fallback) {
      site.note(error);
      return [];
    }
  }
  return documentsOf(meeting, fallback, fallback, site);
}

/** All papers of a meeting in one file, by its address or by its name: `24102023 1600 Fire Authority.pdf`. */
const isPack = ({ address, title }: Offer): boolean =>
  /\/documents\/[gb]\d+\//i.test(address) || /\b(reports|agenda|document) pack\b|^\d{8} \d{4} /i.test(title);

function withoutPacks(documents: readonly Offer[]): readonly Offer[] {
  const single = documents.filter((offer) => !isPack(offer));
  return single.length === 0 ? documents : single;
}

function wantedCommittees(
  all: readonly Committee[],
  { committees }: SourceOf<'moderngov'>,
  site: Site,
  base: string,
): readonly Committee[] {
  if (committees === null) return all;
  const named = (wanted: string) =>
    all.filter(({ id, name }) => (/^\d+$/.test(wanted) ? id === wanted : holdsAny([name], [wanted])));
  for (const wanted of committees.filter((each) => named(each).length === 0)) {
    const message = `${base} has no committee "${wanted}" any more, or never had. Mend "committees" in the sources file.`;
    site.note(new Trouble('source/no-committee', wanted, message, { asked: false }));
  }
  return [...new Set(committees.flatMap(named))];
}

/** The address all others of a site are made from: up to the last slash, with one behind it. */
function baseOf(address: string): string {
  const url = new URL(address);
  return new URL(/\.aspx$/i.test(url.pathname) ? '.' : url.pathname.replace(/\/?$/, '/'), url.origin + url.pathname)
    .href;
}
