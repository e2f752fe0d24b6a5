import { expectationOf } from '../collect/rhythm.ts';
import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import { reasonOf } from '../lib/reason.ts';
import { exitCode, UsageError } from '../model/errors.ts';
import { isServiceNamed } from '../normalise/named.ts';
import {
  type Doubtful,
  doubtful,
  holdings,
  mindDamage,
  openStoreToRead,
  type Store,
  serviceHoldings,
} from '../store/index.ts';
import { commandOf } from './command.ts';
import { databaseTrouble } from './database-trouble.ts';
import { checkDay, durationOf, today } from './dates.ts';
import { describeCondition } from './describe-collect.ts';
import { serviceOption } from './filter.ts';
import { describeLedger, ledgerCsv, ledgerOf } from './ledger.ts';
import { databaseOption, flag, takes } from './options.ts';
import { describePutAside, printAnswer, section, textTable } from './print.ts';
import { printQueueStatus } from './queue-status.ts';
import { tellUnmatched } from './unmatched.ts';
import { describeAge, pluginAnswer, type Watch, watchOf } from './watch.ts';
import { readStore, withStore } from './with-store.ts';

export const command = commandOf({
  name: 'status',
  help: `Examples:
  boardtrail status                     what is stored, which papers are overdue, what needs a look
  boardtrail status --as-of 2021-06-01  which papers were overdue then
  boardtrail status --json              for other programs
  boardtrail status --ledger            of each service what there is, what should be there, and where it would come from
  boardtrail status --max-age 24h       for monitors: exit code 3 where the job has stopped or something is amiss
  boardtrail status --max-age 24h --plugin   the same as a plugin of Nagios, Icinga and the like
  boardtrail status --queue postgres://…   what is asked for and read there, and by whom

Usage: boardtrail status [OPTION…]

A service's rhythm is the middle one of the times between its papers, three of them or more; a paper is overdue where
half as long again has passed. "boardtrail collect --status" tells how collecting stands.
`,
  options: {
    ...serviceOption,
    'as-of': takes('DATE the day to judge by (default: today)', today()),
    // What it was called first.
    at: { type: 'string' },
    'max-age': takes(`AGE how long ago the last run may have ended (36h, 2d): exit code 3 where it is longer, or where
collecting has something amiss that nobody has acknowledged`),
    plugin: flag(`one line, and exit codes of monitoring plugins: 0 OK, 1 WARNING (amiss), 2 CRITICAL (stopped, or
the database is damaged), 3 UNKNOWN; needs --max-age`),
    ledger: flag('the 44 services, and all else that is followed: last paper, rhythm, next expected, source or none'),
    csv: flag('with --ledger: as CSV'),
    queue:
      takes(`ADDRESS how the queue at this PostgreSQL database stands, and not the papers (see "boardtrail work"): exit
code 3 where papers wait and nobody is there to read them`),
    json: flag('print one JSON object'),
    ...databaseOption,
  },
  instead: '--db',
  async run({ values }) {
    if (values.queue !== undefined) return printQueueStatus(values.queue, values.json);
    const day = checkDay('--as-of', values.at ?? values['as-of']);
    const maxAge = values['max-age'] === undefined ? null : durationOf('--max-age', values['max-age']);
    if (values.csv && !values.ledger)
      throw new UsageError('--csv goes with --ledger; "boardtrail export" has the rest');
    if (values.plugin) return runAsPlugin(values.db, maxAge);
    return readStore(values.db, (store) => {
      const { service } = values;
      const isWanted = (each: { readonly service: string | null }) =>
        service === undefined || (each.service !== null && isServiceNamed(each.service, service));
      if (!values.ledger) tellUnmatched(store, values);
      if (values.ledger) {
        const lines = ledgerOf(store, day).filter(isWanted);
        printAnswer(values.json, lines, values.csv ? ledgerCsv : describeLedger);
        return exitCode.well;
      }
      const watch = maxAge === null ? null : watchOf(store, Date.now(), maxAge);
      const all = statusOf(store, day);
      const found = { ...all, services: all.services.filter(isWanted), doubtful: all.doubtful.filter(isWanted), watch };
      printAnswer(values.json, found, described);
      if (watch === null || maxAge === null) return exitCode.well;
      if (!values.json) process.stderr.write(describeWatch(watch, maxAge));
      const isAmiss = watch.isStale || watch.conditions.length + watch.putAside.length > 0;
      return isAmiss ? exitCode.incomplete : exitCode.well;
    });
  },
});

