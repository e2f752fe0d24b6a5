import { type Expectation, expectationOf } from '../collect/rhythm.ts';
import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import { UsageError } from '../model/errors.ts';
import {
  type Doubtful,
  doubtful,
  type Holdings,
  holdings,
  mindDamage,
  openStoreToRead,
  type ServiceHoldings,
  type Store,
  serviceHoldings,
} from '../store/index.ts';
import type { Command } from './command.ts';
import { checkDay, today } from './dates.ts';
import { defaultDatabase, readArgs } from './options.ts';

const help = `Examples:
  boardtrail status                     what is stored, which papers are overdue, what needs a look
  boardtrail status --at 2021-06-01     which papers were overdue then
  boardtrail status --json              for other programs

Usage: boardtrail status [OPTION…]

A service's rhythm is the middle one of the times between its papers, three of them or more; a paper is overdue where
half as long again has passed. "boardtrail collect --status" tells how collecting stands.

Options:
  --at DATE         the day to judge by (default: today)
  --json            print one JSON object
  --db FILE         the database (default ${defaultDatabase})
`;

interface ServiceStatus extends ServiceHoldings {
  readonly expectation: Expectation;
}

interface DatabaseStatus {
  readonly holdings: Holdings;
  readonly services: readonly ServiceStatus[];
  readonly doubtful: readonly Doubtful[];
}

export const status: Command = {
  name: 'status',
  summary: 'what is stored, which papers are overdue, what needs a look',
  help,
  async run(args) {
    const { values, positionals } = readArgs('status', args, {
      at: { type: 'string', default: today() },
      json: { type: 'boolean', default: false },
      db: { type: 'string', default: defaultDatabase },
    });
    if (positionals.length > 0) throw new UsageError(`status takes no files: "${positionals[0]}"; see --db`);
    const day = checkDay('--at', values.at);
    const store = openStoreToRead(values.db);
    try {
      mindDamage(store);
      const found = statusOf(store, day);
      process.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : described(found));
    } finally {
      store.close();
    }
    return 0;
  },
};

function statusOf(store: Store, day: string): DatabaseStatus {
  const services = serviceHoldings(store).map((service): ServiceStatus => {
    const until = service.dates.filter((date) => date <= day);
    return { ...service, expectation: expectationOf(until, null, day) };
  });
  return { holdings: holdings(store), services, doubtful: doubtful(store) };
}

function described({ holdings: all, services, doubtful: papers }: DatabaseStatus): string {
  const counts = [
    counted(all.services, 'service'),
    counted(all.papers, 'paper'),
    `${counted(all.entries, 'entry', 'entries')} in ${counted(all.threads, 'thread')}`,
    counted(all.changes, 'change'),
  ].join(', ');
  const last = all.lastRun === null ? '' : `; last taken in ${all.lastRun.slice(0, 10)}`;
  return [
    `${counts}${last}.\n`,
    table(services),
    section('Overdue by the service’s own rhythm', services.flatMap(overdueLine)),
    section('To look at', papers.map(doubtfulLine)),
    section('To decide ("boardtrail threads" lists them)', services.flatMap(candidateLine)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const nameOf = (service: string | null): string => service ?? '(no service)';

function table(services: readonly ServiceStatus[]): string {
  if (services.length === 0) return 'Nothing is stored yet: boardtrail ingest PATH takes papers in.\n';
  const rows = services.map(({ service, papers, dates, entries, expectation }) => [
    nameOf(service),
    String(papers),
    dates.at(-1) ?? '(no date)',
    String(entries),
    expectation.every === null ? '(too few papers)' : `every ${counted(expectation.every, 'day')}`,
    expectation.next ?? '',
  ]);
  const head = ['Service', 'Papers', 'Latest', 'Entries', 'Rhythm', 'Next expected'];
  const lines = [head, ...rows].map((row) => row.map(printable));
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column]?.length ?? 0)));
  return lines
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${heading}:\n${lines.map((line) => `  ${printable(line)}\n`).join('')}`;
}

function overdueLine({ service, expectation: { late, next } }: ServiceStatus): readonly string[] {
  return late === 0 ? [] : [`${nameOf(service)}: a paper was to be expected on ${next}, ${late} days ago`];
}

function doubtfulLine({ service, file, why, message }: Doubtful): string {
  return `${file}${service === null ? '' : ` (${service})`}: ${words[why]}. ${message}`;
}

const words: Readonly<Record<Doubtful['why'], string>> = {
  failed: 'failed',
  partial: 'read only in part',
  unread: 'not to be had',
  undated: 'not dated',
  'no entries': 'no entries',
  'not followed': 'not followed',
};

function candidateLine({ service, candidates }: ServiceStatus): readonly string[] {
  if (candidates === 0) return [];
  return [`${nameOf(service)}: ${counted(candidates, 'pair')} of entries that may be one`];
}
