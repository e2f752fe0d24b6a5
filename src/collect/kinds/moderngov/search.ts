import { addressKey } from '../../address.ts';
import { dayIn, type Link, linksOf } from '../../markup.ts';
import { holdsAny, itemOf, type Offer, type Site } from '../../site.ts';
import type { SourceOf } from '../../source.ts';
import { noting, Trouble } from '../../trouble.ts';
import { isDocument, type Meeting, parameter } from './reading.ts';

/** What a search names: meetings with an item that holds the words, and documents of issues that were on several. */
export interface Found {
  readonly meetings: readonly Meeting[];
  readonly documents: readonly Offer[];
}

/** Ten hits stand on a page of results; a word with more than these is too common to search for. */
const mostPages = 30;

/**
 * Asks the site's own search, a plain GET, for the meetings and issues that hold some words.
 * @throws Trouble where the answer is neither results nor "no results"
 */
export async function searchMeetings(
  source: SourceOf<'moderngov'>,
  words: readonly string[],
  base: string,
  site: Site,
): Promise<Found> {
  const meetings = new Map<string, Meeting>();
  const issues = new Map<string, Link>();
  for (const each of words) {
    for (const link of await resultsFor(each, base, site)) {
      const { pathname } = new URL(link.address);
      const id = parameter(link.address, 'mid', 'meetingid');
      if (/\/ieListDocuments\.aspx$/i.test(pathname) && id !== '') {
        if (!isOfCommittee(link, source)) continue;
        // The hit's heading names day and committee, the agenda items under it do not.
        const date = dayIn(link.text) ?? dayIn(link.under) ?? meetings.get(id)?.date ?? null;
        meetings.set(id, { id, committee: link.text, date, isCancelled: false });
      } else if (/\/(mgIssueHistoryHome|ieIssueDetails)\.aspx$/i.test(pathname)) {
        issues.set(addressKey(link.address), link);
      }
    }
  }
  const documents: Offer[] = [];
  for (const issue of issues.values()) documents.push(...(await documentsOfIssue(issue, site)));
  return { meetings: [...meetings.values()], documents };
}

/** Every link on the pages of results. */
async function resultsFor(words: string, base: string, site: Site): Promise<readonly Link[]> {
  const links: Link[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const query = `SS=${encodeURIComponent(words)}&DT=3&ADV=0&CA=false&SB=true&PG=${page}`;
    const address = `${base}ieSearchResults2.aspx?${query}`;
    const { text } = await site.read(address, null, (read) => {
      if (/no results found/i.test(read.text) || linksOf(read).some(isHit)) return;
      const message = `${address} has neither results nor says that there are none.`;
      throw new Trouble('layout/not-a-search', address, message);
    });
    const found = linksOf({ text, address });
    links.push(...found);
    if (!found.some((link) => isNext(link, page))) return links;
  }
  throw new Trouble(
    'source/search-too-wide',
    base,
    `A search for “${words}” has more than ${mostPages} pages. Search for a rarer word.`,
  );
}

const isHit = ({ address }: Link): boolean =>
  /\/(ieListDocuments|mgIssueHistoryHome|ieIssueDetails)\.aspx$/i.test(new URL(address).pathname);

const isNext = ({ address }: Link, page: number): boolean =>
  /\/ieSearchResults2\.aspx$/i.test(new URL(address).pathname) && parameter(address, 'pg') === String(page + 1);

/** By number in the address, or by name in the words of the hit: `20/01/2022 - Fire Authority (3)`. */
function isOfCommittee({ address, text, under }: Link, { committees }: SourceOf<'moderngov'>): boolean {
  if (committees === null) return true;
  const number = parameter(address, 'cid', 'committeeid');
  return committees.some((wanted) => (/^\d+$/.test(wanted) ? wanted === number : holdsAny([text, under], [wanted])));
}

async function documentsOfIssue(issue: Link, site: Site): Promise<readonly Offer[]> {
  return noting(site, [], async () => {
    const page = await site.read(issue.address);
    return linksOf(page)
      .filter((link) => isDocument(link.address))
      .map((link) => {
        const date = dayIn(link.under) ?? dayIn(link.text);
        // An issue is on several meetings, each with papers of its own.
        const item = date === null ? null : itemOf(page.address, date);
        return { address: link.address, title: link.text, under: issue.text, date, item, page: false };
      });
  });
}
