import { counted } from '../../lib/counted.ts';
import { paperFieldRows } from '../../model/fields.ts';
import { calledOf } from '../../model/gist.ts';
import { type Html, html, raw } from '../../report/html.ts';
import { refView } from '../../report/item.ts';
import { tableView } from '../../report/table.ts';
import { dateWords } from '../../report/words.ts';
import { entriesOfPaper, paperById, paperRows } from '../../store/index.ts';
import { type Page, type Site, withQuery } from '../site.ts';
import { besideFacets, choices, facetLine, hidden, serviceChoice } from './forms.ts';

const outcomes = ['ok', 'partial', 'failed', 'no paper'] as const;
const outcomeWords = { ok: 'Read whole', partial: 'Read in part', failed: 'Not read', 'no paper': 'No paper' } as const;
const mostRows = 500;

/** Every paper with how it was read. */
export function papersPage(site: Site, query: URLSearchParams): Page {
  const [service, outcome] = [query.get('service') || null, query.get('outcome') || null];
  const all = paperRows(site.store).map((row) => ({
    ...row,
    read: row.noPaper === null ? row.outcome : ('no paper' as const),
  }));
  const ofService = all.filter((row) => service === null || row.service === service);
  const shown = ofService.filter((row) => outcome === null || row.read === outcome);
  const counts = Map.groupBy(ofService, ({ read }) => read);
  const services = [...new Set(all.flatMap((row) => row.service ?? []))].toSorted();
  const address = (own: string | null) => withQuery(`${site.base}/papers`, { service, outcome: own });
  const facets = outcomes.flatMap((own) =>
    facetLine(address(own === outcome ? null : own), outcomeWords[own], counts.get(own)?.length, own === outcome),
  );
  const rows = shown.slice(0, mostRows).map(
    (
      row,
    ) => html`<tr><th scope="row"><a href="${site.base}/paper/${row.id}">${row.title ?? row.file}</a><br><span class="small">${row.file}</span></th><td>${row.service ?? 'not named'}</td><td data-value="${row.date ?? ''}">${dateWords(row.date)}</td><td>${outcomeWords[row.read]}</td><td class="number">${row.entries}</td><td class="number">${row.issues}</td></tr>
`,
  );
  const heads = ['Paper', 'Service', 'Date', 'Read', { number: 'Entries' }, { number: 'Issues' }];
  const list = html`<p class="lede">${counted(shown.length, 'paper')}${shown.length > mostRows ? `; the latest ${mostRows} are shown, choose a service for others` : null}.</p>
<form class="bar-of-tools" action="${site.base}/papers" data-live>${outcome === null ? null : hidden('outcome', outcome)}${serviceChoice(services, service)}<button>Show</button></form>
${tableView({ label: 'Papers', heads, rows, is: 'sortable' })}`;
  return { title: 'Papers', part: 'papers', body: besideFacets('Papers', list, 'How it was read', facets) };
}

/** One paper: what it says of itself, what was odd, its entries; null where it is not stored. */
export function paperPage(site: Site, id: string): Page | null {
  const paper = paperById(site.store, id);
  if (paper === null) return null;
  const { base } = site;
  const values = paperFieldRows.map(([field, { column }]) => {
    const set = paper.corrected[field];
    const told =
      set === undefined
        ? null
        : html` <span class="place">set by ${set.by} on ${dateWords(set.at.slice(0, 10))}</span>`;
    return html`<div><dt>${column.title}</dt><dd>${paper[field] ?? 'not said'}${told}</dd></div>`;
  });
  const issues = paper.issues.map(({ severity, message, place }) => {
    const page = place?.page;
    const where = page === undefined ? null : html` <a href="${base}/paper/${id}/page/${page}">page ${page}</a>`;
    return html`<li${severity === 'info' ? null : raw(' class="trouble"')}>${message}${where}</li>`;
  });
  const entries = entriesOfPaper(site.store, id).map(
    (entry) => html`<li>${refView(entry.ref)}<a href="${base}/entry/${entry.id}">${calledOf(entry)}</a></li>`,
  );
  const look =
    paper.format === 'pdf'
      ? html`<a class="button" href="${base}/paper/${id}/page/1">Look at its pages</a>`
      : html`<a class="button" href="${base}/paper/${id}/read">See it as read</a>`;
  const body = html`<p class="lede">${paper.file}${paper.pages == null ? null : `, ${counted(paper.pages, 'page')}`}. ${paper.noPaper}</p>
<p class="bar-of-tools">${look} <a class="button" href="${base}/paper/${id}/file">Take the document itself away</a>${site.isReadOnly ? null : html` <a class="button" href="${base}/teach/${id}">Teach a layout</a>`}</p>
<dl class="values">${values}</dl>
${site.isReadOnly ? null : paperForms(base, id)}
${issues.length === 0 ? null : html`<h2>What was odd</h2><ul>${issues}</ul>`}
<h2>${counted(entries.length, 'entry', 'entries')}</h2><ol>${entries}</ol>`;
  return { title: paper.title ?? paper.file, part: 'papers', body };
}

function paperForms(base: string, id: string): Html {
  return html`<details><summary>Correct what it says of itself</summary><form class="bar-of-tools" method="post" action="${base}/say">${hidden('target', id)}${hidden('back', `paper/${id}`)}
<label>Field <select name="field">${choices(paperFieldRows.map(([field, { column }]) => [field, column.title]))}</select></label><label>Is <input name="words" maxlength="2000"></label><label>Why <input name="why" maxlength="2000"></label><button name="verdict" value="correct">Correct</button></form></details>
<form class="bar-of-tools" method="post" action="${base}/say">${hidden('target', id)}${hidden('back', `paper/${id}`)}<button name="verdict" value="reject">It is no paper on a plan</button></form>`;
}
