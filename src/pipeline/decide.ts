import { UsageError } from '../model/errors.ts';
import type { Decision } from '../model/thread.ts';
import { editionOfEntry, entryById, familyOf, removeDecision, type Store, writeDecision } from '../store/index.ts';
import { relinkFamily } from './trail.ts';

/**
 * Keeps what a person said of two entries and follows their service anew; an earlier word on the two is replaced.
 * @param verdict null takes an earlier word back
 * @throws UsageError where an entry is not stored, or the two cannot be one
 */
export function decide(
  store: Store,
  entryIds: readonly [string, string],
  verdict: Decision['verdict'] | null,
  now: Date,
): Decision | null {
  return store.write(() => {
    const [a, b] = entryIds.map((id) => {
      const [entry, edition] = [entryById(store, id), editionOfEntry(store, id)];
      if (entry === null || edition === null)
        throw new UsageError(`there is no entry ${id}; "boardtrail threads" names them`);
      return { entry, ...edition };
    });
    if (a === undefined || b === undefined) throw new UsageError('two entries are needed');
    if (a.service !== b.service || a.service === null) {
      throw new UsageError('the two entries are not of one service and cannot be one');
    }
    if (a.position === b.position) throw new UsageError('the two entries stand in one edition and cannot be one');
    const [earlier, later] = a.position < b.position ? [a, b] : [b, a];
    const pair = { fromEntryId: earlier.entry.id, toEntryId: later.entry.id };
    const family = familyOf(store, later.entry.paperId);
    if (verdict === null) removeDecision(store, pair);
    else writeDecision(store, { ...pair, verdict }, now.toISOString());
    if (family !== null) relinkFamily(store, family);
    return verdict === null ? null : { ...pair, verdict };
  });
}
