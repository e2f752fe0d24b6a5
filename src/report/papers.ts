import { counted } from '../lib/counted.ts';
import type { PaperLine, ReportData } from './data.ts';
import { type Html, html } from './html.ts';
import { placeView } from './item.ts';
import { tableView } from './table.ts';
import { dateWords } from './words.ts';

const outcomes: Readonly<Record<PaperLine['outcome'], string>> = {
  ok: 'read',
  partial: '⚠ read in part',
  failed: '✕ not read',
};

/** False for a file of which nothing could be read. */
export const wasRead = ({ outcome }: PaperLine): boolean => outcome !== 'failed';

/** How many papers there are, and how many files more that could not be read. */
export function papersCounted(papers: readonly PaperLine[]): string {
  const failed = papers.filter((paper) => !wasRead(paper)).length;
  const read = counted(papers.length - failed, 'paper');
  return failed === 0 ? read : `${read} and ${counted(failed, 'file')} that could not be read`;
}

/** Every paper the report rests on, and what was not understood in it. */
export function papersView({ papers }: ReportData): Html {
  const caption = `${papersCounted(papers)}, and what in them a person should look at`;
  const heads = ['Service', 'Date', 'Paper', { number: 'Entries' }, 'Outcome', 'To look at'];
  return html`<section aria-labelledby="papers"><h2 id="papers">The papers</h2>
${tableView({ label: 'Papers', caption, heads, rows: papers.map(paperRow), is: 'sortable' })}</section>
`;
}

function paperRow({ service, date, title, place, entries, outcome, troubles }: PaperLine): Html {
  return html`<tr><td>${service ?? 'not said'}</td><td data-value="${date ?? ''}">${dateWords(date)}</td><td>${title === null ? null : html`${title}<br>`}<span class="place">${placeView(place)}</span></td><td class="number">${entries}</td><td>${outcomes[outcome]}</td><td>${troublesView(troubles)}</td></tr>
`;
}

function troublesView(troubles: readonly string[]): Html | null {
  if (troubles.length === 0) return null;
  const list = html`<ul>${[...new Set(troubles)].map((trouble) => html`<li>${trouble}</li>`)}</ul>`;
  return html`<details><summary>${counted(troubles.length, 'issue')}</summary>${list}</details>`;
}

/** Where the words come from, on which terms, and how to read the page. */
export function termsView({ sources, day }: ReportData): Html {
  const terms = [
    ...Map.groupBy(sources, ({ licence, attribution }) => JSON.stringify([licence, attribution])).values(),
  ];
  return html`<section aria-labelledby="terms"><h2 id="terms">Sources and terms</h2>
<p>The words quoted here are the papers’ own. Dates, statuses and counts are read from them by program; where a paper says nothing, nothing is filled in. An entry is overdue when its date had passed before ${dateWords(day)} and the latest paper on its plan lists it and does not call it finished.</p>
${terms.map((group) => {
  const [first] = group;
  return html`<details><summary>${first?.licence ?? 'Licence not known: ask the publisher before passing the words on, and name the source.'} <span class="small">${counted(group.length, 'source')}${first?.attribution == null ? null : `; ${first.attribution}`}</span></summary><ul class="addresses">${group.map(({ address }) => html`<li>${address}</li>`)}</ul></details>`;
})}</section>
`;
}
