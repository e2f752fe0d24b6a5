import { isEnded } from '../model/ended.ts';
import type { Entry } from '../model/plan.ts';
import type { Line } from './edition-text.ts';
import type { Bag, Bagger } from './likeness.ts';
import { letters, stems } from './wording.ts';

/** What is known of a thread when a further edition is linked to it: for each field the latest that was said. */
export interface Known {
  readonly entry: Entry;
  readonly rank: number;
}

/** The texts of an entry as lists of stems; made once for each entry and kept. */
export interface Texts {
  readonly finding: readonly string[];
  readonly action: readonly string[];
  readonly progress: readonly string[];
  readonly summary: readonly string[];
  readonly future: readonly string[];
  readonly theme: readonly string[];
}

export type TextField = keyof Texts;
export const textFields: readonly TextField[] = ['finding', 'action', 'progress', 'summary', 'future', 'theme'];

/** Progress and dated updates together: a column `Q3 2020-2021` and a column `Progress to date` tell the same story. */
export const narrative = (entry: Entry): string | null => {
  const parts = [entry.progress, ...entry.updates.map(({ text }) => text)].filter((text) => text !== null);
  return parts.length === 0 ? null : parts.join('\n');
};

const textsOf = new WeakMap<Entry, Texts>();

/** The stems of an entry's texts. */
export function texts(entry: Entry): Texts {
  const known = textsOf.get(entry);
  if (known !== undefined) return known;
  const made: Texts = {
    finding: stems(entry.finding),
    action: stems(entry.action),
    progress: stems(narrative(entry)),
    summary: stems(entry.summary),
    future: stems(entry.future),
    theme: stems(entry.theme),
  };
  textsOf.set(entry, made);
  return made;
}

/** An entry ready to be compared with others. */
export interface Features {
  readonly bags: Readonly<Record<TextField, Bag>>;
  /** All that the entry says. */
  readonly all: Bag;
  readonly ref: string;
  /** The numbers of the reference without its letters: `EY1.4` and `1.4` share `1.4`. */
  readonly refNumber: string;
  readonly lead: string;
  readonly due: string;
  /** The letters of finding and action: what the entry is about, word for word. */
  readonly finding: string;
  readonly action: string;
  /** The numbers in what the entry is about: years, quarters, counts. */
  readonly numbers: ReadonlySet<string>;
  readonly standing: 'begun' | 'not begun' | 'finished' | null;
  readonly rank: number;
}

export function features({ entry, rank }: Known, bag: Bagger): Features {
  const fields = texts(entry);
  return {
    bags: {
      finding: bag(fields.finding),
      action: bag(fields.action),
      progress: bag(fields.progress),
      summary: bag(fields.summary),
      future: bag(fields.future),
      theme: bag(fields.theme),
    },
    all: bag(textFields.flatMap((field) => fields[field])),
    ref: letters(entry.ref),
    refNumber: entry.ref?.match(/\d+(?:[./]\d+)*/g)?.join(' ') ?? '',
    lead: letters(entry.lead),
    due: entry.timescale?.end ?? letters(entry.timescale?.raw ?? null),
    finding: letters(entry.finding),
    action: letters(entry.action),
    numbers: new Set((entry.action ?? entry.finding ?? '').match(/\d+(?:[.,]\d+)*/g)),
    standing: standingOf(entry),
    rank,
  };
}

function standingOf(entry: Entry): Features['standing'] {
  if (isEnded(entry)) return 'finished';
  const value = entry.status?.value ?? null;
  return value === null ? null : value === 'not_started' ? 'not begun' : 'begun';
}

export const knownLine = ({ record, rank }: Line): Known => ({ entry: record.entry, rank });

/** What is known of a thread after a further line: what the line does not say stays as it was. */
export function learn(known: Known, line: Line): Known {
  const { entry } = line.record;
  return {
    entry: {
      ...entry,
      ref: entry.ref ?? known.entry.ref,
      finding: entry.finding ?? known.entry.finding,
      summary: entry.summary ?? known.entry.summary,
      theme: entry.theme ?? known.entry.theme,
      action: entry.action ?? known.entry.action,
      ...(narrative(entry) === null ? { progress: known.entry.progress, updates: known.entry.updates } : {}),
      future: entry.future ?? known.entry.future,
      timescale: entry.timescale ?? known.entry.timescale,
      lead: entry.lead ?? known.entry.lead,
    },
    rank: line.rank,
  };
}
