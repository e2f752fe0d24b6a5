import { counted } from '../../lib/counted.ts';
import { type Content, type Html, html } from '../../report/html.ts';
import { serviceView } from '../../report/plan.ts';
import { tableView } from '../../report/table.ts';
import { dateWords } from '../../report/words.ts';
import { reportData } from '../../shelf/report-data.ts';
import type { FacetName, Standing } from '../catalogue.ts';
import { type Column, valueAt } from '../column.ts';
import type { Page, Site } from '../site.ts';
import { placeLink } from '../site.ts';
import { queryOf, wholeView } from '../view.ts';

/** Every service with how its entries stand. */
export function servicesPage(site: Site): Page {
  const { columns } = site.catalogues.at(null);
  const rows = groupsBy(site, [columns.service]).map((group) => {
    const service = valueAt(columns.service, group.first);
    const link =
      service === null ? null : html`<a href="${site.base}/service?name=${encodeURIComponent(service)}">${service}</a>`;
    return groupRow(site, link ?? 'Service not named', { service: [service] }, group);
  });
  return {
    title: 'Services',
    part: 'services',
    body: groupTable('Services and how their entries stand', 'Service', rows),
  };
}

/** Every plan with how its entries stand. */
export function plansPage(site: Site): Page {
  const { columns } = site.catalogues.at(null);
  const rows = groupsBy(site, [columns.service, columns.plan]).map((group) => {
    const [service = null, plan = null] = [columns.service, columns.plan].map((own) => valueAt(own, group.first));
    const name = html`<span class="service-name">${plan ?? 'Plan without a name'}</span> <span class="small">${service ?? 'Service not named'}</span>`;
    return groupRow(site, name, { service: [service], plan: [plan] }, group);
  });
  return { title: 'Plans', part: 'plans', body: groupTable('Plans and how their entries stand', 'Plan', rows) };
}

/** Entries with the same values: how many, how they stand, and when the latest was reported. */
interface Group {
  /** The place of one of them in the catalogue. */
  readonly first: number;
  readonly size: number;
  readonly standing: Readonly<Record<Standing, number>>;
  /** ISO 8601; empty where none is dated. */
  readonly latest: string;
}

function groupsBy(site: Site, by: readonly Column[]): readonly Group[] {
  const { standing, date } = site.catalogues.at(null).columns;
  const groups = Map.groupBy(standing.codes.keys(), (place) => by.map(({ codes }) => codes[place]).join(' '));
  return [...groups.values()].map((own) => {
    const counts = { ended: 0, gone: 0, overdue: 0, open: 0 };
    for (const place of own) counts[valueAt(standing, place) as Standing] += 1;
    const latest = own.map((place) => valueAt(date, place) ?? '').reduce((a, b) => (a > b ? a : b), '');
    return { first: own[0] ?? 0, size: own.length, standing: counts, latest };
  });
}

function groupTable(caption: string, name: string, rows: readonly Html[]): Html {
  const numbers = ['Entries', 'Open', 'Overdue', 'Ended'].map((number) => ({ number }));
  return tableView({ label: caption, caption, heads: [name, ...numbers, 'Last reported'], rows, is: 'sortable' });
}

function groupRow(
  site: Site,
  name: Content,
  facets: Partial<Record<FacetName, readonly (string | null)[]>>,
  { size, standing: { open, overdue, ended }, latest }: Group,
): Html {
  const link = (number: number, standing: readonly Standing[]) => {
    const view = { ...wholeView, facets: standing.length === 0 ? facets : { ...facets, standing } };
    return html`<td class="number" data-value="${number}"><a href="${site.base}/entries?${queryOf(view)}">${number}</a></td>`;
  };
  return html`<tr><th scope="row">${name}</th>${link(size, [])}${link(open + overdue, ['open', 'overdue'])}${link(overdue, ['overdue'])}${link(ended, ['ended'])}<td data-value="${latest}">${latest === '' ? 'not dated' : dateWords(latest)}</td></tr>
`;
}

/** One service's plans through its papers, with the report's charts; null where it has none. */
export function servicePage(site: Site, name: string): Page | null {
  const data = reportData(site.store, { service: name }, site.today(), placeLink(site.base));
  const own = data.services.filter((service) => service.name === name);
  if (own.length === 0) return null;
  const papers = data.papers.filter(({ service }) => service === name);
  const body = html`<p class="lede">${counted(papers.length, 'paper')}. <a href="${site.base}/entries?service=${encodeURIComponent(name)}">Choose, sort and take away its entries</a></p>
${own.map((service, index) => serviceView(service, index, data.day))}<h2 id="papers">The papers</h2><ul>${papers.map(({ title, date, place }) => html`<li>${dateWords(date)}: <a href="${place.link ?? ''}">${title ?? place.file}</a></li>`)}</ul>`;
  return { title: name, part: 'services', body };
}
