import type { StatusValue } from './values.ts';

/** An entry of a plan as it stood at some date. */
export interface StandingEntry {
  readonly threadId: string;
  readonly entryId: string;
  readonly service: string | null;
  readonly plan: string | null;
  /** Date of the edition that last reported on the plan then; null where nothing dates it. */
  readonly reported: string | null;
  readonly pillar: string | null;
  readonly question: string | null;
  readonly cause: string | null;
  readonly ref: string | null;
  readonly finding: string | null;
  readonly action: string | null;
  readonly progress: string | null;
  readonly due: string | null;
  /** ISO 8601. */
  readonly dueBy: string | null;
  readonly status: StatusValue | null;
  readonly statusWords: string | null;
  readonly lead: string | null;
  readonly ended: boolean;
  /** Days from its due date to the day looked from, where it is late then; null where it is not. */
  readonly daysLate: number | null;
  /** Name of the paper's file, and the page its words stand on; null where the format has none. */
  readonly file: string;
  readonly page: number | null;
  /** The page its due date stands on. */
  readonly duePage: number | null;
  /** Its last update under that one's period, else its progress. */
  readonly lastTold: string | null;
}

/** How a thread's promised date and progress text have moved. */
export interface Pace extends Pick<StandingEntry, 'threadId' | 'service' | 'plan' | 'ref' | 'finding' | 'action'> {
  readonly firstDue: string | null;
  readonly latestDue: string | null;
  /** Days from the first promised date to the latest. */
  readonly slipDays: number | null;
  readonly slips: number | null;
  /** How many papers have shown it since its progress text last changed. */
  readonly papersSinceProgress: number;
  /** True where its latest entry is ended, or it is gone. */
  readonly ended: boolean;
}

/** An entry beside those of other services: how it stood, and how it had moved until then. */
export interface ComparedEntry extends StandingEntry, Pick<Pace, 'slipDays' | 'slips' | 'papersSinceProgress'> {
  readonly overdue: boolean;
}

/** What one service does about a finding. */
export interface ComparedAnswer<Told = ComparedEntry> {
  readonly service: string;
  readonly finding: string;
  readonly entries: readonly Told[];
}

/** As much of it as a page shows. */
export type ShownAnswer = ComparedAnswer<ShownEntry>;
export const shownOfEntry = [
  'ref',
  'action',
  'progress',
  'status',
  'statusWords',
  'due',
  'overdue',
  'slipDays',
  'lead',
  'reported',
] as const;
export type ShownEntry = Pick<ComparedEntry, (typeof shownOfEntry)[number]>;
