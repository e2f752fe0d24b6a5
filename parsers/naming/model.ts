import type { Block } from '../../src/model/document.ts';
import type { Title } from '../recognise/sections.ts';

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
  /** It, or a part of it behind a sign, begins with what a paper is: `Progress against …`. */
  | 'saysPaperFirst'
  /** It is more than one: `Improvement Plans`. */
  | 'ofSeveral'
  /** It begins with an article or `our`, and is not the whole title. */
  | 'ours'
  /** It ends as the name of a body does. */
  | 'body'
  /** It returns: as a name, or in capitals within a sentence; in another title; in what runs over the pages. */
  | 'againInText'
  | 'againInCapitals'
  | 'againInTitles'
  | 'againOnPages';

/** Where a candidate comes from. */
export type OriginSign =
  /** A label of the front matter says that it is the plan. */
  | 'labelled'
  /** The whole title of the paper. */
  | 'title'
  /** That title is a name of a few words without a sign between them. */
  | 'shortTitle'
  /** A part of the title that the running text repeats. */
  | 'repeated'
  /** Behind the title's last sign stands nothing of a plan. */
  | 'paperBehind'
  /** What the title has more says what the paper is and when, names its readers, or says what a plan is about. */
  | 'leavesPaper'
  | 'leavesReaders'
  | 'leavesMatter'
  /** The title parts it from words that say nothing of a plan. */
  | 'nameFirst'
  /** A title below the paper's own, open over all entries; over some of them. */
  | 'overAll'
  | 'overSome'
  /** It is the last of those. */
  | 'nearest'
  /** It is an annex's title. */
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
export interface TitleOver extends Title {
  readonly from: number;
  readonly to: number;
}

/** What is known of a paper where its plans are named. */
export interface NamedPaper {
  readonly title: string | null;
  /** What a label of the front matter calls the plan. */
  readonly labelled: string | null;
  readonly blocks: readonly Block[];
  /** The blocks whose words are an entry's own. */
  readonly told: ReadonlySet<number>;
  /** Running headers and footers. */
  readonly furniture: readonly string[];
}
