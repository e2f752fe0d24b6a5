import type { ReportData } from './data.ts';
import { framed } from './frame.ts';
import { glance } from './glance.ts';
import { type Html, html } from './html.ts';
import { matrix } from './matrix.ts';
import { papersCounted, papersView, termsView } from './papers.ts';
import { planName, serviceView } from './plan.ts';
import { dateWords, statusLooks } from './words.ts';

export function reportPage(data: ReportData): string {
  const dates = data.papers.flatMap(({ date }) => date ?? []).sort();
  const [first = null, last = null] = [dates[0], dates.at(-1)];
  const span = first === null ? 'undated papers' : `${dateWords(first)} to ${dateWords(last)}`;
  return framed(
    {
      title: `What the papers say: HMICFRS improvement plans, ${span}`,
      heading: 'What the papers say',
      lede: `${papersCounted(data.papers)}, ${span}${data.chosen === null ? '' : `; only ${data.chosen}`}.`,
      made: data.made,
      contents: contents(data),
    },
    [
      glance(data),
      filters,
      data.services.map((service, index) => serviceView(service, index, data.day)),
      matrix(data),
      papersView(data),
      termsView(data),
    ],
  );
}

function contents({ services }: ReportData): Html {
  const own = services.map((service, index) => {
    const plans = service.plans.map((plan, at) => html`<li><a href="#plan-${index}-${at}">${planName(plan)}</a></li>`);
    return html`<li><a href="#service-${index}">${service.name}</a>${plans.length < 2 ? null : html`<ul>${plans}</ul>`}</li>
`;
  });
  return html`<ul><li><a href="#glance">At a glance</a></li>
${own}<li><a href="#side-by-side">Services side by side</a></li><li><a href="#papers">The papers</a></li><li><a href="#terms">Sources and terms</a></li></ul>`;
}

/** Shown by the script, for without it they do nothing. */
const filters = html`<form class="filters" hidden aria-label="Choose entries">
<label>Words <input type="search" name="words" autocomplete="off"></label>
<label>Status <select name="status"><option value="">any</option>${[...statusLooks].map(([status, { word }]) => html`<option value="${status ?? 'unsaid'}">${word}</option>`)}</select></label>
<label>Order <select name="order"><option value="order">as in the paper</option><option value="due">by date</option><option value="slip">most slipped first</option><option value="silent">longest without news first</option></select></label>
<output aria-live="polite"></output>
</form>
`;
