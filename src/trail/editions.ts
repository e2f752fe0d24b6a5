import { rememberByObject } from '../lib/remember.ts';
import type { RecordedEntry, RecordedPaper } from '../model/thread.ts';
import { outcomes } from '../model/values.ts';
import { dateInName } from '../normalise/file-date.ts';
import type { EditionText, Line } from './edition-text.ts';
import { link } from './link.ts';
import { letters, stems } from './wording.ts';

/** The date a paper is placed at: what its data is as at, else its meeting, its file's name, what its source says, else null. */
const dateOf = ({ paper, offered }: RecordedPaper): string | null =>
  paper.asAt ?? paper.meetingDate ?? dateInName(paper.file) ?? offered?.date ?? null;

const stemOf = (file: string) => file.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]+$/i, '');
const hasNoPages = ({ paper }: RecordedPaper): boolean => (paper.pages ?? null) === null;
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Which form of an edition is read first: the one read whole, then the one with pages (its values can be shown on them),
 * then by name, so that the order of arrival has no say.
 */
const byReading = (a: RecordedPaper, b: RecordedPaper): number =>
  outcomes.indexOf(a.paper.outcome) - outcomes.indexOf(b.paper.outcome) ||
  Number(hasNoPages(a)) - Number(hasNoPages(b)) ||
  byText(stemOf(a.paper.file), stemOf(b.paper.file)) ||
  byText(a.paper.id, b.paper.id);

const byDate = (a: RecordedPaper, b: RecordedPaper): number =>
  byText(dateOf(a) ?? '9999', dateOf(b) ?? '9999') ||
  byText(a.paper.meetingDate ?? '', b.paper.meetingDate ?? '') ||
  byText(a.offered?.seen ?? '', b.offered?.seen ?? '') ||
  byReading(a, b);

/** All that an entry says, for telling whether two papers say the same. */
const saying = rememberByObject(({ entry }: RecordedEntry) => {
  const said = [entry.finding, entry.action, entry.progress, ...entry.updates.map(({ text }) => text), entry.future]
    .filter((text) => text !== null)
    .join(' ');
  return { letters: letters(said), stems: new Set(stems(said)) };
});

const terms = ({ entry }: RecordedEntry): string =>
  [entry.timescale?.end ?? entry.timescale?.raw, entry.status?.value ?? entry.status?.raw, entry.lead]
    .map((text) => letters(text ?? null))
    .join('|');

/** How alike two entries of one edition must be: a corrected word is allowed, a new sentence is not. */
const twinLikeness = 0.93;
/** How many of the larger paper's entries must have a twin with the same terms. */
const twinShare = 0.85;

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return a.size + b.size === 0 ? 1 : (2 * both) / (a.size + b.size);
}

/** For each entry of `a` the index of its twin in `b`, or null; one to one, equal words before alike ones. */
function twins(a: readonly RecordedEntry[], b: readonly RecordedEntry[]): readonly (number | null)[] {
  const found: (number | null)[] = a.map(() => null);
  const free = new Set(b.keys());
  const [said, saidThere] = [a, b].map((entries) => entries.map(saying));
  const take = (i: number, fits: (j: number) => boolean) => {
    if (found[i] !== null) return;
    const j = free.values().find(fits);
    if (j === undefined) return;
    found[i] = j;
    free.delete(j);
  };
  const sameWords = (i: number) => (j: number) => said?.[i]?.letters === saidThere?.[j]?.letters;
  const sameTerms = (i: number, j: number) => {
    const [x, y] = [a[i], b[j]];
    return x !== undefined && y !== undefined && terms(x) === terms(y);
  };
  const alike = (i: number) => (j: number) =>
    overlap(said?.[i]?.stems ?? new Set(), saidThere?.[j]?.stems ?? new Set()) >= twinLikeness;
  for (const i of a.keys()) take(i, (j) => sameWords(i)(j) && sameTerms(i, j));
  for (const i of a.keys()) take(i, sameWords(i));
  for (const i of a.keys()) take(i, alike(i));
  return found;
}

/**
 * True where two papers are forms of one: the same date, and the same entries but for a corrected word or two; where
 * the dates do not say so (one has none, or they went to different meetings) all entries the same.
 */
function sameEdition(a: RecordedPaper, b: RecordedPaper): boolean {
  const [x, y] = [dateOf(a), dateOf(b)];
  const larger = Math.max(a.entries.length, b.entries.length);
  if (larger === 0 || (x !== null && y !== null && x !== y)) return false;
  if (Math.min(a.entries.length, b.entries.length) < twinShare * larger) return false;
  const [here, there] = [a.paper.meetingDate, b.paper.meetingDate];
  const sameDates = x === y && (here === null || there === null || here === there);
  const agreeing = twins(a.entries, b.entries).filter((j, i) => {
    const [mine, theirs] = [a.entries[i], j === null ? undefined : b.entries[j]];
    return mine !== undefined && theirs !== undefined && terms(mine) === terms(theirs);
  }).length;
  return agreeing >= (sameDates ? twinShare : 1) * larger;
}