function describeWatch(watch: Watch, maxAge: number): string {
  const age = watch.isStale ? [`${describeAge(watch, maxAge)}\n`] : [];
  return [...age, ...watch.conditions.map(describeCondition), ...watch.putAside.map(describePutAside)].join('');
}

/** A monitor reads the line and the code, whatever happens. */
async function runAsPlugin(database: string, maxAge: number | null): Promise<number> {
  try {
    if (maxAge === null) throw new UsageError('--plugin needs --max-age');
    const answer = (store: Store) => pluginAnswer(watchOf(store, Date.now(), maxAge), maxAge);
    const { line, exitCode: code } = await withStore(openStoreToRead(database), answer, mindDamage);
    process.stdout.write(`${line}\n`);
    return code;
  } catch (error) {
    const trouble = databaseTrouble(error);
    if (trouble === null && !(error instanceof UsageError)) throw error;
    const reason = trouble ?? reasonOf(error);
    process.stdout.write(`BOARDTRAIL ${trouble === null ? 'UNKNOWN' : 'CRITICAL'} - ${printable(reason)}\n`);
    return trouble === null ? 3 : 2;
  }
}

type DatabaseStatus = ReturnType<typeof statusOf>;
type ServiceStatus = DatabaseStatus['services'][number];

function statusOf(store: Store, day: string) {
  const services = serviceHoldings(store).map((service) => {
    const until = service.dates.filter((date) => date <= day);
    return { ...service, expectation: expectationOf(until, null, day) };
  });
  return { holdings: holdings(store), services, doubtful: doubtful(store) };
}

function described({ holdings: all, services, doubtful: papers }: DatabaseStatus): string {
  const counts = [
    `${counted(all.services, 'service')}${all.servicesWithoutPlan === 0 ? '' : ` (${all.servicesWithoutPlan} more without a plan)`}`,
    counted(all.papers, 'paper'),
    `${counted(all.entries, 'entry', 'entries')} in ${counted(all.threads, 'thread')}`,
    counted(all.changes, 'change'),
  ].join(', ');
  const last = all.lastRun === null ? '' : `; last taken in ${all.lastRun.slice(0, 10)}`;
  return [
    `${counts}${last}.\n`,
    table(services),
    ...sectionsOf([
      ['Overdue by the service’s own rhythm:', services.flatMap(overdueLine)],
      ['To look at ("boardtrail forget FILE" leaves one out for good):', papers.map(doubtfulLine)],
      ['To decide ("boardtrail threads" lists them):', services.flatMap(candidateLine)],
    ]),
  ].join('\n');
}

const nameOf = (service: string | null): string => service ?? '(no service)';

function table(services: readonly ServiceStatus[]): string {
  if (services.length === 0) return 'Nothing is stored yet: boardtrail ingest PATH takes papers in.\n';
  const rows = services.map(({ service, papers, dates, entries, unfollowed, expectation }) => [
    nameOf(service),
    String(papers),
    ...(entries === 0 && unfollowed > 0
      ? ['(not followed yet)', '']
      : [dates.at(-1) ?? (entries === 0 ? '(no plan)' : '(no date)'), String(entries)]),
    expectation.every === null ? '(too few papers)' : `every ${counted(expectation.every, 'day')}`,
    expectation.next ?? '',
  ]);
  return textTable([['Service', 'Papers', 'Latest', 'Its entries', 'Rhythm', 'Next expected'], ...rows]);
}

const sectionsOf = (parts: readonly (readonly [title: string, lines: readonly string[]])[]): readonly string[] =>
  parts.filter(([, lines]) => lines.length > 0).map(([title, lines]) => section(title, lines));

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
  'forms differ': 'its forms differ',
  'service in doubt': 'its service in doubt',
};

function candidateLine({ service, candidates }: ServiceStatus): readonly string[] {
  if (candidates === 0) return [];
  return [`${nameOf(service)}: ${counted(candidates, 'pair')} of entries that may be one`];
}
