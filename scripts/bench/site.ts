/**
 * How long the site takes for its pages over many entries, in wall time and in processor time of its own process (which is what
 * tells on a busy machine), how much memory it holds, and how long a plain query takes that counts the same facets.
 *   node scripts/bench/site.ts [--papers 2000] [--entries 50] [--requests 300] [--database FILE] [--cli dist/src/cli.js]
 * Run from its sources the site takes 50 MB more than installed, for Node holds what strips their types; `npm run build` makes
 * what is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { statusValues } from '../../src/model/values.ts';
import { relink } from '../../src/pipeline/trail.ts';
import { openStore, startRun, writePaper } from '../../src/store/index.ts';
import { randomFrom } from '../../test/support/random.ts';
import { sampleExtraction } from '../../test/support/sample-extraction.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '2000' },
    entries: { type: 'string', default: '50' },
    requests: { type: 'string', default: '300' },
    database: { type: 'string' },
    cli: { type: 'string', default: 'src/cli.ts' },
  },
});

const root = path.join(import.meta.dirname, '../..');
const token = 'benchmark';
const folder = mkdtempSync(path.join(os.tmpdir(), 'boardtrail-bench-'));
const database = values.database ?? path.join(folder, 'site.db');
async function measure(): Promise<void> {
  const began = performance.now();
  const server = spawn(
    process.execPath,
    [path.resolve(root, values.cli), 'serve', '--db', database, '--port', '0', '--token', token],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { pid } = server;
  if (pid === undefined) throw new Error('the site did not start');
  try {
    const [base = ''] = await firstLine(server.stdout);
    console.log(`start ${(performance.now() - began).toFixed(0)} ms, of its own ${(cpuOf(pid)).toFixed(0)} ms`);
    const { services, leads, words } = choices();
    const random = randomFrom(7);
    const ask = async (address: string): Promise<Cost> => {
      const [start, cpu] = [performance.now(), cpuOf(pid)];
      const answer = await fetch(`${base}${address}`);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
      return { wall: performance.now() - start, cpu: cpuOf(pid) - cpu };
    };
    const query = (pairs: Record<string, string>) => `entries?${new URLSearchParams(pairs)}`;
    console.log(line('first page (all of it read)', [await ask('entries')]));
    const headers = { origin: new URL(base).origin, 'content-type': 'application/x-www-form-urlencoded' };
    const afterWords: Cost[] = [];
    for (const target of ids().slice(0, 10)) {
      const body = new URLSearchParams({ target, verdict: 'accept' });
      await fetch(`${base}say`, { method: 'POST', headers, body, redirect: 'manual' });
      afterWords.push(await ask('entries'));
    }
    console.log(line('first page after a word was said', afterWords));
    const views: Readonly<Record<string, () => string>> = {
      'entries, filtered and faceted': () =>
        query({
          status: random.pick(statusValues),
          ...(random.chance(0.5) ? { service: random.pick(services) } : { lead: random.pick(leads) }),
          ...(random.chance(0.3) ? { standing: 'overdue', sort: 'due' } : {}),
          page: '1',
        }),
      'entries, one facet': () =>
        query({ status: random.pick(statusValues), sort: random.pick(['due', 'doubt', 'lead']) }),
      'entries, words (any)': () => query({ q: random.pick(words) }),
      'entries, common word': () => query({ q: random.pick(words.slice(0, 20)) }),
      'an entry': () => `entry/${random.pick(ids())}`,
      services: () => 'services',
      'a service': () => `service?${new URLSearchParams({ name: random.pick(services) })}`,
      changes: () => 'changes',
      papers: () => 'papers',
      'side by side, after the first': () => 'compare',
      review: () => 'review',
    };
    console.log(line('side by side, the first', [await ask('compare')]));
    let requests = 0;
    for (const [name, address] of Object.entries(views)) {
      const costs: Cost[] = [];
      for (let count = 0; count < Number(values.requests); count += 1) costs.push(await ask(address()));
      requests += costs.length;
      console.log(line(name, costs));
    }
    const pictures = withBytes().map((id) => `picture/${id}/1.png`);
    await ask(pictures[0] ?? '');
    console.log(line('a page picture, cold', await inTurn(pictures.slice(1), ask)));
    console.log(line('a page picture, again', await inTurn([...pictures.slice(-10), ...pictures.slice(-10)], ask)));
    while (requests < 2000) {
      await ask(views['entries, filtered and faceted']?.() ?? '');
      requests += 1;
    }
    console.log(`memory after ${requests} requests ${residentOf(pid).toFixed(0)} MB`);
    plainSql();
  } finally {
    server.kill();
  }
}

interface Cost {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of the site's own process, its children not counted. */
  readonly cpu: number;
}

async function inTurn(addresses: readonly string[], ask: (address: string) => Promise<Cost>): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (const address of addresses) costs.push(await ask(address));
  return costs;
}

function line(name: string, costs: readonly Cost[]): string {
  const at = (share: number, key: keyof Cost) => {
    const sorted = costs.map((cost) => cost[key]).toSorted((a, b) => a - b);
    return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1).padStart(7);
  };
  return `${name.padEnd(32)} wall p50 ${at(0.5, 'wall')} p95 ${at(0.95, 'wall')}   own p50 ${at(0.5, 'cpu')} p95 ${at(0.95, 'cpu')} ms`;
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<readonly string[]> {
  for await (const text of createInterface(stream)) return [text];
  return [];
}

