import { createHash } from 'node:crypto';
import type { ReportData } from './data.ts';
import { glance } from './glance.ts';
import { html, raw } from './html.ts';
import { matrix } from './matrix.ts';
import { papersView, termsView } from './papers.ts';
import { planName, serviceView } from './plan.ts';
import { script } from './script.ts';
import { patterns, style } from './style.ts';
import { counted, dateWords, statusLooks } from './words.ts';

/**
 * The report as one HTML page that needs nothing else: no network (its own policy forbids it), no script to be read.
 * The same data gives the same page.
 */
export function reportPage(data: ReportData): string {
  const dates = data.papers.flatMap(({ date }) => date ?? []).sort();
  const span =
    dates.length === 0 ? 'undated papers' : `${dateWords(dates[0] ?? null)} to ${dateWords(dates.at(-1) ?? null)}`;
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What the papers say: HMICFRS improvement plans, ${span}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${raw(patterns)}
<header><p class="kicker">HMICFRS improvement plans, from published board papers</p>
<h1>What the papers say</h1>
<p>${counted(data.papers.length, 'paper')}, ${span}. Made on ${dateWords(data.made)} by boardtrail.</p></header>
<nav aria-label="Parts of the report"><ul><li><a href="#glance">At a glance</a></li>
${data.services.map(
  (
    service,
    index,
  ) => html`<li><a href="#service-${index}">${service.name}</a>${service.plans.length < 2 ? null : html`<ul>${service.plans.map((plan, at) => html`<li><a href="#plan-${index}-${at}">${planName(plan)}</a></li>`)}</ul>`}</li>
`,
)}<li><a href="#side-by-side">Services side by side</a></li><li><a href="#papers">The papers</a></li><li><a href="#terms">Sources and terms</a></li></ul></nav>
<main id="main" tabindex="-1">
${glance(data)}
${filters()}
${data.services.map(serviceView)}
${matrix(data)}
${papersView(data)}
${termsView(data)}
</main>
<script>${raw(script)}</script>
</body>
</html>
`.text;
}

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Shown by the script, for without it they do nothing. */
function filters() {
  return html`<form class="filters" hidden aria-label="Choose entries">
<label>Words <input type="search" name="words" autocomplete="off"></label>
<label>Status <select name="status"><option value="">any</option>${[...statusLooks].map(([status, { word }]) => html`<option value="${status ?? 'unsaid'}">${word}</option>`)}</select></label>
<label>Order <select name="order"><option value="order">as in the paper</option><option value="due">by date</option><option value="slip">most slipped first</option><option value="silent">longest without news first</option></select></label>
<output aria-live="polite"></output>
</form>
`;
}
