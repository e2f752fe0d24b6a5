import type { Rgb } from './document.ts';
import type { Issue } from './issue.ts';
import type { Place } from './place.ts';
import type { Statement } from './plan.ts';

/** What speaks for a value's being what it was taken for, or against it: named pieces, each with its amount; what is absent is 0. */
export type Evidence = readonly ReadonlyMap<string, number>[];

/** The paper's own words and where they stand. */
export interface RawValue {
  readonly text: string;
  readonly places: readonly Place[];
  /** What the reader knew when it took the words for a field; absent where they stand in no slot of a record. */
  readonly evidence?: Evidence;
}

/** Fields that say what an entry is about. */
const subjectFields = ['ref', 'pillar', 'theme', 'kind', 'finding', 'summary', 'action'] as const;

/** Fields that say how it goes with what an entry is about, by when and by whom. `update` is progress in one period. */
export const answerFields = ['progress', 'update', 'future', 'timescale', 'status', 'rag', 'lead', 'percent'] as const;

/** What a column or label can stand for; `extra` is kept under its own words. */
export const rawFields = [...subjectFields, ...answerFields, 'extra'] as const;
export type RawField = (typeof rawFields)[number];

/** A value under a period's or an unknown column's own words. */
export interface LabelledValue {
  readonly label: string;
  readonly value: RawValue;
}

export type SingleField = Exclude<RawField, 'update' | 'extra'>;

/** One line of a plan as a layout reads it: words and places, nothing yet made of them. */
export interface RawEntry {
  readonly plan: RawValue | null;
  readonly fields: Readonly<Partial<Record<SingleField, RawValue>>>;
  /** The cause of concern that it belongs to, where what stands above or beside it names one. */
  readonly cause?: RawValue;
  readonly updates: readonly LabelledValue[];
  readonly extra: readonly LabelledValue[];
  /** The colour painted behind the cell that carries the status, or behind the whole row. */
  readonly fill: { readonly colour: Rgb; readonly places: readonly Place[] } | null;
}

/** What one layout made of a document: the entries, the indexes of the blocks they came from, and what was odd. */
export interface LayoutReading {
  readonly entries: readonly RawEntry[];
  readonly used: ReadonlySet<number>;
  readonly statements: readonly Statement[];
  readonly issues: readonly Issue[];
}
