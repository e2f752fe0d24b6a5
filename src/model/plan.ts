import type { FormatName } from './document.ts';
import type { EntryField, EntryValues, PaperField, PaperValues } from './fields.ts';
import type { Issue } from './issue.ts';
import type { Place } from './place.ts';
import type { SeenLayout } from './taught.ts';
import type { Outcome, planStates, StatementKind, StatusValue } from './values.ts';

export type { EntryField, PaperField } from './fields.ts';
export type {
  FindingKind,
  Outcome,
  Pillar,
  Precision,
  Question,
  Rag,
  RagValue,
  Status,
  StatusValue,
  Timescale,
  Update,
} from './values.ts';

/** One line of a plan as people read it: a finding with one action. `entryFields` says what each field is. */
export interface Entry extends EntryValues {
  readonly places: Readonly<Partial<Record<EntryField, readonly Place[]>>>;
  /** How sure the reader is of each value, 0 to 1: of the values with 0.9, nine in ten are right. Absent: not known. */
  readonly confidence: Readonly<Partial<Record<EntryField, number>>>;
}

export interface Plan {
  readonly name: string;
  /** ISO 8601 with reduced precision where the paper gives no more. */
  readonly asAt: string | null;
  /** `closed` where the paper says or proposes that the plan ends. */
  readonly state: (typeof planStates)[number];
}

/**
 * A sentence about a whole plan that says something of its entries: `rest_complete` ("all activities have been
 * delivered except for one", "completed actions have been removed"), `rest_unchanged` ("only actions that have
 * changed are shown"), `plan_closed` ("to close the plan"), `count` ("17 of 20 complete").
 */
export interface Statement {
  readonly kind: StatementKind;
  readonly plan: string | null;
  /** The paper's own sentence. */
  readonly text: string;
  readonly places: readonly Place[];
  /** For `count`: how many, of how many (null where not said), and which status they have. */
  readonly count: number | null;
  readonly total: number | null;
  readonly status: StatusValue | null;
}

export interface Paper extends PaperValues {
  /** The sha256 of the paper's bytes, lower-case hex. */
  readonly id: string;
  readonly file: string;
  readonly format: FormatName | null;
  /** How many pages the document has; null or absent where its format has none, or nothing of it was read. */
  readonly pages?: number | null;
  /** Derived from the issues, never set by hand. */
  readonly outcome: Outcome;
  readonly places: Readonly<Partial<Record<PaperField, readonly Place[]>>>;
}

/** What `extract --json` prints. */
export interface Extraction {
  readonly paper: Paper;
  readonly plans: readonly Plan[];
  readonly entries: readonly Entry[];
  readonly statements: readonly Statement[];
  readonly issues: readonly Issue[];
  /** Every table and form of the paper by its labels; absent where nobody looked. */
  readonly layouts?: readonly SeenLayout[];
}
