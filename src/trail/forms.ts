import { isEnded } from '../model/ended.ts';
import type { Entry } from '../model/plan.ts';
import type { RecordedEntry, RecordedPaper } from '../model/thread.ts';
import { type Line, rankOf } from './edition-text.ts';
import { narrative } from './features.ts';
import { alikeAmong } from './link.ts';
import { takenInOf } from './same-paper.ts';
import { saying, terms, twins } from './twins.ts';
import { letters } from './wording.ts';

/** How many of the values that tell what an entry is and how it stands were understood. */
export const saidOf = (entry: Entry): number =>
  [
    entry.ref,
    entry.finding,
    entry.action,
    narrative(entry),
    entry.timescale?.end ?? null,
    entry.status?.value ?? null,
    entry.rag,
    entry.lead,
    entry.percent,
  ].filter((value) => value !== null).length;

/** An entry as one paper of an edition has it. */
interface Copy {
  readonly paper: RecordedPaper;
  readonly part: number;
  readonly record: RecordedEntry;
}

/** A line while the papers are gone through; the copy of the paper that has it first leads. */
interface Draft {
  readonly copies: readonly [Copy, ...Copy[]];
  readonly rank: number;
}

/**
 * The papers of one edition, part by part, as one list of lines, in the order of the paper read first. A line that
 * another form of the same part tells more of is read from there, and so is one that a later form corrects.
 */
export function linesOf(parts: readonly (readonly RecordedPaper[])[]): readonly Line[] {
  return parts
    .flatMap((forms, part) => forms.map((paper) => ({ paper, part })))
    .reduce<readonly Draft[]>((drafts, { paper, part }) => join(drafts, paper, part), [])
    .map(({ copies, rank }) => {
      const { paper, record } = fullest(copies);
      return {
        paperId: paper.paper.id,
        record,
        twins: copies.map((copy) => copy.record).filter((one) => one !== record),
        rank,
      };
    });
}

/** Forms that name the plan otherwise are left aside, for an entry is counted under the name its edition is told by. */
function fullest([first, ...others]: Draft['copies']): Copy {
  return others
    .filter(({ part, record }) => part === first.part && record.entry.plan === first.record.entry.plan)
    .reduce((best, copy) => (isFuller(copy, best) ? copy : best), first);
}

const isLater = (a: Copy, b: Copy): boolean =>
  a.paper.paper.outcome === 'ok' && takenInOf(a.paper) > takenInOf(b.paper);

/** A copy that says more; or as much, and of its due date, status or lead something else, in a whole paper taken in later. */
function isFuller(a: Copy, b: Copy): boolean {
  const more = toldBeside(a, b) - toldBeside(b, a);
  return more > 0 || (more === 0 && isLater(a, b) && terms(a.record) !== terms(b.record));
}

/** How much a copy says beside another; one that a later paper has as ended needs no date any more. */
function toldBeside(copy: Copy, other: Copy): number {
  const { entry } = copy.record;
  return saidOf(entry) + Number(isLater(copy, other) && isEnded(entry) && entry.timescale === null);
}

/** A further paper's entries beside the lines they are, or are a piece of; what no line has comes after them. */
function join(drafts: readonly Draft[], paper: RecordedPaper, part: number): readonly Draft[] {
  const { entries } = paper;
  const pairs = pairsWith(drafts, entries);
  const paired = new Set(pairs.values());
  const isFree = (_: RecordedEntry, j: number) => !paired.has(j);
  const rest = entries.filter(isFree);
  const wholeOf = new Map(
    rest.flatMap((piece) => {
      const at = [...pairs.keys()].find((i) => standsIn(piece, drafts[i]?.copies[0].record));
      return at === undefined ? [] : [[piece, at] as const];
    }),
  );
  const copy = (record: RecordedEntry): Copy => ({ paper, part, record });
  return [
    ...drafts.map(({ copies, rank }, i): Draft => {
      const twin = entries[pairs.get(i) ?? -1];
      const pieces = rest.filter((piece) => wholeOf.get(piece) === i);
      return { copies: [...copies, ...[...(twin === undefined ? [] : [twin]), ...pieces].map(copy)], rank };
    }),
    ...entries.flatMap((record, j): readonly Draft[] =>
      isFree(record, j) && !wholeOf.has(record) ? [{ copies: [copy(record)], rank: rankOf(j, entries) }] : [],
    ),
  ];
}

/** For each line the index of its entry among a further paper's: word for word, else the most alike. */
function pairsWith(drafts: readonly Draft[], entries: readonly RecordedEntry[]): ReadonlyMap<number, number> {
  const records = drafts.map(({ copies: [{ record }] }) => record);
  const pairs = new Map(twins(records, entries).flatMap((j, i) => (j === null ? [] : [[i, j] as const])));
  const left = [...drafts.keys()].filter((i) => !pairs.has(i));
  const taken = new Set(pairs.values());
  const free = [...entries.keys()].filter((j) => !taken.has(j));
  const known = (record: RecordedEntry | undefined, rank: number) =>
    record === undefined ? [] : [{ entry: record.entry, rank }];
  const same = alikeAmong(
    left.flatMap((i) => known(records[i], drafts[i]?.rank ?? 0)),
    free.flatMap((j) => known(entries[j], rankOf(j, entries))),
  );
  for (const { row, column } of same) pairs.set(left[row] ?? -1, free[column] ?? -1);
  return pairs;
}

/** True where all that an entry says stands in what another says, word for word: one that was torn in reading. */
function standsIn(piece: RecordedEntry, whole: RecordedEntry | undefined): boolean {
  const { finding, action, future } = piece.entry;
  const texts = [finding, action, narrative(piece.entry), future].map(letters).filter((text) => text !== '');
  return whole !== undefined && texts.length > 0 && texts.every((text) => saying(whole).letters.includes(text));
}
