import path from 'node:path';
import { isOwnFile, ownFile } from '../lib/own-mark.ts';
import type { SourceFile } from '../model/document.ts';
import { exitCode } from '../model/errors.ts';
import { type Issue, lookedThrough, packLookedThrough } from '../model/issue.ts';
import type { ParseOptions } from '../model/parsing.ts';
import { mayBeOneService, officialName } from '../normalise/service.ts';
import {
  bytesOfPaper,
  finishRun,
  forgetUnreadFiles,
  insertCorrection,
  isForgotten,
  issuesOf,
  type KnownPaper,
  knownPaper,
  type PutAside,
  type RunCounts,
  type Store,
  startRun,
  taughtLayouts,
  writeSource,
  writeUnreadFile,
} from '../store/index.ts';
import { followPapers } from './follow-papers.ts';
import { loadFile } from './load.ts';
import { eachInPool, openPool, type Pool, type PoolOptions } from './pool.ts';
import { answerToPaper, extractorName } from './reading.ts';
import { storePaper } from './trail.ts';
import { type FoundFile, type UnreadFile, type Walk, walk } from './walk.ts';

export interface IngestOptions extends PoolOptions {
  readonly parse: ParseOptions;
  /** In bytes; a larger file is not read. */
  readonly maxSize: number;
  /** Read papers again that failed, or were read only in part. */
  readonly retry: boolean;
  /** Who reads; processes of this machine where nobody is named. It is closed at the end. */
  readonly pool?: Pool;
  /** Told of every file when it is done with, in the order they are done. */
  readonly onFile?: (file: IngestedFile, progress: Progress) => void;
  /** Told when all files are done with and entries begin to be followed from paper to paper. */
  readonly onFollowing?: () => void;
}

/** What became of one file; what is known of its paper beside it, nothing where there is none. */
export interface IngestedFile extends Omit<KnownPaper, 'id' | 'file' | 'extractor'> {
  readonly address: string;
  /** The paper's id; null where the bytes could not be had. */
  readonly paperId: string | null;
  /** Read now; known by its bytes already; not to be had; taken out by a person before; or a file that we wrote ourselves. */
  readonly state: 'read' | 'known' | 'unread' | 'forgotten' | 'own';
  /** Which reading of it is stored (see `extractorName`). */
  readonly extractor: string | null;
  /** Why it failed or was read only in part. */
  readonly problem: Issue | null;
  /** Where the fault is ours: what a developer needs to know. */
  readonly fault: string | null;
}

/** How far a run is: files of how many, bytes of how many. */
export interface Progress {
  readonly files: number;
  readonly done: number;
  readonly bytes: number;
  readonly bytesDone: number;
}

export interface IngestReport {
  readonly runId: number;
  /** Which reading this run gave to what it read. */
  readonly extractor: string;
  /** In order of addresses. */
  readonly files: readonly IngestedFile[];
  /** Papers of the database that are not followed, because that took more time or memory than there is. */
  readonly putAside: readonly PutAside[];
  /** Hidden files, the database's own and the like that were passed over. */
  readonly litter: number;
  readonly counts: RunCounts;
}

/** Failures that may go away by themselves; a paper that failed otherwise fails again until the reader is a better one. */
const passing = new Set([
  'ingest/timeout',
  'ingest/out-of-memory',
  'ingest/crash',
  'ingest/workers-lost',
  'ingest/bytes-lost',
]);

/**
 * Takes files and folders in: finds, loads, skips what is known, reads side by side and stores, one transaction a
 * paper. May be killed at any moment and run again, and run twice at once: the database ends up the same.
 * @throws UsageError where a path is not there
 */
