import type { ExportSource } from '../model/stored.ts';
import { entriesOfPaper } from './read-entries.ts';
import { papers } from './read-papers.ts';
import type { Store } from './store.ts';

export { bytesOfPaper, type KnownPaper, knownPaper } from './known.ts';
export { entriesOfPaper } from './read-entries.ts';
export { issuesOf, paperById, paperIds, papers, sourcesOf } from './read-papers.ts';
export { finishRun, type RunCounts, startRun } from './runs.ts';
export { searchEntries } from './search.ts';
export { openStore, openStoreToRead, type Store } from './store.ts';
export { removePaper, writePaper, writeSource, writeUnreadFile } from './write-paper.ts';

/** The database as exporters see it. */
export function exportSource(store: Store): ExportSource {
  return {
    papers: () => papers(store),
    entriesOf: (paperId) => entriesOfPaper(store, paperId),
    changes: () => [],
  };
}
