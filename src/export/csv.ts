import type { FlatValue } from '../model/stored.ts';
import { type ExportTable, rowsOf } from './column.ts';
import { csvw } from './csvw.ts';
import { datapackage } from './datapackage.ts';
import type { Exporter, ExportFile } from './exporter.ts';
import { guarded } from './guard.ts';
import { exportTables } from './tables.ts';

const [entries, ...others] = exportTables;

/** Tidy tables as RFC 4180 in UTF-8: one file a table, with a header row, and two files that describe them all. */
export const csv: Exporter = {
  name: 'csv',
  summary: 'tidy tables, one file each, with CSVW and Data Package metadata',
  text: true,
  files: [csvFile(entries), ...others.map(csvFile), csvw, datapackage],
};

function csvFile(table: ExportTable): ExportFile {
  return {
    name: `${table.name}.csv`,
    *pieces(source, { byteOrderMark }) {
      if (byteOrderMark) yield '\uFEFF';
      yield csvLine(table.columns.map(({ name }) => name));
      for (const row of rowsOf(table, source)) yield csvLine(row);
    },
  };
}

/** One record with its CRLF; null is an empty field, an empty text is `""`. */
export function csvLine(values: readonly FlatValue[]): string {
  let line = '';
  for (const value of values) line += `,${csvField(value)}`;
  return `${line.slice(1)}\r\n`;
}

const toQuote = /[",\r\n]/;

function csvField(value: FlatValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = guarded(value);
  return text === '' || text.trim() !== text || toQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
