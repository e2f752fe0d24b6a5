import { labelledLines, updateLines } from '../lib/text.ts';
import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import type { Entry, Extraction, Plan, Statement } from '../model/plan.ts';
import { rowOf } from './entry-columns.ts';
import { writeSeenLayouts } from './layouts.ts';
import type { NewRow, Store } from './store.ts';

/**
 * Writes what a paper says into the rows of `0001-papers`; its own row is there. Part of the caller's transaction.
 * @param positions of the entries in the paper as it was read, from 1, where some of those are left out
 */
export function writeContent(store: Store, extraction: Extraction, positions?: readonly number[]): void {
  const { id } = extraction.paper;
  writePlaces(store, { paperId: id }, Object.entries(extraction.paper.places));
  const planIds = writePlans(store, id, extraction);
  writeEntries(store, id, extraction.entries, planIds, positions ?? extraction.entries.map((_, index) => index + 1));
  extraction.statements.forEach((statement, index) => {
    writeStatement(store, id, statement, index + 1);
  });
  extraction.issues.forEach((issue, index) => {
    writeIssue(store, id, issue, index + 1);
  });
  writeSeenLayouts(store, id, extraction.layouts ?? []);
}

/** @returns the row of each plan by its name; a name that entries use and the paper does not list is listed too */
function writePlans(store: Store, paperId: string, { plans, entries }: Extraction): ReadonlyMap<string, number> {
  const listed = new Set(plans.map((plan) => plan.name));
  const unlisted = new Set(entries.flatMap(({ plan }) => (plan === null || listed.has(plan) ? [] : [plan])));
  const all: readonly Plan[] = [...plans, ...[...unlisted].map((name): Plan => ({ name, asAt: null, state: 'open' }))];
  const ids = new Map<string, number>();
  all.forEach(({ name, asAt, state }, index) => {
    const id = store.insert('plans', { paperId, position: index + 1, name, asAt, state });
    if (!ids.has(name)) ids.set(name, id);
  });
  return ids;
}

function writeEntries(
  store: Store,
  paperId: string,
  entries: readonly Entry[],
  planIds: ReadonlyMap<string, number>,
  positions: readonly number[],
): void {
  let finding = { key: '', id: 0, position: 0 };
  entries.forEach((entry, index) => {
    const key = findingKey(entry);
    if (key !== finding.key) {
      const position = finding.position + 1;
      finding = { key, id: writeFinding(store, paperId, entry, planIds, position), position };
    }
    writeAction(store, paperId, entry, finding.id, positions[index] ?? index + 1);
  });
}

/** Neighbouring entries that agree in all that belongs to a finding stand under one. */
const findingKey = (entry: Entry): string => JSON.stringify([entry.plan, rowOf('findings', entry)]);

function writeFinding(
  store: Store,
  paperId: string,
  entry: Entry,
  planIds: ReadonlyMap<string, number>,
  position: number,
): number {
  const planId = entry.plan === null ? null : (planIds.get(entry.plan) ?? null);
  return store.insert('findings', { paperId, planId, position, ...rowOf('findings', entry) });
}

function writeAction(store: Store, paperId: string, entry: Entry, findingId: number, position: number): void {
  const entryId = entryIdOf(paperId, position);
  const id = store.insert('actions', {
    entryId,
    paperId,
    findingId,
    position,
    ...rowOf('actions', entry),
    confidence: entry.confidence,
  });
  entry.updates.forEach(({ period, text }, index) => {
    store.insert('updates', { actionId: id, position: index + 1, period, text });
  });
  writePlaces(store, { actionId: id }, Object.entries(entry.places));
  writeSearch(store, id, entryId, entry);
}

/** The columns of an entry's words, which full text search looks through. */
const searched = ['ref', 'finding', 'cause', 'summary', 'theme', 'action', 'progress', 'future', 'lead'] as const;

function writeSearch(store: Store, rowid: number, entryId: string, entry: Entry): void {
  const words = Object.fromEntries(searched.map((field) => [field, entry[field]]));
  const [updates, extra] = [updateLines(entry.updates), labelledLines(Object.entries(entry.extra))];
  store.insert('entries_search', { rowid, entryId, ...words, updates, extra });
}

function writeStatement(store: Store, paperId: string, { places, ...statement }: Statement, position: number): void {
  const id = store.insert('statements', { paperId, position, ...statement });
  writePlaces(store, { statementId: id }, [['statement', places]]);
}

function writeIssue(store: Store, paperId: string, { place, ...issue }: Issue, position: number): void {
  store.insert('issues', { paperId, position, ...issue, ...placeRow(place) });
}

type PlaceOwner = { actionId: number } | { statementId: number } | { paperId: string };

function writePlaces(
  store: Store,
  owner: PlaceOwner,
  fields: readonly (readonly [field: string, places: readonly Place[]])[],
): void {
  for (const [field, places] of fields) {
    places.forEach((place, index) => {
      store.insert('places', { ...owner, field, position: index + 1, ...placeRow(place) });
    });
  }
}

function placeRow(place: Place | null): NewRow {
  const [x0, y0, x1, y1] = place?.bbox ?? [null, null, null, null];
  return { path: place?.path ?? null, page: place?.page ?? null, x0, y0, x1, y1 };
}

/** @param position of the entry in its paper, from 1 */
export function entryIdOf(paperId: string, position: number): string {
  return `${paperId.slice(0, 16)}-e${String(position).padStart(3, '0')}`;
}

/** The position in `entryIdOf`. */
export const positionOf = (entryId: string): number => Number(entryId.slice(entryId.lastIndexOf('-e') + 2));
