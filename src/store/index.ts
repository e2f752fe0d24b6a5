import type { ExportSource } from '../model/stored.ts';
import { entriesOfPaper } from './read-entries.ts';
import { papers } from './read-papers.ts';
import type { Store } from './store.ts';
import { changesIn } from './trail-read.ts';

export { editionOfEntry, entriesOfThread, entryById, type OpenCandidate, openCandidates } from './candidates.ts';
export { bytesOfPaper, type KnownPaper, knownPaper } from './known.ts';
export {
  overdueAt,
  type Pace,
  type PlanReport,
  paces,
  planReports,
  plansAsOf,
  type Scope,
  type StandingEntry,
  type StatusCount,
  statusCounts,
} from './progress.ts';
export { entriesOfPaper } from './read-entries.ts';
export { issuesOf, paperById, paperIds, papers, sourcesOf } from './read-papers.ts';
export { finishRun, type RunCounts, startRun } from './runs.ts';
export { searchEntries } from './search.ts';
export { openStore, openStoreToRead, type Store } from './store.ts';
export { removeDecision, renameEntries, writeDecision } from './trail-entries.ts';
export { type Family, type FollowedPaper, familyOf, papersOfFamily, staleFamilies } from './trail-papers.ts';
export {
  type ChangeFilter,
  changesIn,
  decisionsOf,
  linksOfFamily,
  type StoredChange,
  type StoredLinks,
  threadsOfPapers,
} from './trail-read.ts';
export { writeTrail } from './trail-write.ts';
export { forgetUnreadFiles, removePaper, writePaper, writeSource, writeUnreadFile } from './write-paper.ts';

/** The database as exporters see it. */
export function exportSource(store: Store): ExportSource {
  return {
    papers: () => papers(store),
    entriesOf: (paperId) => entriesOfPaper(store, paperId),
    changes: () => changesIn(store),
  };
}
