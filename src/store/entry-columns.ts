import { type EntryFieldRow, type EntryValues, entryFieldRows, type FieldColumn } from '../model/fields.ts';
import type { Update } from '../model/plan.ts';
import type { NewRow } from './store.ts';

/** Updates stand in a table of their own, plans in one that several findings share. */
const isOwn = ({ kind, of }: EntryFieldRow): boolean => kind !== 'updates' && of !== 'plans';

/** The column of the database that holds a column of a field: the plan's name is the one that is called otherwise there. */
export const storedColumn = (of: EntryFieldRow['of'], { name }: FieldColumn): string =>
  `${of}.${of === 'plans' ? 'name' : name}`;

/** What to select from actions, findings and plans for `valuesOf`; the paper's updates come beside it. */
export const selectedColumns: string = entryFieldRows
  .flatMap(([, { kind, of, columns }]) =>
    kind === 'updates' ? [] : columns.map((column) => `${storedColumn(of, column)} AS ${column.name}`),
  )
  .join(', ');

/** An entry's values as a row of actions or findings. */
export function rowOf(table: 'actions' | 'findings', entry: EntryValues): NewRow {
  const cells = entryFieldRows.flatMap(([field, row]): readonly (readonly [string, string | number | null])[] => {
    if (!isOwn(row) || row.of !== table) return [];
    const value = entry[field];
    if (row.kind === 'labelled') return [[row.columns[0].name, JSON.stringify(value)]];
    return row.columns.map(({ name, part }: FieldColumn) => [
      name,
      part === undefined ? (value as string | number | null) : ((value as Parts | null)?.[part] ?? null),
    ]);
  });
  return Object.fromEntries(cells);
}

type Parts = Readonly<Record<string, string | null>>;

/** A row of `selectedColumns`. */
export type ValuesRow = Readonly<Record<string, string | number | null>>;

/** What `rowOf` made columns of. A value whose first part, the paper's words, is null is null. */
export function valuesOf(row: ValuesRow, updates: readonly Update[]): EntryValues {
  const values = entryFieldRows.map(([field, { kind, columns }]) => {
    const [{ name, part: first }] = columns;
    if (kind === 'updates') return [field, updates];
    if (kind === 'labelled') return [field, JSON.parse(String(row[name]))];
    if (first === undefined) return [field, row[name]];
    if (row[name] === null) return [field, null];
    return [field, Object.fromEntries(columns.map((column: FieldColumn) => [column.part, row[column.name]]))];
  });
  return Object.fromEntries(values) as EntryValues;
}
