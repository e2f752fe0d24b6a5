import type { RecordForm } from './design.ts';

/** Forms whose records are rows of a table. */
export const tabular: ReadonlySet<RecordForm> = new Set([
  'rows',
  'bands',
  'heading-tables',
  'dated-log',
  'two-row',
  'causes',
  'nested-rows',
]);
