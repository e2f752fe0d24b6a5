import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll } from 'vitest';
import { type OpenSite, openSite } from '../../src/site/server.ts';
import { projectRoot } from '../support/cli.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { takeIn } from '../support/take-in.ts';

export const attack =
  '"><img src="http://evil.example/x" onerror="document.title=1"><script>document.title=2</script>\' &amp; ]]>';

const escaped = attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const hostile = `<!doctype html><title>${escaped}</title><h1>Marlbeck Fire and Rescue Service: improvement plan</h1><p>1 May 2024</p>
<table><tr><th>Action</th><th>Progress</th><th>Due</th><th>Status</th><th>Note ${escaped}</th></tr>
<tr><td>Mend the gate ${escaped}</td><td>${escaped}</td><td>June 2024</td><td>In progress</td><td>seen</td></tr></table>`;

/** Another service, given one of the findings of the series. */
const neighbour = `<!doctype html><title>Plan</title><h1>Wexcombe and Upper Marsh Valley Fire and Rescue Service: HMICFRS improvement plan</h1><p>2 September 2024</p>
<table><tr><th>Area for improvement</th><th>Action</th><th>Progress</th><th>Due</th></tr>
<tr><td>The service should monitor secondary contracts to ensure that working hours are not exceeded.</td><td>Ask each member of staff once a year</td><td>Asked in May.</td><td>May 2026</td></tr>
<tr><td>The service should mend its boats.</td><td>Buy planks</td><td>Bought.</td><td>June 2026</td></tr></table>`;

/**
 * A database of the series' papers (web page, text, PDF), of a neighbour's and of a paper that would do harm, for a file of
 * tests.
 */
export async function stockedDatabase(): Promise<string> {
  const folder = makeTemporaryFolder();
  const papers = path.join(folder, 'papers');
  mkdirSync(papers);
  writeFileSync(path.join(papers, 'hostile.html'), hostile);
  writeFileSync(path.join(papers, 'neighbour.html'), neighbour);
  const database = path.join(folder, 'site.db');
  await takeIn(database, papers, path.join(projectRoot, 'fixtures/series'));
  return database;
}

/** The day that all sites of tests are looked at. */
export const today = '2024-12-01';

/** A site over a database, that stops a test where something goes wrong on our side. */
export function openSiteOver(database: string): Promise<OpenSite> {
  const onFault = (fault: unknown) => {
    throw fault;
  };
  return openSite({ database, port: 0, token: null, isReadOnly: false, today: () => today, onFault });
}

/** A site for all tests of a file, closed after them. */
export function siteForTests(): { readonly site: OpenSite; readonly database: string; readonly faults: unknown[] } {
  const held: { site?: OpenSite; database?: string } = {};
  const faults: unknown[] = [];
  beforeAll(async () => {
    held.database = await stockedDatabase();
    const options = { port: 0, token: null, isReadOnly: false, today: () => today };
    held.site = await openSite({ ...options, database: held.database, onFault: (fault) => faults.push(fault) });
  }, 60_000);
  afterAll(() => held.site?.close());
  return {
    get site() {
      if (held.site === undefined) throw new Error('the site is not open yet');
      return held.site;
    },
    get database() {
      return held.database ?? '';
    },
    faults,
  };
}

/** What sticks out of the window. Runs in the page. */
export const outsideInPage = `[...document.querySelectorAll('body *')].filter((element) => {
  const { right, width } = element.getBoundingClientRect();
  return width > 0 && right > innerWidth + 1 && element.closest('.scroll, .as-read') === null;
}).map((element) => element.outerHTML.slice(0, 120))`;

/** The rows of a query, as another program sees them. */
export function rowsOf<Row>(database: string, sql: string): readonly Row[] {
  const db = new Sqlite(database, { readonly: true });
  try {
    return db.prepare<[], Row>(sql).all();
  } finally {
    db.close();
  }
}
