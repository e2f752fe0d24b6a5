/** What a paper says, by construction, in the shape in which papers' truths are kept. */

export interface GoldEntry {
  readonly plan: string | null;
  readonly ref: string | null;
  readonly pillar: 'effectiveness' | 'efficiency' | 'people' | null;
  readonly theme: string | null;
  readonly finding: string | null;
  readonly summary: string | null;
  readonly action: string | null;
  readonly progress: string | null;
  readonly updates: readonly { readonly period: string; readonly text: string }[];
  readonly future: string | null;
  readonly timescale: { readonly raw: string; readonly start: string; readonly end: string } | null;
  readonly status: { readonly raw: string; readonly value: string } | null;
  readonly rag: { readonly raw: string; readonly value: string } | null;
  readonly lead: string | null;
  readonly percent: number | null;
  readonly extra: Readonly<Record<string, string>>;
  /** Other readings of a field that count as right; null stands for none. */
  readonly alt: Readonly<Partial<Record<GoldField, readonly unknown[]>>>;
}

export type GoldField = Exclude<keyof GoldEntry, 'alt' | 'extra' | 'percent'>;

export interface GoldPaper {
  readonly service?: string;
  readonly title?: string;
  readonly body?: string;
  readonly meetingDate?: string;
  readonly asAt?: string;
  readonly agendaItem?: string;
}

export interface Gold {
  readonly paper: GoldPaper;
  readonly plans: readonly { readonly name: string }[];
  readonly entries: readonly GoldEntry[];
}

export const emptyEntry: GoldEntry = {
  plan: null,
  ref: null,
  pillar: null,
  theme: null,
  finding: null,
  summary: null,
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
  alt: {},
};

/** Puts together what the values of one record say. Later values of one field win, but for extras and updates, which add. */
export function mergeEntry(parts: readonly Partial<GoldEntry>[]): GoldEntry {
  return {
    ...emptyEntry,
    ...Object.assign({}, ...parts),
    updates: parts.flatMap(({ updates = [] }) => updates),
    extra: Object.assign({}, ...parts.map(({ extra }) => extra)),
    alt: Object.assign({}, ...parts.map(({ alt }) => alt)),
  };
}
