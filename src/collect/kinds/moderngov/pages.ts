import { addressKey } from '../../address.ts';
import { dayIn, type Link, linksOf } from '../../markup.ts';
import { itemOf, type Site } from '../../site.ts';
import { Trouble } from '../../trouble.ts';
import { firstYear, isDocument, meetingPage, parameter, type Reading, saysCancelled } from './reading.ts';

/** ModernGov as its pages tell it. */
export function byPages(base: string, site: Site, wanted: readonly string[] | null): Reading {
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
    return linksOf(page);
  };

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
          isCancelled: saysCancelled(link.text),
        }));
      return [...new Map(meetings.map((meeting) => [meeting.id, meeting])).values()].filter((each) => each.id !== '');
    },
    documents: async ({ id, date }) => {
      const page = await links(meetingPage(base, id), date);
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
        item: itemOf(meetingPage(base, id), under),
        page: false,
      }));
    },
  };

  function yearOf(address: string): number {
    return Number(parameter(address, 'year'));
  }
}
