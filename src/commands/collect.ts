import { existsSync } from 'node:fs';
import { hasPassword } from '../collect/address.ts';
import { firstSources } from '../collect/first-sources.ts';
import type { SourcesFile } from '../collect/source.ts';
import { readSourcesFile } from '../collect/source.ts';
import { firstDayOf } from '../lib/calendar.ts';
import { printable } from '../lib/printable.ts';
import { reasonOf } from '../lib/reason.ts';
import { exitCode, UsageError } from '../model/errors.ts';
import { type CollectReport, collect as collectPapers } from '../pipeline/collect/collect.ts';
import { beat, type Channel } from '../pipeline/collect/deliver.ts';
import type { CollectEvent } from '../pipeline/collect/desk.ts';
import { defaultLimits } from '../pipeline/limits.ts';
import {
  acknowledgeCondition,
  lastTellingNumber,
  mindDamage,
  openConditions,
  openStore,
  openStoreToRead,
  type Store,
  tellingsAfter,
} from '../store/index.ts';
import { collectStatus, describeCollectStatus } from './collect-status.ts';
import { commandOf } from './command.ts';
import { databaseTrouble } from './database-trouble.ts';
import { checkDate } from './dates.ts';
import { describeCheck, describeCollect } from './describe-collect.ts';
import { textOfFile } from './files.ts';
import { databaseOption, flag, numberOf, takes, takesEach } from './options.ts';
import { printAnswer } from './print.ts';
import { queueOptions, type Readers, withQueue } from './queue-options.ts';
import { jobsHelp, jobsOf } from './reading-options.ts';
import { saidWhenStopped } from './unfollowed.ts';
import { changeStore, withStore } from './with-store.ts';

/** The sources file where none is named. */
const defaultSources = 'boardtrail.sources.yaml';
const secretVariable = 'BOARDTRAIL_WEBHOOK_SECRET';
/** The heartbeat's address where no option names it: it is a secret, and options can be seen by all users. */
const heartbeatVariable = 'BOARDTRAIL_HEARTBEAT';

