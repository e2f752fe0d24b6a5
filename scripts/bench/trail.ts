/**
 * How long following one further paper takes, and what it grows with: the papers of its service, not those of the whole
 * database. Papers are made from seeds (test/support/series.ts) and put into the database as if they had been read.
 *   node scripts/bench/trail.ts [--entries 50]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Extraction } from '../../src/model/plan.ts';
import { relink } from '../../src/pipeline/trail.ts';
import { openStore, type Store, startRun, writePaper } from '../../src/store/index.ts';
import { asRead } from '../../test/support/as-read.ts';
import { makeSeries } from '../../test/support/series.ts';

const { values } = parseArgs({ options: { entries: { type: 'string', default: '50' } } });
const entries = Number(values.entries);

function seriesOf(service: string, seed: number, papers: number): readonly Extraction[] {
  const series = makeSeries({ seed, papers, entries, rewording: 0.4, rewordRate: 0.15 });
  return series.papers.slice(0, papers).map((paper) => asRead(paper, service));
}

function write(store: Store, extraction: Extraction, runId: number): void {
  writePaper(store, { extraction, bytes: new Uint8Array(8), size: 8, extractor: 'bench' }, runId, { replace: false });
}

/** Milliseconds of processor time to follow a service's last paper, in a database with `services` services of `papers` papers each. */
function measure(services: number, papers: number, which: 'last' | 'first'): { took: number; stored: number } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'boardtrail-bench-'));
  const store = openStore(path.join(folder, 'bench.db'));
  try {
    const runId = startRun(store, 'bench', 'bench', new Date());
    const all = Array.from({ length: services }, (_, index) =>
      seriesOf(`Service ${index + 1} Fire and Rescue Service`, index + 1, papers),
    );
    const own = all[0] ?? [];
    const late = which === 'last' ? own.at(-1) : own[0];
    for (const extraction of all.flat()) if (extraction !== late) write(store, extraction, runId);
    relink(store);
    if (late !== undefined) write(store, late, runId);
    const begun = process.cpuUsage();
    relink(store);
    const { user, system } = process.cpuUsage(begun);
    return { took: (user + system) / 1000, stored: all.flat().length };
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

const line = (services: number, papers: number, which: 'last' | 'first') => {
  const runs = Array.from({ length: services > 10 ? 1 : 3 }, () => measure(services, papers, which));
  const middle = runs.map(({ took }) => took).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  console.log(
    `${String(runs[0]?.stored).padStart(5)} papers of ${entries} entries, ${String(papers).padStart(3)} of the service, ` +
      `the ${which === 'last' ? 'latest' : 'oldest '} one comes: ${middle.toFixed(0).padStart(5)} ms`,
  );
};
line(1, 5, 'last');
line(1, 15, 'last');
line(1, 45, 'last');
line(10, 45, 'last');
line(44, 45, 'last');
line(1, 45, 'first');
