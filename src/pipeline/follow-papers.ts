import { scriptBeside } from '../lib/compiling.ts';
import {
  type Family,
  knownPaper,
  type PutAside,
  papersPutAside,
  putAside,
  type Store,
  staleFamilies,
  takeUpAgain,
} from '../store/index.ts';
import { type Reader, type ReaderOptions, startReader } from './reader-process.ts';
import type { ReadingAnswer } from './reading.ts';
import { relink, rules } from './trail.ts';

/** One service to follow, in which database. */
export interface FollowTask {
  readonly database: string;
  readonly family: Family;
}

export interface FollowAnswer {
  /** What SQLite said where it failed; null where all is well. */
  readonly databaseTrouble: { readonly code: string; readonly message: string } | null;
}

/** The limits of `ReaderOptions`, for one paper of a service. */
export interface FollowOptions extends Pick<ReaderOptions, 'timeout' | 'memory'> {
  /** Try again what was put aside. */
  readonly retry: boolean;
  /** The process's script; another one for tests. */
  readonly follower?: URL;
}

const ownScript = scriptBeside(import.meta, 'follower');

/** Milliseconds: the database has to be opened and its papers read first, which is no paper's doing. */
const leastTime = 5000;

/**
 * Follows anew every service whose papers came, went or were read again since it was followed last (see `relink`), in a
 * process of its own with the limits that readers have: whatever stands in a paper, following it ends. A paper whose turn
 * takes longer, or more memory, is put aside by name and the service followed without it.
 * @returns all papers that are put aside now
 * @throws Error with SQLite's code where the database cannot be read or written
 */
export async function followPapers(
  store: Store,
  { retry, timeout, memory, follower: script = ownScript }: FollowOptions,
): Promise<readonly PutAside[]> {
  takeUpAgain(store, rules, retry);
  // A database in memory is this process's alone.
  if (store.file === ':memory:') relink(store);
  else await followAll(store, { timeout: Math.max(timeout, leastTime), memory, script });
  return papersPutAside(store);
}

async function followAll(store: Store, limits: ReaderOptions): Promise<void> {
  const families = staleFamilies(store, rules);
  if (families.length === 0) return;
  const start = () => startReader<FollowAnswer, FollowTask>(limits);
  let follower = start();
  try {
    for (const family of families) {
      while (!(await followFamily(store, follower, family, limits))) {
        if (!follower.alive()) follower = start();
      }
    }
  } finally {
    follower.end();
  }
}

/** @returns false where a paper was put aside, so that the family is to be followed without it */
async function followFamily(
  store: Store,
  follower: Reader<FollowAnswer, FollowTask>,
  family: Family,
  limits: ReaderOptions,
): Promise<boolean> {
  const turn = { paperId: null as string | null };
  const answer = await follower.read({ database: store.file, family }, (paperId) => {
    turn.paperId = paperId;
  });
  if (answer.ok) {
    const { databaseTrouble } = answer.extraction;
    if (databaseTrouble === null) return true;
    throw Object.assign(new Error(databaseTrouble.message), { code: databaseTrouble.code });
  }
  const { paperId } = turn;
  if (paperId === null || knownPaper(store, paperId) === null) {
    throw new Error(`entries cannot be followed: ${answer.message}\n${answer.stack ?? ''}`);
  }
  const { code, message } = reasonOf(answer, limits);
  putAside(store, paperId, code, message, rules);
  return false;
}

/** Why a paper is put aside, and what to do. */
function reasonOf(
  { code, message }: Extract<ReadingAnswer, { ok: false }>,
  { timeout, memory }: ReaderOptions,
): { readonly code: string; readonly message: string } {
  const rest = 'It is left out from comparing papers; "ingest --retry" with a higher limit tries again.';
  if (code === 'ingest/timeout') {
    return { code: 'trail/timeout', message: `Following its entries took longer than ${timeout / 1000} s. ${rest}` };
  }
  if (code === 'ingest/out-of-memory') {
    return { code: 'trail/out-of-memory', message: `Following its entries did not fit into ${memory} MB. ${rest}` };
  }
  return {
    code: 'trail/fault',
    message: `The program made a mistake in following its entries (${message}). It is left out from comparing papers. Please report it to the makers.`,
  };
}
