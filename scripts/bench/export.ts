/**
 * How long exports of many entries take and how much memory they need, beside a plain better-sqlite3 loop that writes
 * the same bytes.
 *   node scripts/bench/export.ts [--papers 2000] [--entries 50]
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { openStore, startRun, writePaper, writeSource } from '../../src/store/index.ts';
import { sampleEntry, sampleExtraction } from '../../test/support/sample-extraction.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '2000' },
    entries: { type: 'string', default: '50' },
    plain: { type: 'string' },
    live: { type: 'string' },
    out: { type: 'string', default: '' },
  },
});

if (values.live !== undefined) await showLive(values.live, values.out);
else if (values.plain !== undefined) writePlainly(values.plain, values.out);
else compare();

function compare(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'boardtrail-bench-'));
  try {
    const papers = Number(values.papers);
    const entries = Number(values.entries);
    for (const count of [papers / 10, papers]) {
      const database = path.join(folder, `${count}.db`);
      fill(database, count, entries);
      const plainFile = path.join(folder, 'plain.csv');
      const plain = best(() => run([import.meta.filename, '--plain', database, '--out', plainFile]));
      console.log(`${count * entries} entries`);
      console.log(line('plain loop, entries.csv', plain, statSync(plainFile).size));
      const file = path.join(folder, 'entries.csv');
      const csv = best(() => exportTo(database, 'csv', file));
      console.log(
        `${line('export --format csv, entries.csv', csv, statSync(file).size)}  ${(csv.seconds / plain.seconds).toFixed(2)} times`,
      );
      if (!readFileSync(file).equals(readFileSync(plainFile))) throw new Error('the two files differ');
      for (const format of ['csv', 'jsonl', 'json', 'parquet', 'xlsx']) {
        const out = path.join(folder, format);
        console.log(line(`export --format ${format}, everything`, exportTo(database, format, `${out}${path.sep}`), 0));
        rmSync(out, { recursive: true });
      }
      for (const format of ['csv', 'parquet', 'xlsx']) console.log(liveLine(format, database));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is alive on the heap while an export's main file is made, after a collection. */
function liveLine(format: string, database: string): string {
  const { stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', import.meta.filename, '--live', format, '--out', database],
    {
      encoding: 'utf8',
    },
  );
  return `  ${format}, heap alive on the way: ${stdout.trim().replaceAll('\n', ', ')} MB`;
}

async function showLive(format: string, database: string): Promise<void> {
  const { exporters } = await import('../../src/export/index.ts');
  const { exportSource, openStoreToRead } = await import('../../src/store/index.ts');
  const store = openStoreToRead(database);
  const file = exporters.find(({ name }) => name === format)?.files[0];
  const next = { at: 0 };
  let bytes = 0;
  for await (const piece of file?.pieces(exportSource(store), { byteOrderMark: false }) ?? []) {
    bytes += piece.length;
    if (bytes < next.at) continue;
    globalThis.gc?.();
    console.log((process.memoryUsage().heapUsed / 1e6).toFixed(1));
    next.at = Math.max(bytes * 2, 100_000);
  }
  store.close();
}

interface Cost {
  readonly seconds: number;
  /** Most memory held at any moment, in megabytes. */
  readonly megabytes: number;
}

function exportTo(database: string, format: string, out: string): Cost {
  return run([
    path.join(import.meta.dirname, '../../src/cli.ts'),
    'export',
    '--format',
    format,
    '--db',
    database,
    '--out',
    out,
  ]);
}

/** Runs a script of ours under `time`, start of Node included. */
function run(args: readonly string[]): Cost {
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '%e %M', process.execPath, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const [seconds = '', kilobytes = ''] = stderr.trim().split('\n').at(-1)?.split(' ') ?? [];
  return { seconds: Number(seconds), megabytes: Number(kilobytes) / 1024 };
}

function best(measure: () => Cost): Cost {
  return [measure(), measure(), measure()].toSorted((a, b) => a.seconds - b.seconds)[0] as Cost;
}

function line(what: string, { seconds, megabytes }: Cost, bytes: number): string {
  const size = bytes === 0 ? '' : `, ${(bytes / 1e6).toFixed(1)} MB written`;
  return `  ${what.padEnd(36)} ${seconds.toFixed(2).padStart(6)} s, ${megabytes.toFixed(0).padStart(4)} MB of memory${size}`;
}

/** Papers of invented services, with texts about as long as real ones. */
function fill(database: string, papers: number, entries: number): void {
  const store = openStore(database);
  store.db.pragma('synchronous = OFF');
  const runId = startRun(store, 'bench', 'bench', new Date());
  const progress = `${'The working group met and "agreed" the next steps, with dates. '.repeat(12)}\n- A second point.`;
  for (let paper = 0; paper < papers; paper += 1) {
    const lines = Array.from({ length: entries }, (_, row) => ({
      ...sampleEntry,
      ref: `AFI ${row + 1}`,
      progress: `Paper ${paper}, row ${row}. ${progress}`,
    }));
    const id = paper.toString(16).padStart(8, '0');
    const service = `Service ${paper % 50} Fire and Rescue Service`;
    const extraction = sampleExtraction(id, lines, { service, file: `paper-${paper}.pdf` });
    writePaper(store, { extraction, bytes: null, size: 1, extractor: 'bench' }, runId, { replace: false });
    writeSource(store, extraction.paper.id, `https://board.example/paper-${paper}.pdf`, runId);
  }
  store.close();
}

/** What somebody would write who knows the database: one query, one loop, one line a row. */
function writePlainly(database: string, out: string): void {
  const db = new Sqlite(database, { readonly: true });
  const rows = db
    .prepare(
      `SELECT entries.id AS entry_id, thread_id, entries.paper_id, entries.service, plan, date, ref, pillar, kind, theme,
         finding, summary, action, progress, updates, future, timescale_raw, timescale_start, timescale_end,
         timescale_precision, status_raw, status_value, rag_raw, rag_value, rag_from, lead, percent,
         nullif(extra, '{}') AS extra, body, meeting_date, as_at, file, page, place,
         (SELECT address FROM sources WHERE sources.paper_id = entries.paper_id LIMIT 1) AS source
       FROM entries
       LEFT JOIN editions ON editions.paper_id = entries.paper_id
       LEFT JOIN thread_entries ON thread_entries.entry_id = entries.id
       ORDER BY entries.service, as_at, entries.paper_id, entries.id`,
    )
    .raw();
  const file = openSync(out, 'w');
  writeSync(file, `${rows.columns().map(({ name }) => name)}\r\n`);
  for (const row of rows.iterate() as Iterable<unknown[]>) writeSync(file, `${row.map(plainField)}\r\n`);
  closeSync(file);
  db.close();
}

function plainField(value: unknown): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
