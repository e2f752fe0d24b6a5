import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { counted } from '../lib/counted.ts';
import type { StatusValue } from '../model/plan.ts';
import type { PlanData, ReportLine } from './data.ts';
import { type Html, html } from './html.ts';
import { tableView } from './table.ts';
import { dateWords, lookOf, statusClass, statusLooks } from './words.ts';

const height = 24;
/** Narrower pieces, in per cent of the bar, have no room for their number. */
const narrowest = 4;

/**
 * How many entries had which status in each paper: a bar a paper, its pieces in the order of `statusLooks`. Widths are
 * in per cent, so that the letters keep their size on every screen.
 */
export function statusChart(plan: PlanData, id: string): Html {
  const statuses = [...statusLooks.keys()].filter((status) => plan.reports.some(({ counts }) => counts.has(status)));
  const largest = Math.max(1, ...plan.reports.map(totalOf));
  const across = scaleLinear([0, largest], [0, 100]);
  const stacked = stack<ReportLine, StatusValue | null>()
    .keys(statuses)
    .value(({ counts }, status) => counts.get(status) ?? 0)(plan.reports);
  const bars = plan.reports.map((report, row) => {
    const pieces = stacked.map((series) => {
      const [from = 0, to = 0] = series[row] ?? [];
      return from === to ? null : piece(series.key, to - from, across(from), across(to) - across(from));
    });
    return html`<span class="bar-label">${dateWords(report.date)}</span>
<svg class="bar" width="100%" height="${height}" focusable="false">${pieces}</svg>
<span class="bar-total">${totalOf(report)}</span>`;
  });
  return html`<figure aria-labelledby="${id}">
<figcaption id="${id}">Status of the entries, paper by paper</figcaption>
<div class="bars" role="img" aria-label="${summary(plan)}">${bars}</div>
<ul class="legend">${statuses.map((status) => html`<li>${swatch(status)} ${lookOf(status).word}</li>`)}</ul>
${numbers(plan, statuses)}
</figure>`;
}

const totalOf = ({ counts }: ReportLine): number => counts.values().reduce((sum, count) => sum + count, 0);

function piece(status: StatusValue | null, count: number, x: number, width: number): Html {
  const box = html`x="${x.toFixed(3)}%" y="1" width="${width.toFixed(3)}%" height="${height - 2}"`;
  const middle = (x + width / 2).toFixed(3);
  const label =
    width < narrowest ? null : html`<text x="${middle}%" y="${height / 2 + 4}" text-anchor="middle">${count}</text>`;
  return html`<g class="${statusClass(status)}"><rect ${box}/><rect class="pattern" ${box}/>${label}</g>`;
}

/** The look of a status beside its word. */
function swatch(status: StatusValue | null): Html {
  return html`<svg class="swatch ${statusClass(status)}" width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16"/><rect class="pattern" width="16" height="16"/></svg>`;
}

function summary({ reports }: PlanData): string {
  const told = reports.map((report) => {
    const counts = [...statusLooks].flatMap(([status, { word }]) => {
      const count = report.counts.get(status);
      return count === undefined ? [] : [`${count} ${word.toLowerCase()}`];
    });
    return `${dateWords(report.date)}: ${counts.join(', ')}`;
  });
  return `Bar chart. ${told.join('. ')}. The numbers stand in the table below it.`;
}

function numbers({ reports }: PlanData, statuses: readonly (StatusValue | null)[]): Html {
  const heads = ['Paper', ...[...statuses.map((status) => lookOf(status).word), 'All'].map((number) => ({ number }))];
  const rows = reports.map((report) => {
    const counts = [...statuses.map((status) => report.counts.get(status) ?? 0), totalOf(report)];
    return html`<tr><th scope="row">${dateWords(report.date)}</th>${counts.map((count) => html`<td class="number">${count}</td>`)}</tr>
`;
  });
  return html`<details class="numbers"><summary>The numbers as a table</summary>${tableView({ label: 'Entries by status', heads, rows })}</details>`;
}

/** The share of finished entries as a small bar beside its words. */
export function shareBar(part: number, whole: number): Html {
  const width = whole === 0 ? 0 : (100 * part) / whole;
  return html`<span class="share">${part} of ${counted(whole, 'entry', 'entries')}<svg width="100%" height="6" aria-hidden="true" focusable="false"><rect class="share-whole" width="100%" height="6"/><rect class="share-part" width="${width.toFixed(2)}%" height="6"/></svg></span>`;
}
