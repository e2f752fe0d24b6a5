import { createHash } from 'node:crypto';
import type { Extraction } from '../../src/model/plan.ts';
import { relink, storePaper } from '../../src/pipeline/trail.ts';
import { openStore, type Store, startRun } from '../../src/store/index.ts';
import { type PaperFields, paper } from './plan-entries.ts';

/** A paper of `plan-entries` as a reader would hand it over. */
export function reading(fields: PaperFields): Extraction {
  const { paper: front, plans, entries, statements } = paper(fields);
  const unknown = { title: null, body: null, agendaItem: null, author: null, pages: null };
  return {
    paper: {
      ...unknown,
      ...front,
      id: createHash('sha256').update(front.file).digest('hex'),
      format: 'pdf',
      places: {},
    },
    plans,
    entries: entries.map(({ entry }) => entry),
    statements,
    issues: [],
  };
}

/** Stores a paper, in the place of an earlier reading of it where there is one, and follows its service. */
export function take(store: Store, extraction: Extraction): void {
  const run = startRun(store, 'test', 'test', new Date(0));
  storePaper(store, { extraction, bytes: null, size: 1, extractor: 'test' }, run, { replace: true });
  relink(store);
}

/** A database in memory with these papers, followed as they came. */
export function storeWith(...papers: readonly PaperFields[]): Store {
  const store = openStore(':memory:');
  for (const fields of papers) take(store, reading(fields));
  return store;
}

/** The id of an entry in the database. */
export const entryId = (fields: PaperFields, position: number): string =>
  `${reading(fields).paper.id.slice(0, 16)}-e${String(position).padStart(3, '0')}`;
