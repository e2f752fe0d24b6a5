import { dayOfEdition, planDocx, planHtml } from './plans.ts';
import type { Pages, Reply } from './server.ts';

/*
 * Sites that behave like those services publish on. All services are invented; how the sites work is from field notes on
 * some twenty real ones.
 */

const page = (body: string): Reply => ({ body: `<!DOCTYPE html><html><body>${body}</body></html>` });
const xml = (body: string): Reply => ({
  body: `<?xml version="1.0" encoding="utf-8"?>${body}`,
  type: 'text/xml; charset=utf-8',
});
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const papers = new Map<string, Buffer>();

/** A plan's edition as a Word file, made once. */
function paper(service: string, edition: number): Reply {
  const key = `${service} ${edition}`;
  const body = papers.get(key) ?? planDocx(service, edition);
  papers.set(key, body);
  return { body, type: docxType, etag: `"${edition}"` };
}

/** Tells every request for robots.txt what it may do. */
export const withRobots =
  (text: string, pages: Pages): Pages =>
  (path, url) =>
    path === '/robots.txt' ? { body: text, type: 'text/plain' } : pages(path, url);

export interface ModernGovOptions {
  readonly service: string;
  readonly meetings: number;
  /** How the web service answers: as it should, or not at all. */
  readonly webService: 'on' | 403 | 404 | 500;
  /** Which meetings were cancelled, and which have the plan on their agenda; none, and all of them. */
  readonly isCancelled?: (meeting: number) => boolean;
  readonly hasPlan?: (meeting: number) => boolean;
}

const dateOf = (edition: number): string => {
  const [, month = '01'] = [dayOfEdition(edition), String((edition % 12) + 1).padStart(2, '0')];
  return `12/${month}/${2023 + Math.floor(edition / 12)}`;
};

