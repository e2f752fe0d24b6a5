import { counted } from '../../lib/counted.ts';
import { shortened } from '../../lib/text.ts';
import type { RawField } from '../../model/raw.ts';
import { type ShownLayout, taughtFields } from '../../model/taught.ts';
import { type Html, html, raw } from '../../report/html.ts';
import { fileOf, knownPaper, taughtLayouts } from '../../store/index.ts';
import { placeName } from '../read-form.ts';
import type { Page, Site } from '../site.ts';
import { taughtFieldTitle } from '../words.ts';
import { hidden } from './forms.ts';
import { troubleView } from './see.ts';

/** The first so many tables and forms of a paper are open; a paper has more seldom. */
const openAtFirst = 1;
const longestSample = 110;

/** Every table and form of a paper, for a person to say what its columns or labels stand for; null where it is not stored. */
export async function teachPage(site: Site, paperId: string): Promise<Page | null> {
  const paper = knownPaper(site.store, paperId);
  if (paper === null) return null;
  const taught = taughtLayouts(site.store);
  const sight = await site.sights.see(`${paperId}/layouts/${JSON.stringify(taught.map(({ id }) => id))}`, () => {
    const file = fileOf(site.store, paperId);
    return file === null ? null : { kind: 'layouts', file, taught };
  });
  const title = 'Teach a layout';
  if (sight.kind !== 'layouts') return { title, part: 'layouts', body: troubleView(sight) };
  const shown = sight.layouts.map((layout, index) => layoutView(site, paperId, layout, index));
  const body = html`<p class="lede"><a href="${site.base}/paper/${paperId}">${paper.file}</a>. Say once what each column or label stands for; every paper with the same columns or labels is then read so. Nothing is kept before you have seen what it changes.</p>
${shown.length === 0 ? html`<p>No table and no form with labels stands in this paper, so there is nothing that would be known again.</p>` : shown}`;
  return { title, part: 'layouts', body };
}

function layoutView(site: Site, paperId: string, layout: ShownLayout, index: number): Html {
  const { form, records, labels, isPlan, isTaught, place } = layout;
  const what = form === 'columns' ? `A table of ${counted(records, 'row')}` : counted(records, 'form');
  const where =
    place?.page === undefined
      ? null
      : html` <a href="${site.base}/paper/${paperId}/page/${place.page}">page ${place.page}</a>`;
  return html`<details class="layout"${index < openAtFirst ? raw(' open') : null}><summary>${what}: ${shortened(labels.map(({ label }) => placeName(label)).join(', '), 140)}${isTaught ? ' (taught)' : null}</summary>
<form method="post" action="${site.base}/teach/${paperId}">${hidden('form', form)}
${where === null ? null : html`<p class="small">It begins on${where}.</p>`}
${labels.map((label, at) => labelView(label, index, at))}
<p class="decide"><button class="main">Try it</button><label class="check"><input type="checkbox" name="no-plan" value="1"${isPlan ? null : raw(' checked')}> It is no part of any plan</label></p></form></details>
`;
}

type ShownLabel = ShownLayout['labels'][number];

/** One column or label with what it could stand for: the likely first, the others behind them. */
function labelView({ label, means, likely, samples }: ShownLabel, layout: number, at: number): Html {
  const isWordless = label.startsWith('(');
  const first = [...new Set([...(means === null ? [] : [means]), ...likely, 'extra' as const])];
  const rest = taughtFields.filter((field) => !first.includes(field));
  const choice = (field: RawField | null, words: string) => {
    const id = `l${layout}-${at}-${field ?? 'none'}`;
    return html`<span class="choice"><input type="radio" id="${id}" name="means-${at}" value="${field ?? ''}"${field === means ? raw(' checked') : null}><label for="${id}">${words}</label></span>`;
  };
  return html`<fieldset class="stands"><legend>${placeName(label)}</legend>${hidden(`label-${at}`, label)}
<p class="small">${samples.map((sample) => html`<span class="sample">${shortened(sample, longestSample)}</span>`)}</p>
<p class="choices">${isWordless ? choice(null, 'Nothing') : null}${first.map((field) => choice(field, taughtFieldTitle(field)))}</p>
<details><summary class="small">Something else</summary><p class="choices">${rest.map((field) => choice(field, taughtFieldTitle(field)))}</p></details></fieldset>
`;
}
