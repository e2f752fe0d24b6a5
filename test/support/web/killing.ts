import type { ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCli } from '../cli.ts';
import { differences } from '../database.ts';
import type { Random } from '../random.ts';
import { collected, sourcesText } from './collecting.ts';
import { startServer, type WebServer } from './server.ts';
import { cmis, modernGov, ownSite } from './sites.ts';

/** What came of one series of runs: all but the last were killed. */
export interface Series {
  readonly kills: number;
  /** Lines that only the clean database or only this one has. */
  readonly differences: readonly string[];
  /** Addresses that were asked for more often than in the clean run and once for every kill. */
  readonly askedTooOften: readonly string[];
}

/** Three sites, a clean run over them, and series of killed runs to hold against it. */
export interface Killing {
  readonly cleanRequests: number;
  /** Starts `kills` runs, kills each at a random moment of the time a clean run takes, and lets one more end. */
  series(random: Random, kills: number): Promise<Series>;
  close(): Promise<void>;
}

/** @param folder for databases; emptied of them again */
export async function openKilling(folder: string, meetings: number): Promise<Killing> {
  mkdirSync(folder, { recursive: true });
  const servers = await Promise.all([
    startServer(modernGov({ service: 'Ludworth Fire and Rescue Service', meetings, webService: 'on' }), '127.0.0.21'),
    startServer(cmis('Carrick Moor Fire and Rescue Service', meetings), '127.0.0.22'),
    startServer(ownSite('Eastmarsh Fire and Rescue Service', meetings), '127.0.0.23'),
  ]);
  const [first, second, third] = servers.map(({ origin }) => origin);
  const file = path.join(folder, 'sources.yaml');
  writeFileSync(
    file,
    sourcesText(
      [
        { name: 'moderngov', kind: 'moderngov', address: first, titles: ['HMICFRS'] },
        { name: 'cmis', kind: 'cmis', address: `${second}/hw/Committees.aspx`, titles: ['HMICFRS'] },
        { name: 'own', kind: 'page', address: `${third}/meeting/45`, depth: 1 },
      ],
      { delay: 0.02, limits: { size: 1, time: 20, wait: 1, retries: 0 } },
    ),
  );
  const run = (database: string, watch: (child: ChildProcess) => void = () => undefined) =>
    runCli(['collect', '--sources', file, '--db', database, '--jobs', '1'], { watch });
  const fresh = (name: string) => {
    for (const end of ['', '-wal', '-shm', '.collect.lock'])
      rmSync(path.join(folder, `${name}${end}`), { force: true });
    return path.join(folder, name);
  };

  const cleanDatabase = fresh('clean.db');
  const began = performance.now();
  const { status, stderr } = await run(cleanDatabase);
  if (status !== 0) throw new Error(`the clean run ended with ${status}: ${stderr}`);
  const duration = performance.now() - began;
  const clean = collected(cleanDatabase);
  const cleanAsked = askedOf(servers);

  return {
    cleanRequests: [...cleanAsked.values()].reduce((sum, times) => sum + times, 0),
    series: async (random, kills) => {
      for (const server of servers) server.log.length = 0;
      const database = fresh('killed.db');
      let killed = 0;
      for (let runs = 0; runs < kills; runs += 1) {
        const { signal } = await run(database, (child) => {
          setTimeout(() => child.kill('SIGKILL'), random.next() * duration);
        });
        // One that had little left to do may end before; the next one then begins a round of its own.
        if (signal === 'SIGKILL') killed += 1;
      }
      const last = await run(database);
      const asked = askedOf(servers);
      return {
        kills: killed,
        differences: [
          ...(last.status === 0 ? [] : [`the last run ended with ${last.status}: ${last.stderr}`]),
          ...differences(clean, collected(database)),
        ],
        askedTooOften: [...asked].flatMap(([address, times]) =>
          times > (cleanAsked.get(address) ?? 0) + kills ? [`${address}: ${times} times`] : [],
        ),
      };
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      fresh('killed.db');
      fresh('clean.db');
    },
  };
}

/** How often each address was asked for; sessions in paths make no other one. */
function askedOf(servers: readonly WebServer[]): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const { origin, log } of servers) {
    for (const { path: at } of log) {
      const address = origin + at.replace(/\/\(S\([^)]*\)\)/, '');
      asked.set(address, (asked.get(address) ?? 0) + 1);
    }
  }
  return asked;
}
