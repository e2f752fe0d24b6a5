import { addressKey, decodedOr } from '../address.ts';
import { dayIn, type Link, linksOf, valueBeside } from '../markup.ts';
import { holdsAny, isSince, itemOf, type List, latestFirst, type Offer, type Site, type WebPage } from '../site.ts';
import type { SourceOf } from '../source.ts';
import { noting, Trouble } from '../trouble.ts';

/** The numbers of tabs and modules differ from site to site; these parts of the paths do not. */
const meetingPath = /\/ViewMeetingPublic\//i;
const committeePath = /\/ViewCMIS_CommitteeDetails\//i;
const documentPath = /\/Document\.ashx$/i;
/** All meetings as one list, and one month of them. */
const listView = /\bctl[=/]MeetingCalendarListView\b/i;
const monthView = /\/ctl\/MeetingCalendarPublicNoJava\/.{0,200}\/Date\/([^/]+)/i;
/** The number of a module of the page, in its addresses and in the ids of its elements. */
const moduleNumber = /\bmid[=/](\d+)|\bdnn_ctr(\d+)_/gi;
const mostModules = 5;

/**
 * CMIS: from a page that lists meetings, or committees that do, to each meeting's page and its documents. A page that has
 * only buttons has the list behind one of its modules' numbers.
 */
export const listCmis: List<SourceOf<'cmis'>> = async (source, site) => {
  const meetings = new Map<string, Meeting>();
  const add = (links: readonly Link[], isOfWanted: boolean) => {
    for (const link of links.filter(at(meetingPath))) {
      const key = addressKey(link.address);
      if (!meetings.has(key)) meetings.set(key, { link, isOfWanted });
    }
  };
  for (const { links, isOfWanted } of await listsOf(source, site)) add(links, isOfWanted || source.committees === null);
  const committees = new Map<string, boolean>();
  const offers: Offer[] = [];
  let listed = meetings.size;
  const dayOf = ({ link }: Meeting) => dayIn(link.text) ?? dayIn(link.under);
  for (const meeting of latestFirst([...meetings.values()], dayOf, site)) {
    const found = await documentsOf(meeting, source, committees, site);
    listed += found.length;
    offers.push(...found);
  }
  return { offers, listed };
};

interface Meeting {
  readonly link: Link;
  /** True where it is listed for a committee that is wanted, so that its name need not be looked for. */
  readonly isOfWanted: boolean;
}

const at =
  (pattern: RegExp) =>
  ({ address }: Link): boolean =>
    pattern.test(new URL(address).pathname);

interface MeetingList {
  readonly links: readonly Link[];
  readonly isOfWanted: boolean;
}

/** The source's own page, the pages of committees it links, the list or the months of meetings it leads to. */
async function listsOf(source: SourceOf<'cmis'>, site: Site): Promise<readonly MeetingList[]> {
  const page = await site.read(source.address);
  const first = linksOf(page);
  const committees = first.filter(at(committeePath)).filter(({ text }) => holdsAny([text], source.committees));
  const lists: MeetingList[] = [{ links: first, isOfWanted: false }];
  for (const address of new Set(committees.map((link) => link.address))) {
    lists.push({ links: linksOf(await site.read(address)), isOfWanted: true });
  }
  for (const address of new Set(first.map((link) => link.address).filter((each) => leadsToMeetings(each, site)))) {
    lists.push({ links: linksOf(await site.read(address)), isOfWanted: false });
  }
  const hasMeetings = () => lists.some(({ links }) => links.some(at(meetingPath)));
  if (committees.length === 0 && !hasMeetings()) {
    const behind = await listBehindButtons(source.address, page, site);
    if (behind === null) throw notCmis(source);
    lists.push({ links: behind, isOfWanted: false });
  }
  return lists;
}

function leadsToMeetings(address: string, site: Site): boolean {
  if (listView.test(address)) return true;
  const month = monthView.exec(address)?.[1];
  return month !== undefined && isSince(site, dayIn(decodedOr(month)));
}

/** The list of meetings by the number of one of the page's modules; null where none of them has one. */
async function listBehindButtons(address: string, page: WebPage, site: Site): Promise<readonly Link[] | null> {
  const numbers = new Set([...page.text.matchAll(moduleNumber)].map(([, path, id]) => path ?? id ?? ''));
  for (const number of [...numbers].slice(0, mostModules)) {
    const list = new URL(address);
    list.search = `?ctl=MeetingCalendarListView&mid=${number}`;
    const links = await site.read(list.href).then(linksOf, (error: unknown) => {
      // Not the module of the calendar.
      if (error instanceof Trouble && !error.wholeHost) return [];
      throw error;
    });
    if (links.some(at(meetingPath))) return links;
  }
  return null;
}

function notCmis({ address, committees }: SourceOf<'cmis'>): Trouble {
  const named = committees === null ? '' : `, or none of ${committees.join(', ')}`;
  return new Trouble(
    'layout/not-cmis',
    address,
    `${address} lists neither meetings nor committees as CMIS does${named}.`,
  );
}

const committeeNumber = (address: string): string => /\/Committee\/(\d+)\//i.exec(address)?.[1] ?? address;

/**
 * A meeting's documents; none where it was cancelled, or is not of a committee that is wanted. What its own page says of
 * day, committee and status outranks its link, which may have no year or no name.
 * @param committees which committees are wanted, by number: learnt here, so that one look is enough for each
 */
async function documentsOf(
  { link, isOfWanted }: Meeting,
  source: SourceOf<'cmis'>,
  committees: Map<string, boolean>,
  site: Site,
): Promise<readonly Offer[]> {
  const number = committeeNumber(link.address);
  const listedDay = dayIn(link.text) ?? dayIn(link.under);
  if (!isSince(site, listedDay) || /\bcancell?ed\b/i.test(link.text)) return [];
  if (isOfWanted || holdsAny([link.text, link.under], source.committees)) committees.set(number, true);
  if (committees.get(number) === false) return [];
  return noting(site, [], async () => {
    const page = await site.read(link.address, listedDay);
    const date = dayIn(valueBeside(page.text, /^date( ?\/ ?time)?$/i) ?? '') ?? listedDay;
    const committee = valueBeside(page.text, /^committee$/i);
    if (!committees.has(number)) committees.set(number, holdsAny([committee ?? ''], source.committees));
    if (committees.get(number) === false || !isSince(site, date)) return [];
    if (/\bcancell?ed\b/i.test(valueBeside(page.text, /^(meeting )?status$/i) ?? '')) return [];
    return linksOf(page)
      .filter(at(documentPath))
      .map(({ address, text: title, under }) => {
        const item = itemOf(link.address, under);
        return { address, title, under, date, item, page: false };
      });
  });
}