/** ModernGov: one wanted paper a meeting, minutes and a pack nobody wants, a restricted report, sessions in its paths. */
export function modernGov({
  service,
  meetings,
  webService,
  isCancelled = () => false,
  hasPlan = () => true,
}: ModernGovOptions): Pages {
  let sessions = 0;
  const editions = Array.from({ length: meetings }, (_, index) => index);
  // Entities are encoded once too often, as on the real ones.
  const title = 'HMICFRS Improvement Plan &amp;amp; next steps';
  const calls: Readonly<Record<string, (url: URL) => Reply | null>> = {
    getcommittees: () =>
      xml(
        `<getcommittees><committeescount>2</committeescount>
         <committee><committeeid>134</committeeid><committeetitle>Fire &amp;amp; Rescue Authority</committeetitle><committeedeleted>False</committeedeleted></committee>
         <committee><committeeid>147</committeeid><committeetitle>Pensions Board</committeetitle><committeedeleted>False</committeedeleted></committee></getcommittees>`,
      ),
    getmeetings: (url) =>
      xml(
        `<getmeetings><committee><committeeid>134</committeeid></committee><meetings>${
          url.searchParams.get('lCommitteeId') === '134'
            ? editions
                .map(
                  (each) =>
                    `<meeting><meetingid>${500 + each}</meetingid><meetingdate>${dateOf(each)}</meetingdate><meetingstatus>${isCancelled(each) ? 'Cancelled' : 'Confirmed'}</meetingstatus></meeting>`,
                )
                .join('')
            : ''
        }</meetings></getmeetings>`,
      ),
    getmeeting: (url) => {
      const edition = Number(url.searchParams.get('lMeetingId')) - 500;
      if (!editions.includes(edition)) return null;
      const doc = (name: string, href: string, restricted = 'False') =>
        `<linkeddoc><attachmentid>${edition}</attachmentid><isrestricted>${restricted}</isrestricted><title>${name}</title><url>${href}</url></linkeddoc>`;
      const planItem = `<agendaitem><agendaitemid>2</agendaitemid><agendaitemtitle>${title}</agendaitemtitle>
         <linkeddocuments>${doc('Appendix 1', `${url.origin}/documents/s${edition}/Appendix%201.docx`)}${doc('Exempt annexe', `${url.origin}/documents/s${edition}8/Exempt.docx`, 'True')}</linkeddocuments></agendaitem>`;
      return xml(
        `<meeting><meetingid>${500 + edition}</meetingid><meetingdate>${dateOf(edition)}</meetingdate><agendapublished>True</agendapublished>
         <linkeddocuments>${doc('Public reports pack', `${url.origin}/documents/g${edition}/Public%20reports%20pack.pdf?T=10`)}</linkeddocuments>
         <agendaitems><agendaitem><agendaitemid>1</agendaitemid><agendaitemtitle>Minutes</agendaitemtitle>
         <linkeddocuments>${doc('Minutes of the last meeting', `${url.origin}/documents/s${edition}9/Minutes.pdf`)}</linkeddocuments></agendaitem>
         ${hasPlan(edition) ? planItem : ''}</agendaitems></meeting>`,
      );
    },
  };
  return (_, url) => {
    const path = url.pathname.replace(/\/\(S\([^)]*\)\)/, '');
    const call = /^\/mgWebService\.asmx\/(\w+)$/i.exec(path)?.[1];
    if (call !== undefined && webService !== 'on') return { status: webService, body: '<h1>Error</h1>' };
    if (call !== undefined) return calls[call.toLowerCase()]?.(url) ?? null;
    const document = /^\/documents\/s(\d+)\/Appendix%201\.docx$/.exec(path)?.[1];
    if (document !== undefined) return paper(service, Number(document));
    sessions += 1;
    const session = `/(S(q${sessions}h3))`;
    if (path === '/ieSearchResults2.aspx') {
      return searchResults(url, session, url.searchParams.get('SS') === 'HMICFRS' ? editions.filter(hasPlan) : []);
    }
    if (path === '/mgListCommittees.aspx') {
      return page(`<a href="${session}/mgCommitteeDetails.aspx?ID=134">Fire &amp; Rescue Authority</a>
        <a href="${session}/mgCommitteeDetails.aspx?ID=147">Pensions Board</a>`);
    }
    if (path === '/ieListMeetings.aspx') {
      const ofUs = url.searchParams.get('CId') === '134' ? editions : [];
      return page(
        `<h1>Browse meetings</h1>${ofUs
          .map(
            (each) =>
              `<a href="${session}/ieListDocuments.aspx?CId=134&amp;MId=${500 + each}&amp;Ver=4">${dayOfEdition(each)} 10.00 am</a>`,
          )
          .join('\n')}<a href="mgCalendarMonthView.aspx">Calendar</a>`,
      );
    }
    if (path === '/ieListDocuments.aspx') {
      const edition = Number(url.searchParams.get('MId')) - 500;
      return page(`<h1>Agenda and minutes</h1><a href="mgAi.aspx?ID=1">Minutes</a>
        <a href="${session}/documents/s${edition}9/Minutes.pdf">Minutes of the last meeting PDF 120 KB</a>
        <a href="mgAi.aspx?ID=2"><AI2>HMICFRS Improvement Plan &amp; next steps</AI2></a>
        <a href="${session}/documents/s${edition}/Appendix%201.docx">Appendix 1 , item 2. pdf icon PDF 336 KB</a>
        <a href="${session}/documents/g${edition}/Public%20reports%20pack.pdf?T=10">Public reports pack PDF 4 MB</a>`);
    }
    return null;
  };
}

/** Ten hits a page: the meeting as a heading, the agenda item under it, a rule between two. */
function searchResults(url: URL, session: string, hits: readonly number[]): Reply {
  if (hits.length === 0) return page('<h1>Search results</h1><p>No results found for your query.</p>');
  const at = Number(url.searchParams.get('PG'));
  const shown = hits.slice((at - 1) * 10, at * 10).map((each) => {
    const meeting = `${session}/ieListDocuments.aspx?CId=134&amp;MID=${500 + each}`;
    return `<p class="mgAiTitleTxt"><a href="${meeting}">${dateOf(each)}, 10:00 - Fire &amp; Rescue Authority (1)</a></p>
      <p class="mgAiTitleTxt">Item2 <a href="${meeting}#AI2">HMICFRS Improvement Plan &amp; next steps</a></p>`;
  });
  const next =
    hits.length > at * 10
      ? `<a title="Next page of search results" href="ieSearchResults2.aspx?SS=HMICFRS&amp;PG=${at + 1}">Next</a>`
      : '';
  return page(`<h1>Search results</h1>${shown.join('<hr />')}${next}`);
}

