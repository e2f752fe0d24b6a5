import PQueue from 'p-queue';
import { hostOf } from '../../collect/address.ts';
import { unknownAddress } from '../../collect/fetching.ts';
import { openClient, type RobotsMemory } from '../../collect/http/client.ts';
import { type Clock, openGate, systemClock } from '../../collect/http/gate.ts';
import type { Network } from '../../collect/http/reachable.ts';
import type { RobotRules } from '../../collect/http/robots.ts';
import type { Source, SourcesFile, WebSource } from '../../collect/source.ts';
import type { Trouble } from '../../collect/trouble.ts';
import { dayLength, hourLength } from '../../lib/calendar.ts';
import { errorOf } from '../../lib/reason.ts';
import { version } from '../../lib/version.ts';
import type { Condition, StoredCondition, Visit } from '../../model/collected.ts';
import { defaultParseOptions } from '../../model/parsing.ts';
import {
  addressState,
  finishRun,
  hostHistory,
  joinRound,
  linkPage,
  mendRemovedSources,
  openChannel,
  openConditions,
  type PutAside,
  releaseAddresses,
  type Store,
  startRun,
  takeRunLock,
  writeAddress,
  writeArrival,
  writeCollectSource,
  writeConditions,
  writeHostHistory,
  writeLinkPage,
  writeVisit,
} from '../../store/index.ts';
import { followPapers } from '../follow-papers.ts';
import { type IngestedFile, openIntake } from '../ingest.ts';
import type { Pool, PoolOptions } from '../pool.ts';
import { extractorName } from '../reading.ts';
import { type Channel, deliver, nameOf } from './deliver.ts';
import { type CollectEvent, type Desk, timestampOf } from './desk.ts';
import { gatherNews } from './news.ts';
import { receiveWaiting } from './receive.ts';
import { missedRuns } from './silences.ts';
import { visitSource } from './visit.ts';
import { visitFolder } from './visit-folder.ts';
import { visitOf } from './visited.ts';

export interface CollectOptions extends Omit<PoolOptions, 'script'> {
  /** Who reads papers; processes of this machine where nobody is named. It is closed at the end. */
  readonly pool?: Pool;
  /** Names of the sources to look at; null for all. */
  readonly sources: readonly string[] | null;
  /** ISO 8601: only meetings of this day or later, whatever the sources file says; null for what that says. */
  readonly since: string | null;
  /** Only tell what would be fetched. */
  readonly dryRun: boolean;
  /** With `dryRun`: look only as far as is needed to see whether each source is said rightly. */
  readonly check?: boolean;
  /** Ask for addresses again that failed often and are put aside. */
  readonly retry: boolean;
  readonly channels: readonly Channel[];
  readonly onEvent: (event: CollectEvent) => void;
  /** For tests. */
  readonly clock?: Clock;
  readonly network?: Network;
  /** Milliseconds before a failed request is tried again. */
  readonly retryDelay?: number;
}

export interface CollectReport {
  readonly runId: number;
  readonly visits: readonly Visit[];
  /** What is amiss at the sources looked at, and with the run itself, and not acknowledged. */
  readonly conditions: readonly StoredCondition[];
  /** Papers read now that failed or were read only in part. */
  readonly troubled: readonly IngestedFile[];
  readonly exitCode: 0 | 3;
}

/** Sources looked at side by side; requests to one host are never side by side. */
const abreast = 4;
/** Pages of links that a check reads of each source: committees, meetings, the last meeting held. */
const checkedPages = 3;
/** A run that was stopped longer ago is not gone on with: what it fetched is too old. */
const oldestRound = 12 * hourLength;

/**
 * Looks at every source, takes in what is new, follows threads, and tells what changed. May be killed at any moment: the
 * next run goes on where it stopped.
 * @returns null where another run is going
 */
export async function collect(store: Store, file: SourcesFile, options: CollectOptions): Promise<CollectReport | null> {
  const lock = options.dryRun ? null : takeRunLock(store.file, 'collect');
  if (lock === null && !options.dryRun) return null;
  try {
    return await run(store, file, options);
  } finally {
    lock?.release();
  }
}

