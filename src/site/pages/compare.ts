import { lastDayOf } from '../../lib/calendar.ts';
import { counted } from '../../lib/counted.ts';
import { sharedFindingView } from '../../report/compare-page.ts';
import { html } from '../../report/html.ts';
import { dateWords } from '../../report/words.ts';
import { stateOf } from '../../store/index.ts';
import { isAbout } from '../../trail/alike-findings.ts';
import { type Page, type Site, servicesOf } from '../site.ts';
import { dateText } from '../view.ts';
import { serviceChoice } from './forms.ts';
import { troubleView } from './see.ts';

const mostGroups = 40;

/** Services side by side for findings that several were given; worked out again only when the database has changed. */
export async function comparePageOf(site: Site, query: URLSearchParams): Promise<Page> {
  const today = site.today();
  const date = lastDayOf(dateText.safeParse(query.get('as-of') ?? '').data ?? today);
  const about = (query.get('about') ?? '').slice(0, 400);
  const services = query.getAll('service').filter((name) => name !== '');
  const shared = await site.sights.see(`shared/${stateOf(site.store)}/${date}/${today}`, () => ({
    kind: 'shared',
    database: site.store.file,
    date,
    today,
  }));
  const title = 'Services side by side';
  if (shared.kind !== 'shared') return { title, part: 'compare', body: troubleView(shared) };
  const groups = shared.groups.filter(
    (group) => services.every((name) => group.some(({ service }) => service === name)) && isAbout(group, about),
  );
  const choose = (at: number) => serviceChoice(servicesOf(site), services[at], `Service ${at + 1}`, 'any');
  const body = html`<p class="lede">${counted(groups.length, 'finding')} that more than one service was given, as the plans stood on ${dateWords(date)}${groups.length > mostGroups ? `; the first ${mostGroups} are shown` : null}.</p>
<form class="bar-of-tools" action="${site.base}/compare">${choose(0)}${choose(1)}<label>About <input name="about" value="${about}" maxlength="400"></label><label>As of <input name="as-of" value="${query.get('as-of') ?? ''}" placeholder="2024-06-30" size="10"></label><button>Compare</button></form>
${groups.slice(0, mostGroups).map(sharedFindingView)}`;
  return { title, part: 'compare', body };
}
