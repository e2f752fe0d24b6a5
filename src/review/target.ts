import { userInfo } from 'node:os';
import { codeOf } from '../lib/reason.ts';
import { UsageError } from '../model/errors.ts';
import { entryById, knownPaper, papersNamed, type Store } from '../store/index.ts';

/** What something is said of: an entry, or a paper. */
export interface Target {
  readonly paperId: string;
  readonly file: string;
  /** Null for the paper itself. */
  readonly entryId: string | null;
}

const entryPattern = /^[0-9a-f]{16}-e\d{3,}$/;

/**
 * The entry or paper that a person names.
 * @param name an entry's id, or of a paper its id, the front of that (at least 6 digits), or its file's name
 * @throws UsageError where there is none, or where several papers are named so
 */
export function targetNamed(store: Store, name: string): Target {
  if (entryPattern.test(name)) {
    const entry = entryById(store, name);
    const paper = entry === null ? null : knownPaper(store, entry.paperId);
    if (entry === null || paper === null)
      throw new UsageError(`there is no entry ${name}; "boardtrail search WORDS" and "boardtrail export" name them`);
    return { paperId: paper.id, file: paper.file, entryId: entry.id };
  }
  const found = papersCalled(store, name);
  const [paper, second] = found;
  if (second !== undefined) {
    const ids = found.map(({ id }) => id.slice(0, 12)).join(', ');
    throw new UsageError(`${found.length} papers are called "${name}"; name one by the front of its id: ${ids}`);
  }
  return { paperId: paper.id, file: paper.file, entryId: null };
}

/**
 * The papers that a person names, by an id, the front of it (at least 6 digits) or a file's name; at least one.
 * @throws UsageError where there is none
 */
export function papersCalled(store: Store, name: string): readonly [NamedPaper, ...NamedPaper[]] {
  const [paper, ...others] = papersNamed(store, name);
  if (paper === undefined)
    throw new UsageError(
      `no paper is called "${name}"; name its file, or the front of its id as "boardtrail status" and exports give it`,
    );
  return [paper, ...others];
}

type NamedPaper = ReturnType<typeof papersNamed>[number];

/** Who says something of a paper or an entry, when, and why. */
export interface Teller {
  readonly who: string;
  readonly now: Date;
  readonly why: string | null;
}

/** Name of whoever uses this computer, for what is said without a name. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // Systems without a list of users (some containers) have none to tell.
    if (codeOf(error) !== '') return 'somebody';
    throw error;
  }
}
