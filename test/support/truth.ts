import { readFileSync } from 'node:fs';
import type { Entry, Extraction, Paper, Rag, Status, Timescale, Update } from '../../src/model/plan.ts';
import type { Form } from './fixture-papers.ts';

/** What a person reading the page would write down. A field left out is one that the page leaves empty. */
export type TrueEntry = Partial<Omit<Entry, 'places' | 'extra'>> & {
  readonly extra?: Readonly<Record<string, string>>;
};

export interface Truth {
  /** What the paper tries: the layout and what is hard about it. */
  readonly note: string;
  /** The forms it is kept in; the first is the paper. */
  readonly forms: readonly Form[];
  readonly paper: Partial<Paper>;
  readonly plans: readonly { readonly name: string; readonly asAt?: string | null; readonly state?: string }[];
  readonly entries: readonly TrueEntry[];
}

export interface Difference {
  /** `paper`, `plans`, or the entry's number in the truth, from 1; `+` and its number in the reading where it is too many. */
  readonly where: string;
  readonly field: string;
  readonly want: string | null;
  readonly have: string | null;
}

export interface Score {
  /** Fields that are as on the page, of all that are on the page or were read. */
  readonly right: number;
  readonly total: number;
  readonly differences: readonly Difference[];
}

export function readTruth(path: string): Truth {
  return JSON.parse(readFileSync(path, 'utf8')) as Truth;
}

/** Words as two readers agree on them: spaces, quotes, dashes and a closing stop are no difference. */
function plain(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]$/, '')
    .toLowerCase();
}

const dates = (time: Timescale | null | undefined) => (time?.start ? `${time.start}/${time.end}` : null);
const ofValue = (one: Status | Rag | null | undefined) => one?.value ?? null;
const ofUpdates = (updates: readonly Update[] | undefined) =>
  updates === undefined || updates.length === 0
    ? null
    : updates.map(({ period, text }) => `${period}: ${text}`).join(' | ');

/** How each field is put into words for comparing. */
const fields: Readonly<Record<string, (entry: TrueEntry) => string | null>> = {
  ref: ({ ref }) => ref ?? null,
  pillar: ({ pillar }) => pillar ?? null,
  kind: ({ kind }) => kind ?? null,
  plan: ({ plan }) => plan ?? null,
  theme: ({ theme }) => theme ?? null,
  finding: ({ finding }) => finding ?? null,
  summary: ({ summary }) => summary ?? null,
  action: ({ action }) => action ?? null,
  progress: ({ progress }) => progress ?? null,
  updates: ({ updates }) => ofUpdates(updates),
  future: ({ future }) => future ?? null,
  timescale: ({ timescale }) => dates(timescale),
  status: ({ status }) => ofValue(status),
  rag: ({ rag }) => ofValue(rag),
  lead: ({ lead }) => lead ?? null,
  percent: ({ percent }) => (percent === null || percent === undefined ? null : String(percent)),
};
/** Where the page says nothing of its own a reading may say more: a heading's kind, a document's title as plan. */
const open: ReadonlySet<string> = new Set(['kind', 'plan', 'theme', 'status', 'pillar']);

/** Compares a reading with the truth, field by field, entries in the order of the paper. */
export function scoreExtraction(truth: Truth, read: Pick<Extraction, 'paper' | 'plans' | 'entries'>): Score {
  const compared: (Difference & { readonly same: boolean })[] = [];
  const compare = (where: string, field: string, want: string | null, have: string | null, lenient: boolean) => {
    if ((want === null || want === '') && (lenient || have === null || have === '')) return;
    compared.push({ where, field, want, have, same: plain(want) === plain(have) });
  };
  for (const [field, want] of Object.entries(truth.paper))
    compare('paper', field, asWords(want), asWords(read.paper[field as keyof Paper]), false);
  truth.plans.forEach(({ name, asAt, state }) => {
    const plan = read.plans.find((other) => plain(other.name) === plain(name));
    compare('plans', 'name', name, plan?.name ?? null, false);
    if (asAt) compare('plans', 'asAt', asAt, plan?.asAt ?? null, false);
    if (state) compare('plans', 'state', state, plan?.state ?? null, false);
  });
  for (const [wanted, had] of align(truth.entries, read.entries)) {
    const where = wanted === null ? `+${(had ?? 0) + 1}` : String(wanted + 1);
    const want: TrueEntry = wanted === null ? {} : (truth.entries[wanted] ?? {});
    const have: TrueEntry = had === null ? {} : (read.entries[had] ?? {});
    for (const [field, words] of Object.entries(fields))
      compare(where, field, words(want), words(have), open.has(field) && wanted !== null);
    for (const [label, value] of Object.entries(want.extra ?? {}))
      compare(where, `extra ${label}`, value, have.extra?.[label] ?? null, false);
  }
  const differences = compared.filter(({ same }) => !same).map(({ same: _, ...difference }) => difference);
  return { right: compared.length - differences.length, total: compared.length, differences };
}

function asWords(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

type Pair = readonly [wanted: number | null, had: number | null];

/** Pairs entries so that their order is kept and as many words as can be agree; entries without a like one stand alone. */
function align(truth: readonly TrueEntry[], read: readonly TrueEntry[]): readonly Pair[] {
  const wanted = truth.map(wordsOf);
  const had = read.map(wordsOf);
  const best: number[][] = Array.from({ length: truth.length + 1 }, () => Array(read.length + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const gain = (i: number, j: number) => likeness(wanted[i] ?? new Set(), had[j] ?? new Set());
  for (let i = truth.length - 1; i >= 0; i--)
    for (let j = read.length - 1; j >= 0; j--)
      (best[i] ?? [])[j] = Math.max(at(i + 1, j), at(i, j + 1), gain(i, j) + at(i + 1, j + 1));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < truth.length || j < read.length) {
    if (i < truth.length && j < read.length && gain(i, j) > 0 && at(i, j) === gain(i, j) + at(i + 1, j + 1))
      pairs.push([i++, j++]);
    else if (j >= read.length || (i < truth.length && at(i + 1, j) >= at(i, j + 1))) pairs.push([i++, null]);
    else pairs.push([null, j++]);
  }
  return pairs;
}

function wordsOf(entry: TrueEntry): ReadonlySet<string> {
  const { ref, finding, action, progress, future } = entry;
  return new Set(plain([ref, finding, action, progress, ofUpdates(entry.updates), future].join(' ')).split(' '));
}

/** Shared words of all words, 0 below a fifth. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  const share = both / (a.size + b.size - both || 1);
  return share < 0.2 ? 0 : share;
}