async function run(store: Store, file: SourcesFile, options: CollectOptions): Promise<CollectReport> {
  const { clock = systemClock } = options;
  const started = new Date(clock.now());
  const sources = file.sources.filter(({ name }) => options.sources?.includes(name) ?? true);
  const missed = options.dryRun ? null : missedRuns(store, clock.now());
  const runId = options.dryRun ? 0 : startRun(store, 'collect', extractorName(defaultParseOptions), started);
  const round = options.dryRun
    ? 0
    : joinRound(store, runId, new Date(clock.now() - oldestRound).toISOString(), file.every);
  options.onEvent({ event: 'run', run: runId, resumes: round !== runId });
  if (options.retry && !options.dryRun) releaseAddresses(store);
  const intake = openIntake(store, runId, { ...options, parse: defaultParseOptions, retry: false });
  const troubled: IngestedFile[] = [];
  const desk: Desk = {
    store,
    file,
    runId,
    round,
    intake,
    reading: options,
    now: () => clock.now(),
    tell: options.onEvent,
    troubled,
  };
  try {
    if (!options.dryRun) {
      for (const source of sources) keepSource(store, source, runId);
      for (const channel of options.channels) openChannel(store, nameOf(channel), started.toISOString());
      if (options.sources === null)
        mendRemovedSources(
          store,
          sources.map(({ name }) => name),
          started.toISOString(),
        );
      await receiveWaiting(desk);
    }
    const visits = await visitAll(desk, sources, clock, options);
    if (options.dryRun) return { runId, visits, conditions: [], troubled, exitCode: 0 };
    const putAside = await followPapers(store, { ...options, retry: options.retry });
    gatherNews(store, timestampOf(desk));
    await deliverAll(desk, options.channels, [...putAside.map(conditionOf), ...(missed === null ? [] : [missed])]);
    return finish(desk, visits, sources);
  } finally {
    intake.close();
  }
}

function keepSource(store: Store, source: Source, runId: number): void {
  const { name, service, kind, address, licence, attribution, expected } = source;
  writeCollectSource(store, { source: name, service, kind, address, licence, attribution, expected }, runId);
}

async function visitAll(
  desk: Desk,
  sources: readonly Source[],
  clock: Clock,
  options: CollectOptions,
): Promise<readonly Visit[]> {
  const { file } = desk;
  const gate = openGate({
    delay: (host) => delayOf(file, host),
    longestWait: file.limits.wait * 60_000,
    clock,
    recall: (host) => hostHistory(desk.store, host),
    remember: options.dryRun ? () => undefined : (host, history) => writeHostHistory(desk.store, host, history),
  });
  const robots = new Map<string, Promise<RobotRules>>();
  const underWay = new Map<string, Promise<unknown>>();
  const failed = new Map<string, Trouble>();
  const queue = new PQueue({ concurrency: abreast });
  const visitOne = async (source: Source): Promise<Visit> => {
    const recheck = file.recheck * dayLength;
    const maxSize = file.limits.size * 1_000_000;
    if (source.kind === 'folder') return visitFolder(desk, source, { recheck, maxSize, dryRun: options.dryRun });
    let requests = 0;
    const client = openClient({
      userAgent: `${file.userAgent ?? `boardtrail/${version}`} (collects published board papers; complaints: ${file.contact})`,
      maxSize,
      maxTime: file.limits.time * 1000,
      maxRedirects: file.limits.redirects,
      retries: file.limits.retries,
      retryDelay: options.retryDelay ?? 2000,
      mayBePrivate: (hostname) => source.private && hostname === new URL(source.address).hostname,
      gate,
      clock,
      robots,
      robotsMemory: robotsMemoryOf(desk, options.dryRun),
      onRequest: (address) => {
        requests += 1;
        desk.tell({ event: 'request', source: source.name, address });
      },
      ...(options.network === undefined ? {} : { network: options.network }),
    });
    try {
      return await visitSource(desk, source, {
        client,
        since: options.since,
        dryRun: options.dryRun,
        sample: options.check === true ? checkedPages : null,
        requests: () => requests,
        fetching: {
          memory: memoryOf(desk.store, options.dryRun),
          now: desk.now,
          round: desk.round,
          recheck,
          underWay,
          failed,
        },
      });
    } finally {
      await client.close();
    }
  };
  return Promise.all(
    sources.map((source) =>
      queue.add(() => visitOne(source).catch((error: unknown) => noteFault(desk, source, error, options.dryRun))),
    ),
  );
}

