import path from 'node:path';
import type { Issue } from '../../src/model/issue.ts';
import type { Extraction } from '../../src/model/plan.ts';
import { relink } from '../../src/pipeline/trail.ts';
import { openStore, startRun, writePaper, writeSource } from '../../src/store/index.ts';
import { asRead } from './as-read.ts';
import { makeSeries } from './series.ts';

const start = new Date('2024-01-02T03:04:05Z');

/** A database file with these papers, each seen at an address and a path, followed. */
export function databaseOf(folder: string, extractions: readonly Extraction[]): string {
  const file = path.join(folder, 'stocked.db');
  const store = openStore(file);
  const run = startRun(store, 'test', 'test', start);
  for (const extraction of extractions) {
    const { id, file: name } = extraction.paper;
    writePaper(store, { extraction, bytes: null, size: 1, extractor: 'test' }, run, { replace: false });
    writeSource(store, id, path.join(folder, name), run);
    writeSource(store, id, `https://board.example/papers/${encodeURIComponent(name)}`, run);
  }
  relink(store);
  store.close();
  return file;
}

/** Papers of several invented services, made from seeds: the same every time. */
export function seriesExtractions(seeds: readonly number[], papers = 4, entries = 12): readonly Extraction[] {
  return seeds.flatMap((seed) =>
    makeSeries({ seed, papers, entries, rewording: 0.5, rewordRate: 0.3 }).papers.map((paper) => ({
      ...asRead(paper),
      issues: [oddColumn],
    })),
  );
}

const oddColumn: Issue = {
  code: 'layout/unknown-column',
  severity: 'warning',
  message: '=Sum is no heading we know; its cells are kept under these words.',
  place: { path: 't1/r1/c6', page: 3 },
};
