/**
 * The library: read papers, keep them in a database, take them out again.
 *
 *     import { defaultLimits, defaultParseOptions, ingest, openStore, entriesOfPaper, paperIds } from 'boardtrail';
 *     const store = openStore('boardtrail.db');
 *     await ingest(store, ['papers/'], { ...defaultLimits, parse: defaultParseOptions, retry: false });
 *     for (const id of paperIds(store)) console.log(entriesOfPaper(store, id));
 *     store.close();
 */
export { readDocument, readPaper } from '../parsers/index.ts';
export type { Exporter, ExportFile } from './export/exporter.ts';
export { exporters } from './export/index.ts';
export type * from './model/correction.ts';
export type * from './model/document.ts';
export { ParseError, UsageError } from './model/errors.ts';
export type * from './model/fields.ts';
export type * from './model/issue.ts';
export { defaultParseOptions, type ParseOptions } from './model/parsing.ts';
export type * from './model/place.ts';
export type * from './model/plan.ts';
export * from './model/schemas.ts';
export type * from './model/stored.ts';
export type * from './model/thread.ts';
export { type ExtractedFile, extractFile } from './pipeline/extract.ts';
export { type IngestedFile, type IngestOptions, type IngestReport, ingest, type Progress } from './pipeline/ingest.ts';
export { defaultLimits } from './pipeline/limits.ts';
export { loadNamed } from './pipeline/load.ts';
export * from './review/index.ts';
export {
  bytesOfPaper,
  entriesOfPaper,
  exportSource,
  openStore,
  openStoreToRead,
  paperById,
  paperIds,
  papers,
  removePaper,
  type Store,
  searchEntries,
} from './store/index.ts';
