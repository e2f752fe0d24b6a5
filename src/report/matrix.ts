import type { Answer, Item, ReportData } from './data.ts';
import { type Html, html } from './html.ts';
import { badge } from './item.ts';
import { lookOf, shortened } from './words.ts';

/** Services side by side: a row a finding that several of them were given, a column a service. */
export function matrix({ shared }: ReportData): Html {
  const services = [...new Set(shared.flatMap(({ answers }) => answers.map(({ service }) => service)))].sort();
  return html`<section aria-labelledby="side-by-side"><h2 id="side-by-side">Services side by side</h2>
${
  shared.length === 0
    ? html`<p>No finding was given to more than one of these services.</p>`
    : html`<p class="small">Findings that differ in their wording only ("ensure", "make sure") count as one; each service’s own words stand in its cell.</p>
<div class="scroll" role="region" tabindex="0" aria-label="Findings by service"><table class="matrix"><caption>What several services were told, and how far each is</caption>
<thead><tr><th scope="col">Finding</th>${services.map((service) => html`<th scope="col">${service}</th>`)}</tr></thead>
<tbody>${shared.map(
        ({
          finding,
          answers,
        }) => html`<tr><th scope="row">${finding}</th>${services.map((service) => html`<td>${answers.filter((answer) => answer.service === service).map((answer) => answerView(answer, finding))}</td>`)}</tr>
`,
      )}</tbody></table></div>`
}</section>
`;
}

function answerView({ finding, items }: Answer, told: string): Html {
  return html`${finding === told ? null : html`<p class="small">${finding}</p>`}<ul class="answers">${items.map(answerItem)}</ul>`;
}

function answerItem(item: Item): Html {
  const { action, status, statusWords, latestDue, isOverdue, threadId } = item;
  return html`<li><a class="quiet" href="#t-${threadId}">${shortened(action ?? 'No action is given', 90)}</a><br>${badge(status, statusWords ?? lookOf(status).word)}${latestDue === null ? null : html` <span class="fact">due ${latestDue.words}${isOverdue ? ' – overdue' : null}</span>`}</li>`;
}
