import { isDeepStrictEqual } from 'node:util';
import type { SourceFile } from '../model/document.ts';
import { type Issue, issueOf } from '../model/issue.ts';
import type { ParseOptions } from '../model/parsing.ts';
import type { Entry } from '../model/plan.ts';
import type { NewPaper } from '../model/stored.ts';
import type { TaughtLayout } from '../model/taught.ts';
import { isServiceNamed } from '../normalise/named.ts';
import {
  bytesOfPaper,
  changesIn,
  contentAsRead,
  contentOfPaper,
  copyOf,
  entryIdOf,
  familyOf,
  type PutAside,
  paperIds,
  type Store,
  type StoredChange,
  sourcesOf,
  startRun,
  taughtLayouts,
} from '../store/index.ts';
import { type FollowOptions, followPapers } from './follow-papers.ts';
import { openPairing, type Pair } from './pair-readings.ts';
import { eachInPool, openPool, type PoolOptions } from './pool.ts';
import { extractorName } from './reading.ts';
import { storePaper, underOneName } from './trail.ts';

export interface ReextractOptions extends PoolOptions, Pick<FollowOptions, 'follower'> {
  readonly parse: ParseOptions;
  /** Only papers of services with this in their name. */
  readonly service: string | null;
  /** Only these papers, by their ids; all where absent. */
  readonly only?: readonly string[];
  /** What people said of layouts, where the papers are to be read by other than is kept. */
  readonly taught?: readonly TaughtLayout[];
  /** Say what would change, and change nothing. */
  readonly dryRun: boolean;
}

/** A value that the new reading has otherwise. */
export interface FieldDifference {
  readonly entryId: string;
  readonly field: keyof Entry;
  readonly before: Entry[keyof Entry];
  readonly after: Entry[keyof Entry];
}

/** An entry with the id it is stored under. */
interface ReadEntry extends Entry {
  readonly id: string;
}

/** What reading one paper again gives. */
export interface Rereading {
  readonly paperId: string;
  readonly file: string;
  /** Entries that only the new reading, or only the old one, has. */
  readonly added: readonly Entry[];
  readonly lost: readonly ReadEntry[];
  readonly differences: readonly FieldDifference[];
}

export interface ReextractReport {
  readonly papers: number;
  readonly changed: readonly Rereading[];
  /** Papers whose new reading failed, or whose bytes are not kept: the old reading stays. */
  readonly kept: readonly { readonly paperId: string; readonly file: string; readonly problem: Issue }[];
  /** Papers of the database that are not followed, because that took more time or memory than there is. */
  readonly putAside: readonly PutAside[];
  /** Changes between papers that the new readings take away and bring. */
  readonly changesGone: readonly StoredChange[];
  readonly changesNew: readonly StoredChange[];
}

interface NewReading {
  readonly rereading: Rereading;
  readonly paper: NewPaper;
  readonly pairs: readonly Pair[];
  /** False where only the paper's tables and forms are noted otherwise. */
  readonly isOther: boolean;
}

/** What reading papers again gives, nothing stored. */
export interface Rereadings {
  readonly found: readonly NewReading[];
  readonly kept: ReextractReport['kept'];
  readonly papers: number;
}

/**
 * Reads the stored bytes of papers again and puts the new readings in the place of the old; entries keep their threads,
 * and changes are derived anew. A reading that fails never takes the place of one that did not.
 */
export async function reextract(store: Store, options: ReextractOptions): Promise<ReextractReport> {
  const { found, kept, papers } = await readAgain(store, options);
  const before = [...changesIn(store)];
  // What would change is tried on a copy, and not in a transaction to be taken back: following has limits only in a process
  // of its own, which sees what is written and nothing else.
  const target = options.dryRun ? await copyOf(store) : store;
  try {
    target.write(() => {
      if (found.length === 0) return;
      const run = startRun(target, 'reextract', extractorName(options.parse), new Date());
      for (const { paper, pairs } of found) storePaper(target, paper, run, { replace: true, pairs });
    });
    const putAside = await followPapers(target, { ...options, retry: false });
    const changed = found.flatMap(({ rereading, isOther }) => (isOther ? [rereading] : []));
    return { papers, changed, kept, putAside, ...compareChanges(before, [...changesIn(target)]) };
  } finally {
    if (target !== store) target.close();
  }
}

