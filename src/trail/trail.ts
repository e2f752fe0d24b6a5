import { sha256Of } from '../lib/digest.ts';
import type { Decision, Trail } from '../model/thread.ts';
import { changesOf, ownPlaces, type PlacesOf } from './changes.ts';
import type { EditionText } from './edition-text.ts';
import { follow, type Run, recordsOf, type Settled } from './follow.ts';

/** What is known of a service when its trail is derived again. */
export interface Register {
  /** Every id ever given, by the entry that has it. */
  readonly threadOf: ReadonlyMap<string, string>;
  readonly decisions: readonly Decision[];
  /** How the first editions were linked, as far as nothing about them has changed since. */
  readonly settled: readonly Settled[];
}

const emptyRegister: Register = { threadOf: new Map(), decisions: [], settled: [] };

/**
 * The name a thread gets when no entry of it has one that is free: made from its first entry, so that the same papers
 * give the same name.
 */
function newName(entryId: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const digest = sha256Of(`${entryId}${'~'.repeat(attempt)}`);
    const name = `t${digest.slice(0, 12)}`;
    if (!taken.has(name)) return name;
  }
}

const entryIdsOf = (run: Run): readonly string[] =>
  run.steps.flatMap(({ line }) => recordsOf(line).map(({ id }) => id));

/**
 * Gives every run its thread's id. A run keeps the id its entries have; where they have several (a paper that came late
 * bridged two threads) the one that most of them have, the first among equals. No id is given twice.
 */
function nameRuns(runs: readonly Run[], threadOf: Register['threadOf']): ReadonlyMap<Run, string> {
  const claims = runs.flatMap((run, order) => {
    const held = Map.groupBy(
      entryIdsOf(run).map((id) => threadOf.get(id)),
      (id) => id,
    );
    return [...held].flatMap(([id, entries]) =>
      id === undefined ? [] : [{ run, id, entries: entries.length, order }],
    );
  });
  const names = new Map<Run, string>();
  const taken = new Set<string>();
  for (const { run, id } of claims.toSorted((a, b) => b.entries - a.entries || a.order - b.order)) {
    if (names.has(run) || taken.has(id)) continue;
    names.set(run, id);
    taken.add(id);
  }
  for (const run of runs) {
    if (names.has(run)) continue;
    const id = newName(entryIdsOf(run)[0] ?? '', taken);
    names.set(run, id);
    taken.add(id);
  }
  return names;
}

/**
 * Derives threads and changes of one service from its papers.
 *
 * A register and an order of arrival that has no say go together like this: which entries make a thread, and what
 * changed, is worked out from the papers in the order of their dates, each entry against the threads that were known by
 * then, so that a paper that comes late is followed as if it had come in its turn. The register only keeps the names:
 * a thread has the one its entries have. A name changes hands only where a late paper shows two threads to be one; then
 * one name leads to the other. Editions before the one that came are not weighed again.
 * @param editions the service's papers as `editionsOf` puts them in order
 * @param placesOf looks up where values stand, where the entries do not carry it themselves
 * @param begin told of each paper whose turn it is, so that one that takes without end can be named
 * @returns the trail; changes of settled editions are left out
 */
export function trailOf(
  editions: readonly EditionText[],
  register: Register = emptyRegister,
  placesOf: PlacesOf = ownPlaces,
  begin: (paperId: string) => void = () => undefined,
): Trail {
  const service = editions[0]?.papers[0].paper.service ?? null;
  const followed = follow(editions, register.decisions, service, register.settled, begin);
  const names = nameRuns(followed.runs, register.threadOf);
  const nameOf = (run: Run): string => names.get(run) ?? '';
  return {
    editions: editions.map((edition, index) => ({
      id: edition.papers[0].paper.id,
      parts: edition.parts.map((forms) => forms.map(({ paper }) => paper.id)),
      date: edition.date,
      plans: followed.reports
        .filter((report) => report.edition === index)
        .map(({ plan, track }) => ({ name: plan.name, trackId: track.id, state: plan.state })),
    })),
    threads: followed.runs.map((run) => ({
      id: nameOf(run),
      trackId: run.track.id,
      entryIds: entryIdsOf(run),
      readIds: run.steps.map(({ line }) => line.record.id),
    })),
    links: followed.settled.map(({ links }) => links),
    candidates: followed.settled.map(({ candidates }) => candidates),
    changes: changesOf(editions, followed, nameOf, register.settled.length, placesOf, begin),
  };
}
