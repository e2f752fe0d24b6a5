export { editionOfEntry, entriesOfThread, entryById, type OpenCandidate, openCandidates, threadNamed } from './candidates.ts';
export { exportSource } from './export-source.ts';
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
export { type Family, type FollowedPaper, familyOf, papersOfFamily, placesOf, staleFamilies } from './trail-papers.ts';
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
