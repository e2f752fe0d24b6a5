import { rememberByObject } from '../lib/remember.ts';
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

export const textFields = ['finding', 'action', 'progress', 'summary', 'future', 'theme'] as const;
export type TextField = (typeof textFields)[number];

const perField = <Made>(make: (field: TextField) => Made) =>
  Object.fromEntries(textFields.map((field) => [field, make(field)])) as Record<TextField, Made>;

/** Progress and dated updates together: a column `Q3 2020-2021` and a column `Progress to date` tell the same story. */
export const narrative = (entry: Entry): string | null => {
  const parts = [entry.progress, ...entry.updates.map(({ text }) => text)].filter((text) => text !== null);
  return parts.length === 0 ? null : parts.join('\n');
};

/** The texts of an entry as lists of stems; made once for each entry and kept. */
export const texts = rememberByObject((entry: Entry) =>
  perField((field) => stems(field === 'progress' ? narrative(entry) : entry[field])),
);

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
    bags: perField((field) => bag(fields[field])),
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

/** What stays known of an entry where a later paper does not say it. */
const lasting = ['ref', 'finding', 'summary', 'theme', 'action', 'future', 'timescale', 'lead'] as const;

/** What is known of a thread after a further line: what the line does not say stays as it was. */
export function learn(known: Known, line: Line): Known {
  const { entry } = line.record;
  const kept = Object.fromEntries(lasting.map((field) => [field, entry[field] ?? known.entry[field]]));
  const { progress, updates } = narrative(entry) === null ? known.entry : entry;
  return { entry: { ...entry, ...kept, progress, updates }, rank: line.rank };
}
