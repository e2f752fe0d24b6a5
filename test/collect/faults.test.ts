import { copyFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../support/database.ts';
import { randomFrom } from '../support/random.ts';
import { codesOf, collected, collectInto, newDatabase, sourcesText } from '../support/web/collecting.ts';
import { type FaultName, faultNames, startServer, type WebServer } from '../support/web/server.ts';
import { newsFeed, ownSite, withRobots } from '../support/web/sites.ts';

/*
 * Every fault at every place of a site, then all is well again: the papers and where they were seen must be those of a run
 * without faults. The papers themselves are stored before, so that no test waits for a reader.
 */
const service = 'Pennyholt Fire and Rescue Service';
let site: WebServer;
let stocked: string;
let clean: readonly string[];
/** The sources, asked in haste while faults strike, and else with the patience that a busy machine needs. */
let sources: { readonly hasty: string; readonly patient: string };

const robots = 'User-agent: *\nDisallow: /private\n';
interface Place {
  readonly at: RegExp;
  readonly faults: readonly FaultName[];
}

/** Where faults strike; pages of meetings are read as lists are, and robots.txt is asked for as everything is. */
const places: Readonly<Record<string, Place>> = {
  document: { at: /^\/files\/plan-1/, faults: faultNames },
  list: { at: /^\/meeting\/45|^\/feed/, faults: faultNames },
  meeting: {
    at: /^\/meeting\/0-of/,
    faults: ['500', 'cut', 'wrong-length', 'html-instead', 'bad-xml', 'redirect-private'],
  },
  robots: {
    at: /^\/robots/,
    faults: ['500', '403', '429', 'slow-drip', 'cut', 'redirect-loop', 'two-gigabytes', 'html-instead'],
  },
};
/** What a fault is no fault of: bodies are told by their bytes, and robots.txt that is refused or odd forbids nothing. */
const harmless = (fault: FaultName, place: string): boolean =>
  fault === 'wrong-type' ||
  (fault === 'other-encoding' && place !== 'robots') ||
  (place === 'robots' && /^(403|bad-xml|other-encoding|html-instead|empty|wrong-length|unasked-304)$/.test(fault));

beforeAll(async () => {
  const own = ownSite(service, 3);
  const feed = newsFeed(service, 2, 'rss');
  site = await startServer(
    withRobots(robots, (at, url) => (/^\/(feed|news)/.test(url.pathname) ? feed(at, url) : own(at, url))),
  );
  const within = (time: number) =>
    sourcesText(
      [
        { name: 'own', kind: 'page', address: `${site.origin}/meeting/45`, depth: 1 },
        { name: 'news', kind: 'feed', address: `${site.origin}/feed` },
      ],
      { limits: { size: 1, time, wait: 0.05, retries: 0, redirects: 3 } },
    );
  sources = { hasty: within(0.4), patient: within(30) };
  stocked = path.join(makeTemporaryFolder(), 'stocked.db');
  await collectInto(stocked, sources.patient);
  clean = collected(stocked, true);
  const db = new Sqlite(stocked);
  for (const table of [
    'link_pages',
    'addresses',
    'source_papers',
    'sources',
    'collect_sources',
    'visits',
    'hosts',
    'rounds',
    'tellings',
  ]) {
    db.exec(`DELETE FROM ${table}`);
  }
  db.close();
  return () => site.close();
});

function stockedDatabase(): string {
  const database = newDatabase();
  copyFileSync(stocked, database);
  return database;
}

describe.each(Object.entries(places))('a fault of the %s', (place, { at: struck, faults }) => {
  test.each(faults)('%s: noticed, and mended by the next run', async (fault) => {
    const database = stockedDatabase();
    site.fault = (at) => (struck.test(at) ? fault : null);
    const faulty = await collectInto(database, sources.hasty);
    site.fault = () => null;
    if (!harmless(fault, place)) {
      expect(faulty.report.exitCode).toBe(3);
      expect(codesOf(faulty)).not.toEqual([]);
    }
    const next = await collectInto(database, sources.patient);
    expect(collected(database, true)).toEqual(clean);
    expect(codesOf(next)).toEqual([]);
    expect(next.report.exitCode).toBe(0);
  });
});

test.each([1, 2, 3])('faults at random (seed %i): every run ends, none is lost', async (seed) => {
  const random = randomFrom(seed);
  const database = stockedDatabase();
  for (let run = 0; run < 3; run += 1) {
    site.fault = () => (random.chance(0.4) ? random.pick(faultNames.filter((each) => each !== '429')) : null);
    await collectInto(database, sources.hasty);
  }
  site.fault = () => null;
  const next = await collectInto(database, sources.patient, { retry: true });
  // A document that was cut at the same place in two runs is kept as one that failed, beside the whole one.
  expect(collected(database, true)).toEqual(expect.arrayContaining([...clean]));
  expect(codesOf(next)).toEqual([]);
});
