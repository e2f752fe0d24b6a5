import type { Cell, Rgb } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';

/** A text with the colour painted behind it. */
export interface TextValue extends RawValue {
  readonly fill: Rgb | null;
  /** Its own label, where the slot's records have one of several labels (`Recommendation` in place of `Area for improvement`). */
  readonly label?: string;
}

/** The columns of a table under one header: rows of tables with the same `key` are records of one kind. */
export interface Columns {
  readonly key: string;
  /** The header of each column as printed, '' where it has none. */
  readonly labels: readonly string[];
}

/**
 * What a paper shows, in reading order, told by its form alone: a title over what follows, a text, a label with the value
 * that stands beside or below it (`null`: the texts that follow are its value), a row of a table under its header,
 * or the edge of a table. A line `begins` a record where it starts with a reference as others do. `block` is the index of the block that it came from.
 */
export type RecordEvent =
  | { readonly kind: 'title'; readonly level: number; readonly value: TextValue; readonly block: number }
  | { readonly kind: 'line'; readonly value: TextValue; readonly block: number; readonly begins?: boolean }
  | { readonly kind: 'label'; readonly label: string; readonly value: TextValue | null; readonly block: number }
  | {
      readonly kind: 'row';
      readonly columns: Columns;
      readonly cells: readonly (Cell | null)[];
      readonly block: number;
    }
  | { readonly kind: 'edge'; readonly block: number };

/**
 * What a value of a record stands at. Columns and labels have words of their own, titles stand above a record or a group
 * of them, texts are known by their position alone.
 */
export type SlotKind = 'column' | 'label' | 'title' | 'text';

/** One place that returns in each record of a region, with what stands there in each; null where nothing does. */
export interface Slot {
  readonly key: string;
  readonly kind: SlotKind;
  /** The words of the column's header or of the label, as printed; '' where it has none. */
  readonly label: string;
  readonly values: readonly (TextValue | null)[];
}

/** The number of a slot's column, from 0; parts of its cells are slots of the same column. */
export const columnOf = (key: string): number => Number(/\d+/.exec(key)?.[0] ?? 0);

/** What stands under a label of one record: one text a paragraph or item of a list. */
export interface Labelled {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly TextValue[];
}

/** One repetition: a row of a table, a form, a card, a section. Several with one `group` stand under the same titles. */
export interface RecordFound {
  readonly group: number;
  /** The block that the record begins in, and all that it was read from but its titles. */
  readonly block: number;
  readonly blocks: readonly number[];
  /** The row's cells where the record is a row of a table. */
  readonly cells: readonly (Cell | null)[] | null;
  /** Its texts without a label, all of them, and what stands under each of its labels, text by text. */
  readonly texts: readonly TextValue[];
  readonly labelled: readonly Labelled[];
}

/** Records of one kind: for each slot the values of all records, in the order of `records`. */
export interface Region {
  readonly columns: Columns | null;
  readonly slots: readonly Slot[];
  readonly records: readonly RecordFound[];
  /** The blocks that the records were read from. */
  readonly blocks: ReadonlySet<number>;
  /** Texts among the records that are no part of any. */
  readonly loose: readonly RawValue[];
}
