import type { Entry } from '../../src/model/plan.ts';
import type { RecordedPaper } from '../../src/model/thread.ts';
import type { Random } from './random.ts';

/** Papers of the generator as web pages, each in one of several layouts that services use. */

const escaped = (text: string | null) =>
  (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const pillarNames = { effectiveness: 'Effectiveness', efficiency: 'Efficiency', people: 'People' } as const;

/** What stands in the date's cell: a date, or the status where the template has no column of its own for it. */
const due = ({ timescale, status }: Entry, own: boolean) => timescale?.raw ?? (own ? '' : (status?.raw ?? ''));

const blocksOf = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const blocks: Entry[][] = [];
  for (const entry of entries) {
    const last = blocks.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && first?.finding === entry.finding && first.ref === entry.ref) last.push(entry);
    else blocks.push([entry]);
  }
  return blocks;
};

type Layout = (entries: readonly Entry[], ownStatus: boolean) => string;

/** A row an entry, the finding repeated or spanning its rows. */
const table =
  (spanning: boolean, names: readonly string[]): Layout =>
  (entries, ownStatus) => {
    const [ref, finding, action, progress, date, status, lead] = names;
    const withAction = entries.some((entry) => entry.action !== null);
    const withRef = entries.some((entry) => entry.ref !== null);
    const heads = [
      ...(withRef ? [ref] : []),
      finding,
      ...(withAction ? [action] : []),
      progress,
      date,
      ...(ownStatus ? [status] : []),
      lead,
    ];
    const rows = blocksOf(entries).flatMap((block) =>
      block.map((entry, index) => {
        const cell = (text: string | null, first = false) => {
          if (!first || !spanning) return `<td>${escaped(text)}</td>`;
          return index === 0 ? `<td rowspan="${block.length}">${escaped(text)}</td>` : '';
        };
        return `<tr>${[
          withRef ? cell(entry.ref, true) : '',
          cell(entry.finding, true),
          withAction ? cell(entry.action) : '',
          cell(told(entry)),
          cell(due(entry, ownStatus)),
          ownStatus ? cell(entry.status?.raw ?? '') : '',
          cell(entry.lead),
        ].join('')}</tr>`;
      }),
    );
    return `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  };

const told = ({ progress, updates }: Entry) => [progress, ...updates.map(({ text }) => text)].filter(Boolean).join(' ');

/** A table a finding: label rows, a header row, the actions, the lead under them. */
const findingBlocks: Layout = (entries, ownStatus) =>
  blocksOf(entries)
    .map((block) => {
      const [first] = block;
      const heading = [first?.pillar == null ? '' : pillarNames[first.pillar], first?.ref].filter(Boolean).join(' – ');
      const rows = block.map(
        (entry) =>
          `<tr><td>${escaped(entry.action)}</td><td>${escaped(told(entry))}</td><td>${escaped(due(entry, ownStatus))}</td>${ownStatus ? `<td>${escaped(entry.status?.raw ?? '')}</td>` : ''}<td>${escaped(entry.lead)}</td></tr>`,
      );
      const columns = ownStatus ? 5 : 4;
      const summary =
        first?.summary == null
          ? ''
          : `<tr><th>Summary Finding</th><td colspan="${columns - 1}">${escaped(first.summary)}</td></tr>`;
      return `<h3>${escaped(heading)}</h3><table><tr><th>Area for Improvement</th><td colspan="${columns - 1}">${escaped(first?.finding ?? null)}</td></tr>${summary}
<tr><th>Action Proposed</th><th>Progress to date</th><th>Target Date</th>${ownStatus ? '<th>Status</th>' : ''}<th>Lead</th></tr>${rows.join('\n')}</table>`;
    })
    .join('\n');

const layouts: readonly Layout[] = [
  table(false, ['Ref', 'HMICFRS said', 'Action', 'Progress to date', 'Timescales', 'Status', 'Responsible Lead']),
  table(true, ['Reference', 'Area for Improvement', 'Action', 'Progress', 'Target Date', 'Status', 'Lead']),
  findingBlocks,
];

/** A page of the paper in a layout that fits it. */
export function render(random: Random, { paper, plans, entries }: RecordedPaper): string {
  const lines = entries.map(({ entry }) => entry);
  const hasActions = lines.every(({ action }) => action !== null);
  const layout = random.pick(hasActions ? layouts : layouts.slice(0, 2));
  const ownStatus = lines.some(({ status, timescale }) => status !== null && timescale !== null);
  const body = plans.map(
    ({ name }) =>
      `<h2>${escaped(name)}</h2>${layout(
        lines.filter(({ plan }) => plan === name),
        ownStatus,
      )}`,
  );
  const [year, month] = (paper.asAt ?? '').split('-');
  const date = `${new Date(Date.UTC(Number(year), Number(month) - 1)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })} ${year}`;
  return `<!doctype html><html lang="en"><head><title>${escaped(plans[0]?.name ?? '')}</title></head><body><main><h1>${escaped(plans.length > 1 ? 'HMICFRS Improvement Plans' : (plans[0]?.name ?? ''))}</h1>
<p>${escaped(paper.service)}</p><p>Updated: ${date}</p>${body.join('\n')}</main></body></html>`;
}
