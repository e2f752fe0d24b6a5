import { scaleUtc } from 'd3-scale';
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare } from 'd3-shape';
import { counted } from '../lib/counted.ts';
import type { Item, PlanData } from './data.ts';
import { type Html, html } from './html.ts';
import { nameOf } from './item.ts';
import { tableView } from './table.ts';
import { dateWords, lookOf } from './words.ts';

/** An item with the dates promised for it. */
interface Promised {
  readonly item: Item;
  readonly first: string;
  readonly latest: string;
}

/**
 * When each item was first promised, and when it is promised now: a row an item, an arrow where the date moved.
 * Finished items whose date never moved are left to the table.
 */
export function dueChart(plan: PlanData, id: string): Html | null {
  const all = plan.items
    .flatMap(promisedOf)
    .toSorted((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0));
  if (all.length === 0) return null;
  const drawn = all.filter(({ item, first, latest }) => !item.isFinished || first !== latest);
  const lastReport = plan.reports.at(-1)?.date ?? null;
  const left = all.length - drawn.length;
  return html`<figure aria-labelledby="${id}">
<figcaption id="${id}">Target dates: first promised and promised now</figcaption>
${drawn.length === 0 ? null : chart(drawn, lastReport)}
${left === 0 ? null : html`<p class="small">${counted(left, 'finished entry', 'finished entries')} whose date never moved ${left === 1 ? 'is' : 'are'} in the table only.</p>`}
${table(all)}
</figure>`;
}

function promisedOf(item: Item): readonly Promised[] {
  return item.firstDue === null || item.latestDue === null
    ? []
    : [{ item, first: item.firstDue.day, latest: item.latestDue.day }];
}

function chart(rows: readonly Promised[], lastReport: string | null): Html {
  const days = rows.flatMap(({ first, latest }) => [first, latest]).concat(lastReport ?? []);
  const times = days.map((day) => Date.parse(day));
  const along = scaleUtc([Math.min(...times), Math.max(...times)], [3, 97]).nice(12);
  const ticks = apart(along.ticks(4), along);
  const format = along.tickFormat(4, '%b %Y');
  const at = (day: string) => along(Date.parse(day));
  const grid = html`${ticks.map((tick) => html`<line class="grid" x1="${percent(along(tick))}" x2="${percent(along(tick))}" y1="0" y2="100%"/>`)}${lastReport === null ? null : html`<line class="report-line" x1="${percent(at(lastReport))}" x2="${percent(at(lastReport))}" y1="0" y2="100%"/>`}`;
  const late = rows.filter(({ first, latest }) => latest > first).length;
  return html`<div class="dues" role="img" aria-label="Chart of ${counted(rows.length, 'entry', 'entries')}, of which ${late} slipped. The dates stand in the table below it.">
<span class="due-label"></span><svg class="due axis" width="100%" height="20" focusable="false">${ticks.map((tick) => html`<text x="${percent(along(tick))}" y="14" text-anchor="${anchor(along(tick))}">${format(tick)}</text>`)}</svg>
${rows.map(({ item, first, latest }) => {
  const finished = item.isFinished ? symbolSquare : symbolDiamond;
  return html`<span class="due-label">${nameOf(item, 90)}</span><span class="due-row"><svg class="due" width="100%" height="100%" focusable="false">${grid}${move(at(first), at(latest))}${first === latest ? null : mark(at(first), symbolCircle, 'due-first')}${mark(at(latest), finished, item.isFinished ? 'due-done' : 'due-latest')}</svg></span>`;
})}
</div>
<ul class="legend">
<li>${key(symbolCircle, 'due-first')} first promised</li><li>${key(symbolDiamond, 'due-latest')} promised now</li><li>${key(symbolSquare, 'due-done')} finished</li>
${lastReport === null ? null : html`<li><svg class="swatch" width="16" height="16" aria-hidden="true" focusable="false"><line class="report-line" x1="8" x2="8" y1="0" y2="16"/></svg> latest paper, ${dateWords(lastReport)}</li>`}
</ul>`;
}

/** Every tick, or every other, or fewer still, so that their labels do not touch on a narrow screen. */
function apart(ticks: readonly Date[], along: (tick: Date) => number): readonly Date[] {
  const [first, second] = ticks;
  const step = first === undefined || second === undefined ? 100 : along(second) - along(first);
  const stride = Math.ceil(leastApart / step);
  return ticks.filter((_, index) => index % stride === 0);
}

/** Per cent of the chart's width. */
const leastApart = 28;

/** Labels at the edges stay inside. */
const anchor = (x: number): string => (x < 10 ? 'start' : x > 90 ? 'end' : 'middle');

const percent = (x: number): string => `${x.toFixed(2)}%`;

/** The way from the first date to the latest, with a head that tells the direction. */
function move(from: number, to: number): Html | null {
  if (from === to) return null;
  const head = line()([to > from ? [-12, -4] : [12, -4], to > from ? [-7, 0] : [7, 0], to > from ? [-12, 4] : [12, 4]]);
  return html`<line class="due-move" x1="${percent(from)}" x2="${percent(to)}" y1="50%" y2="50%"/><svg x="${percent(to)}" y="50%" overflow="visible"><path class="due-head" d="${head ?? ''}"/></svg>`;
}

function mark(x: number, shape: typeof symbolCircle, name: string): Html {
  return html`<svg x="${percent(x)}" y="50%" overflow="visible"><path class="${name}" d="${symbol(shape, 60)() ?? ''}"/></svg>`;
}

function key(shape: typeof symbolCircle, name: string): Html {
  return html`<svg class="swatch" width="16" height="16" aria-hidden="true" focusable="false"><path class="${name}" transform="translate(8 8)" d="${symbol(shape, 60)() ?? ''}"/></svg>`;
}

function table(rows: readonly Promised[]): Html {
  const lines = rows.map(
    ({ item }) =>
      html`<tr><th scope="row"><a href="#t-${item.threadId}">${nameOf(item, 90)}</a></th><td>${item.firstDue?.words ?? ''}</td><td>${item.latestDue?.words ?? ''}</td><td class="number">${item.slipDays ?? 0}</td><td>${lookOf(item.status).word}</td></tr>
`,
  );
  const heads = ['Entry', 'First promised', 'Promised now', { number: 'Moved by, days' }, 'Status'];
  return html`<details class="numbers"><summary>The dates as a table</summary>${tableView({ label: 'Target dates', heads, rows: lines })}</details>`;
}
