/**
 * What stands in a column. `text` is a paper's words or ours, `code` one of our own words, ids and paths, `date` a day
 * (ISO 8601), `short date` a day, a month or a year, as exact as the paper is, `flag` 0 or 1.
 */
export type ColumnType = 'text' | 'code' | 'date' | 'short date' | 'integer' | 'number' | 'flag' | 'json' | 'address';

/** What a short date looks like. */
export const shortDatePattern = String.raw`\d{4}(-\d{2}(-\d{2})?)?`;

/** One column of the database and of a flat table. */
export interface Column {
  readonly name: string;
  /** Its heading in a workbook. */
  readonly title: string;
  /** A sentence for whoever reads the data: what it is, in which unit. */
  readonly meaning: string;
  readonly type: ColumnType;
  /** All values it can have, where they are few. */
  readonly values?: readonly string[];
  /** True where every row has it. */
  readonly always?: true;
  /** Width in a workbook, in characters. */
  readonly width?: number;
}

/** What a column may say beyond its name, type and meaning; its title where that is another than its name. */
export type ColumnMore = Partial<Pick<Column, 'title' | 'values' | 'always' | 'width'>>;

export function column(name: string, type: ColumnType, meaning: string, more: ColumnMore = {}): Column {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;
  return { name, title, type, meaning, ...more };
}
