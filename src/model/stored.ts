import type { Issue } from './issue.ts';
import type { Entry, Extraction, Paper, Plan, Statement } from './plan.ts';
import type { Change } from './thread.ts';

/** An entry as the database keeps it. */
export interface StoredEntry extends Entry {
  /** The first 16 digits of its paper's id and its position there (`0a1b2c3d4e5f6071-e001`): the same in every run. */
  readonly id: string;
  readonly paperId: string;
  /** The thread it was linked to; null where none is yet. */
  readonly threadId: string | null;
}

/** A paper as the database keeps it, without its entries. */
export interface StoredPaper extends Paper {
  /** Where the bytes were seen: absolute paths and addresses, in order of their letters. */
  readonly sources: readonly string[];
  readonly plans: readonly Plan[];
  readonly statements: readonly Statement[];
  readonly issues: readonly Issue[];
}

/** A paper ready to be stored. */
export interface NewPaper {
  readonly extraction: Extraction;
  /** The bytes as they came in; null where they are no document and not worth keeping. */
  readonly bytes: Uint8Array | null;
  /** Length of the file in bytes. */
  readonly size: number;
  /** Which reading made the extraction (see `extractorName`). */
  readonly extractor: string;
}

/** What an exporter draws on: everything stored, paper by paper, never all in memory. */
export interface ExportSource {
  /** By service, date and id; failed ones too. */
  papers(): Iterable<StoredPaper>;
  /** The entries of one paper, in its order. */
  entriesOf(paperId: string): Iterable<StoredEntry>;
  changes(): Iterable<Change>;
}
