import { counted } from '../../lib/counted.ts';
import { type EntryField, entryFieldRows } from '../../model/fields.ts';
import type { Entry } from '../../model/plan.ts';
import type { TaughtLayout } from '../../model/taught.ts';
import type { FieldDifference, Rereading } from '../../pipeline/reextract.ts';
import { type Html, html } from '../../report/html.ts';
import { shortened } from '../../report/words.ts';
import { tryLayout } from '../../review/index.ts';
import { entryById, knownPaper } from '../../store/index.ts';
import { layoutsToFile } from '../../taught/file.ts';
import type { Page, Site } from '../site.ts';
import { fieldTitle } from '../words.ts';
import { wordsOfValue } from './forms.ts';

const [papersShown, entriesShown, longestValue] = [8, 12, 300];

/** What a layout would change in a paper and in those like it, with a way to keep it; null where the paper is not stored. */
export async function trialPage(site: Site, paperId: string, layout: TaughtLayout): Promise<Page | null> {
  const paper = knownPaper(site.store, paperId);
  if (paper === null) return null;
  const { found, kept, papers, more } = await tryLayout(site.store, paperId, layout);
  const changed = found.filter(({ isOther }) => isOther).map(({ rereading }) => rereading);
  const own = changed.filter((one) => one.paperId === paperId);
  const inOrder = [...own, ...changed.filter((one) => one.paperId !== paperId)];
  const keep = html`<form class="bar-of-tools" method="post" action="${site.base}/layouts"><input type="hidden" name="file" value="${layoutsToFile([layout])}"><button class="main" name="do" value="keep">Keep it and read these papers so</button><a class="button" href="${site.base}/teach/${paperId}">Do not keep it</a></form>`;
  const body = html`<p class="lede"><a href="${site.base}/paper/${paperId}">${paper.file}</a>${papers > 1 ? ` and ${counted(papers - 1, 'other paper')} with the same ${layout.form}` : null}: ${counted(changed.length, 'paper')} would be read otherwise.${more === 0 ? null : ` ${counted(more, 'more paper')} like it will be read when you keep it.`} Nothing is changed yet.</p>
${keep}
${kept.map(({ file, problem }) => html`<p class="trouble">${file}: ${problem.message}</p>`)}
${inOrder.slice(0, papersShown).map((one) => paperView(site, one))}
${
  inOrder.length > papersShown
    ? html`<p>and ${counted(inOrder.length - papersShown, 'other paper')}: ${inOrder
        .slice(papersShown)
        .map(({ file }) => file)
        .join(', ')}</p>`
    : null
}`;
  return { title: 'What it would change', part: 'layouts', body };
}

function paperView(site: Site, { file, added, lost, differences }: Rereading): Html {
  const values = differences.filter(({ field }) => field !== 'places' && field !== 'confidence');
  const byEntry = [...Map.groupBy(values, ({ entryId }) => entryId)];
  const counts = [
    added.length === 0 ? null : `${counted(added.length, 'entry', 'entries')} more`,
    lost.length === 0 ? null : `${counted(lost.length, 'entry', 'entries')} less`,
    byEntry.length === 0 ? null : `${counted(byEntry.length, 'entry', 'entries')} otherwise`,
  ].filter((count) => count !== null);
  const rest =
    Math.max(0, added.length - entriesShown) +
    Math.max(0, lost.length - entriesShown) +
    Math.max(0, byEntry.length - entriesShown);
  return html`<section class="reread"><h2>${file}</h2><p>${counts.length === 0 ? 'The same entries with the same values.' : `${counts.join(', ')}.`}</p>
${byEntry.slice(0, entriesShown).map(([id, own]) => differenceView(site, id, own))}
${added.slice(0, entriesShown).map((entry) => entryView(entry, 'now'))}
${lost.slice(0, entriesShown).map((entry) => entryView(entry, 'before'))}
${rest === 0 ? null : html`<p class="small">and ${rest} more</p>`}</section>
`;
}

/** An entry that only one of the readings has. */
function entryView(entry: Entry, when: 'now' | 'before'): Html {
  const values = entryFieldRows.flatMap(([field]) => {
    const words = wordsOfValue(entry[field], field);
    return words === '' ? [] : [html`<div><dt>${fieldTitle(field)}</dt><dd>${markedAs(when, words)}</dd></div>`];
  });
  return html`<h3>${when === 'now' ? 'New' : 'Gone'}</h3><dl class="values">${values}</dl>`;
}

function differenceView({ store }: Site, entryId: string, own: readonly FieldDifference[]): Html {
  const entry = entryById(store, entryId);
  const values = own.map(({ field, before, after }) => {
    const words = (value: unknown) => wordsOfValue(value as Entry[EntryField], field as EntryField);
    return html`<div><dt>${fieldTitle(field)}</dt><dd>${markedAs('before', words(before))} ${markedAs('now', words(after))}</dd></div>`;
  });
  return html`<h3>${shortened(entry?.action ?? entry?.finding ?? 'An entry', 90)}</h3><dl class="values">${values}</dl>`;
}

function markedAs(when: 'now' | 'before', words: string): Html | null {
  if (words === '') return null;
  const text = shortened(words, longestValue);
  return when === 'now' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}