export const command = commandOf({
  name: 'collect',
  help: `Examples:
  boardtrail collect                                 every source of ${defaultSources}
  boardtrail collect --check                         is every source said rightly? a few requests each, nothing is stored
  boardtrail collect --dry-run --source essex        what would be fetched from one source
  boardtrail collect --quiet --webhook https://…     for cron: prints only what is new or amiss, and posts the news
  boardtrail collect --status                        what is amiss, which papers are late, what is put aside
  boardtrail collect --acknowledge 12                condition 12 is known; be silent of it until it is mended

  boardtrail collect init Essex Derbyshire > ${defaultSources}
                                                     a sources file to start from; nothing in it is checked yet

Usage: boardtrail collect [OPTION…]
       boardtrail collect init SERVICE…

Looks at each source, fetches what is new or has changed, stores it as "ingest" does, compares it with the papers before,
and tells what changed. Asks politely: one request at a time and a delay for each host, by robots.txt, never on a private
network. A run that was stopped is gone on with by the next. Where another run is going it says so and ends.
`,
  options: {
    sources: takes(`FILE the sources (default ${defaultSources}; see docs/collect.md)`, defaultSources),
    ...databaseOption,
    source: takesEach('NAME only this source; may be given several times'),
    since: takes('DATE only meetings of this day or later (2021-04-01), whatever the sources file says'),
    check: flag('try every source with a few requests: what it would take and pass over; stores nothing'),
    'dry-run': flag('only list what would be fetched; stores nothing'),
    retry: flag('ask again for addresses that failed often and are put aside'),
    status: flag(`say how collecting stands, and end; papers are late where the time since the last one is half as
long again as usual: by the "expected" of the sources file, else by the source's own papers`),
    acknowledge: takesEach('ID note that a condition is known, and end; may be given several times; "all" for all'),
    webhook: takesEach(`URL post news there, signed with the secret in the environment variable ${secretVariable}`),
    heartbeat: takes(`URL tell a monitor how the run ended: a POST to URL/0 where all is well, URL/3 where something is
amiss, URL/1 where the run failed (healthchecks.io and the like); also from the environment
variable ${heartbeatVariable}`),
    exec: takesEach('COMMAND run a shell command with news as JSON on its input'),
    jobs: takes(jobsHelp),
    ...queueOptions,
    json: flag('print what happens as lines of JSON'),
    quiet: flag('print nothing where nothing is new and nothing amiss'),
  },
  column: 22,
  notes: `Exit code 3 where something is amiss (a source that lists nothing, a host that forbids or fails, a paper that cannot be
read). It is said again in every run until it is mended or acknowledged; --status lists it.
`,
  async run({ values, positionals }) {
    if (positionals[0] === 'init') return printFirstSources(positionals.slice(1));
    if (positionals.length > 0) throw new UsageError(`collect takes no paths; sources are named in ${values.sources}`);
    if (values.acknowledge !== undefined) return acknowledge(values.db, values.acknowledge);
    if (values.status) return showStatus(values.db, values.json);
    const heartbeat = values.heartbeat ?? process.env[heartbeatVariable];
    if (heartbeat !== undefined) mindWebAddress('--heartbeat', heartbeat);
    const file = loadSources(values.sources);
    const wanted = values.source ?? null;
    for (const name of wanted ?? []) mindName(name, file, values.sources);
    const channels = channelsOf(values.webhook ?? [], values.exec ?? []);
    const dryRun = values['dry-run'] || values.check;
    const jobs = jobsOf(values.jobs);
    const runWith = (readers: Readers): Promise<RunEnd> =>
      withStore(
        dryRun ? openForDryRun(values.db) : openStore(values.db),
        async (store) => {
          const before = dryRun ? 0 : lastTellingNumber(store);
          const log: CollectEvent[] = [];
          const collecting = () =>
            collectPapers(store, file, {
              sources: wanted,
              since: values.since === undefined ? null : firstDayOf(checkDate('--since', values.since)),
              dryRun,
              check: values.check,
              retry: values.retry,
              channels,
              ...readers,
              timeout: defaultLimits.timeout,
              memory: defaultLimits.memory,
              onEvent: (event) => {
                if (values.json && !values.quiet) printEvent(event);
                else if (!values.quiet) showProgress(event);
                if (dryRun) log.push(event);
              },
            });
          const report = await (dryRun ? collecting() : saidWhenStopped(store, collecting));
          if (report === null) {
            if (!values.quiet) process.stderr.write('Another run of collect is going; this one leaves it to that.\n');
            return { exitCode: exitCode.well, problems: null };
          }
          if (values.check) return tellCheck(report, log, values.json);
          const news = dryRun ? [] : tellingsAfter(store, before);
          const { text, problems, isQuiet } = describeCollect(report, news, log, values.db);
          if (values.json) {
            if (!values.quiet || !isQuiet) printDone(report, news);
          } else if (!values.quiet || !isQuiet) process.stdout.write(text);
          process.stderr.write(problems);
          return { exitCode: report.exitCode, problems };
        },
        mindDamage,
      );
    const run = () => withQueue(dryRun ? {} : values, jobs, runWith);
    return heartbeat === undefined || dryRun ? (await run()).exitCode : runWithHeartbeat(heartbeat, run);
  },
});

function printFirstSources(wanted: readonly string[]): number {
  if (wanted.length === 0) throw new UsageError('collect init needs names of services: boardtrail collect init Essex');
  const unknown: string[] = [];
  const text = firstSources(wanted, (word) => unknown.push(word));
  if (unknown.length > 0) throw new UsageError(`no fire and rescue service has "${unknown.join('", "')}" in its name`);
  process.stdout.write(text);
  return exitCode.well;
}

/** How a run ended: what was amiss, in words; null where another run was going, so that this one did nothing. */
interface RunEnd {
  readonly exitCode: number;
  readonly problems: string | null;
}

