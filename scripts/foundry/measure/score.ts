import type { Issue } from '../../../src/model/issue.ts';
import type { Entry, Extraction, Paper } from '../../../src/model/plan.ts';
import type { Gold, GoldEntry, GoldField, GoldPaper } from '../gold.ts';

/**
 * How well entries were read, by the definition that the samples' scorer has: entries are paired by the words that they
 * share, and a field is right where its text, with white space, quotes, dashes and bullets folded, is at least 97 %
 * alike by edit distance; references, pillars, dates, statuses and colours have to be equal. A value where the truth has
 * none is wrong, except in plan, theme, status and rag, which a truth leaves open where it says nothing.
 */
export interface PaperScore {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly f1: number;
  /** Entries that pair with none of the truth. */
  readonly invented: number;
  /** Values of the truth, those of extras and percents too. */
  readonly values: number;
  readonly losses: readonly Loss[];
  readonly byField: Readonly<
    Record<string, { readonly right: number; readonly wrong: number; readonly missed: number }>
  >;
  readonly differences: readonly Difference[];
  readonly judged: readonly Judged[];
  /** What the paper says of itself: true where it was read right. */
  readonly paper: Readonly<Record<string, boolean>>;
  /** Codes of warnings about a plan in a paper that holds none. */
  readonly alarms: readonly string[];
}

/** A value of the truth that stands in no field of its own, no `extra` and no issue. */
export interface Loss {
  readonly field: string;
  readonly text: string;
}

export interface Difference {
  readonly field: string;
  /** Index of the true entry, null for an entry that pairs with none. */
  readonly entry: number | null;
  readonly want: string | null;
  readonly have: string | null;
}

/** A value that was read with a confidence, and whether it is right. */
export interface Judged {
  readonly field: string;
  readonly confidence: number;
  readonly right: boolean;
}

/** White space, case, quotes, dashes, bullets and a last full stop say nothing. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[•▪●◦·\uf0b7]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*([-/])\s*/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[.;,]+$/, '');

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^a-z0-9&%£]+/)
    .filter(Boolean);

type Same = (want: string, have: string) => boolean;
const exact: Same = (want, have) => fold(want) === fold(have);
const alike: Same = (want, have) => {
  const a = fold(want);
  const b = fold(have);
  const allowed = Math.floor(0.03 * Math.max(a.length, b.length));
  return a === b || (Math.abs(a.length - b.length) <= allowed && editDistance(a, b) <= allowed);
};

function editDistance(a: string, b: string): number {
  let above = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = new Uint32Array(b.length + 1);
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current[column] = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, change);
    }
    above = current;
  }
  return above[b.length] ?? 0;
}

/** What truth and reading have in common: a field's value as one text, empty where there is none. */
type Valued = Pick<Entry | GoldEntry, 'ref' | 'finding' | 'action' | 'progress' | 'updates' | 'future'>;
interface FieldRule {
  readonly text: (entry: Entry | GoldEntry) => string;
  readonly same: Same;
  /** True where a value is no fault if the truth has none. */
  readonly open?: boolean;
}

const updatesText = ({ updates }: Valued) =>
  updates
    .map(({ text }) => text)
    .filter((text) => fold(text) !== '')
    .join(' ');
const fields: Readonly<Record<GoldField, FieldRule>> = {
  plan: { text: ({ plan }) => plan ?? '', same: alike, open: true },
  ref: { text: ({ ref }) => ref ?? '', same: exact },
  pillar: { text: ({ pillar }) => pillar ?? '', same: exact },
  theme: { text: ({ theme }) => theme ?? '', same: alike, open: true },
  finding: { text: ({ finding }) => finding ?? '', same: alike },
  summary: { text: ({ summary }) => summary ?? '', same: alike },
  action: { text: ({ action }) => action ?? '', same: alike },
  progress: { text: ({ progress }) => progress ?? '', same: alike },
  updates: { text: updatesText, same: alike },
  future: { text: ({ future }) => future ?? '', same: alike },
  timescale: {
    text: ({ timescale }) => (timescale?.start == null ? '' : `${timescale.start}/${timescale.end}`),
    same: exact,
  },
  status: { text: ({ status }) => status?.value ?? '', same: exact, open: true },
  lead: { text: ({ lead }) => lead ?? '', same: alike },
  rag: { text: ({ rag }) => rag?.value ?? '', same: exact, open: true },
};
const fieldNames = Object.keys(fields) as readonly GoldField[];

