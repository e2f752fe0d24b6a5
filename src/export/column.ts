import type { ExportSource, FlatTableName, FlatValue } from '../model/stored.ts';

/**
 * What stands in a column. `text` is a paper's words or ours, `code` one of our own words, ids and paths, `date` a day
 * (ISO 8601), `short date` a day, a month or a year, as exact as the paper is, `flag` 0 or 1.
 */
export type ColumnType = 'text' | 'code' | 'date' | 'short date' | 'integer' | 'number' | 'flag' | 'json' | 'address';

/** One column of a flat table. */
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

/** Columns of this table that name a row of another one. */
export interface Reference {
  readonly column: string;
  readonly table: FlatTableName;
}

/** A table as exporters of flat files see it. */
export interface ExportTable {
  readonly name: FlatTableName;
  readonly title: string;
  readonly meaning: string;
  readonly columns: readonly Column[];
  /** Names of the columns that together no two rows share. */
  readonly key: readonly string[];
  readonly references: readonly Reference[];
}

/** The rows of a table, one value a column. */
export function rowsOf({ name, columns }: ExportTable, source: ExportSource): Iterable<readonly FlatValue[]> {
  return source.rows(
    name,
    columns.map((column) => column.name),
  );
}
