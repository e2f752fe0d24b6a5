import type { Place } from './place.ts';
import { type RawField, rawFields } from './raw.ts';

/** How a layout shows what a value is: a header row over columns, or labels beside, above or in front of values. */
export const layoutForms = ['columns', 'labels'] as const;
export type LayoutForm = (typeof layoutForms)[number];

/** Fields that a column or label can be said to stand for, as a layouts file names them. */
export const taughtFields = rawFields;

/** One column or label, by its words as a paper prints them, and what it stands for. */
export interface TaughtLabel {
  /** `(title 0)` and the like for a place without words of its own. */
  readonly label: string;
  readonly means: RawField;
}

/** What a person said of a layout, once for every paper that has it: told by its labels, never by a file's name. */
export interface TaughtLayout {
  readonly form: LayoutForm;
  /** False where it is no part of any plan. */
  readonly isPlan: boolean;
  /** In the order of the paper that it was taught on. */
  readonly labels: readonly TaughtLabel[];
}

/** A table or form that stands in a paper, by its labels as printed: what a taught layout is compared with. */
export interface SeenLayout {
  readonly form: LayoutForm;
  readonly labels: readonly string[];
  /** How many rows or forms it has in the paper. */
  readonly records: number;
  /** True where entries were read from it. */
  readonly isRead: boolean;
}

/** A table or form as it is shown to a person who is to say what it holds. */
export interface ShownLayout {
  readonly form: LayoutForm;
  readonly records: number;
  readonly isPlan: boolean;
  /** True where a person has said what it holds. */
  readonly isTaught: boolean;
  readonly place: Place | null;
  readonly labels: readonly {
    readonly label: string;
    /** What a person said, or else what the reader takes it for; null for no part of an entry. */
    readonly means: RawField | null;
    /** What it could be, the most probable first. */
    readonly likely: readonly RawField[];
    readonly samples: readonly string[];
  }[];
}
