import { addressKey } from '../address.ts';
import { dayIn, type Link, linksOf } from '../markup.ts';
import { holdsAny, isSince, type List, type Offer, type Site } from '../site.ts';
import type { SourceOf } from '../source.ts';
import { Trouble } from '../trouble.ts';

/** The numbers of tabs and modules differ from site to site; these parts of the paths do not. */
const meetingPath = /\/ViewMeetingPublic\//i;
const committeePath = /\/ViewCMIS_CommitteeDetails\//i;
const documentPath = /\/Document\.ashx$/i;

/** CMIS: from a page that lists meetings, or committees that do, to each meeting's page and its documents. */
export const listCmis: List<SourceOf<'cmis'>> = async (source, site) => {
  const committeesOf = (links: readonly Link[]) =>
    links.filter(at(committeePath)).filter(({ text }) => holdsAny([text], source.committees));
  const first = await linksAt(source.address, site, null, (links) => {
    if (links.some(at(meetingPath)) || committeesOf(links).length > 0) return;
    const named = source.committees === null ? '' : `, or none of ${source.committees.join(', ')}`;
    const message = `${source.address} lists neither meetings nor committees as CMIS does${named}.`;
    throw new Trouble('layout/not-cmis', source.address, message);
  });
  const meetings = new Map<string, Link>();
  const add = (links: readonly Link[]) => {
    for (const link of links.filter(at(meetingPath))) meetings.set(addressKey(link.address), link);
  };
  add(first);
  const committees = committeesOf(first);
  const pages = new Map(committees.map(({ address }) => [addressKey(address), address]));
  for (const address of pages.values()) add(await linksAt(address, site));
  const offers: Offer[] = [];
  let listed = meetings.size;
  for (const meeting of meetings.values()) {
    const date = dayIn(meeting.text) ?? dayIn(meeting.under);
    if (!isSince(site, date)) continue;
    const found = await documentsOf(meeting.address, date, site);
    listed += found.length;
    offers.push(...found);
  }
  return { offers, listed };
};

const at =
  (pattern: RegExp) =>
  ({ address }: Link): boolean =>
    pattern.test(new URL(address).pathname);

async function linksAt(
  address: string,
  site: Site,
  date: string | null = null,
  check: (links: readonly Link[]) => void = () => undefined,
): Promise<readonly Link[]> {
  const page = await site.read(address, date, (read) => check(linksOf(read.text, read.address)));
  return linksOf(page.text, page.address);
}

async function documentsOf(address: string, date: string | null, site: Site): Promise<readonly Offer[]> {
  try {
    const links = await linksAt(address, site, date);
    return links.filter(at(documentPath)).map((link) => ({
      address: link.address,
      title: link.text,
      under: link.under,
      date,
      page: false,
    }));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    site.note(error);
    return [];
  }
}
