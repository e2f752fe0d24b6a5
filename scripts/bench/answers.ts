/**
 * How much processor time answers over many entries take: `current` filtered, `search` for words that stand in more and
 * more of them, and the export of `current` beside that of `entries`. Medians of several turns.
 *   node scripts/bench/answers.ts [--papers 2000] [--entries 50] [--database FILE]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exporters } from '../../src/export/index.ts';
import type { Entry } from '../../src/model/plan.ts';
import { statusValues } from '../../src/model/values.ts';
import { relink } from '../../src/pipeline/trail.ts';
import { exportSource, openStore, type Store, searchCurrent, startRun, writePaper } from '../../src/store/index.ts';
import { randomFrom } from '../../test/support/random.ts';
import { sampleEntry, sampleExtraction } from '../../test/support/sample-extraction.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '2000' },
    entries: { type: 'string', default: '50' },
    database: { type: 'string' },
  },
});
const turns = 7;

function measure(database: string): void {
  const store = openStore(database);
  try {
    if (store.sql<number>('SELECT count(*) FROM actions').pluck().get() === 0) fill(store);
    const [all, now] = ['entries', 'current'].map((table) =>
      store.sql<number>(`SELECT count(*) FROM ${table}`).pluck().get(),
    );
    console.log(`${all} entries, ${now} of them current`);
    const filtered = store.sql(
      "SELECT * FROM current WHERE service = ? AND status_value = ? AND timescale_end < '2024-03-01' AND open = 1",
    );
    tell(
      'current by service, status and date',
      () => filtered.all('Service 7 Fire and Rescue Service', 'delayed').length,
    );
    for (const count of [1, 2, 5, 20]) {
      const words = `shared${count}`;
      const found = store
        .sql<number>('SELECT count(*) FROM entries_search WHERE entries_search MATCH ?')
        .pluck()
        .get(words);
      tell(`search, a word in ${found} entries`, () => searchCurrent(store, words, {}, 20).length);
      tell('  and of one service', () => searchCurrent(store, words, { service: 'Service 7 ' }, 20).length);
    }
    tell('search, two words that stand together', () => searchCurrent(store, 'shared1 shared2', {}, 20).length);
  } finally {
    store.close();
  }
}

/** Writes an export's file of one table to nowhere. */
async function exportTable(store: Store, name: string): Promise<number> {
  const file = exporters.find((one) => one.name === 'csv')?.files.find((one) => one.name === `${name}.csv`);
  if (file === undefined) throw new Error(`no ${name}.csv`);
  let bytes = 0;
  for await (const piece of file.pieces(exportSource(store), { byteOrderMark: false })) bytes += piece.length;
  return bytes;
}

async function measureExports(database: string): Promise<void> {
  const store = openStore(database);
  try {
    const costs = new Map<string, number[]>([
      ['entries', []],
      ['current', []],
    ]);
    for (let turn = 0; turn < 3; turn += 1) {
      for (const [name, own] of costs) {
        const before = process.cpuUsage();
        await exportTable(store, name);
        own.push(since(before));
      }
    }
    const [entries = 0, current = 0] = [...costs.values()].map(median);
    console.log(
      `export of entries ${entries.toFixed(0)} ms, of current ${current.toFixed(0)} ms: ${(current / entries).toFixed(2)} times`,
    );
  } finally {
    store.close();
  }
}

function tell(what: string, ask: () => number): void {
  const found = ask();
  const costs = Array.from({ length: turns }, () => {
    const before = process.cpuUsage();
    ask();
    return since(before);
  });
  console.log(`${what.padEnd(44)} ${median(costs).toFixed(1).padStart(7)} ms, ${found} rows`);
}

/** Milliseconds of processor time since then. */
function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (costs: readonly number[]): number => costs.toSorted((a, b) => a - b)[costs.length >> 1] ?? 0;

/** Papers of invented services with texts of 54 words; `sharedN` stands in one entry of N. */
function fill(store: Store): void {
  store.db.pragma('synchronous = OFF');
  const random = randomFrom(11);
  const runId = startRun(store, 'bench', 'bench', new Date());
  const word = () => `word${random.whole(1, 4000)}`;
  const count = Number(values.entries);
  for (let paper = 0; paper < Number(values.papers); paper += 1) {
    const lines = Array.from({ length: count }, (_, row): Entry => {
      const shared = [1, 2, 5, 20].filter((each) => (paper * count + row) % each === 0).map((each) => `shared${each}`);
      const month = String(random.whole(1, 12)).padStart(2, '0');
      return {
        ...sampleEntry,
        ref: `AFI ${row + 1}`,
        action: `Paper ${paper} row ${row} ${Array.from({ length: 12 }, word).join(' ')}`,
        progress: [...shared, ...Array.from({ length: 40 }, word)].join(' '),
        status: { raw: 'x', value: random.pick(statusValues) },
        timescale: { raw: 'x', start: `2024-${month}-01`, end: `2024-${month}-28`, precision: 'month' },
      };
    });
    const id = paper.toString(16).padStart(8, '0');
    const service = `Service ${paper} Fire and Rescue Service`;
    const extraction = sampleExtraction(id, lines, { service, file: `paper-${paper}.pdf` });
    writePaper(store, { extraction, bytes: null, size: 1, extractor: 'bench' }, runId, { replace: false });
  }
  relink(store);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'boardtrail-bench-'));
try {
  const database = values.database ?? path.join(folder, 'answers.db');
  measure(database);
  await measureExports(database);
} finally {
  rmSync(folder, { recursive: true });
}
