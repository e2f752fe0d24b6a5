import type { PlanData, ReportData, ServiceData } from './data.ts';
import { type Html, html } from './html.ts';
import { wasRead } from './papers.ts';
import { hasVanished, isListed, isStale, planName } from './plan.ts';
import { shareBar } from './status-chart.ts';
import { dateWords } from './words.ts';

/** What the papers say at a glance: the main numbers, and a table with a row a plan. */
export function glance({ services, papers }: ReportData): Html {
  const plans = services.flatMap((service) => service.plans);
  const items = plans.flatMap((plan) => plan.items);
  const listed = items.filter(isListed);
  const count = (test: (item: (typeof items)[number]) => boolean) => items.filter(test).length;
  const tiles: readonly (readonly [number: number, words: string])[] = [
    [services.length, services.length === 1 ? 'service' : 'services'],
    [papers.filter(wasRead).length, 'papers read'],
    [listed.length, 'entries in the latest papers'],
    [listed.filter(({ isFinished }) => isFinished).length, 'of them finished'],
    [count(({ isOverdue }) => isOverdue), 'overdue'],
    [count((item) => isListed(item) && (item.slipDays ?? 0) > 0), 'later than first promised'],
    [count(isStale), 'stale: no news in 2 papers or more'],
    [count(hasVanished), 'vanished unfinished'],
  ];
  return html`<section aria-labelledby="glance"><h2 id="glance">At a glance</h2>
<dl class="tiles">${tiles.map(([number, words]) => html`<div><dt>${words}</dt><dd>${number}</dd></div>`)}</dl>
<div class="scroll" role="group" tabindex="0" aria-label="Plans at a glance"><table class="sortable"><caption>Every plan as its latest paper has it</caption>
<thead><tr><th scope="col">Service and plan</th><th scope="col">Latest paper</th><th scope="col" class="number">Papers</th><th scope="col">Finished</th><th scope="col" class="number">Overdue</th><th scope="col" class="number">Slipped</th><th scope="col" class="number">Stale</th><th scope="col" class="number">Vanished</th></tr></thead>
<tbody>${services.flatMap((service, index) => service.plans.map((plan, at) => planRow(service, plan, `${index}-${at}`)))}</tbody></table></div></section>
`;
}

function planRow(service: ServiceData, plan: PlanData, id: string): Html {
  const listed = plan.items.filter(isListed);
  const finished = listed.filter(({ isFinished }) => isFinished).length;
  const number = (test: (item: (typeof listed)[number]) => boolean) => plan.items.filter(test).length;
  const latest = plan.reports.at(-1)?.date ?? null;
  return html`<tr><th scope="row"><span class="service-name">${service.name}</span> <a href="#plan-${id}">${planName(plan)}</a></th>
<td data-value="${latest ?? ''}">${dateWords(latest)}</td><td class="number">${plan.reports.length}</td><td data-value="${listed.length === 0 ? 0 : finished / listed.length}">${shareBar(finished, listed.length)}</td>
<td class="number">${number(({ isOverdue }) => isOverdue)}</td><td class="number">${number((item) => isListed(item) && (item.slipDays ?? 0) > 0)}</td><td class="number">${number(isStale)}</td><td class="number">${number(hasVanished)}</td></tr>
`;
}
