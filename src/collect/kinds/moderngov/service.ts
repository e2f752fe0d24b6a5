import type { CheerioAPI } from 'cheerio';
import { dayIn, loadXml, plainText, titleOf } from '../../markup.ts';
import { itemOf, type Offer, type Site } from '../../site.ts';
import { Trouble } from '../../trouble.ts';
import { firstYear, meetingPage, type Reading, saysCancelled } from './reading.ts';

/** ModernGov as its web service tells it (`mgWebService.asmx`); entities in it are encoded once, or once too often. */
export function byService(base: string, site: Site): Reading {
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
        isCancelled: saysCancelled(field('meetingstatus', 'status')),
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
          return [
            { address: address.href, title, under, date, item: itemOf(meetingPage(base, id), under), page: false },
          ];
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