async function runWithHeartbeat(address: string, run: () => Promise<RunEnd>): Promise<number> {
  const tell = async (code: number, text: string) => {
    const problem = await beat(address, code, text);
    if (problem !== null) process.stderr.write(`The heartbeat could not be told: ${printable(problem)}\n`);
  };
  try {
    const end = await run();
    if (end.problems !== null) await tell(end.exitCode, end.problems === '' ? 'All is well.' : end.problems);
    return end.exitCode;
  } catch (error) {
    await tell(exitCode.fault, databaseTrouble(error) ?? reasonOf(error));
    throw error;
  }
}

function tellCheck(report: CollectReport, log: readonly CollectEvent[], json: boolean): RunEnd {
  const { text, isSound } = describeCheck(report, log);
  if (!json) process.stdout.write(text);
  return { exitCode: isSound ? exitCode.well : exitCode.incomplete, problems: null };
}

/** @throws UsageError where there is no such file, or it has mistakes */
function loadSources(file: string): SourcesFile {
  const advice = `"boardtrail collect init Essex > ${defaultSources}" makes one, docs/collect.md explains it, --sources names another`;
  return readSourcesFile(textOfFile(file, advice, `the sources file ${file}`), file);
}

function mindName(name: string, { sources }: SourcesFile, file: string): void {
  if (sources.some((source) => source.name === name)) return;
  const names = sources.map((source) => source.name).join(', ');
  throw new UsageError(`${file} has no source "${name}"; it has ${names}`);
}

function channelsOf(webhooks: readonly string[], commands: readonly string[]): readonly Channel[] {
  const secret = process.env[secretVariable] ?? '';
  if (webhooks.length > 0 && secret === '') {
    throw new UsageError(`--webhook signs what it posts; put a secret into the environment variable ${secretVariable}`);
  }
  for (const url of webhooks) {
    mindWebAddress('--webhook', url);
    if (hasPassword(url)) throw new UsageError('--webhook takes an address without user and password: it is stored');
  }
  return [
    ...webhooks.map((url) => ({ kind: 'webhook', url, secret, retryDelay: 1000 }) as const),
    ...commands.map((command) => ({ kind: 'exec', command }) as const),
  ];
}

function mindWebAddress(option: string, address: string): void {
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new UsageError(`${option} takes a web address, not "${address}"`);
}

/** A dry run leaves no database behind where there was none. */
const openForDryRun = (file: string): Store => (existsSync(file) ? openStoreToRead(file) : openStore(':memory:'));

function showStatus(database: string, json: boolean): Promise<number> {
  return withStore(
    openStoreToRead(database),
    (store) => {
      const status = collectStatus(store, new Date().toISOString());
      printAnswer(json, status, describeCollectStatus);
      const isAmiss = status.conditions.some(({ acknowledged }) => acknowledged === null);
      return status.stoppedFor !== null || isAmiss ? exitCode.incomplete : exitCode.well;
    },
    mindDamage,
  );
}

function acknowledge(database: string, named: readonly string[]): Promise<number> {
  return changeStore(database, (store) => {
    const all = openConditions(store).map(({ id }) => String(id));
    for (const id of named.includes('all') ? all : named) {
      if (!acknowledgeCondition(store, numberOf('--acknowledge', id, 1), new Date().toISOString())) {
        throw new UsageError(`there is no open condition ${id}; "boardtrail collect --status" lists them`);
      }
    }
    return exitCode.well;
  });
}

function printEvent(event: CollectEvent): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
}

function printDone(report: CollectReport, news: readonly unknown[]): void {
  const { runId: run, visits, conditions, exitCode: code } = report;
  const done = { event: 'done', run, visits, conditions, news: news.length, exitCode: code };
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...done })}\n`);
}

function showProgress(event: CollectEvent): void {
  if (event.event === 'paper' && event.what !== 'same-words') {
    const { source, what, address, entries } = event;
    process.stderr.write(`${printable(source)}: ${what} ${printable(address)} (${entries} entries)\n`);
  } else if (event.event === 'run' && event.resumes) {
    process.stderr.write('The last run was stopped on its way; this one goes on where it stopped.\n');
  }
}
