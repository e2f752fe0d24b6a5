import { counted } from '../../lib/counted.ts';
import { shortened } from '../../lib/text.ts';
import { type EntryField, entryFieldRows, fieldTitle } from '../../model/fields.ts';
import type { Entry } from '../../model/plan.ts';
import type { TaughtLayout } from '../../model/taught.ts';
import type { FieldDifference, Rereading } from '../../pipeline/reextract.ts';
import { type Html, html } from '../../report/html.ts';
import { tryLayout } from '../../review/index.ts';
import { entryById, knownPaper } from '../../store/index.ts';
import { layoutsToFile } from '../../taught/file.ts';
import type { Page, Site } from '../site.ts';
import { hidden, wordsOfValue } from './forms.ts';

const [papersShown, entriesShown, linesShown, longestLine] = [8, 12, 12, 300];

/** What a layout would change in a paper and in those like it, with a way to keep it; null where the paper is not stored. */
export async function trialPage(site: Site, paperId: string, layout: TaughtLayout): Promise<Page | null> {
  const paper = knownPaper(site.store, paperId);
  if (paper === null) return null;
  const { found, kept, papers, more } = await tryLayout(site.store, paperId, layout);
  const changed = found.map(({ rereading }) => rereading).filter(isSeen);
  const own = changed.filter((one) => one.paperId === paperId);
  const inOrder = [...own, ...changed.filter((one) => one.paperId !== paperId)];
  const keep = html`<form class="bar-of-tools" method="post" action="${site.base}/layouts">${hidden('file', layoutsToFile([layout]))}<button class="main" name="do" value="keep">Keep it and read these papers so</button><a class="button" href="${site.base}/teach/${paperId}">Do not keep it</a></form>`;
  const body = html`<p class="lede"><a href="${site.base}/paper/${paperId}">${paper.file}</a>${papers > 1 ? ` and ${counted(papers - 1, 'other paper')} with the same ${layout.form}` : null}: ${changed.length === 0 ? 'every entry and every value would stay as it is' : `${counted(changed.length, 'paper')} would have other entries or values`}.${more === 0 ? null : ` ${counted(more, 'more paper')} like it will be read when you keep it.`} Nothing is changed yet.</p>
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

/** What it would change in an entry, other than where it stands and how sure the reader is. */
const valuesOf = ({ differences }: Rereading): readonly FieldDifference[] =>
  differences.filter(({ field }) => field !== 'places' && field !== 'confidence');

const isSeen = (one: Rereading): boolean => one.added.length + one.lost.length + valuesOf(one).length > 0;

function paperView(site: Site, reread: Rereading): Html {
  const { file, added, lost } = reread;
  const byEntry = [...Map.groupBy(valuesOf(reread), ({ entryId }) => entryId)];
  const counts = [
    added.length === 0 ? null : `${counted(added.length, 'entry', 'entries')} more`,
    lost.length === 0 ? null : `${counted(lost.length, 'entry', 'entries')} less`,
    byEntry.length === 0 ? null : `${counted(byEntry.length, 'entry', 'entries')} otherwise`,
  ].filter((count) => count !== null);
  const rest =
    Math.max(0, added.length - entriesShown) +
    Math.max(0, lost.length - entriesShown) +
    Math.max(0, byEntry.length - entriesShown);
  return html`<section class="reread"><h2>${file}</h2><p>${counts.join(', ')}.</p>
${byEntry.slice(0, entriesShown).map(([id, own]) => differenceView(site, id, own))}
${added.slice(0, entriesShown).map((entry) => entryView(entry, 'now'))}
${lost.slice(0, entriesShown).map((entry) => entryView(entry, 'before'))}
${rest === 0 ? null : html`<p class="small">and ${rest} more</p>`}</section>
`;
}

/** An entry that only one of the readings has. */
function entryView(entry: Entry, when: 'now' | 'before'): Html {
  const values = entryFieldRows.flatMap(([field]) => {
    const words = markedAs(when, linesOf(entry[field], field));
    return words === null ? [] : [html`<div><dt>${fieldTitle(field)}</dt><dd>${words}</dd></div>`];
  });
  return html`<h3>${when === 'now' ? 'New' : 'Gone'}</h3><dl class="values">${values}</dl>`;
}

/** One below the other. */
const bothLines = (above: Html | null, below: Html | null): Html | null =>
  above === null || below === null ? (above ?? below) : html`${above}\n${below}`;

const linesOf = (value: unknown, field: string): readonly string[] =>
  wordsOfValue(value as Entry[EntryField], field as EntryField).split('\n');

/** Of lines that others are beside only those that are not there too; all where it is their order alone. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const own = lines.filter((line) => !others.includes(line));
  return own.length === 0 && lines.length === others.length ? lines : own;
}

function differenceView({ store }: Site, entryId: string, own: readonly FieldDifference[]): Html {
  const entry = entryById(store, entryId);
  const values = own.map(({ field, before, after }) => {
    const [was, is] = [linesOf(before, field), linesOf(after, field)];
    return html`<div><dt>${fieldTitle(field)}</dt><dd>${bothLines(markedAs('before', without(was, is)), markedAs('now', without(is, was)))}</dd></div>`;
  });
  return html`<h3>${shortened(entry?.action ?? entry?.finding ?? 'An entry', 90)}</h3><dl class="values">${values}</dl>`;
}

function markedAs(when: 'now' | 'before', lines: readonly string[]): Html | null {
  if (lines.join('') === '') return null;
  const more = lines.length > linesShown ? ['…'] : [];
  const text = [...lines.slice(0, linesShown).map((line) => shortened(line, longestLine)), ...more].join('\n');
  return when === 'now' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}
