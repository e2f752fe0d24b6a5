import type { Column } from '../model/column.ts';
import type { ExportSource, FlatTableName, FlatValue } from '../model/stored.ts';

export type { Column, ColumnType } from '../model/column.ts';

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