export async function ingest(store: Store, paths: readonly string[], options: IngestOptions): Promise<IngestReport> {
  const { files, unread, litter } = withoutDatabase(walk(paths), store.file);
  const runId = startRun(store, 'ingest', extractorName(options.parse), new Date());
  const desk = openDesk(store, runId, options);
  const { pool, extractor } = desk;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const done: IngestedFile[] = [];
  let bytesDone = 0;
  const finish = (file: IngestedFile, size: number) => {
    done.push(file);
    bytesDone += size;
    options.onFile?.(file, { files: files.length + unread.length, done: done.length, bytes, bytesDone });
  };
  try {
    for (const file of unread) finish(noteUnread(desk, file), 0);
    await eachInPool(pool, loaded(files, options.maxSize), async ({ found, file }) => {
      finish(await takeIn(desk, found, file), found.size);
    });
  } finally {
    pool.close();
  }
  options.onFollowing?.();
  const putAside = await followPapers(store, options);
  for (const named of paths) forgetUnreadFiles(store, path.resolve(named), runId);
  const all = done.map((file) => (file.outcome === 'partial' ? followed(store, file) : file));
  // Following finds a date for papers that say none themselves.
  const dated = all.map((file) => ({
    ...file,
    date: file.paperId === null ? null : (knownPaper(store, file.paperId)?.date ?? null),
  }));
  const counts = countsOf(all, putAside);
  finishRun(store, runId, counts, new Date());
  return { runId, extractor, files: dated.sort((a, b) => (a.address < b.address ? -1 : 1)), putAside, litter, counts };
}

/** The database may stand among the papers: its files, and the locks beside it, are none of them. */
function withoutDatabase({ files, unread, litter }: Walk, database: string): Walk {
  const file = path.resolve(database);
  const isOwn = ({ address }: FoundFile) =>
    address === file ||
    (address.startsWith(file) && /^(?:-wal|-shm|-journal|\.\w+\.lock)$/.test(address.slice(file.length)));
  const papers = files.filter((found) => !isOwn(found));
  return { files: papers, unread, litter: litter + files.length - papers.length };
}

/** Takes papers in one by one, as `ingest` does with those of a folder, for whoever has their bytes from elsewhere. */
export interface Intake {
  /**
   * Reads and stores a paper, or notes that it is known; `file.path` is kept as where it was seen.
   * @param service whose paper it is where it does not say so itself, or calls it otherwise, by the word of a person; null
   *   where nobody said
   */
  take(file: SourceFile, service?: string | null): Promise<IngestedFile>;
  /** Ends the readers. */
  close(): void;
}

/** @param runId the run (see `startRun`) that the papers are stored under; the caller follows threads (`followPapers`) at its end */
export function openIntake(store: Store, runId: number, options: Omit<IngestOptions, 'onFile' | 'maxSize'>): Intake {
  const desk = openDesk(store, runId, options);
  return {
    take: (file, service = null) => takeIn(desk, { address: file.path }, file, service),
    close: () => desk.pool.close(),
  };
}

/** One after another in their order, so that of the same bytes under two names always the first is the paper's. */
async function* loaded(files: readonly FoundFile[], maxSize: number) {
  for (const found of files) yield { found, file: await loadFile(found, maxSize) };
}

/** What all papers of one run share. */
interface Desk {
  readonly store: Store;
  readonly pool: Pool;
  readonly options: Pick<IngestOptions, 'parse' | 'retry'>;
  readonly extractor: string;
  readonly runId: number;
  /** Papers this run reads or has read, by id: the same bytes under another name wait for the first. */
  readonly reading: Map<string, Promise<IngestedFile>>;
}

function openDesk(store: Store, runId: number, options: Omit<IngestOptions, 'onFile' | 'maxSize'>): Desk {
  const { pool = openPool(options), parse } = options;
  return { store, pool, options, extractor: extractorName(parse), runId, reading: new Map() };
}

async function takeIn(
  desk: Desk,
  found: Pick<FoundFile, 'address'>,
  file: SourceFile | Issue,
  service: string | null = null,
): Promise<IngestedFile> {
  if ('code' in file) return noteUnread(desk, { address: found.address, issue: file });
  const first = desk.reading.get(file.sha256);
  if (first !== undefined) {
    await first;
    return note(desk, file, 'known');
  }
  if (isOwnFile(file.bytes)) return { address: found.address, state: 'own', ...nothingOf(file), noPaper: ownFile };
  if (isForgotten(desk.store, file.sha256)) return { address: found.address, state: 'forgotten', ...nothingOf(file) };
  const known = knownPaper(desk.store, file.sha256);
  if (known !== null && !isToBeReadAgain(desk, known)) return note(desk, file, 'known');
  const read = readAndStore(desk, file, known !== null, service);
  desk.reading.set(file.sha256, read);
  return read;
}

