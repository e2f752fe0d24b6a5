import { csvLine } from './csv.ts';

/** One entry of one service under a finding that others were given too. */
export interface ComparedRow {
  /** Counts the findings compared, from 1. */
  readonly group: number;
  readonly service: string;
  readonly finding: string;
  readonly threadId: string;
  readonly entryId: string;
  readonly plan: string | null;
  readonly ref: string | null;
  readonly action: string | null;
  readonly progress: string | null;
  readonly statusWords: string | null;
  readonly status: string | null;
  readonly due: string | null;
  readonly dueBy: string | null;
  readonly overdue: boolean;
  readonly slipDays: number | null;
  readonly slips: number | null;
  readonly papersSinceProgress: number;
  readonly lead: string | null;
  readonly reported: string;
}

/** Services side by side as CSV, by the rules of the other CSV files; a row an entry, findings told apart by `group`. */
export function* compareCsv(rows: Iterable<ComparedRow>): Generator<string> {
  yield csvLine(Object.keys(columns));
  for (const row of rows) yield csvLine(Object.values(columns).map((draw) => draw(row)));
}

const columns: Readonly<Record<string, (row: ComparedRow) => string | number | null>> = {
  group: ({ group }) => group,
  service: ({ service }) => service,
  finding: ({ finding }) => finding,
  plan: ({ plan }) => plan,
  ref: ({ ref }) => ref,
  action: ({ action }) => action,
  progress: ({ progress }) => progress,
  status_raw: ({ statusWords }) => statusWords,
  status_value: ({ status }) => status,
  timescale_raw: ({ due }) => due,
  timescale_end: ({ dueBy }) => dueBy,
  overdue: ({ overdue }) => Number(overdue),
  slip_days: ({ slipDays }) => slipDays,
  slips: ({ slips }) => slips,
  papers_since_progress: ({ papersSinceProgress }) => papersSinceProgress,
  lead: ({ lead }) => lead,
  reported: ({ reported }) => reported,
  thread_id: ({ threadId }) => threadId,
  entry_id: ({ entryId }) => entryId,
};
