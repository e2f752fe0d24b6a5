import { version } from '../lib/version.ts';
import { shortDatePattern } from '../model/column.ts';
import type { Column, ExportTable } from './column.ts';
import { keyOf } from './csvw.ts';
import type { ExportFile } from './exporter.ts';
import { exportTables } from './tables.ts';
import { dataTitle, guardExplained, howToCite, licenceUnknown, type SourceTerms, termsOf } from './terms.ts';

/** The tables described as a Frictionless Tabular Data Package (specs.frictionlessdata.io, version 1). */
export const datapackage: ExportFile = {
  name: 'datapackage.json',
  *pieces(source) {
    const described = {
      profile: 'tabular-data-package',
      name: 'boardtrail-export',
      version,
      citation: howToCite,
      title: dataTitle,
      description: `The words are those of the papers named under "sources". ${guardExplained} ${licenceUnknown}`,
      sources: [...termsOf(source)].map(sourceOf),
      resources: exportTables.map(resourceOf),
    };
    yield `${JSON.stringify(described, null, 2)}\n`;
  },
};

function sourceOf({ title, address, licence, attribution }: SourceTerms) {
  const isAddress = /^https?:\/\//.test(address);
  return {
    title: isAddress ? title : `${title}, ${address}`,
    ...(isAddress ? { path: address } : {}),
    licence,
    ...(attribution === null ? {} : { attribution }),
  };
}

function resourceOf({ name, title, meaning, columns, key, references }: ExportTable) {
  return {
    profile: 'tabular-data-resource',
    name,
    title,
    description: meaning,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map(fieldOf),
      missingValues: [''],
      primaryKey: [...key],
      ...(references.length === 0
        ? {}
        : {
            foreignKeys: references.map(({ column, table }) => ({
              fields: column,
              reference: { resource: table, fields: keyOf(table) },
            })),
          }),
    },
  };
}

function fieldOf(column: Column) {
  const constraints = { ...(column.always ? { required: true } : {}), ...valuesOf(column) };
  return {
    name: column.name,
    title: column.title,
    description: column.meaning,
    ...typeOf(column),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

function valuesOf({ type, values }: Column) {
  if (values !== undefined) return { enum: [...values] };
  return type === 'short date' ? { pattern: shortDatePattern } : {};
}

function typeOf({ type }: Column) {
  switch (type) {
    case 'date':
      return { type: 'date', format: 'default' };
    case 'integer':
      return { type: 'integer' };
    case 'number':
      return { type: 'number' };
    case 'flag':
      return { type: 'boolean', trueValues: ['1'], falseValues: ['0'] };
    case 'json':
      return { type: 'object' };
    default:
      return { type: 'string' };
  }
}
