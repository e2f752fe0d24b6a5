import { counted } from '../../lib/counted.ts';
import { type Content, type Html, html } from '../../report/html.ts';
import { serviceView } from '../../report/plan.ts';
import { dateWords } from '../../report/words.ts';
import { reportData } from '../../shelf/report-data.ts';
import type { CatalogueRow } from '../../store/index.ts';
import { type facetNames, standingOf } from '../catalogue.ts';
import type { Page, Site } from '../site.ts';
import { queryOf, wholeView } from '../view.ts';
import { placeLink } from './place-link.ts';

/** Every service with how its entries stand. */
export function servicesPage(site: Site): Page {
  const groups = Map.groupBy(site.catalogues.at(null).rows, ({ service }) => service);
  const rows = [...groups].map(([service, own]) => {
    const link =
      service === null ? null : html`<a href="${site.base}/service?name=${encodeURIComponent(service)}">${service}</a>`;
    return groupRow(site, link ?? 'Service not named', { service: [service] }, own);
  });
  return {
    title: 'Services',
    part: 'services',
    body: groupTable('Services and how their entries stand', ['Service'], rows),
  };
}

/** Every plan with how its entries stand. */
export function plansPage(site: Site): Page {
  const groups = Map.groupBy(site.catalogues.at(null).rows, ({ service, plan }) => JSON.stringify([service, plan]));
  const rows = [...groups.values()].map((own) => {
    const { service = null, plan = null } = own[0] ?? {};
    const name = html`<span class="service-name">${plan ?? 'Plan without a name'}</span> <span class="small">${service ?? 'Service not named'}</span>`;
    return groupRow(site, name, { service: [service], plan: [plan] }, own);
  });
  return { title: 'Plans', part: 'plans', body: groupTable('Plans and how their entries stand', ['Plan'], rows) };
}

function groupTable(caption: string, names: readonly string[], rows: readonly Html[]): Html {
  const heads = [...names, 'Entries', 'Open', 'Overdue', 'Ended', 'Last reported'];
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table class="sortable"><caption>${caption}</caption>
<thead><tr>${heads.map((head, at) => html`<th scope="col"${at > names.length - 1 && at < heads.length - 1 ? html` class="number"` : null}>${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function groupRow(
  site: Site,
  name: Content,
  facets: Partial<Record<(typeof facetNames)[number], readonly (string | null)[]>>,
  rows: readonly CatalogueRow[],
): Html {
  const day = site.today();
  const counts = Map.groupBy(rows, (row) => standingOf(row, day));
  const count = (standing: 'overdue' | 'open' | 'ended') => counts.get(standing)?.length ?? 0;
  const link = (number: number, standing: readonly string[]) => {
    const view = { ...wholeView, facets: standing.length === 0 ? facets : { ...facets, standing } };
    return html`<td class="number" data-value="${number}"><a href="${site.base}/entries?${queryOf(view)}">${number}</a></td>`;
  };
  const latest = rows.map(({ date }) => date ?? '').reduce((a, b) => (a > b ? a : b), '');
  return html`<tr><th scope="row">${name}</th>${link(rows.length, [])}${link(count('open') + count('overdue'), ['open', 'overdue'])}${link(count('overdue'), ['overdue'])}${link(count('ended'), ['ended'])}<td data-value="${latest}">${latest === '' ? 'not dated' : dateWords(latest)}</td></tr>
`;
}

/** One service's plans through its papers, with the report's charts; null where it has none. */
export function servicePage(site: Site, name: string): Page | null {
  const data = reportData(site.store, { service: name }, site.today(), placeLink(site.base));
  const own = data.services.filter((service) => service.name === name);
  if (own.length === 0) return null;
  const papers = data.papers.filter(({ service }) => service === name);
  const body = html`<p class="lede">${counted(papers.length, 'paper')}. <a href="${site.base}/entries?service=${encodeURIComponent(name)}">Choose, sort and take away its entries</a></p>
${own.map(serviceView)}<h2 id="papers">The papers</h2><ul>${papers.map(({ title, date, place }) => html`<li>${dateWords(date)}: <a href="${place.link ?? ''}">${title ?? place.file}</a></li>`)}</ul>`;
  return { title: name, part: 'services', body };
}
