import type { ChangeKind } from '../model/values.ts';

/** What a change is called: the word before its sentence, and the heading over several of its kind. */
export interface ChangeWords {
  readonly word: string;
  readonly heading: string;
}

/** Every kind of change, the worst first: what a board should ask about stands above what went well. */
export const changeWords: Readonly<Record<ChangeKind, ChangeWords>> = {
  dropped: { word: 'dropped', heading: 'Gone without having been finished' },
  reopened: { word: 'open again', heading: 'Open again' },
  slipped: { word: 'slipped', heading: 'Slipped' },
  deferred: { word: 'deferred', heading: 'Deferred' },
  status_changed: { word: 'status', heading: 'With another status' },
  rag_changed: { word: 'rating', heading: 'Rated otherwise' },
  timescale_changed: { word: 'date', heading: 'With another date' },
  merged: { word: 'merged', heading: 'Merged' },
  split: { word: 'split', heading: 'Split' },
  moved: { word: 'moved', heading: 'Moved' },
  added: { word: 'new', heading: 'New' },
  lead_changed: { word: 'lead', heading: 'With another lead' },
  reworded: { word: 'reworded', heading: 'Worded anew' },
  brought_forward: { word: 'brought forward', heading: 'Brought forward' },
  closed: { word: 'closed', heading: 'Closed' },
  completed: { word: 'complete', heading: 'Finished' },
  retired: { word: 'retired', heading: 'Gone after having been finished' },
  progress_updated: { word: 'progress', heading: 'With news of progress' },
};

/** The kinds with their headings, in that order. */
export const changeHeadings: readonly (readonly [kind: ChangeKind, heading: string])[] = Object.entries(
  changeWords,
).map(([kind, { heading }]) => [kind as ChangeKind, heading]);
