import type { RawField, RawValue } from '../../src/model/raw.ts';
import type { Title } from '../recognise/sections.ts';

/** A label, with what stands beside it. */
export interface LabelEvent {
  readonly kind: 'label';
  readonly index: number;
  readonly field: RawField;
  readonly label: string;
  readonly level: number;
  readonly rest: RawValue | null;
  readonly ref: RawValue | null;
  readonly sure: boolean;
  /** The status at the end of a title that names a finding: `Recommendation 1 – Complete`. */
  readonly status?: RawValue;
  /** True where the label stands in a numbered paragraph: the paragraphs below it are numbered too. */
  readonly numbered?: boolean;
  /** Label and value as one text, for where it turns out to be no label. */
  readonly whole: RawValue;
}

export interface TitleEvent {
  readonly kind: 'title';
  readonly index: number;
  readonly title: Title;
}

export interface TextEvent {
  readonly kind: 'text';
  readonly index: number;
  readonly value: RawValue;
  readonly bold?: boolean;
}

/** What a block, or a line of it, does in a section: names a field, stands over it, fills it, or ends it. */
export type SectionEvent = LabelEvent | TitleEvent | TextEvent | { readonly kind: 'end'; readonly index: number };

/** Stands below every title: the level of a label inside running text. */
export const textLevel = 8;
/** Fields whose value is one line. */
export const oneLineFields: ReadonlySet<RawField> = new Set([
  'status',
  'lead',
  'timescale',
  'rag',
  'percent',
  'ref',
  'pillar',
  'kind',
]);

type Told = Pick<LabelEvent, 'index' | 'field' | 'whole'> & Partial<LabelEvent>;

/** A label inside running text that is surely one, with nothing beside it, but for what is told of it. */
export const labelEvent = (told: Told): LabelEvent => ({
  kind: 'label',
  label: '',
  level: textLevel,
  rest: null,
  ref: null,
  sure: true,
  ...told,
});

/** A text that has no label of its own, as the finding or action that the labels below it speak of. */
export const unlabelled = (
  field: 'finding' | 'action',
  index: number,
  value: RawValue,
  level = textLevel,
): LabelEvent => labelEvent({ index, field, level, rest: value, whole: value });
