import { counted } from '../../lib/counted.ts';
import { html } from '../../report/html.ts';
import { dateWords } from '../../report/words.ts';
import { doubtful, holdings } from '../../store/index.ts';
import { countsOf } from '../column.ts';
import type { Page, Site } from '../site.ts';

const doubtfulShown = 8;

/** What is stored and what needs a look. */
export function homePage(site: Site): Page {
  const { base, store } = site;
  const held = holdings(store);
  const { size, columns } = site.catalogues.at(null);
  const overdue = countsOf(columns.standing).get('overdue') ?? 0;
  const unchecked = countsOf(columns.review).get('not_checked') ?? 0;
  const looks = doubtful(store);
  const tile = (number: number, words: string, path: string) =>
    html`<div><dt><a href="${base}/${path}">${words}</a></dt><dd>${number}</dd></div>`;
  const body = html`<dl class="tiles">${tile(held.services, 'services', 'services')}${tile(held.papers, 'papers', 'papers')}${tile(size, 'entries, each in its latest state', 'entries')}${tile(overdue, 'overdue today', 'entries?standing=overdue&sort=due')}${tile(held.changes, 'changes from paper to paper', 'changes')}${tile(unchecked, 'entries that nobody has checked', 'review')}</dl>
${held.lastRun === null ? null : html`<p class="small">Papers were last taken in on ${dateWords(held.lastRun.slice(0, 10))}.</p>`}
${looks.length === 0 ? null : html`<h2>Papers to look at</h2><ul>${looks.slice(0, doubtfulShown).map(({ paperId, file, why, message }) => html`<li><b>${paperId === null ? file : html`<a href="${base}/paper/${paperId}">${file}</a>`}</b> (${why}): ${message}</li>`)}</ul>${looks.length > doubtfulShown ? html`<p>and ${counted(looks.length - doubtfulShown, 'other')}: see <a href="${base}/papers">Papers</a></p>` : null}`}`;
  return { title: 'What the papers say', part: '', body };
}
