import type { Entry, Outcome, Statement } from '../../src/model/plan.ts';
import type { RecordedPaper } from '../../src/model/thread.ts';

/** An entry that says nothing but what is given. */
export const entry = (fields: Partial<Entry>): Entry => ({
  plan: null,
  ref: null,
  pillar: null,
  question: null,
  cause: null,
  kind: null,
  finding: null,
  summary: null,
  theme: null,
  action: null,
  progress: null,
  updates: [],
  future: null,
  timescale: null,
  status: null,
  rag: null,
  lead: null,
  percent: null,
  extra: {},
  places: {},
  confidence: {},
  ...fields,
});

export interface PaperFields {
  readonly date: string | null;
  readonly entries: readonly Partial<Entry>[];
  readonly plans?: readonly string[];
  readonly closed?: boolean;
  readonly statements?: readonly Pick<Statement, 'kind' | 'text' | 'plan'>[];
  readonly file?: string;
  readonly outcome?: Outcome;
  /** Where it is told beside the date of its data. */
  readonly meetingDate?: string;
}

/** A paper of an invented service; its entries' ids are `DATE#0`, `DATE#1` and so on. */
export function paper({
  date,
  entries,
  plans = ['Improvement Plan'],
  closed = false,
  statements = [],
  file,
  outcome = 'ok',
  meetingDate,
}: PaperFields): RecordedPaper {
  const name = file ?? `${date ?? 'undated'}.pdf`;
  return {
    paper: {
      id: name,
      file: name,
      service: 'Larkwater Fire and Rescue Service',
      meetingDate: meetingDate ?? null,
      asAt: date,
      outcome,
    },
    plans: plans.map((plan) => ({ name: plan, asAt: date, state: closed ? 'closed' : 'open' })),
    entries: entries.map((fields, index) => ({
      id: `${name.replace(/\.\w+$/, '')}#${index}`,
      entry: entry({ ...fields, plan: fields.plan ?? plans[0] ?? null }),
    })),
    statements: statements.map((statement) => ({
      places: [{ path: 'p4' }],
      count: null,
      total: null,
      status: null,
      ...statement,
    })),
  };
}

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const months = 'January February March April May June July August September October November December'.split(' ');

/** A month as a timescale: `month(2022, 3)` is March 2022. */
export const month = (year: number, number: number): Entry['timescale'] => ({
  raw: `${months[number - 1]} ${year}`,
  start: `${year}-${String(number).padStart(2, '0')}-01`,
  end: `${year}-${String(number).padStart(2, '0')}-${lastDays[number - 1]}`,
  precision: 'month',
});
