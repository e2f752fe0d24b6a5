import type { EntryField, PaperField } from './fields.ts';

/**
 * What a person can say of a paper or of an entry: a value is corrected or accepted as read, an entry is none
 * (`rejected`), a file is no paper (`rejected`), a paper is taken out and kept out (`forgotten`).
 */
export const verdicts = ['corrected', 'accepted', 'rejected', 'forgotten'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a person said; it outranks the reader in every later run, until it is undone. */
export interface Correction {
  readonly id: number;
  readonly verdict: Verdict;
  readonly paperId: string;
  /** Name of the paper's file when it was said. */
  readonly file: string;
  /** Null where it is said of the paper itself. An id with a `~` at its end: the entry is not in the paper's reading any more. */
  readonly entryId: string | null;
  /** Null where it is said of the whole entry or paper. */
  readonly field: EntryField | PaperField | null;
  /** What the person said it is, in the shape of the field; null where the paper says nothing. */
  readonly value: unknown;
  /** What the reader last made of it. */
  readonly read: unknown;
  readonly why: string | null;
  readonly who: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** When it was taken back, ISO 8601 in UTC; null while it stands. */
  readonly undone: string | null;
  readonly undoneBy: string | null;
}

/** Beside a value that a person set: who, when, why, and what the reader had made of it. */
export interface Corrected {
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  readonly read: unknown;
}
