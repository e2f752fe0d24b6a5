import type { FormatName } from './document.ts';
import type { Issue } from './issue.ts';
import type { Place } from './place.ts';

export type Pillar = 'effectiveness' | 'efficiency' | 'people';
export type FindingKind = 'area_for_improvement' | 'cause_of_concern' | 'recommendation';
export type RagValue = 'red' | 'amber' | 'green' | 'blue' | 'grey' | 'white';
export type StatusValue =
  | 'not_started'
  | 'in_progress'
  | 'delayed'
  | 'deferred'
  | 'ongoing'
  | 'outstanding'
  | 'complete'
  | 'closed'
  | 'not_applicable';
export type Precision = 'day' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'financial_year';
export type Outcome = 'ok' | 'partial' | 'failed';

/** When something is due: the paper's words, and the first and last day they mean (ISO 8601), null where they are no date. */
export interface Timescale {
  readonly raw: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision | null;
}

/** `value` is null where the words were read but not understood. */
export interface Status {
  readonly raw: string;
  readonly value: StatusValue | null;
}

export interface Rag {
  readonly raw: string;
  readonly value: RagValue;
  readonly from: 'words' | 'fill' | 'ink';
}

/** Progress under a column or label for one period, in the paper's words. */
export interface Update {
  readonly period: string;
  readonly text: string;
}

/** The fields of an entry that have places of their own. */
export type EntryField =
  | 'ref'
  | 'pillar'
  | 'finding'
  | 'summary'
  | 'theme'
  | 'action'
  | 'progress'
  | 'updates'
  | 'future'
  | 'timescale'
  | 'status'
  | 'rag'
  | 'lead'
  | 'percent'
  | 'extra';

/** One line of a plan as people read it: a finding with one action. What the paper does not say is null. */
export interface Entry {
  readonly plan: string | null;
  readonly ref: string | null;
  readonly pillar: Pillar | null;
  readonly kind: FindingKind | null;
  readonly finding: string | null;
  readonly summary: string | null;
  readonly theme: string | null;
  readonly action: string | null;
  readonly progress: string | null;
  readonly updates: readonly Update[];
  readonly future: string | null;
  readonly timescale: Timescale | null;
  readonly status: Status | null;
  readonly rag: Rag | null;
  readonly lead: string | null;
  readonly percent: number | null;
  /** Columns and labels that no field stands for, under their own words. */
  readonly extra: Readonly<Record<string, string>>;
  readonly places: Readonly<Partial<Record<EntryField, readonly Place[]>>>;
}

export interface Plan {
  readonly name: string;
  /** ISO 8601 with reduced precision where the paper gives no more. */
  readonly asAt: string | null;
  /** `closed` where the paper says or proposes that the plan ends. */
  readonly state: 'open' | 'closed';
}

/**
 * A sentence about a whole plan that says something of its entries: `rest_complete` ("all activities have been
 * delivered except for one", "completed actions have been removed"), `rest_unchanged` ("only actions that have
 * changed are shown"), `plan_closed` ("to close the plan"), `count` ("17 of 20 complete").
 */
export interface Statement {
  readonly kind: 'rest_complete' | 'rest_unchanged' | 'plan_closed' | 'count';
  readonly plan: string | null;
  /** The paper's own sentence. */
  readonly text: string;
  readonly places: readonly Place[];
  /** For `count`: how many, of how many (null where not said), and which status they have. */
  readonly count: number | null;
  readonly total: number | null;
  readonly status: StatusValue | null;
}

export type PaperField = 'service' | 'title' | 'body' | 'meetingDate' | 'asAt' | 'agendaItem' | 'author';

export interface Paper {
  /** The sha256 of the paper's bytes, lower-case hex. */
  readonly id: string;
  readonly file: string;
  readonly format: FormatName | null;
  /** How many pages the document has; null or absent where its format has none, or nothing of it was read. */
  readonly pages?: number | null;
  readonly service: string | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly meetingDate: string | null;
  readonly asAt: string | null;
  readonly agendaItem: string | null;
  readonly author: string | null;
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
}
