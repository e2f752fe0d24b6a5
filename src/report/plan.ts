import { counted } from '../lib/counted.ts';
import { changeHeadings } from '../vocabulary/change-words.ts';
import type { ChangeLine, Item, PlanData, ServiceData } from './data.ts';
import { dueChart } from './due-chart.ts';
import { type Html, html } from './html.ts';
import { itemView, nameOf } from './item.ts';
import { statusChart } from './status-chart.ts';
import { dateWords } from './words.ts';

/** From so many papers on without news of its progress an open entry is called stale. */
const staleAfter = 2;

const isStale = ({ isFinished, ended, papersSinceProgress }: Item): boolean =>
  !isFinished && ended === null && papersSinceProgress >= staleAfter;
const hasVanished = ({ ended }: Item): boolean => ended?.kind === 'dropped';
const isListed = ({ ended }: Item): boolean => ended === null;

/** How many of some entries are listed in the latest papers, and how they stand. */
export function tallyOf(items: readonly Item[]) {
  const listed = items.filter(isListed);
  return {
    listed: listed.length,
    finished: listed.filter(({ isFinished }) => isFinished).length,
    // What is overdue is listed.
    overdue: items.filter(({ isOverdue }) => isOverdue).length,
    slipped: listed.filter(({ slipDays }) => (slipDays ?? 0) > 0).length,
    stale: items.filter(isStale).length,
    vanished: items.filter(hasVanished).length,
  };
}

/** @param day the day that lateness is looked from */
export function serviceView(service: ServiceData, index: number, day: string): Html {
  return html`<section class="service" aria-labelledby="service-${index}">
<h2 id="service-${index}">${service.name}</h2>
${undatedNote(service)}${service.plans.map((plan, at) => planView(service, plan, `${index}-${at}`, day))}
</section>
`;
}

function undatedNote({ undated }: ServiceData): Html | null {
  if (undated === 0) return null;
  const papers = undated === 1 ? '1 paper is not dated: it has' : `${undated} papers are not dated: they have`;
  return html`<p class="small">${papers} no place among the others. What only ${undated === 1 ? 'it lists' : 'they list'} is counted as it stands, and nothing is told of its changes.</p>`;
}

function planView(service: ServiceData, plan: PlanData, id: string, day: string): Html {
  const stale = plan.items.filter(isStale);
  const vanished = plan.items.filter(hasVanished);
  return html`<section class="plan" aria-labelledby="plan-${id}">
<h3 id="plan-${id}">${planName(plan)}</h3>
<p class="lede">${summary(plan, day)}</p>
<div class="charts">${statusChart(plan, `status-${id}`)}${dueChart(plan, `due-${id}`)}</div>
${news(plan)}
${list('What went stale', `No news of progress in the last ${staleAfter} papers or more:`, stale.map(staleLine))}
${list('What vanished', 'Not listed any more, although no paper calls it finished:', vanished.map(vanishedLine))}
<h4>All entries <span class="small">${service.name}</span></h4>
<p class="small hint">Each opens to its words in every paper; <ins>new words</ins> and <del>words that went</del> are marked.</p>
<ol class="items">${plan.items.map((item, order) => itemView(item, order))}</ol>
</section>
`;
}

export const planName = ({ name }: PlanData): string => name || 'Plan without a name';

function summary(plan: PlanData, day: string): string {
  const { reports, items, state } = plan;
  const { listed, finished, overdue, slipped } = tallyOf(items);
  const first = dateWords(reports[0]?.date ?? null);
  const last = dateWords(reports.at(-1)?.date ?? null);
  const span = reports.length === 1 ? `one paper, ${last}` : `${counted(reports.length, 'paper')}, ${first} to ${last}`;
  const facts = [
    `${finished} of ${counted(listed, 'entry', 'entries')} finished`,
    overdue === 0 ? null : `${overdue} overdue on ${dateWords(day)}`,
    slipped === 0 ? null : `${slipped} later than first promised`,
    state === 'closed' ? 'the paper closes the plan or proposes to' : null,
  ];
  return `Read from ${span}: ${facts.filter((fact) => fact !== null).join('; ')}.`;
}

/** What the latest paper shows to have changed, in sentences under headings. */
function news({ news: changes, before: earlier, reports }: PlanData): Html {
  const [before, latest] = [reports.at(-2) ?? earlier, reports.at(-1)];
  if (before === null) return html`<p class="small">There is one paper so far, so nothing to compare it with.</p>`;
  const groups = changeHeadings.flatMap(([kind, heading]) => {
    const own = changes.filter((change) => change.kind === kind);
    return own.length === 0 ? [] : [{ heading, own }];
  });
  return html`<h4>What changed since the last paper <span class="small">${dateWords(before.date)} to ${dateWords(latest?.date ?? null)}</span></h4>
${groups.length === 0 ? html`<p>Nothing changed.</p>` : html`<div class="news">${groups.map(({ heading, own }) => html`<section class="news-kind"><h5>${heading} <span class="count">${own.length}</span></h5><ul>${own.map(changeView)}</ul></section>`)}</div>`}`;
}

function changeView({ sentence, threadId, inferred }: ChangeLine): Html {
  return html`<li><a class="quiet" href="#t-${threadId}">${sentence}</a>${inferred ? html` <span class="small">taken from what the paper says of the whole plan</span>` : null}</li>`;
}

function list(heading: string, lede: string, lines: readonly Html[]): Html | null {
  if (lines.length === 0) return null;
  return html`<h4>${heading} <span class="count">${lines.length}</span></h4><p class="small">${lede}</p><ul class="told-of">${lines}</ul>`;
}

function staleLine(item: Item): Html {
  const { threadId, papersSinceProgress } = item;
  return html`<li><a class="quiet" href="#t-${threadId}">${nameOf(item, 140)}</a> <span class="small">${counted(papersSinceProgress, 'paper')} without news</span></li>
`;
}

function vanishedLine({ threadId, gist, ended }: Item): Html {
  return html`<li><a class="quiet" href="#t-${threadId}">${ended?.sentence ?? gist}</a></li>
`;
}
