import type { PlanData, ReportData, ServiceData } from './data.ts';
import { type Html, html } from './html.ts';
import { wasRead } from './papers.ts';
import { planName, tallyOf } from './plan.ts';
import { shareBar } from './status-chart.ts';
import { tableView } from './table.ts';
import { dateWords } from './words.ts';

/** What the papers say at a glance: the main numbers, and a table with a row a plan. */
export function glance({ services, papers, day }: ReportData): Html {
  const plans = services.flatMap((service) => service.plans);
  const { listed, finished, overdue, slipped, stale, vanished } = tallyOf(plans.flatMap((plan) => plan.items));
  const named = services.filter(({ isNamed }) => isNamed).length;
  const tiles: readonly (readonly [number: number, words: string])[] = [
    [named, named === 1 ? 'service' : 'services'],
    [papers.filter(wasRead).length, 'papers read'],
    [listed, 'entries in the latest papers'],
    [finished, 'of them finished'],
    [overdue, `overdue on ${dateWords(day)}`],
    [slipped, 'later than first promised'],
    [stale, 'stale: no news in 2 papers or more'],
    [vanished, 'vanished unfinished'],
  ];
  const numbers = [`Overdue on ${dateWords(day)}`, 'Slipped', 'Stale', 'Vanished'].map((number) => ({ number }));
  const heads = ['Service and plan', 'Latest paper', { number: 'Papers' }, 'Finished', ...numbers];
  const rows = services.flatMap((service, index) =>
    service.plans.map((plan, at) => planRow(service, plan, `${index}-${at}`)),
  );
  return html`<section aria-labelledby="glance"><h2 id="glance">At a glance</h2>
<dl class="tiles">${tiles.map(([number, words]) => html`<div><dt>${words}</dt><dd>${number}</dd></div>`)}</dl>
${tableView({ label: 'Plans at a glance', caption: 'Every plan as its latest paper has it', heads, rows, is: 'sortable' })}</section>
`;
}

function planRow(service: ServiceData, plan: PlanData, id: string): Html {
  const { listed, finished, overdue, slipped, stale, vanished } = tallyOf(plan.items);
  const latest = plan.reports.at(-1)?.date ?? null;
  return html`<tr><th scope="row"><span class="service-name">${service.name}</span> <a href="#plan-${id}">${planName(plan)}</a></th>
<td data-value="${latest ?? ''}">${dateWords(latest)}</td><td class="number">${plan.reports.length}</td><td data-value="${listed === 0 ? 0 : finished / listed}">${shareBar(finished, listed)}</td>
${[overdue, slipped, stale, vanished].map((number) => html`<td class="number">${number}</td>`)}</tr>
`;
}
