import { counted } from '../../lib/counted.ts';
import { withPage } from '../../lib/page-link.ts';
import { rememberByObject } from '../../lib/remember.ts';
import { shortened } from '../../lib/text.ts';
import { shortDatePattern } from '../../model/column.ts';
import type { StatusValue } from '../../model/plan.ts';
import type { ExportFilter } from '../../model/stored.ts';
import { type Html, html, raw } from '../../report/html.ts';
import { badge, refView } from '../../report/item.ts';
import { dateWords } from '../../report/words.ts';
import { entryLine, excerptOf, matchingEntries } from '../../store/index.ts';
import { type Catalogue, type FacetName, facetNames, facetTitles, sortNames } from '../catalogue.ts';
import { type Chosen, chosenBy } from '../choice.ts';
import { valueAt } from '../column.ts';
import type { Page, Site } from '../site.ts';
import { queryOf, toggled, type View } from '../view.ts';
import { facetWords, sortTitles } from '../words.ts';
import { facetLine, hidden, pagesView } from './forms.ts';

const linesOfPage = 25;
/** So many values of a facet are shown; those that are chosen always. */
const valuesShown = 12;

/** Entries with their facets, as the address says. */
export function entriesPage(site: Site, view: View): Page {
  const catalogue = site.catalogues.at(view.asOf);
  const found = foundIn(site, catalogue, view);
  const chosen = chosenBy(catalogue, view, found);
  const first = (view.page - 1) * linesOfPage;
  const lines = chosen.places.slice(first, first + linesOfPage).map((place) => lineView(site, view, catalogue, place));
  const title = view.asOf === null ? 'Entries' : `Entries as of ${dateWords(view.asOf)}`;
  const body = html`<div class="with-facets">
<section aria-label="Entries">
<p class="lede">${counted(chosen.places.length, 'entry', 'entries')}${view.asOf === null ? ', each in its latest state' : null}. <a class="narrow" href="#choose">Choose by service, status and more</a></p>
${chosenView(site, view)}${tools(site, view)}
<ol class="lines" start="${first + 1}">${lines}</ol>
${pager(site, view, chosen.places.length)}
${downloads(site, view)}
</section>
<aside class="facets" id="choose" aria-label="Choose entries">${facetNames.map((name) => facetView(site, view, catalogue, chosen, name))}</aside></div>`;
  return { title, part: 'entries', body };
}

export function entriesFilter(site: Site, view: View): ExportFilter {
  const catalogue = site.catalogues.at(view.asOf);
  const found = foundIn(site, catalogue, view);
  return { only: chosenBy(catalogue, view, found).places.flatMap((place) => catalogue.ids[place] ?? []) };
}

/** Numbers of the rows that hold a view's words; whoever turns pages or chooses facets looks for the same words again. */
function foundIn(site: Site, catalogue: Catalogue, { words }: View): Uint32Array | null {
  if (words === '') return null;
  const kept = foundBefore(catalogue);
  const found = kept.get(words) ?? Uint32Array.from(matchingEntries(site.store, words) ?? []);
  if (kept.size >= mostKept) kept.clear();
  kept.set(words, found);
  return found;
}
const mostKept = 8;
const foundBefore = rememberByObject((_catalogue: Catalogue) => new Map<string, Uint32Array>());

const address = ({ base }: Site, view: View): string => {
  const query = queryOf(view);
  return `${base}/entries${query === '' ? '' : `?${query}`}`;
};

function lineView({ base, store }: Site, view: View, { columns, numbers }: Catalogue, place: number): Html | null {
  const number = numbers[place] ?? -1;
  const line = entryLine(store, number);
  if (line === null) return null;
  const of = (name: 'service' | 'standing' | 'lead' | 'date' | 'status') => valueAt(columns[name], place);
  const [standing, lead, date, status] = [of('standing'), of('lead'), of('date'), of('status') as StatusValue | null];
  const excerpt = view.words === '' ? null : excerptOf(store, view.words, number);
  const facts = [
    of('service'),
    line.dueWords === null
      ? null
      : html`due ${line.dueWords}${standing === 'overdue' ? html` <b class="late">– overdue</b>` : null}`,
    lead === null ? null : shortened(lead, 60),
    standing === 'gone' ? 'not listed any more' : null,
    date === null ? 'not dated' : `reported ${dateWords(date)}`,
  ].filter((fact) => fact !== null);
  return html`<li><span class="gist">${refView(line.ref)}<a href="${base}/entry/${line.id}">${shortened(line.gist, 200)}</a></span>
${excerpt === null ? null : html`<span class="gist small">${excerpt.map((piece, at) => (at % 2 === 1 ? html`<mark>${piece}</mark>` : piece))}</span>`}
<span class="facts">${badge(status, line.statusWords)}${facts.map((fact) => html` <span class="fact">${fact}</span>`)} <span class="fact"><a href="${base}/see/${line.id}">${withPage(line.file, line.page)}</a></span></span></li>
`;
}

