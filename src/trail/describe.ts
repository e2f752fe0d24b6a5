import { daysBetween } from '../lib/calendar.ts';
import { quoted } from '../lib/text.ts';
import { gistField, gistOf, type Nameable, withoutWords } from '../model/gist.ts';
import type { Entry } from '../model/plan.ts';
import type { Change, ChangeKind } from '../model/thread.ts';
import { partedLater } from './parting.ts';
import { letters } from './wording.ts';
import { sentencesAdded } from './words.ts';

/** How an entry is called: its words, quoted, or that it has none. */
function wordsOf(entry: Nameable, limit?: number): string {
  const gist = gistOf(entry);
  return gist === null ? withoutWords.toLowerCase() : quoted(gist, limit);
}

/** How an entry is called in a list: its reference, where it has one, before its words. */
export const listedAs = (entry: Nameable & Pick<Entry, 'ref'>, limit?: number): string =>
  [entry.ref, wordsOf(entry, limit)].filter((part) => part !== null).join(' ');

/** The same where an action is looked for: words that are none are told for what they are. */
export function answerListedAs(entry: Nameable & Pick<Entry, 'ref'>, limit?: number): string {
  const field = gistField(entry);
  const what = field === null || field === 'action' ? null : `${field} only:`;
  return [entry.ref, what, wordsOf(entry, limit)].filter((part) => part !== null).join(' ');
}

/** How an entry is called in a sentence. */
function nameOf(entry: Entry): string {
  const words = wordsOf(entry);
  return entry.ref === null ? words : `${words} (${entry.ref})`;
}

/** The later or earlier by how many days; empty where a date is not known. */
function movedBy(before: Entry | undefined, after: Entry | undefined): string {
  const [from, to] = [before?.timescale?.end, after?.timescale?.end];
  if (from == null || to == null) return '';
  const days = daysBetween(from, to);
  return ` (${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'})`;
}

/** What a paper said, in quotes; that it said nothing is no word of it. */
const said = (text: string | null): string => (text === null ? 'nothing' : quoted(text));
/** Another entry by its words. */
const other = (text: string | null): string => (text === null ? 'another entry' : quoted(text));

/** As many letters of what is new are quoted, sentence by sentence. */
const mostNews = 300;

/** The sentences that are new, as many as are not too long to be quoted whole; empty where there are none. */
function newsOf(before: string, after: string): string {
  let room = mostNews;
  const shown = sentencesAdded(before, after).filter((sentence) => {
    room -= sentence.length;
    return room >= 0;
  });
  return shown.length === 0 ? '' : `; new is ${shown.map((sentence) => quoted(sentence, mostNews)).join(' ')}`;
}

type Told = Omit<Change, 'sentence'>;

const sentences: Readonly<Record<ChangeKind, (name: string, change: Told, before?: Entry, after?: Entry) => string>> = {
  added: (name) => `${name} is new.`,
  dropped: (name, _change, before) => {
    const due = before?.timescale == null ? '' : `; it was last due ${before.timescale.raw}`;
    return `${name} is gone without having been finished${due}.`;
  },
  retired: (name) => `${name} is gone after it was finished.`,
  completed: (name, { before }) => `${name} is complete${before === null ? '' : `; before it said ${quoted(before)}`}.`,
  closed: (name, { before }) =>
    `${name} is closed without being called complete${before === null ? '' : `; before it said ${quoted(before)}`}.`,
  deferred: (name, { before }) => `${name} is deferred${before === null ? '' : `; before it said ${quoted(before)}`}.`,
  reopened: (name, { before, after }) => `${name} is open again: it said ${said(before)} and now says ${said(after)}.`,
  status_changed: (name, { before, after }) => {
    if (before === null) return `${name} has a status now: ${said(after)}.`;
    return after === null
      ? `${name} has no status any more; it was ${quoted(before)}.`
      : `The status of ${name} went from ${quoted(before)} to ${quoted(after)}.`;
  },
  slipped: (name, change, before, after) =>
    `${name} slipped from ${change.before} to ${change.after}${movedBy(before, after)}.`,
  brought_forward: (name, change, before, after) =>
    `${name} was brought forward from ${change.before} to ${change.after}${movedBy(before, after)}.`,
  timescale_changed: (name, { before, after }) => {
    if (before === null) return `${name} has a date now: ${after}.`;
    return after === null
      ? `${name} has no date any more; it was ${before}.`
      : `The date of ${name} went from ${quoted(before)} to ${quoted(after)}.`;
  },
  lead_changed: (name, { before, after }) => {
    if (before === null) return `${name} has a lead now: ${after}.`;
    return after === null
      ? `${name} has no lead any more; it was ${before}.`
      : `The lead of ${name} went from ${before} to ${after}.`;
  },
  reworded: (name, { field, before, after }) => {
    if (before === null) return `${name} has a ${field} now: ${quoted(after ?? '')}.`;
    if (after === null) return `${name} has no ${field} any more; it was ${quoted(before)}.`;
    const parted = partedLater(before, after);
    return parted === null
      ? `The ${field} of ${name} is worded anew; it was ${quoted(before)}.`
      : `The ${field} of ${name} is worded anew: where it said ${parted.before}, it now says ${parted.after}.`;
  },
  progress_updated: (name, { field, before, after }) => {
    if (field === 'percent') return `${name} went from ${before} to ${after}.`;
    if (after === null) return `${name} has no progress text any more.`;
    if (before === null) return `Progress on ${name} is told for the first time: ${quoted(after)}.`;
    if (letters(before).includes(letters(after))) return `Progress on ${name} was cut short; nothing is new.`;
    return `Progress on ${name} was updated${newsOf(before, after)}.`;
  },
  rag_changed: (name, { before, after }) => `The rating of ${name} went from ${before} to ${after}.`,
  split: (name, { before }) => `${name} was split off from ${other(before)}.`,
  merged: (name, { after }) => `${name} was merged into ${other(after)}.`,
  moved: (name, { field, before, after }) =>
    `${name} stands under another ${field} now: ${said(after)}; before under ${said(before)}.`,
};

/**
 * A change as a plain English sentence.
 * @param before the entry as the earlier paper has it, where it does
 * @param after the entry as the later paper has it, where it does
 */
export function describe(change: Told, before: Entry | undefined, after: Entry | undefined): string {
  const entry = after ?? before;
  const name = entry === undefined ? 'An entry' : nameOf(entry);
  if (!change.inferred) return sentences[change.kind](name, change, before, after);
  const what = change.kind === 'completed' ? 'taken as complete' : 'taken as closed';
  return `${name} is not listed any more and ${what}, for the paper says: ${quoted(change.evidence ?? '', 200)}.`;
}