const bagOf = (entry: Valued) => {
  const { ref, finding, action, progress, future } = entry;
  return wordsOf([ref, finding, action, progress, updatesText(entry), future].join(' '));
};

function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  return shared / (a.length + b.length - shared);
}

/** True entry to read entry, by the words they share, best pair first; among equals those that stand alike far on. */
export function pairEntries(truth: readonly Valued[], read: readonly Valued[]): ReadonlyMap<number, number> {
  const readBags = read.map(bagOf);
  const candidates = truth
    .map(bagOf)
    .flatMap((bag, i) => readBags.map((other, j) => ({ i, j, shared: overlap(bag, other) - Math.abs(i - j) * 1e-6 })))
    .filter(({ shared }) => shared > 0.3)
    .toSorted((a, b) => b.shared - a.shared);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of candidates) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return pairs;
}

/** Where another reading counts as right and was chosen, it is the truth. */
function withChosenReadings(truth: GoldEntry, read: Entry): GoldEntry {
  const scored = Object.entries(truth.alt).filter(([name]) => name in fields);
  const chosen = scored.filter(([name, others]) => {
    const { text, same } = fields[name as GoldField];
    const have = text(read);
    if (same(text(truth), have)) return false;
    return others.some((other) => {
      const want = other === null ? '' : text({ ...truth, [name]: other } as GoldEntry);
      return want === '' ? fold(have) === '' : same(want, have);
    });
  });
  return { ...truth, ...Object.fromEntries(chosen.map(([name]) => [name, read[name as GoldField]])) } as GoldEntry;
}

const paperFields = (gold: GoldPaper, read: Paper): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    Object.entries(gold).map(([name, want]) => {
      const have = read[name as keyof GoldPaper];
      const date = name === 'meetingDate' || name === 'asAt';
      return [name, have !== null && (date ? have === want : alike(want, have))];
    }),
  );

/** That nothing was recognised is true of every paper without a plan, and so may be that it says not whose or when. */
const alarmsOf = (issues: readonly Issue[]): readonly string[] =>
  issues
    .filter(({ code, severity }) => severity !== 'info' && code !== 'layout/no-entries' && !code.startsWith('paper/'))
    .map(({ code }) => code);

/** Scores one paper's reading against its truth. */
export function scorePaper(gold: Gold, reading: Extraction): PaperScore {
  const pairs = pairEntries(gold.entries, reading.entries);
  const truths = gold.entries.map((truth, index) => {
    const read = reading.entries[pairs.get(index) ?? -1];
    return read === undefined ? truth : withChosenReadings(truth, read);
  });
  const differences: Difference[] = [];
  const judged: Judged[] = [];
  const byField: Record<string, { right: number; wrong: number; missed: number }> = {};
  const judge = (name: GoldField, read: Entry | undefined, right: boolean) => {
    const confidence = name === 'plan' ? undefined : read?.confidence[name];
    if (confidence !== undefined) judged.push({ field: name, confidence, right });
  };
  for (const name of fieldNames) {
    const { text, same, open = false } = fields[name];
    const counts = { right: 0, wrong: 0, missed: 0 };
    byField[name] = counts;
    for (const [index, truth] of truths.entries()) {
      const read = reading.entries[pairs.get(index) ?? -1];
      const want = text(truth);
      const have = read === undefined ? '' : text(read);
      const given = fold(have) !== '';
      if (fold(want) === '') {
        if (!given || open) continue;
        counts.wrong++;
      } else if (same(want, have)) counts.right++;
      else {
        counts.missed++;
        if (given) counts.wrong++;
      }
      const right = fold(want) !== '' && same(want, have);
      if (given) judge(name, read, right);
      if (!right) differences.push({ field: name, entry: index, want: want || null, have: have || null });
    }
    for (const [index, read] of reading.entries.entries()) {
      if ([...pairs.values()].includes(index) || fold(text(read)) === '') continue;
      counts.wrong++;
      judge(name, read, false);
      differences.push({ field: name, entry: null, want: null, have: text(read) });
    }
  }
  const total = (key: 'right' | 'wrong' | 'missed') =>
    Object.values(byField).reduce((sum, counts) => sum + counts[key], 0);
  const [right, wrong, missed] = [total('right'), total('wrong'), total('missed')];
  return {
    right,
    wrong,
    missed,
    f1: right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed),
    invented: reading.entries.length - pairs.size,
    ...lossesOf(gold.entries, truths, reading, pairs),
    paper: paperFields(gold.paper, reading.paper),
    alarms: gold.entries.length > 0 ? [] : alarmsOf(reading.issues),
    byField,
    differences,
    judged,
  };
}

