import { printable } from '../lib/printable.ts';
import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
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
  const title = [`${number}.`, entry.ref, entry.pillar && `(${entry.pillar})`].filter(Boolean).join(' ');
  const dates = timescale?.start && ` (${[...new Set([timescale.start, timescale.end])].join(' to ')})`;
  const lines: readonly Line[] = [
    ['Plan', entry.plan],
    ['Theme', entry.theme],
    ['Summary', entry.summary],
    ['Finding', entry.finding],
    ['Action', entry.action],
    ['Progress', entry.progress],
    ...entry.updates.map(({ period, text }): Line => [period, text]),
    ['Next', entry.future],
    ['Due', timescale && `${timescale.raw}${dates ?? ''}`],
    ['Status', status && `${status.raw}${status.value === null ? ' (not understood)' : ` (${status.value})`}`],
    ['RAG', rag && `${rag.value}${rag.from === 'words' ? '' : ` (${rag.from} ${rag.raw})`}`],
    ['Lead', entry.lead],
    ['Per cent', entry.percent === null ? null : String(entry.percent)],
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
