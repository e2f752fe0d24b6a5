import type { ComparedAnswer, ComparedEntry } from '../model/standing.ts';
import type { FlatValue } from '../model/stored.ts';
import { csvLine } from './csv.ts';

/** Services side by side as CSV, by the rules of the other CSV files; a row an entry, findings told apart by `group`, from 1. */
export function* compareCsv(groups: readonly (readonly ComparedAnswer[])[]): Generator<string> {
  yield csvLine(['group', 'service', 'finding', ...columns.map(([name]) => name)]);
  for (const [index, group] of groups.entries()) {
    for (const { service, finding, entries } of group) {
      for (const entry of entries) {
        yield csvLine([index + 1, service, finding, ...columns.map(([, key]) => flat(entry[key]))]);
      }
    }
  }
}

const flat = (value: ComparedEntry[keyof ComparedEntry]): FlatValue =>
  typeof value === 'boolean' ? Number(value) : value;

const columns: readonly (readonly [name: string, key: keyof ComparedEntry])[] = [
  ['plan', 'plan'],
  ['ref', 'ref'],
  ['action', 'action'],
  ['progress', 'progress'],
  ['status_raw', 'statusWords'],
  ['status_value', 'status'],
  ['timescale_raw', 'due'],
  ['timescale_end', 'dueBy'],
  ['overdue', 'overdue'],
  ['slip_days', 'slipDays'],
  ['slips', 'slips'],
  ['papers_since_progress', 'papersSinceProgress'],
  ['lead', 'lead'],
  ['reported', 'reported'],
  ['thread_id', 'threadId'],
  ['entry_id', 'entryId'],
];