function isToBeReadAgain({ store, extractor, options }: Desk, known: KnownPaper): boolean {
  if (options.retry && (known.outcome !== 'ok' || bytesOfPaper(store, known.id) === 'damaged')) return true;
  if (known.outcome === 'ok') {
    // What gave nothing after a look through it may give something where it is read whole.
    const passed = (code: string) => code === lookedThrough || code === packLookedThrough;
    return (
      options.parse.find !== true && known.entries === 0 && issuesOf(store, known.id).some(({ code }) => passed(code))
    );
  }
  const [problem] = issuesOf(store, known.id);
  return known.outcome === 'failed' && (known.extractor !== extractor || passing.has(problem?.code ?? ''));
}

async function readAndStore(
  desk: Desk,
  file: SourceFile,
  replace: boolean,
  service: string | null,
): Promise<IngestedFile> {
  // Asked for each paper: a person may teach a layout while a run is under way.
  const options = { ...desk.options.parse, taught: taughtLayouts(desk.store) };
  const answer = await desk.pool.read({ file, options });
  const { paper, fault } = answerToPaper(file, answer, desk.extractor);
  desk.store.write(() => {
    if (service !== null && !replace && isForSource(paper.extraction.paper.service, service))
      saySource(desk.store, file, service);
    storePaper(desk.store, paper, desk.runId, { replace });
  });
  return { ...note(desk, file, 'read'), fault };
}

/** A paper that names no service is its source's, and so is one that calls the source's service otherwise. */
const isForSource = (read: string | null, service: string): boolean =>
  read === null || (officialName(read) !== officialName(service) && mayBeOneService(read, service));

/** The sources file is a person's word too, and is kept as such. */
function saySource(store: Store, { sha256, name }: SourceFile, service: string): void {
  insertCorrection(store, {
    verdict: 'corrected',
    paperId: sha256,
    file: name,
    entryId: null,
    field: 'service',
    value: officialName(service),
    read: null,
    why: 'the source it was collected from publishes for this service',
    who: 'the sources file',
    at: new Date().toISOString(),
  });
}

/** Notes where a stored paper's bytes were seen, and tells how it stands. */
function note({ store, runId }: Desk, file: SourceFile, state: 'read' | 'known'): IngestedFile {
  writeSource(store, file.sha256, file.path, runId);
  const known = knownPaper(store, file.sha256);
  if (known === null) throw new Error(`paper ${file.sha256} was removed by another program while it was taken in`);
  const { id: paperId, file: _, ...facts } = known;
  const problem = issuesOf(store, paperId).find(({ severity }) => severity === 'error') ?? null;
  return { address: file.path, paperId, state, ...facts, problem, fault: null };
}

const nothing = {
  service: null,
  date: null,
  pages: null,
  entries: 0,
  noPaper: null,
  acceptedBy: null,
  wholeForm: null,
  extractor: null,
  fault: null,
};

const nothingOf = ({ sha256 }: SourceFile) =>
  ({ paperId: sha256, outcome: 'ok', problem: null, issues: 0, ...nothing }) as const;

function noteUnread({ store, runId }: Desk, { address, issue }: UnreadFile): IngestedFile {
  writeUnreadFile(store, address, issue, runId);
  return { address, paperId: null, state: 'unread', outcome: 'failed', problem: issue, issues: 1, ...nothing };
}

/** True for a paper that failed, or was read only in part, has no form that was read whole, and nobody said that this will do. */
export const isTroubled = ({ outcome, acceptedBy, wholeForm }: IngestedFile): boolean =>
  outcome === 'failed' || (outcome === 'partial' && acceptedBy === null && wholeForm === null);

/** A file as it stands now that its paper was followed, and the other forms of it are known. */
function followed(store: Store, file: IngestedFile): IngestedFile {
  const wholeForm = file.paperId === null ? null : (knownPaper(store, file.paperId)?.wholeForm ?? null);
  return wholeForm === file.wholeForm ? file : { ...file, wholeForm };
}

function countsOf(files: readonly IngestedFile[], putAside: readonly PutAside[]): RunCounts {
  const count = (test: (file: IngestedFile) => boolean) => files.filter(test).length;
  const partial = count(({ outcome }) => outcome === 'partial');
  const failed = count(({ outcome }) => outcome === 'failed');
  return {
    files: files.length,
    read: count(({ state }) => state === 'read'),
    known: count(({ state }) => state === 'known'),
    partial,
    failed,
    exitCode: files.some(isTroubled) || putAside.length > 0 ? exitCode.incomplete : exitCode.well,
  };
}
