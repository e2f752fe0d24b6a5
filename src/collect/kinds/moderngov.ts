import type { CheerioAPI } from 'cheerio';
import { addressKey } from '../address.ts';
import { dayIn, type Link, linksOf, loadXml, plainText, titleOf } from '../markup.ts';
import { holdsAny, isSince, type List, type Listing, type Offer, type Site } from '../site.ts';
import type { SourceOf } from '../source.ts';
import { Trouble } from '../trouble.ts';

/** The first year of PEEL inspections of police forces; fire and rescue services followed in 2018. */
const firstYear = 2014;

interface Committee {
  readonly id: string;
  readonly name: string;
}

interface Meeting {
  readonly id: string;
  readonly committee: string;
  readonly date: string | null;
}

/** How a site tells of its committees and meetings: by its web service, or by its pages. */
interface Reading {
  committees(): Promise<readonly Committee[]>;
  meetings(committee: Committee): Promise<readonly Meeting[]>;
  documents(meeting: Meeting): Promise<readonly Offer[]>;
}

/**
 * ModernGov, by its web service where that is on, else by its pages: committees, their meetings, their documents.
 * Documents of restricted items are never asked for. A pack of a whole meeting only where nothing stands singly.
 */
export const listModernGov: List<SourceOf<'moderngov'>> = async (source, site) => {
  const base = baseOf(source.address);
  const service = byService(base, site);
  const pages = byPages(base, site, source.committees);
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
  const offers = new Map<string, Offer>();
  let listed = 0;
  for (const committee of committees) {
    const meetings = await reading.meetings(committee);
    listed += meetings.length;
    for (const meeting of meetings.filter(({ date }) => isSince(site, date))) {
      const documents = await documentsOf(meeting, reading, fallback, site);
      listed += documents.length;
      for (const offer of withoutPacks(documents)) offers.set(addressKey(offer.address), offer);
    }
  }
  return { offers: [...offers.values()], listed };
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

const isPack = ({ address }: Offer): boolean => /\/documents\/[gb]\d+\//i.test(address);

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

function byService(base: string, site: Site): Reading {
  const call = async (operation: string, parameters: string, element: string, date: string | null = null) => {
    const address = `${base}mgWebService.asmx/${operation}${parameters}`;
    const page = await site.read(address, date, ({ text }) => {
      if (loadXml(text)(element).length === 0) {
        throw new Trouble(
          'layout/not-moderngov',
          address,
          `${address} does not answer as ModernGov's web service does.`,
        );
      }
    });
    return loadXml(page.text);
  };
  return {
    committees: async () => {
      const xml = await call('GetCommittees', '', 'committee');
      return each(xml, 'committee', (field) => ({
        id: field('committeeid', 'id'),
        name: field('committeetitle', 'title'),
      }));
    },
    meetings: async ({ id, name }) => {
      const lastYear = Number(site.today.slice(0, 4)) + 1;
      const span = `?lCommitteeId=${id}&sFromDate=01/01/${firstYear}&sToDate=31/12/${lastYear}`;
      const xml = await call('GetMeetings', span, ':root');
      return each(xml, 'meeting', (field) => ({
        id: field('meetingid', 'id'),
        committee: name,
        date: dayIn(field('meetingdate', 'date')),
      })).filter((meeting) => meeting.id !== '');
    },
    documents: async ({ id, date }) => {
      const xml = await call('GetMeeting', `?lMeetingId=${id}`, 'meetingid, meetingdate, agendaitem', date);
      return xml('linkeddoc, linkeddocument, attachment')
        .toArray()
        .flatMap((element): readonly Offer[] => {
          const document = xml(element);
          const item = document.closest('agendaitem');
          const restricted = [document, item].some((each) =>
            /^true$/i.test(each.children('isrestricted').text().trim()),
          );
          const number = document.children('attachmentid').text().trim();
          const href = plainText(document.children('url').text()) || (number && `mgConvert2PDF.aspx?ID=${number}`);
          const address = href === '' ? null : URL.parse(href, base);
          if (restricted || address === null) return [];
          const title = titleOf(plainText(document.children('title').text()));
          const under = titleOf(plainText(item.children('agendaitemtitle, title').first().text()));
          return [{ address: address.href, title, under, date, page: false }];
        });
    },
  };
}

/** Reads every element of that name that holds fields, and not others of its name. */
function each<T>(
  xml: CheerioAPI,
  name: string,
  read: (field: (...names: readonly string[]) => string) => T,
): readonly T[] {
  return xml(name)
    .toArray()
    .filter((element) => xml(element).children().length > 0)
    .map((element) =>
      read((...names) => {
        const found = names.map((child) => xml(element).children(child).first()).find(({ length }) => length > 0);
        return plainText(found?.text() ?? '');
      }),
    );
}

function byPages(base: string, site: Site, wanted: readonly string[] | null): Reading {
  const links = async (address: string, date: string | null = null) => {
    const page = await site.read(address, date, ({ text }) => {
      if (!/\b(ieList\w+|mg[A-Z]\w+)\.aspx|modern\.?gov/i.test(text)) {
        throw new Trouble(
          'layout/not-moderngov',
          address,
          `${address} does not look like a page of ModernGov any more.`,
        );
      }
    });
    return linksOf(page.text, page.address);
  };
  const parameter = (address: string, ...names: readonly string[]) =>
    [...new URL(address).searchParams].find(([name]) => names.includes(name.toLowerCase()))?.[1] ?? '';

  return {
    committees: async () => {
      // Numbers need no list, which many sites do not link to and some have turned off.
      if (wanted?.every((each) => /^\d+$/.test(each))) return wanted.map((id) => ({ id, name: id }));
      const found = (await links(`${base}mgListCommittees.aspx`)).flatMap(({ address, text }) => {
        const isCommittee = /\/(mgCommitteeDetails|ieListMeetings)\.aspx/i.test(address);
        const id = isCommittee ? parameter(address, 'id', 'cid', 'committeeid') : '';
        return id === '' ? [] : [[id, { id, name: text }] as const];
      });
      return [...new Map(found).values()];
    },
    meetings: async ({ id, name }) => {
      const first = await links(`${base}ieListMeetings.aspx?CId=${id}&Year=0`);
      const ofCommittee = ({ address }: Link) => parameter(address, 'cid', 'committeeid') === id;
      const years = first.filter(
        (link) =>
          /\/ieListMeetings\.aspx/i.test(link.address) && ofCommittee(link) && yearOf(link.address) >= firstYear,
      );
      const others = new Map(years.map(({ address }) => [addressKey(address), address]));
      const all = [...first];
      for (const address of others.values()) all.push(...(await links(address, `${yearOf(address)}-12-31`)));
      const meetings = all
        .filter(({ address }) => /\/ieListDocuments\.aspx/i.test(address))
        .map((link) => ({
          id: parameter(link.address, 'mid', 'meetingid'),
          committee: name,
          date: dayIn(link.text) ?? dayIn(link.under),
        }));
      return [...new Map(meetings.map((meeting) => [meeting.id, meeting])).values()].filter((each) => each.id !== '');
    },
    documents: async ({ id, date }) => {
      const page = await links(`${base}ieListDocuments.aspx?MId=${id}`, date);
      const documents = page.filter(({ address }) => isDocument(address));
      const bare = page.filter(
        ({ address, text }) =>
          /\/mgAi\.aspx/i.test(address) && site.wants(text) && !documents.some(({ under }) => under === text),
      );
      const more: Link[] = [];
      for (const item of bare) {
        const found = await links(item.address, date);
        more.push(...found.filter(({ address }) => isDocument(address)).map((link) => ({ ...link, under: item.text })));
      }
      return [...documents, ...more].map(({ address, text, under }) => ({
        address,
        title: text,
        under,
        date,
        page: false,
      }));
    },
  };

  function yearOf(address: string): number {
    return Number(parameter(address, 'year'));
  }
}

const isDocument = (address: string): boolean =>
  /\/documents\/[a-z]\d+\/|\/mgConvert2PDF\.aspx/i.test(new URL(address).pathname);
