import { shortened } from '../../lib/text.ts';
import { type EntryField, entryFieldRows, fieldTitle } from '../../model/fields.ts';
import { calledOf } from '../../model/gist.ts';
import type { StoredEntry } from '../../model/stored.ts';
import { type Html, html } from '../../report/html.ts';
import { badge, historyView } from '../../report/item.ts';
import { dateWords } from '../../report/words.ts';
import { itemOf } from '../../shelf/item.ts';
import { datesOf, shelfOf } from '../../shelf/shelf.ts';
import { changesIn, editions, entriesOfThread, entryById, paperById, stepsOfThread } from '../../store/index.ts';
import type { Page, Site } from '../site.ts';
import { placeLink } from '../site.ts';
import { meaningOf, wordsOf } from './forms.ts';

/** One entry: its values with their places, and its history over the papers; null where there is none. */
export function entryPage(site: Site, id: string): Page | null {
  const entry = entryById(site.store, id);
  const paper = entry === null ? null : paperById(site.store, entry.paperId);
  if (entry === null || paper === null) return null;
  const { base } = site;
  const history = entry.threadId === null ? null : historyOf(site, entry.threadId);
  const body = html`<p class="lede">${badge(entry.status?.value ?? null, entry.status?.raw ?? null)} ${paper.service ?? 'Service not named'}; <a href="${base}/paper/${paper.id}">${paper.title ?? paper.file}</a></p>
<p class="bar-of-tools"><a class="button" href="${base}/see/${id}">See it on the page</a>${site.isReadOnly ? null : html` <a class="button" href="${base}/review/${id}">Check and correct</a>`}</p>
<dl class="values">${entryFieldRows.map(([field]) => valueView(site, entry, field))}</dl>
${history === null ? null : html`<h2>Through the papers</h2>${history}`}`;
  return { title: shortened(calledOf(entry), 120), part: 'entries', body };
}

function valueView({ base }: Site, entry: StoredEntry, field: EntryField): Html | null {
  const words = wordsOf(entry, field);
  const set = entry.corrected[field];
  if (words === '' && set === undefined) return null;
  const [place] = entry.places[field] ?? [];
  const sure = entry.confidence[field];
  const notes = [
    meaningOf(entry, field),
    sure === undefined ? null : `the reader is ${Math.round(sure * 100)} % sure`,
    set === undefined
      ? null
      : `set by ${set.by} on ${dateWords(set.at.slice(0, 10))}${set.why === null ? '' : `: ${set.why}`}`,
  ].filter((note) => note !== null);
  const link =
    place === undefined
      ? null
      : html` <a href="${base}/see/${entry.id}?field=${field}">${place.page === undefined ? place.path : `page ${place.page}`}</a>`;
  return html`<div><dt>${fieldTitle(field)}</dt><dd><p>${words === '' ? 'not said' : words}</p><span class="place">${notes.join('; ')}${link}</span></dd></div>
`;
}

/** An entry's words in each paper, with what came and went. */
function historyOf(site: Site, threadId: string): Html | null {
  const { store } = site;
  const run = stepsOfThread(store, threadId);
  if (run.length === 0) return null;
  const entries = entriesOfThread(store, threadId);
  const papers = [...new Set(entries.map(({ paperId }) => paperId))].flatMap((id) => paperById(store, id) ?? []);
  const shelf = shelfOf(store, { papers, entries }, changesIn(store, { threadId }), {
    day: site.today(),
    shown: null,
    link: placeLink(site.base),
  });
  const item = itemOf(shelf, run, datesOf(editions(store)));
  return html`${item.ended === null ? null : html`<p>${item.ended.sentence}</p>`}${historyView(item, 3)}`;
}
