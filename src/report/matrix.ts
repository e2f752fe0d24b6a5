import { counted } from '../lib/counted.ts';
import { shortened } from '../lib/text.ts';
import type { ComparedAnswer } from '../model/standing.ts';
import type { Item, ReportData } from './data.ts';
import { type Content, type Html, html } from './html.ts';
import { badge } from './item.ts';
import { tableView } from './table.ts';
import { dateWords, statusLooks } from './words.ts';

/** Services side by side: a row a finding that several of them were given, a column a service. */
export function matrix({ shared, day }: ReportData): Html {
  const services = [...new Set(shared.flat().map(({ service }) => service))].sort();
  const caption = `What several services were told, and how far each is on ${dateWords(day)}`;
  const rows = shared.map((answers) => rowView(answers, services));
  return html`<section aria-labelledby="side-by-side"><h2 id="side-by-side">Services side by side</h2>
${
  shared.length === 0
    ? html`<p>No finding was given to more than one of these services.</p>`
    : html`<p class="small">Findings that differ in their wording only ("ensure", "make sure") count as one; each service’s own words stand in its cell.</p>
${tableView({ label: 'Findings by service', caption, heads: ['Finding', ...services], rows, is: 'matrix' })}`
}</section>
`;
}

function rowView(answers: readonly ComparedAnswer<Item>[], services: readonly string[]): Html {
  const told = answers[0]?.finding ?? '';
  const cells = services.map((service) =>
    cell(
      answers.filter((answer) => answer.service === service),
      told,
    ),
  );
  return html`<tr><th scope="row">${told}</th>${cells.map((content) => html`<td>${content}</td>`)}</tr>
`;
}

function cell(answers: readonly ComparedAnswer<Item>[], told: string): Content {
  return answers.length === 0
    ? html`<span class="small">not in its papers</span>`
    : answers.map((answer) => answerView(answer, told));
}

function answerView({ finding, entries: items }: ComparedAnswer<Item>, told: string): Html {
  const statuses = [...statusLooks.keys()].flatMap((status) => {
    const count = items.filter((item) => item.status === status).length;
    return count === 0 ? [] : [html`<li>${badge(status, null)} ${count}</li>`];
  });
  const overdue = items.filter(({ isOverdue }) => isOverdue).length;
  return html`${finding === told ? null : html`<p class="small">${finding}</p>`}<ul class="standing">${statuses}</ul>${overdue === 0 ? null : html`<p class="small">${overdue} overdue</p>`}<details><summary>${counted(items.length, 'entry', 'entries')}</summary><ul class="answers">${items.map(itemLine)}</ul></details>`;
}

function itemLine({ threadId, gist, latestDue }: Item): Html {
  return html`<li><a class="quiet" href="#t-${threadId}">${shortened(gist, 90)}</a>${latestDue === null ? null : html` <span class="small">due ${latestDue.words}</span>`}</li>`;
}
