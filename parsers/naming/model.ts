import type { Block } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';

/** What speaks for a text being what the paper calls its plan, or against it. */
export type Sign =
  | OriginSign
  /** It reads as the name of a plan from end to end. */
  | 'readsAsPlan'
  /** It ends in what a plan is kept as, or in its years: `… Tracker`, `… Log 2024`. */
  | 'kept'
  /** It names the inspection, what inspectors find, or improvement. */
  | 'matter'
  /** It is what any plan or finding is called, and part of a title or told in text. */
  | 'anyPlan'
  | 'saysPaperFirst'
  | 'ofSeveral'
  | 'ours'
  | 'body'
  | 'againInText'
  | 'againInCapitals'
  | 'againInTitles'
  | 'againOnPages';

/** Where a candidate comes from. */
export type OriginSign =
  /** A label of the front matter says that it is the plan. */
  | 'labelled'
  | 'title'
  /** A title of a few words without a sign between them. */
  | 'shortTitle'
  /** A part of the title that the running text repeats. */
  | 'repeated'
  /** What the title has more says only what the paper is and when. */
  | 'leavesPaper'
  /** Behind its last sign stands only what the paper is. */
  | 'paperBehind'
  | 'leavesReaders'
  | 'leavesMatter'
  /** The title parts it from words that say nothing of a plan. */
  | 'nameFirst'
  /** A title below the paper's own, open over all entries; over some of them. */
  | 'overAll'
  | 'overSome'
  | 'nearest'
  | 'annex'
  /** A title set alike over other entries names a plan; is an annex too. */
  | 'besidePlan'
  | 'besideAnnex';

/** A text that may be what the paper calls the plan, and what speaks for it. */
export interface Candidate {
  readonly text: string;
  readonly signs: ReadonlySet<Sign>;
}

/** A text as it was found, before it is looked at by itself. */
export interface Found {
  readonly text: string;
  readonly signs: readonly OriginSign[];
}

/** A title and the blocks that it is over. */
export interface TitleOver {
  readonly value: RawValue;
  readonly text: string;
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** What is known of a paper where its plans are named. */
export interface NamedPaper {
  readonly title: string | null;
  readonly labelled: string | null;
  readonly blocks: readonly Block[];
  /** The blocks whose words are an entry's own. */
  readonly told: ReadonlySet<number>;
  /** Running headers and footers. */
  readonly furniture: readonly string[];
}
