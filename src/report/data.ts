import type { SourceTerms } from '../model/collected.ts';
import type { StatusValue } from '../model/plan.ts';
import type { ComparedAnswer, StandingEntry } from '../model/standing.ts';
import type { Change } from '../model/thread.ts';

/** All that a report shows, as plain data: put together from the database by `src/shelf/report-data.ts`. */
export interface ReportData {
  /** The day the report is made, ISO 8601. */
  readonly made: string;
  /** The day that lateness is looked from, ISO 8601. */
  readonly day: string;
  /** What was asked for, in words; null where it is everything. */
  readonly chosen: string | null;
  readonly services: readonly ServiceData[];
  /** Findings that several services were given, with what each of them does about it, in its own words. */
  readonly shared: readonly (readonly ComparedAnswer<Item>[])[];
  readonly papers: readonly PaperLine[];
  /** Where papers come from and on which terms. */
  readonly sources: readonly SourceTerms[];
}

export interface ServiceData {
  readonly name: string;
  /** False where its papers do not say whose they are. */
  readonly isNamed: boolean;
  readonly plans: readonly PlanData[];
  /** How many papers beside dated ones nothing dates, so that their plans stand for themselves. */
  readonly undated: number;
}

/** One plan through the papers that report on it. */
export interface PlanData {
  readonly name: string;
  readonly state: 'open' | 'closed';
  /** The last paper that reported on it before those that are shown; null where there is none. */
  readonly before: Pick<ReportLine, 'date'> | null;
  /** The papers that report on it, oldest first. */
  readonly reports: readonly ReportLine[];
  readonly items: readonly Item[];
  /** What the latest report shows to have changed. */
  readonly news: readonly ChangeLine[];
}

/** How one paper reports on a plan. */
export interface ReportLine {
  readonly paperId: string;
  readonly date: string | null;
  readonly file: string;
  /** How many entries have which status; `null` where the paper says nothing of it. */
  readonly counts: ReadonlyMap<StatusValue | null, number>;
}

/** An entry followed through the papers, in its latest words. */
export interface Item
  extends Pick<
    StandingEntry,
    'threadId' | 'ref' | 'finding' | 'action' | 'pillar' | 'lead' | 'status' | 'statusWords'
  > {
  /** The words that name it: its action, else its finding, else what else is said. */
  readonly gist: string;
  readonly isFinished: boolean;
  /** True where it was due before the day looked from and is not ended. */
  readonly isOverdue: boolean;
  readonly firstDue: Due | null;
  readonly latestDue: Due | null;
  readonly slipDays: number | null;
  readonly slips: number;
  /** How many papers have shown it since its progress last changed. */
  readonly papersSinceProgress: number;
  /** What became of it in the first paper that has it no more; null while it is listed. */
  readonly ended: ChangeLine | null;
  /** Its form in each paper, oldest first. */
  readonly steps: readonly Step[];
}

/** A due date: the paper's words, and the last day they mean. */
export interface Due {
  readonly words: string;
  readonly day: string;
}

/** An item in one paper. */
export interface Step {
  readonly date: string | null;
  readonly place: PlaceLine;
  /** Its words, field by field; long ones with what changed since the paper before. */
  readonly fields: readonly FieldLine[];
  readonly changes: readonly ChangeLine[];
}

export interface FieldLine {
  readonly name: string;
  /** Null where the words are those of the paper before. */
  readonly pieces: readonly Piece[] | null;
}

/** Words that stayed, came or went. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Where words stand: the paper's file, its page, and a link where there is one. */
export interface PlaceLine {
  readonly file: string;
  readonly page: number | null;
  readonly path: string | null;
  readonly link: string | null;
}

/** A change as far as it is told. */
export type ChangeLine = Pick<Change, 'kind' | 'threadId' | 'sentence' | 'inferred'>;

export interface PaperLine {
  readonly service: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly place: PlaceLine;
  readonly outcome: 'ok' | 'partial' | 'failed';
  readonly entries: number;
  /** Messages of errors and warnings. */
  readonly troubles: readonly string[];
}
