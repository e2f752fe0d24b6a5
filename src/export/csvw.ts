import { shortDatePattern } from '../model/column.ts';
import type { Column, ExportTable } from './column.ts';
import type { ExportFile } from './exporter.ts';
import { exportTables } from './tables.ts';
import { dataTitle, guardExplained, termsOf } from './terms.ts';

/**
 * The tables described for CSV on the Web (W3C, Metadata Vocabulary for Tabular Data, 2015), under the name by which
 * its readers find it.
 */
export const csvw: ExportFile = {
  name: 'csv-metadata.json',
  *pieces(source) {
    const described = {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      'dc:title': dataTitle,
      'dc:description': guardExplained,
      'dc:source': [...termsOf(source)].map(({ title, address, licence, attribution }) => ({
        'dc:title': title,
        'dc:identifier': address,
        'dc:rights': licence,
        ...(attribution === null ? {} : { 'dc:rightsHolder': attribution }),
      })),
      dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], doubleQuote: true, header: true },
      tables: exportTables.map(tableOf),
    };
    yield `${JSON.stringify(described, null, 2)}\n`;
  },
};

function tableOf({ name, title, meaning, columns, key, references }: ExportTable) {
  return {
    url: `${name}.csv`,
    'dc:title': title,
    'dc:description': meaning,
    tableSchema: {
      columns: columns.map(columnOf),
      primaryKey: [...key],
      ...(references.length === 0
        ? {}
        : {
            foreignKeys: references.map(({ column, table }) => ({
              columnReference: column,
              reference: { resource: `${table}.csv`, columnReference: keyOf(table) },
            })),
          }),
    },
  };
}

/** The one column that names a row of the table referred to. */
export function keyOf(name: ExportTable['name']): string {
  const [column] = exportTables.find((table) => table.name === name)?.key ?? [];
  if (column === undefined) throw new Error(`no table is called ${name}`);
  return column;
}

function columnOf(column: Column) {
  return {
    name: column.name,
    titles: column.name,
    'dc:title': column.title,
    'dc:description': column.meaning,
    datatype: datatypeOf(column),
    ...(column.always ? { required: true } : {}),
  };
}

function datatypeOf({ type, values }: Column): unknown {
  if (values !== undefined) return { base: 'string', format: values.join('|') };
  switch (type) {
    case 'date':
      return { base: 'date', format: 'yyyy-MM-dd' };
    case 'short date':
      return { base: 'string', format: shortDatePattern };
    case 'integer':
      return 'integer';
    case 'number':
      return 'number';
    case 'flag':
      return { base: 'boolean', format: '1|0' };
    case 'json':
      return 'json';
    default:
      return 'string';
  }
}
