import type { Place } from './place.ts';
import type { Entry, Paper, Plan, Statement } from './plan.ts';
import type { ChangeKind } from './values.ts';

export type { ChangeKind } from './values.ts';

/** What happened on a thread between one paper and the next; `before` and `after` are the papers' own words. */
export interface Change {
  readonly threadId: string;
  readonly fromPaperId: string | null;
  readonly toPaperId: string;
  readonly kind: ChangeKind;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly beforePlaces: readonly Place[];
  readonly afterPlaces: readonly Place[];
  /** True where the paper says so in prose about the whole plan and not of this entry. */
  readonly inferred: boolean;
  /** The sentence the inference rests on. */
  readonly evidence: string | null;
  /** The change in plain English. */
  readonly sentence: string;
}

/** An entry with the id it is recorded under; the id stays for as long as the paper is known. */
export interface RecordedEntry {
  readonly id: string;
  readonly entry: Entry;
}

/** What a source says of a paper that it offers. Days and times are ISO 8601. */
export interface Offered {
  /** The agenda item it stands under, the same for all papers of one; null where that is not known, or it was replaced. */
  readonly item: string | null;
  /** Day of the meeting, or else when it was first seen where that says when it came; null where neither is known. */
  readonly date: string | null;
  /** When it was first seen. */
  readonly seen: string | null;
}

/** What the trail needs of a paper. Entries stand in the paper's order. */
export interface RecordedPaper {
  /** What the source says that offered it; absent where none did. */
  readonly offered?: Offered;
  /** How many runs had ended before it was first taken in; absent where that is not known. A run that goes on with one that was stopped is the same. */
  readonly takenIn?: number;
  readonly paper: Pick<Paper, 'id' | 'file' | 'pages' | 'service' | 'meetingDate' | 'asAt' | 'outcome'>;
  readonly plans: readonly Plan[];
  readonly entries: readonly RecordedEntry[];
  readonly statements: readonly Statement[];
}

/** A plan in one edition. `trackId` is the same in all of a service's editions, whatever each of them calls the plan. */
export interface PlanState {
  readonly name: string;
  readonly trackId: string;
  readonly state: Plan['state'];
}

/**
 * One issue of a report: papers that stand under one agenda item (cover, letter, plan) are its parts; the same paper in two
 * formats, or republished with a corrected word, are forms of a part.
 */
export interface Edition {
  /** The first paper of the first part. */
  readonly id: string;
  /** The part with most entries first; in each the paper that changes are told from, then its other forms. */
  readonly parts: readonly (readonly string[])[];
  /** ISO 8601, perhaps of reduced precision; null where nothing dates the paper: no change is derived from it. */
  readonly date: string | null;
  readonly plans: readonly PlanState[];
}

/** `same`: the entry goes on; `split`: the later entry is a part of the earlier; `merged`: the earlier went into the later. */
export type LinkKind = 'same' | 'split' | 'merged';

/** Two entries of different editions that belong together, with what speaks for it. */
export interface Link {
  readonly kind: LinkKind;
  readonly fromEntryId: string;
  readonly toEntryId: string;
  /** Sum of the weights of evidence (natural logarithm of odds); a decision has none. */
  readonly score: number | null;
  readonly reasons: readonly string[];
  readonly by: 'rule' | 'person';
}

/** Two entries that may belong together: a person should say. */
export interface Candidate {
  readonly fromEntryId: string;
  readonly toEntryId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What a person said of two entries; it outranks all evidence in every later run. */
export interface Decision {
  readonly fromEntryId: string;
  readonly toEntryId: string;
  readonly verdict: 'same' | 'different';
}

/** One entry followed through successive papers; entry ids in the order of the editions. */
export interface Thread {
  readonly id: string;
  readonly trackId: string;
  readonly entryIds: readonly string[];
  /** Of these the one that is read, for each edition; the others are the same in its other forms. */
  readonly readIds: readonly string[];
}

/** All that is derived from a service's papers. */
export interface Trail {
  readonly editions: readonly Edition[];
  readonly threads: readonly Thread[];
  /** Links and candidates, by the edition that has their later entry. */
  readonly links: readonly (readonly Link[])[];
  readonly candidates: readonly (readonly Candidate[])[];
  /** Changes by the edition that shows them. */
  readonly changes: readonly (readonly Change[])[];
}
