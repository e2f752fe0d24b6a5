import type { SourceFile } from '../model/document.ts';
import type { ParseOptions } from '../model/parsing.ts';
import type { Extraction, Outcome } from '../model/plan.ts';
import type { NewPaper } from '../model/stored.ts';
import {
  bytesOfPaper,
  entriesOfPaper,
  finishRun,
  paperById,
  papersReadOtherwise,
  type Store,
  startRun,
} from '../store/index.ts';
import { type Difference, readingDifferences } from './differences.ts';
import { openPool, type Pool, type PoolOptions } from './pool.ts';
import { answerToPaper, extractorName } from './reading.ts';
import { relink, storePaper } from './trail.ts';

export interface RereadOptions extends PoolOptions {
  readonly parse: ParseOptions;
  /** Also papers that this very reader has read. */
  readonly all: boolean;
  /** Tell what would change, and change nothing. */
  readonly dryRun: boolean;
  /** Told of every paper when it is done with, in the order they are done. */
  readonly onPaper?: (paper: RereadPaper, progress: { readonly done: number; readonly papers: number }) => void;
}

/** What became of one paper. */
export interface RereadPaper {
  readonly paperId: string;
  readonly file: string;
  /** Outcome of the new reading. */
  readonly outcome: Outcome;
  /** False where the new reading failed and the one before did not: that one stays. */
  readonly taken: boolean;
  readonly differences: readonly Difference[];
  /** Why it failed or was read only in part. */
  readonly problem: string | null;
  readonly fault: string | null;
}

/**
 * Reads papers again from the bytes that are stored, after a new version of the reader or with other options, and lets
 * the new reading take the place of the one before. Entries keep their threads and what a person decided of them. A
 * reading that fails takes nobody's place. May be killed at any moment and run again.
 * @returns the papers by service, date and id
 */
export async function reread(store: Store, options: RereadOptions): Promise<readonly RereadPaper[]> {
  const extractor = extractorName(options.parse);
  const ids = papersReadOtherwise(store, options.all ? null : extractor);
  const runId = options.dryRun ? null : startRun(store, 'reread', extractor, new Date());
  const pool = openPool(options);
  const results = new Map<string, RereadPaper>();
  const failures: unknown[] = [];
  const tasks: Promise<void>[] = [];
  try {
    for (const id of ids) {
      await pool.ready();
      if (failures.length > 0) break;
      tasks.push(
        rereadPaper({ store, pool, options, extractor, runId }, id).then(
          (result) => {
            results.set(id, result);
            options.onPaper?.(result, { done: results.size, papers: ids.length });
          },
          (error: unknown) => void failures.push(error),
        ),
      );
    }
    await Promise.all(tasks);
    if (failures.length > 0) throw failures[0];
  } finally {
    pool.close();
  }
  const papers = ids.flatMap((id) => results.get(id) ?? []);
  if (runId !== null) {
    relink(store);
    finishRun(store, runId, countsOf(papers), new Date());
  }
  return papers;
}

interface Desk {
  readonly store: Store;
  readonly pool: Pool;
  readonly options: RereadOptions;
  readonly extractor: string;
  /** Null where nothing is to be written. */
  readonly runId: number | null;
}

async function rereadPaper({ store, pool, options, extractor, runId }: Desk, id: string): Promise<RereadPaper> {
  const file = storedFile(store, id);
  const answer = await pool.read({ file, options: options.parse });
  const { paper, fault } = answerToPaper(file, answer, extractor);
  return store.write(() => {
    const { taken, differences } = compare(store, paper);
    if (taken && runId !== null) storePaper(store, paper, runId, { replace: true });
    const { outcome } = paper.extraction.paper;
    return { paperId: id, file: file.name, outcome, taken, differences, problem: problemOf(paper.extraction), fault };
  });
}

function compare(store: Store, { extraction }: NewPaper): Pick<RereadPaper, 'taken' | 'differences'> {
  const stored = paperById(store, extraction.paper.id);
  if (stored === null) return { taken: false, differences: [] };
  if (extraction.paper.outcome === 'failed' && stored.outcome !== 'failed') return { taken: false, differences: [] };
  const entries = entriesOfPaper(store, stored.id);
  return { taken: true, differences: readingDifferences({ paper: stored, entries }, extraction) };
}

function storedFile(store: Store, id: string): SourceFile {
  const [paper, bytes] = [paperById(store, id), bytesOfPaper(store, id)];
  if (paper === null || bytes === null) throw new Error(`paper ${id} was removed by another program while it was read`);
  return { name: paper.file, path: paper.sources[0] ?? paper.file, bytes, sha256: id };
}

function problemOf({ issues }: Extraction): string | null {
  return issues.find(({ severity }) => severity === 'error')?.message ?? null;
}

function countsOf(papers: readonly RereadPaper[]) {
  const count = (outcome: Outcome) => papers.filter((paper) => paper.outcome === outcome).length;
  const [partial, failed] = [count('partial'), count('failed')];
  const exitCode = partial + failed > 0 ? 3 : 0;
  return { files: papers.length, read: papers.length, known: 0, partial, failed, exitCode };
}
