import type { Corrected, Correction } from './correction.ts';
import type { EntryField, PaperField } from './fields.ts';
import type { Issue } from './issue.ts';
import type { Entry, Extraction, FindingKind, Paper, Pillar, Plan, RagValue, Statement, StatusValue } from './plan.ts';
import type { Change } from './thread.ts';

/** An entry as the database keeps it. */
export interface StoredEntry extends Entry {
  /** The first 16 digits of its paper's id and its position there (`0a1b2c3d4e5f6071-e001`): the same in every run. */
  readonly id: string;
  readonly paperId: string;
  /** The thread it was linked to; null where none is yet. */
  readonly threadId: string | null;
  /** True for the latest state of its thread. */
  readonly isCurrent: boolean;
  /** Fields that a person set. */
  readonly corrected: Readonly<Partial<Record<EntryField, Corrected>>>;
}

/** A paper as the database keeps it, without its entries. */
export interface StoredPaper extends Paper {
  /** Where the bytes were seen, in order of their letters: addresses, and paths of files (in exports their names alone). */
  readonly sources: readonly string[];
  readonly plans: readonly Plan[];
  readonly statements: readonly Statement[];
  readonly issues: readonly Issue[];
  /** Fields that a person set. */
  readonly corrected: Readonly<Partial<Record<PaperField, Corrected>>>;
  /** Why the file is no paper on a plan and counts nowhere; null for a paper. */
  readonly noPaper: string | null;
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

/** Which part of what is stored is wanted; all conditions must hold. Texts are looked for without regard to capitals. */
export interface ExportFilter {
  /** Part of the service's name. */
  readonly service?: string;
  /** Part of the plan's name. */
  readonly plan?: string;
  readonly pillar?: Pillar;
  readonly status?: StatusValue;
  /** ISO 8601: only papers of this date or later. */
  readonly since?: string;
  /** ISO 8601: plans as they stood at this date, each by the last paper that reported on it until then. */
  readonly asOf?: string;
  /** Only entries that a paper shows to have changed, and the last form of those that went. */
  readonly changed?: boolean;
  /** Only these entries, by id. */
  readonly only?: readonly string[];
  readonly rag?: RagValue;
  readonly kind?: FindingKind;
  /** Part of the lead's name. */
  readonly lead?: string;
  /** All of these words, in any form, anywhere in the entry. */
  readonly about?: string;
  /** ISO 8601: only entries that were due before that day and are not ended. */
  readonly overdueOn?: string;
}

/** The flat tables that can be drawn from the database; `src/export/tables.ts` says what each column means. */
export type FlatTableName =
  | 'current'
  | 'entries'
  | 'changes'
  | 'threads'
  | 'papers'
  | 'plans'
  | 'statements'
  | 'updates'
  | 'issues'
  | 'places'
  | 'sources';

export type FlatValue = string | number | null;

/** What an exporter draws on: everything stored, or a filtered part, paper by paper, never all in memory. */
export interface ExportSource {
  /** By service, date and id; failed ones too. */
  papers(): Iterable<StoredPaper>;
  /** The entries of one paper, in its order. */
  entriesOf(paperId: string): Iterable<StoredEntry>;
  changes(): Iterable<Change>;
  /** What people said of one paper and its entries, as it stands. */
  said(paperId: string): readonly Correction[];
  /** The rows of a flat table, one value for each of `columns`, in the order of `papers()`. */
  rows(table: FlatTableName, columns: readonly string[]): Iterable<readonly FlatValue[]>;
}
