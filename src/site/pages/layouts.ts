import { counted } from '../../lib/counted.ts';
import { rememberByObject } from '../../lib/remember.ts';
import { shortened } from '../../lib/text.ts';
import type { SeenLayout } from '../../model/taught.ts';
import { type Html, html } from '../../report/html.ts';
import { dateWords } from '../../report/words.ts';
import { type KeptLayout, type StoredSeenLayout, seenLayouts, taughtLayouts } from '../../store/index.ts';
import { fitOf, labelsToMarks } from '../../taught/marks.ts';
import type { Catalogue } from '../catalogue.ts';
import { placeName } from '../read-form.ts';
import type { Page, Site } from '../site.ts';
import { taughtFieldTitle } from '../words.ts';
import { hidden } from './forms.ts';

const unreadShown = 30;

/** What people said of layouts, and the tables and forms that nobody has read yet. */
export function layoutsPage(site: Site): Page {
  const { base, store, isReadOnly } = site;
  const taught = taughtLayouts(store);
  const seen = seenNow(site)(site.catalogues.at(null));
  const unread = unreadKinds(seen, taught);
  const lines = unread.map(
    ({ first, papers }) =>
      html`<li>${isReadOnly ? namesOf(first) : html`<a href="${base}/teach/${first.paperId}">${namesOf(first)}</a>`} <span class="small">${first.form === 'columns' ? 'table' : 'form'} in ${counted(papers, 'paper')}</span></li>`,
  );
  const body = html`<p class="lede">${counted(taught.length, 'layout is', 'layouts are')} taught. To teach one, open a paper and choose “Teach a layout”, or choose one below.</p>
${taught.map((layout) => taughtView(site, layout, new Set(seen.filter((one) => fitOf(layout, one) > 0).map(({ paperId }) => paperId)).size))}
<p class="bar-of-tools">${taught.length === 0 ? null : html`<a class="button" href="${base}/layouts.yaml">Take them away as a file</a>`}</p>
${isReadOnly ? null : html`<details><summary>Take in a file of layouts</summary><form method="post" action="${base}/layouts"><label for="file">The file’s words</label><textarea id="file" name="file" rows="10" maxlength="400000"></textarea><p><button name="do" value="import">Take it in, and read the papers like them</button></p></form></details>`}
${lines.length === 0 ? null : html`<h2>Tables and forms that gave no entries</h2><p class="small">Most of them are no plans. Those in most papers come first.</p><ol>${lines.slice(0, unreadShown)}</ol>${lines.length > unreadShown ? html`<details><summary>and ${lines.length - unreadShown} more</summary><ol start="${unreadShown + 1}">${lines.slice(unreadShown)}</ol></details>` : null}`}`;
  return { title: 'Layouts', part: 'layouts', body };
}

/** Read once for as long as nothing is written. */
const seenNow = rememberByObject(({ store }: Site) => rememberByObject((_now: Catalogue) => seenLayouts(store)));

const namesOf = ({ labels }: SeenLayout): string => shortened(labels.map(placeName).join(', '), 160);

interface UnreadKind {
  readonly first: StoredSeenLayout;
  readonly papers: number;
}

function unreadKinds(seen: readonly StoredSeenLayout[], taught: readonly KeptLayout[]): readonly UnreadKind[] {
  const open = seen.filter((one) => !one.isRead && taught.every((layout) => fitOf(layout, one) === 0));
  return [...Map.groupBy(open, ({ form, labels }) => `${form} ${labelsToMarks(labels).join(' | ')}`).values()]
    .flatMap((own) =>
      own[0] === undefined ? [] : [{ first: own[0], papers: new Set(own.map(({ paperId }) => paperId)).size }],
    )
    .toSorted((a, b) => b.papers - a.papers);
}

function taughtView(
  { base, isReadOnly }: Site,
  { id, form, isPlan, labels, who, at }: KeptLayout,
  papers: number,
): Html {
  const rows = labels.map(
    ({ label, means }) =>
      html`<tr><th scope="row">${placeName(label)}</th><td>${isPlan ? taughtFieldTitle(means) : 'no plan'}</td></tr>`,
  );
  const caption = `${form === 'columns' ? 'A table' : 'A form'} in ${counted(papers, 'paper')}, taught by ${who} on ${dateWords(at.slice(0, 10))}`;
  return html`<section class="scroll" tabindex="0" aria-label="Layout ${id}"><table class="taught"><caption>${caption}</caption><thead><tr><th scope="col">Column or label</th><th scope="col">Stands for</th></tr></thead><tbody>${rows}</tbody></table>
${isReadOnly ? null : html`<form method="post" action="${base}/layouts">${hidden('id', id)}<button name="do" value="forget">Forget it</button></form>`}</section>
`;
}