/**
 * Values of the truth that are neither in their field nor told of: their words (a long text's first 40 letters, a short
 * one's whole words) stand in no `extra` of any entry and in no issue. Signs without a letter or figure are no words.
 * `chosen` is the truth with those readings in it that count as right.
 */
function lossesOf(
  gold: readonly GoldEntry[],
  chosen: readonly GoldEntry[],
  reading: Extraction,
  pairs: ReadonlyMap<number, number>,
): Pick<PaperScore, 'values' | 'losses'> {
  const told = fold(
    [
      ...reading.entries.flatMap(({ extra }) => Object.entries(extra).flat()),
      ...reading.issues.map(({ message }) => message),
    ].join(' \u0001 '),
  );
  const losses: Loss[] = [];
  let values = 0;
  for (const [index, truth] of gold.entries()) {
    const read = reading.entries[pairs.get(index) ?? -1];
    for (const { field, text, found } of valuesOf(truth, chosen[index] ?? truth, read)) {
      const key = fold(text).slice(0, 40);
      if (!/[\p{L}\d]/u.test(key)) continue;
      values++;
      if (!found && !tells(told, key)) losses.push({ field, text });
    }
  }
  return { values, losses };
}

function tells(told: string, key: string): boolean {
  const edge = /[a-z0-9]/;
  for (let at = told.indexOf(key); at !== -1; at = told.indexOf(key, at + 1)) {
    const ends = key.length === 40 || !edge.test(told[at + key.length] ?? '');
    if (ends && !edge.test(told[at - 1] ?? '')) return true;
  }
  return false;
}

function valuesOf(
  truth: GoldEntry,
  chosen: GoldEntry,
  read: Entry | undefined,
): readonly { field: string; text: string; found: boolean }[] {
  const ofFields = fieldNames.flatMap((name) => {
    const { text, same } = fields[name];
    if (fold(text(truth)) === '') return [];
    const want = text(chosen);
    const found = read !== undefined && want !== '' && same(want, text(read));
    return [{ field: name, text: printed(truth, name), found }];
  });
  const ofExtra = Object.entries(truth.extra).map(([label, text]) => ({
    field: 'extra',
    text,
    found: Object.entries(read?.extra ?? {}).some(
      ([name, value]) => fold(value) === fold(text) || (fold(name) === fold(label) && fold(value).includes(fold(text))),
    ),
  }));
  const percent =
    truth.percent === null
      ? []
      : [{ field: 'percent', text: String(truth.percent), found: read?.percent === truth.percent }];
  return [...ofFields, ...ofExtra, ...percent];
}

/** The paper's own words for a value: what an issue would quote. */
function printed(truth: GoldEntry, name: GoldField): string {
  if (name === 'timescale' || name === 'status' || name === 'rag') return truth[name]?.raw ?? '';
  return fields[name].text(truth);
}
