export {
  apply,
  contentAsRead,
  contentOfPaper,
  type PaperContent,
  restate,
} from './apply-corrections.ts';
export {
  type ChangeLineRow,
  type ChangeTally,
  changeLines,
  changeTallies,
  type EntryLine,
  entriesWithDoubtfulLinks,
  entriesWithIssues,
  entryLine,
  latestEntryOf,
  type PaperRow,
  paperRows,
  shownEntryId,
  type ValueOnPage,
  valuesOnPage,
} from './browse.ts';
export {
  editionOfEntry,
  entriesOfThread,
  entryById,
  type OpenCandidate,
  openCandidates,
  threadNamed,
} from './candidates.ts';
export { type CatalogueRow, catalogueRows, catalogueRowsAsOf, serviceStates } from './catalogue.ts';
export {
  addressState,
  type HostRow,
  hostHistory,
  type LinkPage,
  linkPage,
  pausedAddresses,
  releaseAddresses,
  settleArrival,
  waitingArrivals,
  writeAddress,
  writeArrival,
  writeHostHistory,
  writeLinkPage,
} from './collect-memory.ts';
export {
  acknowledgeCondition,
  type Baseline,
  baselineOf,
  type CollectRun,
  collectSources,
  daysBetweenRuns,
  emptiedAddresses,
  isFirstVisit,
  isUnsettled,
  joinRound,
  lastCollectRun,
  lastFinishedRun,
  latestRunEnds,
  listedBefore,
  mendRemovedSources,
  openConditions,
  type PlanlessPapers,
  paperDays,
  paperReadAt,
  planlessPapers,
  type SourceRow,
  writeCollectSource,
  writeConditions,
  writeSourcePaper,
  writeVisit,
} from './collect-runs.ts';
export {
  type CorrectionFilter,
  correctionById,
  corrections,
  insertCorrection,
  markUndone,
  renameInCorrections,
  standingCorrections,
} from './corrections.ts';
export { exportSource } from './export-source.ts';
export {
  editionOfPapers,
  editions,
  type SourceTerms,
  type StoredEdition,
  type StoredStep,
  sourceTerms,
  stepsOfService,
  stepsOfThread,
} from './histories.ts';
export { bytesOfPaper, isForgotten, type KnownPaper, knownPaper, papersNamed } from './known.ts';
export {
  insertTaught,
  type KeptLayout,
  markForgotten,
  type StoredSeenLayout,
  seenLayouts,
  taughtLayouts,
} from './layouts.ts';
export { type PaperInShort, papersReadInPart, undatedPapers } from './left-out.ts';
export {
  type Doubtful,
  doubtful,
  type Holdings,
  holdings,
  holdsPlan,
  holdsService,
  planNames,
  type ServiceHoldings,
  serviceHoldings,
  serviceNames,
} from './overview.ts';
export {
  overdueAt,
  type PlanReport,
  paces,
  planReports,
  plansAsOf,
  type Scope,
  type StatusCount,
  statusCounts,
} from './progress.ts';
export { type PutAside, papersPutAside, putAside, takeUpAgain } from './put-aside.ts';
export { entriesOfPaper } from './read-entries.ts';
export { readNow, stateOf } from './read-now.ts';
export { countedPaperIds, issuesOf, paperById, paperIds, papers, sourcesOf } from './read-papers.ts';
export { type RunLock, takeRunLock } from './run-lock.ts';
export { finishRun, type RunCounts, startRun } from './runs.ts';
export { type Excerpt, excerptOf, type Hit, matchingEntries, searchCurrent, searchEntries } from './search.ts';
export { copyOf, mindDamage, openStore, openStoreToRead, type Store } from './store.ts';
export {
  type Delivery,
  lastTellingNumber,
  latestTellings,
  makeDeliveries,
  type NewsPaper,
  newsPapers,
  noteDelivery,
  openChannel,
  openDeliveries,
  replaceTellings,
  tellingsAfter,
  tellingsOfPapers,
  writeTelling,
} from './tellings.ts';
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
export { entryIdOf } from './write-content.ts';
export { forgetUnreadFiles, removePaper, writePaper, writeSource, writeUnreadFile } from './write-paper.ts';
