import type { Entry } from '../model/plan.ts';
import type { RecordedEntry, RecordedPaper } from '../model/thread.ts';
import { dateInName } from '../normalise/file-date.ts';
import { knownOf } from './edition-text.ts';
import { narrative } from './features.ts';
import { alikeAmong } from './link.ts';
import { terms, twins } from './twins.ts';
import { letters } from './wording.ts';

/** The date a paper is placed at: what its data is as at, else its meeting, its file's name, what its source says, else null. */
export const dateOf = ({ paper, offered }: RecordedPaper): string | null =>
  paper.asAt ?? paper.meetingDate ?? dateInName(paper.file) ?? offered?.date ?? null;

export const takenInOf = ({ takenIn = 0 }: RecordedPaper): number => takenIn;

/** How many entries must have a twin: of the larger paper with the same terms, or of the smaller however it was read. */
const twinShare = 0.85;
/** How much of the larger paper a form that was read whole has at least; a cover that names a few entries is none. */
const formShare = 0.5;

/**
 * True where two papers are forms of one: they say the same; or they are on the same entries, no date of theirs differs,
 * and they are of one time or nowhere say different things, so that one of them only was read otherwise, or less of it.
 */
export function sameEdition(a: RecordedPaper, b: RecordedPaper): boolean {
  if (a.entries.length === 0 || b.entries.length === 0) return false;
  if (saySame(a, b)) return true;
  if (!datesFit(a, b)) return false;
  const pairs = pairsOf(a.entries, b.entries);
  return onSameEntries(a, b, pairs) && (ofOneTime(a, b) || nowhereApart(pairs));
}

/**
 * The same date, and the same entries but for a corrected word or two; where the dates do not say so (one has none, or
 * they went to different meetings) all entries the same.
 */
function saySame(a: RecordedPaper, b: RecordedPaper): boolean {
  const [x, y] = [dateOf(a), dateOf(b)];
  const larger = Math.max(a.entries.length, b.entries.length);
  if (x !== null && y !== null && x !== y) return false;
  if (Math.min(a.entries.length, b.entries.length) < twinShare * larger) return false;
  const [here, there] = [a.paper.meetingDate, b.paper.meetingDate];
  const sameDates = x === y && (here === null || there === null || here === there);
  const agreeing = twins(a.entries, b.entries).filter((j, i) => {
    const [mine, theirs] = [a.entries[i], j === null ? undefined : b.entries[j]];
    return mine !== undefined && theirs !== undefined && terms(mine) === terms(theirs);
  }).length;
  return agreeing >= (sameDates ? twinShare : 1) * larger;
}

const formatOf = ({ paper }: RecordedPaper): string => /\.([a-z0-9]+)$/i.exec(paper.file)?.[1]?.toLowerCase() ?? '';
const isInPart = ({ paper }: RecordedPaper): boolean => paper.outcome === 'partial';

/** True unless the two dates are two: one may say less (`2022-02`), or nothing. */
const agree = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a);
const isTold = (a: string | null, b: string | null): boolean => a !== null && a === b;
/** A year is no one time: a year's papers have it in common. */
const saysMonth = (date: string | null): boolean => date !== null && date.length >= '2022-02'.length;

function datesFit(a: RecordedPaper, b: RecordedPaper): boolean {
  const [here, there] = [a.paper, b.paper];
  if (!agree(here.asAt, there.asAt) || !agree(here.meetingDate, there.meetingDate)) return false;
  const [x, y] = [dateOf(a), dateOf(b)];
  if (x === null || y === null) return x === y;
  const shares = isTold(here.meetingDate, there.meetingDate) || isTold(here.asAt, there.asAt) || isTold(x, y);
  return shares && saysMonth(x) && saysMonth(y);
}

/**
 * True where nothing can have happened between two papers whose dates fit: they are two formats, of one meeting, or one
 * was read only in part. What a source had at one time and replaced later is in order; and two papers that only share the
 * month of their data can be of two days in it.
 */
function ofOneTime(a: RecordedPaper, b: RecordedPaper): boolean {
  if (dateOf(a) === null) return false;
  if (isInPart(a) || isInPart(b) || formatOf(a) !== formatOf(b)) return true;
  const [seen, seenThere] = [a.offered?.seen ?? null, b.offered?.seen ?? null];
  const isReplaced = seen !== null && seenThere !== null && seen !== seenThere;
  return !isReplaced && isTold(a.paper.meetingDate, b.paper.meetingDate);
}

/** Two entries, one of each paper, that are one. */
type Pair = readonly [here: RecordedEntry, there: RecordedEntry];

/** The entries that two papers have both, whatever each says of them. */
function pairsOf(a: readonly RecordedEntry[], b: readonly RecordedEntry[]): readonly Pair[] {
  const [here, there] = [a, b].map((entries) => knownOf(entries.map(({ entry }) => entry)));
  return alikeAmong(here ?? [], there ?? []).flatMap(({ row, column }): readonly Pair[] => {
    const [one, other] = [a[row], b[column]];
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
}

/** True where nearly all entries of the smaller paper are the larger's. */
function onSameEntries(a: RecordedPaper, b: RecordedPaper, { length: both }: readonly Pair[]): boolean {
  const [smaller, larger] = a.entries.length <= b.entries.length ? [a, b] : [b, a];
  return both >= twinShare * smaller.entries.length && (isInPart(smaller) || both >= formShare * larger.entries.length);
}

/** True where what one form says of nearly every entry the other says too, or is silent about. */
const nowhereApart = (pairs: readonly Pair[]): boolean =>
  pairs.filter(([here, there]) => !sayApart(here.entry, there.entry)).length >= twinShare * pairs.length;

function sayApart(a: Entry, b: Entry): boolean {
  const differ = (x: string | null | undefined, y: string | null | undefined) => x != null && y != null && x !== y;
  const [told, toldThere] = [letters(narrative(a)), letters(narrative(b))];
  return (
    differ(a.status?.value, b.status?.value) ||
    differ(a.timescale?.end, b.timescale?.end) ||
    !(told.includes(toldThere) || toldThere.includes(told))
  );
}
