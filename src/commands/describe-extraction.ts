import { printable } from '../lib/printable.ts';
import type { EntryField } from '../model/fields.ts';
import type { Issue } from '../model/issue.ts';
import { type Place, placeOfEntry } from '../model/place.ts';
import type { Entry, Extraction } from '../model/plan.ts';

type Line = readonly [label: string, text: string | null | undefined];

/** What a paper says as text for a terminal. */
export function describeExtraction({ paper, plans, entries, issues }: Extraction): string {
  const front = labelled(
    [
      ['File', `${paper.file} (${paper.format ?? 'unknown format'}, ${paper.outcome})`],
      ['Service', paper.service],
      ['Body', paper.body],
      ['Meeting', paper.meetingDate],
      ['As at', paper.asAt],
      ['Title', paper.title],
      ['Author', paper.author],
      ...plans.map((plan): Line => ['Plan', `${plan.name} (${[plan.asAt, plan.state].filter(Boolean).join(', ')})`]),
    ],
    '',
  );
  const count = (things: readonly unknown[], one: string, many: string) =>
    `${things.length === 0 ? 'No' : things.length} ${things.length === 1 ? one : many}`;
  return [
    front,
    `${count(entries, 'entry', 'entries')}\n`,
    ...entries.map((entry, index) => `${describeEntry(entry, index + 1)}`),
    `${count(issues, 'issue', 'issues')}\n${issues.map(describeIssue).join('')}`,
  ].join('\n');
}

function describeEntry(entry: Entry, number: number): string {
  const { timescale, status, rag } = entry;
  const page = placeOfEntry(entry.places)?.page;
  const where = page === undefined ? null : `(page ${page})`;
  const title = [`${number}.`, entry.ref, entry.pillar && `(${entry.pillar})`, where].filter(Boolean).join(' ');
  /** Said where it is another than the entry's. */
  const pageOf = (field: EntryField) => {
    const own = entry.places[field]?.[0]?.page;
    return own === undefined || own === page ? '' : ` (page ${own})`;
  };
  const said = (label: string, field: EntryField, text: string | null | undefined): Line => [
    label,
    text && `${text}${pageOf(field)}`,
  ];
  const dates = timescale?.start && ` (${[...new Set([timescale.start, timescale.end])].join(' to ')})`;
  const lines: readonly Line[] = [
    ['Plan', entry.plan],
    said('Theme', 'theme', entry.theme),
    said('Summary', 'summary', entry.summary),
    said('Finding', 'finding', entry.finding),
    said('Action', 'action', entry.action),
    said('Progress', 'progress', entry.progress),
    ...entry.updates.map(({ period, text }) => said(period, 'updates', text)),
    said('Next', 'future', entry.future),
    said('Due', 'timescale', timescale && `${timescale.raw}${dates ?? ''}`),
    said(
      'Status',
      'status',
      status && `${status.raw}${status.value === null ? ' (not understood)' : ` (${status.value})`}`,
    ),
    said('RAG', 'rag', rag && `${rag.value}${rag.from === 'words' ? '' : ` (${rag.from} ${rag.raw})`}`),
    said('Lead', 'lead', entry.lead),
    said('Per cent', 'percent', entry.percent === null ? null : String(entry.percent)),
    ...Object.entries(entry.extra),
  ];
  return `${printable(title)}\n${labelled(lines, '   ')}`;
}

function describeIssue({ severity, code, message, place }: Issue): string {
  return `  ${severity}  ${code}${place === null ? '' : `  ${describePlace(place)}`}\n         ${printable(message)}\n`;
}

function describePlace({ path, page }: Place): string {
  return page === undefined ? path : `page ${page}, ${path}`;
}

const labelWidth = 10;

/** Lines with their labels; those without a text are left out, further lines of a text stand under its first. */
function labelled(lines: readonly Line[], indent: string): string {
  return lines
    .flatMap(([label, text]) => {
      if (text === null || text === undefined) return [];
      const [first = '', ...further] = text.split('\n').map(printable);
      const under = further.map((line) => `${indent}${' '.repeat(labelWidth)}${line}\n`);
      return [`${indent}${printable(label).padEnd(labelWidth - 1)} ${first}\n`, ...under];
    })
    .join('');
}