/** Reads the stored bytes of papers again, in processes of their own, and compares; nothing is stored. */
export async function readAgain(store: Store, options: ReextractOptions): Promise<Rereadings> {
  const pool = openPool(options);
  const pairing = openPairing(options);
  const parse = { ...options.parse, taught: options.taught ?? taughtLayouts(store) };
  const found: NewReading[] = [];
  const kept: { paperId: string; file: string; problem: Issue }[] = [];
  const ids = (options.only ?? paperIds(store)).filter((id) => isWanted(store, id, options.service));
  try {
    await eachInPool(pool, ids, async (id) => {
      const known = contentOfPaper(store, id);
      if (known === null) return;
      // Two readings are compared; what people said of the one before is said of the new one too.
      const { paper: stored, entries, noPaper: _, ...rest } = contentAsRead(store, known);
      const keep = (problem: Issue) => void kept.push({ paperId: id, file: stored.file, problem });
      const bytes = bytesOfPaper(store, id);
      if (bytes === 'damaged') return keep(damagedBytes);
      if (bytes === null) return stored.outcome === 'failed' ? undefined : keep(noBytes);
      const file: SourceFile = { name: stored.file, path: sourcesOf(store, id)[0] ?? stored.file, bytes, sha256: id };
      const answer = await pool.read({ file, options: parse });
      if (!answer.ok) {
        const problem: Issue = issueOf(answer.code, answer.message);
        return stored.outcome === 'failed' ? undefined : keep(problem);
      }
      const before = entries.map(({ position, entry }) => ({ ...entry, id: entryIdOf(id, position) }));
      const paired = await pairing.pair({ before, after: answer.extraction.entries });
      if (!paired.ok) return keep(issueOf(paired.code, paired.message));
      const pairs = paired.extraction;
      const rereading = differencesOf(id, stored.file, before, answer.extraction.entries, pairs);
      const { layouts, ...others } = rest;
      const { layouts: layoutsNow = [], entries: _now, ...othersNow } = underOneName(answer.extraction);
      const isSame = isDeepStrictEqual(plain({ ...others, paper: stored }), plain(othersNow));
      const { added, lost, differences } = rereading;
      const isOther = !isSame || added.length + lost.length + differences.length > 0;
      if (!isOther && isDeepStrictEqual(layouts, layoutsNow)) return;
      const paper = { extraction: answer.extraction, bytes, size: bytes.length, extractor: extractorName(parse) };
      found.push({ rereading, paper, pairs, isOther });
    });
  } finally {
    pairing.close();
    pool.close();
  }
  const byId = <T>(id: (item: T) => string, items: readonly T[]) => items.toSorted((a, b) => (id(a) < id(b) ? -1 : 1));
  return {
    found: byId(({ rereading }) => rereading.paperId, found),
    kept: byId(({ paperId }) => paperId, kept),
    papers: ids.length,
  };
}

const noBytes: Issue = issueOf(
  'reextract/no-bytes',
  'The bytes of this paper are not kept; take the file in again with "boardtrail ingest".',
);

const damagedBytes: Issue = issueOf(
  'reextract/damaged-bytes',
  'The stored bytes of this paper are damaged; take the file in again with "boardtrail ingest --retry".',
);

/** As the store would give it back: without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function isWanted(store: Store, paperId: string, service: string | null): boolean {
  if (service === null) return true;
  const family = familyOf(store, paperId);
  return family !== null && 'service' in family && isServiceNamed(family.service, service);
}

function differencesOf(
  paperId: string,
  file: string,
  before: readonly ReadEntry[],
  after: readonly Entry[],
  pairs: readonly Pair[],
): Rereading {
  const places = new Map(pairs);
  const taken = new Set(places.values());
  const differences = before.flatMap((old) => {
    const now = after[places.get(old.id) ?? -1];
    if (now === undefined) return [];
    const { id: _, ...fields } = old;
    return (Object.keys(fields) as (keyof Entry)[]).flatMap((field) =>
      isDeepStrictEqual(plain(old[field]), plain(now[field]))
        ? []
        : [{ entryId: old.id, field, before: old[field], after: now[field] }],
    );
  });
  return {
    paperId,
    file,
    added: after.filter((_, index) => !taken.has(index)),
    lost: before.filter(({ id }) => (places.get(id) ?? null) === null),
    differences,
  };
}

function compareChanges(before: readonly StoredChange[], after: readonly StoredChange[]) {
  const key = (change: StoredChange) =>
    JSON.stringify([change.threadId, change.toPaperId, change.kind, change.field, change.before, change.after]);
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  return {
    changesGone: before.filter((change) => !now.has(key(change))),
    changesNew: after.filter((change) => !old.has(key(change))),
  };
}