/** A mistake of ours at one source is no reason not to look at the others. */
function noteFault(desk: Desk, source: Source, error: unknown, dryRun: boolean): Visit {
  const { message, stack = message } = errorOf(error);
  const condition = {
    source: source.name,
    code: 'collect/fault',
    subject: source.address,
    message: `The program made a mistake at this source (${message}). Please report it to the makers.\n${stack}`,
  };
  desk.tell({ event: 'trouble', ...condition });
  const nothing = { listed: 0, offered: 0, requests: 0, unchanged: 0, added: 0, replaced: 0, failed: 0 };
  const visit = visitOf(source, false, [condition], nothing);
  if (!dryRun) writeVisit(desk.store, desk.runId, visit, [condition], null, timestampOf(desk));
  return visit;
}

/** The longest delay, in milliseconds, that the file or a source of that host asks for. */
function delayOf({ delay, sources }: SourcesFile, host: string): number {
  const own = sources
    .filter((source): source is WebSource => source.kind !== 'folder' && hostOf(source.address) === host)
    .map((source) => source.delay ?? delay);
  return (own.length === 0 ? delay : Math.max(...own)) * 1000;
}

/** A dry run remembers nothing, and asks as if it knew only what was known before. */
function memoryOf(store: Store, dryRun: boolean) {
  const forget = () => undefined;
  return {
    recall: (key: string) => addressState(store, key),
    page: (key: string) => linkPage(store, key),
    keepPage: dryRun ? forget : writeLinkPage.bind(null, store),
    keepArrival: dryRun ? forget : writeArrival.bind(null, store),
    keep: dryRun ? forget : writeAddress.bind(null, store),
  };
}

/** A paper that could not be followed: its changes are not told, and none of it may count as gone. */
const conditionOf = ({ file, service, message }: PutAside): Condition => ({
  source: null,
  code: 'paper/not-followed',
  subject: service === null ? file : `${file} (${service})`,
  message,
});

/** RFC 9309, 2.4: a robots.txt should not be used for longer than a day without asking again. */
const robotsAge = 20 * hourLength;

function robotsMemoryOf(desk: Desk, dryRun: boolean): RobotsMemory {
  const keyOf = (origin: string) => `${origin}/robots.txt (robots)`;
  return {
    recall: (origin) => {
      const state = addressState(desk.store, keyOf(origin));
      const age = desk.now() - Date.parse(state?.fetched ?? '');
      if (!(age >= 0 && age < robotsAge)) return undefined;
      const bytes = linkPage(desk.store, keyOf(origin))?.bytes;
      return bytes === undefined || bytes.length === 0 ? null : bytes;
    },
    keep: (origin, bytes) => {
      if (dryRun) return;
      const state = {
        ...unknownAddress(`${origin}/robots.txt`, keyOf(origin)),
        fetched: timestampOf(desk),
        round: desk.round,
      };
      writeLinkPage(desk.store, state, { bytes: bytes ?? new Uint8Array(), contentType: null });
    },
  };
}

/** @param amiss what is amiss with the run itself besides */
async function deliverAll(desk: Desk, channels: readonly Channel[], amiss: readonly Condition[]): Promise<void> {
  const problems = await Promise.all(
    channels.map((channel) =>
      deliver(desk.store, channel, desk.now, (id, problem) =>
        desk.tell({ event: 'delivery', channel: nameOf(channel), id, problem }),
      ),
    ),
  );
  const conditions = [...amiss, ...problems.filter((problem) => problem !== null)];
  writeConditions(desk.store, null, conditions, timestampOf(desk));
}

function finish(desk: Desk, visits: readonly Visit[], sources: readonly Source[]): CollectReport {
  const names = new Set<string | null>([null, ...sources.map(({ name }) => name)]);
  const conditions = openConditions(desk.store).filter(
    ({ source, acknowledged }) => names.has(source) && acknowledged === null,
  );
  const sum = (count: (visit: Visit) => number) => visits.reduce((total, visit) => total + count(visit), 0);
  const exitCode = conditions.length + desk.troubled.length > 0 ? 3 : 0;
  const failed = desk.troubled.filter(({ outcome }) => outcome === 'failed').length;
  finishRun(
    desk.store,
    desk.runId,
    {
      files: sum(({ offered }) => offered),
      read: sum(({ added, replaced }) => added + replaced),
      known: sum(({ unchanged }) => unchanged),
      partial: desk.troubled.length - failed,
      failed: failed + sum((visit) => visit.failed),
      exitCode,
    },
    new Date(desk.now()),
  );
  return { runId: desk.runId, visits, conditions, troubled: desk.troubled, exitCode };
}
