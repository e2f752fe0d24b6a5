import { counted } from '../../lib/counted.ts';
import type { ExportFilter } from '../../model/stored.ts';
import { html } from '../../report/html.ts';
import { dateWords } from '../../report/words.ts';
import { type ChangeLineRow, type ChangeTally, changeLines } from '../../store/index.ts';
import { changeHeadings, changeWords } from '../../vocabulary/change-words.ts';
import { type Page, type Site, servicesOf, withQuery } from '../site.ts';
import { dateText } from '../view.ts';
import { besideFacets, facetLine, hidden, pagesView, serviceChoice } from './forms.ts';

const linesOfPage = 50;

const askedIn = (query: URLSearchParams) => ({
  since: dateText.safeParse(query.get('since') ?? '').data ?? null,
  service: query.get('service') || null,
});

export function changesFilter(query: URLSearchParams): ExportFilter {
  const { since, service } = askedIn(query);
  return { ...(since === null ? {} : { since }), ...(service === null ? {} : { service }) };
}

function countsBy<Key>(tallies: readonly ChangeTally[], key: (tally: ChangeTally) => Key): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const tally of tallies) counts.set(key(tally), (counts.get(key(tally)) ?? 0) + tally.count);
  return counts;
}

/** The lines of a page: only the editions that it shows are looked into. @param editions how many lines each has */
function linesFrom({ store }: Site, editions: ReadonlyMap<string, number>, kind: string | null, from: number) {
  const lines: ChangeLineRow[] = [];
  let offset = from;
  for (const [id, count] of editions) {
    if (lines.length === linesOfPage) break;
    if (offset < count) lines.push(...changeLines(store, id, kind, { limit: linesOfPage - lines.length, offset }));
    offset = Math.max(0, offset - count);
  }
  return lines;
}

/** What changed from paper to paper, the latest first. */
export function changesPage(site: Site, query: URLSearchParams): Page {
  const { since, service } = askedIn(query);
  const kind = query.get('kind') || null;
  const page = Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1);
  const tallies = site.catalogues
    .changes()
    .filter((one) => (service === null || one.service === service) && (since === null || (one.date ?? '') >= since));
  const counts = countsBy(tallies, (one) => one.kind);
  const editions = countsBy(
    tallies.filter((one) => kind === null || one.kind === kind),
    ({ editionId }) => editionId,
  );
  const total = [...editions.values()].reduce((sum, count) => sum + count, 0);
  const lines = linesFrom(site, editions, kind, (page - 1) * linesOfPage);
  const address = (change: Record<string, string | null>, path = 'changes') =>
    withQuery(`${site.base}/${path}`, { service, kind, since, ...change });
  const last = Math.max(1, Math.ceil(total / linesOfPage));
  const kinds = changeHeadings.flatMap(([own, words]) =>
    facetLine(address({ kind: kind === own ? null : own }), words, counts.get(own), kind === own),
  );
  const list = html`<p class="lede">${counted(total, 'change')}, the latest first.</p>
<form class="bar-of-tools" action="${site.base}/changes" data-live>${kind === null ? null : hidden('kind', kind)}
${serviceChoice(servicesOf(site), service)}
<label>Since <input name="since" value="${since ?? ''}" placeholder="2024-06" size="10"></label><button>Show</button></form>
<ul class="lines">${lines.map((line) => html`<li><a class="quiet" href="${site.base}/thread/${line.threadId}">${line.sentence}</a> <span class="facts"><span class="badge">${changeWords[line.kind].heading ?? line.kind}</span> <span class="fact">${line.service ?? 'Service not named'}</span> <span class="fact">${dateWords(line.date)}</span> <span class="fact"><a href="${site.base}/paper/${line.paperId}">${line.file}</a></span></span></li>`)}</ul>
${pagesView(page, last, (to) => address({ page: String(to) }))}
${kind === null ? html`<p class="bar-of-tools"><a class="button" href="${address({}, 'download/changes.csv')}">Take these away as CSV</a></p>` : null}`;
  return { title: 'Changes', part: 'changes', body: besideFacets('Changes', list, 'Kind', kinds) };
}
