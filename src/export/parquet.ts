import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { FlatValue } from '../model/stored.ts';
import { type Column, type ColumnType, type ExportTable, rowsOf } from './column.ts';
import type { Exporter, ExportFile } from './exporter.ts';
import { exportTables } from './tables.ts';

/** Rows of one row group: all of the file that is in memory at a time. */
const groupLength = 5_000;

const [entries, ...others] = exportTables;

/** The tables of the CSV export as Parquet: the same rows, text as it is, days as DATE. */
export const parquet: Exporter = {
  name: 'parquet',
  summary: 'the same tables as Parquet, one file each',
  text: false,
  files: [parquetFile(entries), ...others.map(parquetFile)],
};

function parquetFile(table: ExportTable): ExportFile {
  return {
    name: `${table.name}.parquet`,
    *pieces(source) {
      const bytes = new ByteWriter();
      const kvMetadata = table.columns.map(({ name, meaning }) => ({ key: `meaning:${name}`, value: meaning }));
      const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(table), kvMetadata, createdBy: 'boardtrail' });
      for (const rows of groupsOf(rowsOf(table, source))) {
        writer.write({ columnData: table.columns.map((column, index) => sourceOf(column, index, rows)) });
        yield drained(bytes);
      }
      writer.finish();
      yield drained(bytes);
    },
  };
}

/** What was written since last time; the writer goes on counting where it is in the file. */
function drained(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

function* groupsOf<Row>(rows: Iterable<Row>): Generator<readonly Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length === groupLength) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

const elements: Readonly<Partial<Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>>>> = {
  date: { type: 'INT32', converted_type: 'DATE' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
};
const textElement: Pick<SchemaElement, 'type' | 'converted_type'> = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };

function schemaOf({ columns }: ExportTable): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(
      ({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...(elements[type] ?? textElement) }),
    ),
  ];
}

function sourceOf({ name, type }: Column, index: number, rows: readonly (readonly FlatValue[])[]): ColumnSource {
  const data = rows.map((row) => inParquet(row[index] ?? null, type));
  return { name, data, offsetIndex: false };
}

function inParquet(value: FlatValue, type: ColumnType): FlatValue | boolean | Date {
  if (value === null) return null;
  if (type === 'date') return new Date(`${value}T00:00:00Z`);
  if (type === 'flag') return value === 1;
  return value;
}
