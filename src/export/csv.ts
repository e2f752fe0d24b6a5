import type { Exporter, ExportFile } from './exporter.ts';
import { type ExportTable, exportTables, type Value } from './tables.ts';

const [entries, ...others] = exportTables;

/** Tidy tables as RFC 4180 in UTF-8: one file a table, with a header row. */
export const csv: Exporter = {
  name: 'csv',
  summary: `one file a table: ${exportTables.map(({ name }) => name).join(', ')}`,
  text: true,
  files: [csvFile(entries), ...others.map(csvFile)],
};

function csvFile(table: ExportTable): ExportFile {
  return {
    name: `${table.name}.csv`,
    *pieces(source) {
      yield csvLine(table.columns);
      for (const row of table.rows(source)) yield csvLine(row);
    },
  };
}

/** One record with its CRLF; null is an empty field, an empty text is `""`. */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: Value): string {
  if (value === null) return '';
  const text = String(value);
  return text === '' || /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
