import type { Place } from './place.ts';

export type ChangeKind =
  | 'added'
  | 'dropped'
  | 'retired'
  | 'completed'
  | 'closed'
  | 'deferred'
  | 'reopened'
  | 'status_changed'
  | 'slipped'
  | 'brought_forward'
  | 'timescale_changed'
  | 'lead_changed'
  | 'reworded'
  | 'progress_updated'
  | 'rag_changed'
  | 'split'
  | 'merged'
  | 'moved';

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
}
