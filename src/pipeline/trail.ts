import { sha256Of } from '../lib/digest.ts';
import { titleCased } from '../lib/fold.ts';
import type { Extraction } from '../model/plan.ts';
import type { NewPaper } from '../model/stored.ts';
import type { Decision, Trail } from '../model/thread.ts';
import { officialName } from '../normalise/service.ts';
import {
  contentAsRead,
  contentOfPaper,
  decisionsOf,
  entriesOfPaper,
  entryIdOf,
  type Family,
  type FollowedPaper,
  linksOfFamily,
  type PaperContent,
  papersOfFamily,
  placesOf,
  renameEntries,
  renameInCorrections,
  restate,
  type Store,
  staleFamilies,
  standingCorrections,
  threadsOfPapers,
  writePaper,
  writeTrail,
} from '../store/index.ts';
import type { EditionText } from '../trail/edition-text.ts';
import { editionsOf } from '../trail/editions.ts';
import { rulesVersion } from '../trail/link.ts';
import { sameReading } from '../trail/reading.ts';
import { trailOf } from '../trail/trail.ts';
import type { Pair } from './pair-readings.ts';

/** Every stamp begins with it, so that a trail made by other rules is known. */
export const rules = `${rulesVersion}:`;

/**
 * Follows anew every service whose papers came, went or were read again since it was followed last, or that was
 * followed by other rules; also where an earlier run was stopped before it could. One transaction a service. In this
 * process and without limits, which is for papers that are known to be good; `followPapers` has limits.
 * @returns how many services were followed
 */
export function relink(store: Store): number {
  const families = staleFamilies(store, rules);
  const failures: unknown[] = [];
  for (const family of families) {
    try {
      store.write(() => relinkFamily(store, family));
    } catch (error) {
      // One service's trouble is not another's; it is told when all are done.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return families.length;
}

/**
 * Follows one service anew. Part of the caller's transaction, or one of its own.
 * @param begin told of each paper whose turn it is
 */
export function relinkFamily(store: Store, family: Family, begin?: (paperId: string) => void): Trail {
  const papers = papersOfFamily(store, family);
  const editions = editionsOf(papers, begin);
  const ids = papers.map(({ paper }) => paper.id);
  const decisions = decisionsAmong(decisionsOf(store), papers);
  const stamps = stampsOf(editions, decisions);
  const earlier = linksOfFamily(store, family);
  const changed = stamps.findIndex((stamp, index) => earlier[index]?.stamp !== stamp);
  const settled = earlier.slice(0, changed < 0 ? stamps.length : changed);
  const trail = trailOf(
    editions,
    { threadOf: threadsOfPapers(store, ids), decisions, settled },
    ({ id }, field) => placesOf(store, id, field),
    begin,
  );
  writeTrail(store, family, papers, trail, stamps, settled.length);
  return trail;
}

function decisionsAmong(decisions: readonly Decision[], papers: readonly FollowedPaper[]): readonly Decision[] {
  if (decisions.length === 0) return [];
  const ids = new Set(papers.flatMap(({ entries }) => entries.map(({ id }) => id)));
  return decisions.filter(({ fromEntryId, toEntryId }) => ids.has(fromEntryId) && ids.has(toEntryId));
}

/** For each edition a digest of all that the trail up to it is made from. */
function stampsOf(editions: readonly EditionText[], decisions: readonly Decision[]): readonly string[] {
  let stamp = JSON.stringify(decisions);
  return editions.map(({ papers, date }) => {
    const said = papers.map(({ paper, plans, statements, entries }) => [
      paper.id,
      plans,
      statements,
      entries.map(({ id, entry: { places: _, ...entry } }) => [id, entry]),
    ]);
    stamp = `${rules}${sha256Of(JSON.stringify([stamp, date, said]))}`;
    return stamp;
  });
}

/**
 * Stores a paper (see `writePaper`); where it takes the place of an earlier reading, every entry keeps its thread and
 * what a person decided of it, although its place in the paper and its id may be others now. What people said of the
 * paper is said of the new reading too.
 * @param options.pairs which entry of the reading before is which now, where that was found out within limits already
 */
export function storePaper(
  store: Store,
  paper: NewPaper,
  runId: number,
  options: { readonly replace: boolean; readonly pairs?: readonly Pair[] },
): boolean {
  return store.write(() => {
    const { id } = paper.extraction.paper;
    const before = options.replace ? contentOfPaper(store, id) : null;
    if (!writePaper(store, { ...paper, extraction: underOneName(paper.extraction) }, runId, options)) return false;
    if (before !== null) {
      const names =
        options.pairs === undefined
          ? sameReading(withIds(contentAsRead(store, before)), entriesOfPaper(store, id))
          : new Map(options.pairs.map(([old, now]) => [old, now === null ? null : entryIdOf(id, now + 1)]));
      renameEntries(store, names);
      renameInCorrections(store, names);
    }
    const read = standingCorrections(store, id).length === 0 ? null : contentOfPaper(store, id);
    if (read !== null) restate(store, read);
    return true;
  });
}

const withIds = ({ paper, entries }: PaperContent) =>
  entries.map(({ position, entry }) => ({ ...entry, id: entryIdOf(paper.id, position) }));

/**
 * A reading under its service's one name (see `officialName`), so that papers are kept and followed together however each writes
 * it. What is read of one paper alone keeps the paper's own words.
 */
export function underOneName(read: Extraction): Extraction {
  const { paper } = read;
  return paper.service === null
    ? read
    : { ...read, paper: { ...paper, service: titleCased(officialName(paper.service)) } };
}
