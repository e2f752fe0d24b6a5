import { csv } from '../export/csv.ts';
import { blocks, defaultExportOptions, type ExportFile } from '../export/exporter.ts';
import { json } from '../export/json.ts';
import { xlsx } from '../export/xlsx.ts';
import type { ExportFilter } from '../model/stored.ts';
import { exportSource, openStoreToRead } from '../store/index.ts';

/** A file that can be taken away from a page. */
export interface Download {
  readonly file: ExportFile;
  readonly type: string;
}

const changes = csv.files.find(({ name }) => name === 'changes.csv');

/** By the name in the address. */
export const downloads: ReadonlyMap<string, Download> = new Map([
  ['entries.csv', { file: csv.files[0], type: 'text/csv; charset=utf-8' }],
  ['entries.xlsx', { file: xlsx.files[0], type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }],
  ['entries.json', { file: json.files[0], type: 'application/json' }],
  ...(changes === undefined ? [] : ([['changes.csv', { file: changes, type: 'text/csv; charset=utf-8' }]] as const)),
]);

/** The file with what a filter leaves, piece by piece, from one moment's state; a reader who goes away ends it. */
export async function* downloadPieces(
  database: string,
  { file }: Download,
  filter: ExportFilter,
): AsyncGenerator<Uint8Array> {
  const store = openStoreToRead(database);
  try {
    yield* blocks(file, exportSource(store, filter), defaultExportOptions);
  } finally {
    store.close();
  }
}
