import path from 'node:path';
import { readSourcesFile } from '../../../src/collect/source.ts';
import { collect } from '../../../src/pipeline/collect/collect.ts';
import { beat } from '../../../src/pipeline/collect/deliver.ts';
import { relink } from '../../../src/pipeline/trail.ts';
import { lastTellingNumber, openStore, tellingsAfter } from '../../../src/store/index.ts';
import { type CliResult, runCli } from '../cli.ts';
import { ownReaders } from '../own-readers.ts';
import { day, hour, setClock } from './clock.ts';
import type { Pages, WebServer } from './server.ts';
import { startServer } from './server.ts';
import { cmis, modernGov, newsFeed, ownSite, planPage } from './sites.ts';

/** A site that can be broken in many ways, with one paper a month. */
export interface BreakableSite {
  readonly name: string;
  readonly server: WebServer;
  /** How many months have a paper. */
  months: number;
  /** Of these (from 0), whose meeting was cancelled. */
  readonly cancelled: Set<number>;
  /** What it answers instead of what it should; null where it is well. */
  broken: Pages | null;
  /** What the sources file says of it. */
  source: Record<string, unknown>;
}

const kinds = {
  moderngov: (service: string, months: number, cancelled: ReadonlySet<number>) =>
    modernGov({ service, meetings: months, webService: 'on', isCancelled: (each) => cancelled.has(each) }),
  cmis,
  page: ownSite,
  feed: (service: string, months: number) => newsFeed(service, months, 'rss'),
  plan: (service: string, months: number) => planPage(service, { edition: months, stamp: () => '' }),
} as const;
export type SiteKind = keyof typeof kinds;

const settings: Readonly<Record<SiteKind, Record<string, unknown>>> = {
  moderngov: { kind: 'moderngov', at: '/', committees: ['Fire & Rescue Authority'], titles: ['HMICFRS'] },
  cmis: { kind: 'cmis', at: '/hw/Committees.aspx', committees: ['Fire'], titles: ['Improvement Plan'] },
  page: { kind: 'page', at: '/meeting/45', depth: 1, titles: ['Improvement plan'] },
  feed: { kind: 'feed', at: '/feed', titles: ['HMICFRS'] },
  plan: { kind: 'page', at: '/improvement-plan', itself: true },
};

export async function breakableSite(kind: SiteKind, service: string, months: number): Promise<BreakableSite> {
  const { at, ...source } = settings[kind];
  const server = await startServer((path, url) =>
    (site.broken ?? kinds[kind](service, site.months, site.cancelled))(path, url),
  );
  const rhythm = kind === 'plan' ? {} : { expected: 'monthly' };
  const site: BreakableSite = {
    name: kind,
    server,
    months,
    cancelled: new Set(),
    broken: null,
    source: { name: kind, service, address: `${server.origin}${at}`, private: true, ...source, ...rhythm },
  };
  return site;
}

const preload = new URL('./shifted-clock.ts', import.meta.url).href;

/** What one day's run told. */
export interface Day {
  readonly date: string;
  readonly exitCode: number;
  /** Conditions as `source code`, those first met today and all that are open. */
  readonly opened: readonly string[];
  readonly open: readonly string[];
  readonly messages: readonly string[];
  readonly news: readonly string[];
  readonly requests: number;
}

export interface Days {
  /** Runs once, at the end of a day. */
  run(): Promise<Day>;
  /** A day without a run. */
  skip(): void;
  /** What a command tells, by its exit code and on stderr, at nine on the day of the last run, or of the last one skipped. */
  ask(...command: readonly string[]): Promise<Pick<CliResult, 'status' | 'stderr'>>;
  /** How runs ended, as a monitor was told it since this was last asked. */
  beats(): readonly string[];
  close(): Promise<void>;
}

/** A job that runs once a day, at three, over some sites, from a day on. */
export async function daysOf(folder: string, sites: readonly BreakableSite[], start: string): Promise<Days> {
  const clock = setClock(`${start}T03:00:00Z`);
  const database = path.join(folder, 'days.db');
  const timestamp = () => new Date(clock.now()).toISOString();
  const monitor = await startServer(() => ({ body: 'OK' }));
  return {
    run: async () => {
      const text = JSON.stringify({
        contact: 'papers@example.org',
        delay: 0,
        limits: { size: 1, time: 20, wait: 0.05, retries: 0, redirects: 3 },
        sources: sites.map(({ source }) => source),
      });
      const store = openStore(database);
      const before = lastTellingNumber(store);
      const asked = sites.reduce((sum, { server }) => sum + server.log.length, 0);
      try {
        const report = await collect(store, readSourcesFile(text, 'days.sources.yaml'), {
          sources: null,
          since: null,
          dryRun: false,
          retry: false,
          channels: [],
          size: 1,
          timeout: 60_000,
          memory: 512,
          retryDelay: 5,
          clock,
          pool: ownReaders(),
          onEvent: ({ event }) => void (event === 'paper' && relink(store)),
        });
        await beat(`${monitor.origin}/ping`, report?.exitCode ?? -1, 'told');
        const named = (report?.conditions ?? []).map(({ source, code, opened }) => ({
          name: `${source} ${code}`,
          opened,
        }));
        const today = timestamp().slice(0, 10);
        return {
          date: today,
          exitCode: report?.exitCode ?? -1,
          opened: named.filter(({ opened }) => opened.startsWith(today)).map(({ name }) => name),
          open: named.map(({ name }) => name),
          messages: (report?.conditions ?? []).map(({ message }) => message),
          news: tellingsAfter(store, before).map(({ kind, title }) => `${kind}: ${title}`),
          requests: sites.reduce((sum, { server }) => sum + server.log.length, 0) - asked,
        };
      } finally {
        store.close();
        clock.advance(day);
      }
    },
    skip: () => clock.advance(day),
    ask: async (...command) => {
      const shift = clock.now() - day + 6 * hour - Date.now();
      const env = { NODE_OPTIONS: `--import=${preload}`, SHIFTED_BY: String(shift) };
      const { status, stderr } = await runCli([...command, '--db', database], { env });
      return { status, stderr };
    },
    beats: () => monitor.log.splice(0).map(({ path: at }) => at),
    close: () => monitor.close(),
  };
}
