import type { Correction } from '../model/correction.ts';
import { UsageError } from '../model/errors.ts';
import { type EntryField, entryFields, type PaperField, paperFields } from '../model/fields.ts';
import { relinkFamily } from '../pipeline/trail.ts';
import {
  apply,
  contentAsRead,
  contentOfPaper,
  correctionById,
  type Family,
  familyOf,
  insertCorrection,
  markUndone,
  removePaper,
  restate,
  type Store,
  serviceNames,
  standingCorrections,
} from '../store/index.ts';
import type { Target, Teller } from './target.ts';
import { entryValue, paperValue } from './values.ts';

/**
 * Says that a value is another than the one read. The paper's own reading is kept beside it, and the service is followed
 * anew.
 * @param field of the entry, or of the paper where the target is one
 * @param words the value as a person writes it; empty where the paper says nothing of it
 * @throws UsageError where the words are no value of that field, or there is no such entry
 */
export function correct(
  store: Store,
  target: Target,
  field: EntryField | PaperField,
  words: string,
  teller: Teller,
): Correction {
  return say(store, target, 'corrected', field, valueFor(store, target, field, words), teller);
}

/** Says that a value, or a whole entry, was read right. */
export function accept(
  store: Store,
  target: Target,
  field: EntryField | PaperField | null,
  teller: Teller,
): Correction {
  return say(store, target, 'accepted', field, null, teller);
}

/** Says that an entry is none, or that a file is no paper on a plan: it counts nowhere from now on. */
export function reject(store: Store, target: Target, teller: Teller): Correction {
  return say(store, target, 'rejected', null, null, teller);
}

/** Takes a paper out, bytes and all; its bytes are not taken in again until that is undone. */
export function forget(store: Store, { paperId, file }: Target, { who, why, now }: Teller): Correction {
  return store.write(() => {
    const family = familyOf(store, paperId);
    const nothing = { entryId: null, field: null, value: null, read: null };
    const said = insertCorrection(store, {
      verdict: 'forgotten',
      paperId,
      file,
      ...nothing,
      why,
      who,
      at: now.toISOString(),
    });
    removePaper(store, paperId);
    if (family !== null) relinkFamily(store, family);
    return said;
  });
}

/**
 * Takes back what a person said; what was said before it, or read, stands again.
 * @throws UsageError where nothing of that number is said, or it does not stand
 */
export function undo(store: Store, id: number, { who, now }: Pick<Teller, 'who' | 'now'>): Correction {
  return store.write(() => {
    const said = correctionById(store, id);
    if (said === null)
      throw new UsageError(`nothing of number ${id} was said; "boardtrail fix --list" gives the numbers`);
    const stands = standingCorrections(store, said.paperId).some((other) => other.id === id);
    if (!stands)
      throw new UsageError(`number ${id} does not stand any more: it was undone, or a later word took its place`);
    restating(store, said.paperId, () => {
      markUndone(store, id, who, now.toISOString());
    });
    return { ...said, undone: now.toISOString(), undoneBy: who };
  });
}

function say(
  store: Store,
  { paperId, file, entryId }: Target,
  verdict: 'corrected' | 'accepted' | 'rejected',
  field: EntryField | PaperField | null,
  value: unknown,
  { who, why, now }: Teller,
): Correction {
  return store.write(() => {
    const content = contentOfPaper(store, paperId);
    const told = { verdict, paperId, file, entryId, field, value, why, who, at: now.toISOString() };
    const applied = content === null ? null : apply(content, told);
    if (applied === null) throw new UsageError(`there is no entry ${entryId} in ${file} any more`);
    const changesNothing =
      verdict === 'accepted' &&
      !standingCorrections(store, paperId).some((old) => old.entryId === entryId && old.field === field);
    const keep = () => insertCorrection(store, { ...told, read: applied.read });
    return changesNothing ? keep() : restating(store, paperId, keep);
  });
}

/** Writes a paper anew after `change` of what is said of it, and follows its service anew; also the one it was of before. */
function restating<T>(store: Store, paperId: string, change: () => T): T {
  const stored = contentOfPaper(store, paperId);
  const read = stored === null ? null : contentAsRead(store, stored);
  const families = [familyOf(store, paperId)];
  const result = change();
  if (read === null) return result;
  restate(store, read);
  families.push(familyOf(store, paperId));
  const known = new Map<string, Family>();
  for (const family of families) if (family !== null) known.set(JSON.stringify(family), family);
  for (const family of known.values()) relinkFamily(store, family);
  return result;
}

function valueFor(store: Store, { entryId }: Target, field: EntryField | PaperField, words: string): unknown {
  if (entryId === null) {
    if (!Object.hasOwn(paperFields, field))
      throw new UsageError(`"${field}" is a value of an entry; name the entry by its id`);
    return paperValue(field as PaperField, words, serviceNames(store));
  }
  if (!Object.hasOwn(entryFields, field)) throw new UsageError(`"${field}" is a value of a paper; name the paper`);
  return entryValue(field as EntryField, words);
}