function facetView(site: Site, view: View, { columns }: Catalogue, { counts }: Chosen, name: FacetName): Html | null {
  const wanted = view.facets[name] ?? [];
  const own = counts.get(name) ?? new Map<string | null, number>();
  const values = [...own].filter(([value], at) => at < valuesShown || wanted.includes(value));
  const gone = wanted.filter((value) => !own.has(value)).map((value) => [value, 0] as const);
  if (columns[name].values.length < 2 && wanted.length === 0) return null;
  const more = own.size - values.length;
  const lines = [...values, ...gone].map(([value, count]) => {
    const link = address(site, toggled(view, name, value));
    return facetLine(link, facetWords(name, value), count, wanted.includes(value));
  });
  return html`<details${raw(' open')}><summary>${facetTitles[name]}</summary><ul>${lines}</ul>${more > 0 ? html`<p class="small">and ${more} more; find them by words</p>` : null}</details>
`;
}

/** What is chosen, each with a link that leaves it out. */
function chosenView(site: Site, view: View): Html | null {
  const facets = facetNames.flatMap((name) =>
    (view.facets[name] ?? []).map((value) => ({
      words: `${facetTitles[name]}: ${facetWords(name, value)}`,
      without: toggled(view, name, value),
    })),
  );
  const others = [
    ...(view.words === '' ? [] : [{ words: `Words: ${view.words}`, without: { ...view, words: '', page: 1 } }]),
    ...(view.since === null
      ? []
      : [{ words: `Changed since ${view.since}`, without: { ...view, since: null, page: 1 } }]),
    ...(view.asOf === null ? [] : [{ words: `As of ${view.asOf}`, without: { ...view, asOf: null, page: 1 } }]),
  ];
  const all = [...others, ...facets];
  if (all.length === 0) return null;
  return html`<ul class="chosen" aria-label="Chosen">${all.map(({ words, without }) => html`<li><a href="${address(site, without)}">${words} <span aria-hidden="true">×</span><span class="skip"> leave out</span></a></li>`)}</ul>`;
}

function tools(site: Site, view: View): Html {
  const kept = facetNames.flatMap((name) => (view.facets[name] ?? []).map((value) => hidden(name, value ?? '')));
  const sorts = sortNames.map(
    (name) => html`<option value="${name}"${name === view.sort ? raw(' selected') : null}>${sortTitles[name]}</option>`,
  );
  return html`<form class="bar-of-tools" action="${site.base}/entries" data-live>${kept}
<label>Words <input type="search" name="q" value="${view.words}" maxlength="400" data-key="/"></label>
<label>Changed since <input name="since" value="${view.since ?? ''}" placeholder="2024-06" size="10" pattern="${shortDatePattern}"></label>
<label>As of <input name="as-of" value="${view.asOf ?? ''}" placeholder="2024-06-30" size="10" pattern="${shortDatePattern}"></label>
<label>Order <select name="sort">${sorts}</select></label>
<button>Show</button></form>`;
}

function pager(site: Site, view: View, count: number): Html | null {
  const last = Math.max(1, Math.ceil(count / linesOfPage));
  if (last === 1 && view.page === 1) return null;
  return pagesView(view.page, last, (page) => address(site, { ...view, page }));
}

function downloads(site: Site, view: View): Html {
  const query = queryOf({ ...view, page: 1 });
  const link = (name: string, words: string) =>
    html`<a class="button" href="${site.base}/download/${name}${query === '' ? '' : `?${query}`}">${words}</a> `;
  return html`<p class="bar-of-tools"><span>Take just these away:</span> ${link('entries.csv', 'CSV')}${link('entries.xlsx', 'Workbook')}${link('entries.json', 'JSON')}</p>`;
}