/** CMIS: a committee's page, a page a meeting, documents behind addresses that say nothing. */
export function cmis(service: string, meetings: number): Pages {
  const base = '/hw/Meetings/tabid/70/ctl/ViewMeetingPublic/mid/397/Meeting';
  return (_, url) => {
    const meeting = /\/Meeting\/(\d+)\/Committee\/2\/Default\.aspx$/.exec(url.pathname)?.[1];
    if (url.pathname === '/hw/Committees.aspx') {
      return page(
        '<a href="/hw/Committees/tabid/62/ctl/ViewCMIS_CommitteeDetails/mid/381/id/2/Default.aspx">Fire Authority</a>',
      );
    }
    if (/ViewCMIS_CommitteeDetails/.test(url.pathname)) {
      return page(
        Array.from(
          { length: meetings },
          (__, each) => `<a href="${base}/${each}/Committee/2/Default.aspx">${dayOfEdition(each)} 10:30</a>`,
        ).join(''),
      );
    }
    if (meeting !== undefined) {
      return page(`<h3>Agenda</h3><a href="/hw/Document.ashx?czJKcaeAi5tUFL1D=${meeting}a%2bB%3d%3d">HMICFRS Improvement Plan</a>
        <a href="/hw/Document.ashx?czJKcaeAi5tUFL1D=${meeting}z">Attendance</a>`);
    }
    const document = /^(\d+)a\+B==$/.exec(url.searchParams.get('czJKcaeAi5tUFL1D') ?? '')?.[1];
    return url.pathname === '/hw/Document.ashx' && document !== undefined ? paper(service, Number(document)) : null;
  };
}

/** A site of its own: meetings over several pages of a list, a page a meeting, papers as files. */
export function ownSite(service: string, meetings: number): Pages {
  const perPage = 3;
  return (_, url) => {
    const list = url.pathname === '/meeting/45' ? Number(url.searchParams.get('page') ?? 0) : null;
    if (list !== null) {
      const shown = Array.from({ length: perPage }, (__, index) => list * perPage + index).filter(
        (each) => each < meetings,
      );
      const more = (list + 1) * perPage < meetings ? `<a href="?page=${list + 1}">Next</a>` : '';
      return page(
        `${shown.map((each) => `<a href="/meeting/${each}-of-authority">${dayOfEdition(each)}</a>`).join('')}${more}<a href="/news">News</a>`,
      );
    }
    const meeting = /^\/meeting\/(\d+)-of-authority$/.exec(url.pathname)?.[1];
    if (meeting !== undefined) {
      return page(
        `<table><tr><td>7</td><td>HMICFRS Improvement Plan</td><td><a href="/files/plan-${meeting}.docx">Improvement plan</a></td></tr></table>`,
      );
    }
    const file = /^\/files\/plan-(\d+)\.docx$/.exec(url.pathname)?.[1];
    return file === undefined ? null : paper(service, Number(file));
  };
}

/** A plan page that is overwritten in place; `edition` and `stamp` say what it shows now. */
export function planPage(service: string, state: { edition: number; stamp: () => string }): Pages {
  return (_, url) =>
    url.pathname === '/improvement-plan' ? { body: planHtml(service, state.edition, state.stamp()) } : null;
}

/** News in RSS or Atom: items with an enclosure, and items whose page links the paper. */
export function newsFeed(service: string, items: number, kind: 'rss' | 'atom'): Pages {
  return (_, url) => {
    const all = Array.from({ length: items }, (__, index) => index);
    if (url.pathname === '/feed' && kind === 'rss') {
      const item = (each: number) =>
        `<item><title>HMICFRS Improvement Plan &amp;amp; more, ${dayOfEdition(each)}</title><link>${url.origin}/news/${each}</link><pubDate>Mon, ${dayOfEdition(each)} 09:00:00 GMT</pubDate>${each % 2 === 0 ? `<enclosure url="${url.origin}/files/plan-${each}.docx" type="${docxType}"/>` : ''}</item>`;
      return xml(`<rss version="2.0"><channel><title>News</title>${all.map(item).join('')}</channel></rss>`);
    }
    if (url.pathname === '/feed') {
      const entry = (each: number) =>
        `<entry><id>urn:x:${each}</id><title>HMICFRS Improvement Plan</title><link rel="alternate" href="/news/${each}"/><updated>${dateOf(each).split('/').reverse().join('-')}T09:00:00Z</updated></entry>`;
      return xml(`<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${all.map(entry).join('')}</feed>`);
    }
    const news = /^\/news\/(\d+)$/.exec(url.pathname)?.[1];
    if (news !== undefined) return page(`<h1>News</h1><a href="/files/plan-${news}.docx">HMICFRS Improvement Plan</a>`);
    const file = /^\/files\/plan-(\d+)\.docx$/.exec(url.pathname)?.[1];
    return file === undefined ? null : paper(service, Number(file));
  };
}