const rankOf = (index: number, of: readonly unknown[]): number => index / Math.max(1, of.length - 1);

/** A further form's entries beside the lines they are; what no line has comes after them. */
function join(lines: readonly Line[], { paper, entries }: RecordedPaper): readonly Line[] {
  const records = lines.map(({ record }) => record);
  const pairs = new Map(twins(records, entries).flatMap((j, i) => (j === null ? [] : [[i, j] as const])));
  const left = [...lines.keys()].filter((i) => !pairs.has(i));
  const free = [...entries.keys()].filter((j) => !new Set(pairs.values()).has(j));
  const known = (record: RecordedEntry | undefined, rank: number) =>
    record === undefined ? [] : [{ entry: record.entry, rank }];
  const { same } = link({
    rows: left.flatMap((i) => known(records[i], lines[i]?.rank ?? 0)).map((row) => ({ known: row, present: true })),
    columns: free.flatMap((j) => known(entries[j], rankOf(j, entries))),
    relation: () => ({ plan: 'same', verdict: null }),
  });
  for (const { row, column } of same) pairs.set(left[row] ?? -1, free[column] ?? -1);
  const paired = new Set(pairs.values());
  return [
    ...lines.map((line, i) => {
      const twin = entries[pairs.get(i) ?? -1];
      return twin === undefined ? line : { ...line, twins: [...line.twins, twin] };
    }),
    ...entries.flatMap((record, j): readonly Line[] =>
      paired.has(j) ? [] : [{ paperId: paper.id, record, twins: [], rank: rankOf(j, entries) }],
    ),
  ];
}

/** The papers of one edition as one list of lines, in the order of the paper read first. */
function linesOf([first, ...others]: readonly [RecordedPaper, ...RecordedPaper[]]): readonly Line[] {
  const lines = first.entries.map(
    (record, index): Line => ({ paperId: first.paper.id, record, twins: [], rank: rankOf(index, first.entries) }),
  );
  return others.reduce<readonly Line[]>(join, lines);
}

/** True where papers stand under one agenda item and none says of itself that it is of another time. */
function sameItem(a: readonly RecordedPaper[], b: readonly RecordedPaper[]): boolean {
  const items = new Set(a.map(({ offered }) => offered?.item ?? null).filter((item) => item !== null));
  const isOne = (said: (paper: RecordedPaper['paper']) => string | null) =>
    new Set([...a, ...b].map(({ paper }) => said(paper)).filter((date) => date !== null)).size < 2;
  const isOneTime = [
    ({ asAt }: RecordedPaper['paper']) => asAt,
    ({ meetingDate }: RecordedPaper['paper']) => meetingDate,
    ({ file }: RecordedPaper['paper']) => dateInName(file),
  ].every(isOne);
  return isOneTime && b.some(({ offered }) => items.has(offered?.item ?? ''));
}

/** Puts each thing to the first group it fits, or into one of its own; `begin` is told of each in its turn. */
function grouped<T>(
  all: readonly T[],
  fits: (group: readonly T[], one: T) => boolean,
  begin: (one: T) => void = () => undefined,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const one of all) {
    begin(one);
    const group = groups.find((members) => fits(members, one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

const size = ([first]: readonly RecordedPaper[]): number => first?.entries.length ?? 0;

/**
 * A service's papers as editions in the order of their dates; papers that nothing dates come last.
 * The result depends on the papers alone, not on the order they are given in.
 * @param begin told of each paper before it is looked at
 */
export function editionsOf(
  papers: readonly RecordedPaper[],
  begin: (paperId: string) => void = () => undefined,
): readonly EditionText[] {
  const forms = grouped(
    papers.toSorted(byDate),
    (members, paper) => members.some((member) => sameEdition(member, paper)),
    ({ paper, entries }) => {
      begin(paper.id);
      // In its own turn, and not in that of the paper it is compared with.
      entries.forEach(saying);
    },
  );
  // The plan leads, and not the cover that names some of its entries.
  return grouped(forms, (parts, one) => sameItem(parts.flat(), one)).flatMap((group) => {
    const parts = group.map((part) => part.toSorted(byReading)).toSorted((a, b) => size(b) - size(a));
    const [first, ...others] = parts.flat();
    if (first === undefined) return [];
    const dates = group
      .flat()
      .map(dateOf)
      .filter((date) => date !== null);
    return [
      {
        papers: [first, ...others],
        parts,
        date: dates.toSorted(byText)[0] ?? null,
        lines: linesOf([first, ...others]),
      },
    ];
  });
}
