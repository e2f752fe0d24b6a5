import { counted } from '../lib/counted.ts';
import type { ShownAnswer, ShownEntry } from '../model/standing.ts';
import { framed } from './frame.ts';
import { type Html, html } from './html.ts';
import { badge, refView } from './item.ts';
import { tableView } from './table.ts';
import { dateWords } from './words.ts';

/**
 * Services side by side as one HTML page: a section a finding, a table of what each service does about it.
 * @param date the day as of which they are compared, ISO 8601
 * @param made the day the page is made, ISO 8601
 */
export function comparePage(groups: readonly (readonly ShownAnswer[])[], date: string, made: string): string {
  const services = new Set(groups.flat().map(({ service }) => service));
  return framed(
    {
      title: `Services side by side, ${dateWords(date)}`,
      heading: 'Services side by side',
      lede: `${counted(groups.length, 'finding')} that more than one of ${counted(services.size, 'service')} was given, as the plans stood on ${dateWords(date)}.`,
      made,
      contents: null,
    },
    groups.map((group, index) => sharedFindingView(group, index)),
  );
}

/** One finding and what each service does about it. */
export function sharedFindingView(answers: readonly ShownAnswer[], index: number): Html {
  const finding = answers[0]?.finding ?? '';
  const rows = answers.flatMap((answer) =>
    answer.entries.map((entry, at) => rowView(answer, entry, finding, at === 0 ? answer.entries.length : 0)),
  );
  return html`<section aria-labelledby="finding-${index}"><h2 class="finding" id="finding-${index}">${finding}</h2>
${tableView({ label: `Finding ${index + 1}, service by service`, heads, rows })}</section>
`;
}

const heads = ['Service', 'What it does', 'Status', 'Due', { number: 'Moved by, days' }, 'Lead', 'Reported'];

/** What a service does; what it tells of that where it names no action is no action. */
function answerView(action: string | null, progress: string | null): Html {
  if (action !== null) return html`${action}`;
  return progress === null
    ? html`Nothing said`
    : html`<span class="small">No action named; progress:</span> ${progress}`;
}

/** @param span how many rows the service's name stands beside; 0 where it stands above already */
function rowView({ service, finding }: ShownAnswer, entry: ShownEntry, told: string, span: number): Html {
  const own = finding === told ? null : html`<br><span class="small">${finding}</span>`;
  const head = span === 0 ? null : html`<th scope="rowgroup" rowspan="${span}"><b>${service}</b>${own}</th>`;
  const { ref, action, progress, status, statusWords, due, overdue, slipDays, lead, reported } = entry;
  return html`<tr>${head}<td>${refView(ref)}${answerView(action, progress)}</td><td>${badge(status, statusWords)}</td><td>${due}${overdue ? ' – overdue' : null}</td><td class="number">${slipDays}</td><td>${lead}</td><td>${dateWords(reported)}</td></tr>
`;
}