/** Milliseconds that a process has had of processors, all of its threads (proc(5), schedstat: nanoseconds). */
function cpuOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, task) => {
    const [ran = '0'] = readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ');
    return sum + Number(ran) / 1e6;
  }, 0);
}

function residentOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

function all(sql: string): readonly string[] {
  const db = new Sqlite(database, { readonly: true });
  try {
    return db.prepare<[], string>(sql).pluck().all();
  } finally {
    db.close();
  }
}

const ids = () => all('SELECT entry_id FROM latest_entries ORDER BY thread_id LIMIT 500');
const withBytes = () => all('SELECT paper_id FROM paper_bytes ORDER BY paper_id');

function choices() {
  return {
    services: all('SELECT DISTINCT service FROM latest_entries LIMIT 40'),
    leads: all('SELECT DISTINCT lead FROM actions LIMIT 40'),
    words: vocabulary.slice(0, 2000),
  };
}

/** The counts of the same facets for one choice, as plain SQL gives them. */
function plainSql(): void {
  const db = new Sqlite(database, { readonly: true });
  const columns = ['service', 'plan', 'status_value', 'rag_value', 'pillar', 'kind', 'lead'];
  const counts = columns.map((column) =>
    db.prepare(`SELECT ${column}, count(*) FROM current WHERE status_value = ? GROUP BY 1 ORDER BY 2 DESC LIMIT 31`),
  );
  const rows = db.prepare('SELECT * FROM current WHERE status_value = ? LIMIT 25');
  const times = statusValues.map((status) => {
    const start = performance.now();
    for (const count of counts) count.all(status);
    rows.all(status);
    return performance.now() - start;
  });
  console.log(
    line(
      'plain SQL, facets and rows',
      times.map((wall) => ({ wall, cpu: wall })),
    ),
  );
  db.close();
}

/** Made-up words, the first ones the most frequent, so that no entry is taken for another. */
const vocabulary = Array.from({ length: 20_000 }, (_, index) => {
  const random = randomFrom(index + 1);
  const syllables = [
    'ba',
    'co',
    'di',
    'fu',
    'ge',
    'ha',
    'jo',
    'ki',
    'lu',
    'me',
    'na',
    'po',
    'ri',
    'su',
    'te',
    'va',
    'wo',
    'zi',
  ];
  return Array.from({ length: 3 + (index % 2) }, () => random.pick(syllables)).join('') + (index > 5000 ? 'n' : '');
});

function fill(file: string, papers: number, entries: number): void {
  const store = openStore(file);
  store.db.pragma('synchronous = OFF');
  const runId = startRun(store, 'bench', 'bench', new Date());
  const random = randomFrom(1);
  const word = () => vocabulary[Math.floor(vocabulary.length * random.next() ** 3)] ?? '';
  const sentence = (length: number) => Array.from({ length }, word).join(' ');
  const pdfs = readdirSync(path.join(root, 'fixtures/forms')).filter((name) => name.endsWith('.pdf'));
  const pillars = ['effectiveness', 'efficiency', 'people'] as const;
  for (let paper = 0; paper < papers; paper += 1) {
    const pdf = paper < 40 ? pdfs[paper] : undefined;
    const year = 2020 + (paper % 5);
    const lines = Array.from({ length: entries }, (_, row) => ({
      plan: `Plan ${paper % 30}`,
      ref: `AFI ${row + 1}`,
      pillar: random.pick(pillars),
      finding: sentence(20),
      action: sentence(25),
      progress: sentence(70),
      status: { raw: 'As said', value: random.pick(statusValues) },
      lead: `Head of ${vocabulary[100 + random.whole(0, 200)]}`,
      timescale: {
        raw: 'then',
        start: `${year}-01-01`,
        end: `${year + random.whole(0, 3)}-0${random.whole(1, 9)}-28`,
        precision: 'month' as const,
      },
      confidence: { finding: 0.9, status: 0.5 + random.next() / 2 },
      places: {
        finding: [{ path: `t1/r${row}/c1`, page: 1, bbox: [50, 60 + row, 200, 80 + row] as const }],
        action: [{ path: `t1/r${row}/c2`, page: 1, bbox: [210, 60 + row, 300, 80 + row] as const }],
      },
    }));
    const id = paper.toString(16).padStart(16, '0');
    const service = `Service ${paper % 500} Fire and Rescue Service`;
    const asAt = `${year}-0${1 + (paper % 9)}`;
    const extraction = sampleExtraction(id, lines, {
      service,
      file: `paper-${paper}.pdf`,
      asAt,
      meetingDate: `${asAt}-15`,
    });
    const bytes = pdf === undefined ? null : new Uint8Array(readFileSync(path.join(root, 'fixtures/forms', pdf)));
    writePaper(store, { extraction, bytes, size: bytes?.length ?? 1, extractor: 'bench' }, runId, { replace: false });
  }
  relink(store);
  store.close();
}

try {
  if (!existsSync(database)) fill(database, Number(values.papers), Number(values.entries));
  await measure();
} finally {
  rmSync(folder, { recursive: true });
}
