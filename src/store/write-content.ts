import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import type { Entry, Extraction, Plan, Statement } from '../model/plan.ts';
import { columnsOfTable, valuesForTable } from './entry-columns.ts';
import { writeSeenLayouts } from './layouts.ts';
import type { Store } from './store.ts';

/**
 * Writes what a paper says into the rows of `0001-papers`; its own row is there. Part of the caller's transaction.
 * @param positions of the entries in the paper as it was read, from 1, where some of those are left out
 */
export function writeContent(store: Store, extraction: Extraction, positions?: readonly number[]): void {
  const { id } = extraction.paper;
  writePlaces(store, { paper_id: id }, Object.entries(extraction.paper.places));
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
  const insert = store.sql('INSERT INTO plans (paper_id, position, name, as_at, state) VALUES (?, ?, ?, ?, ?)');
  all.forEach((plan, index) => {
    const { lastInsertRowid } = insert.run(paperId, index + 1, plan.name, plan.asAt, plan.state);
    if (!ids.has(plan.name)) ids.set(plan.name, Number(lastInsertRowid));
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
const findingKey = (entry: Entry): string => JSON.stringify([entry.plan, ...valuesForTable('findings', entry)]);

const insertInto = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

function writeFinding(
  store: Store,
  paperId: string,
  entry: Entry,
  planIds: ReadonlyMap<string, number>,
  position: number,
): number {
  const planId = entry.plan === null ? null : (planIds.get(entry.plan) ?? null);
  const { lastInsertRowid } = store
    .sql(insertInto('findings', ['paper_id', 'plan_id', 'position', ...columnsOfTable('findings')]))
    .run(paperId, planId, position, ...valuesForTable('findings', entry));
  return Number(lastInsertRowid);
}

function writeAction(store: Store, paperId: string, entry: Entry, findingId: number, position: number): void {
  const entryId = entryIdOf(paperId, position);
  const { lastInsertRowid: id } = store
    .sql(
      insertInto('actions', [
        'entry_id',
        'paper_id',
        'finding_id',
        'position',
        ...columnsOfTable('actions'),
        'confidence',
      ]),
    )
    .run(entryId, paperId, findingId, position, ...valuesForTable('actions', entry), JSON.stringify(entry.confidence));
  entry.updates.forEach((update, index) => {
    store
      .sql('INSERT INTO updates (action_id, position, period, text) VALUES (?, ?, ?, ?)')
      .run(id, index + 1, update.period, update.text);
  });
  writePlaces(store, { action_id: Number(id) }, Object.entries(entry.places));
  writeSearch(store, Number(id), entryId, entry);
}

/** The columns of an entry's words, which full text search looks through. */
const searched = ['ref', 'finding', 'cause', 'summary', 'theme', 'action', 'progress', 'future', 'lead'] as const;

function writeSearch(store: Store, rowid: number, entryId: string, entry: Entry): void {
  const updates = entry.updates.map(({ period, text }) => `${period}: ${text}`).join('\n');
  const extra = Object.entries(entry.extra)
    .map(([label, text]) => `${label}: ${text}`)
    .join('\n');
  store
    .sql(insertInto('entries_search', ['rowid', 'entry_id', ...searched, 'updates', 'extra']))
    .run(rowid, entryId, ...searched.map((field) => entry[field]), updates, extra);
}

function writeStatement(store: Store, paperId: string, statement: Statement, position: number): void {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO statements (paper_id, position, kind, plan, text, count, total, status)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      paperId,
      position,
      statement.kind,
      statement.plan,
      statement.text,
      statement.count,
      statement.total,
      statement.status,
    );
  writePlaces(store, { statement_id: Number(lastInsertRowid) }, [['statement', statement.places]]);
}

function writeIssue(store: Store, paperId: string, issue: Issue, position: number): void {
  store
    .sql(
      `INSERT INTO issues (paper_id, position, code, severity, message, path, page, x0, y0, x1, y1)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(paperId, position, issue.code, issue.severity, issue.message, ...placeColumns(issue.place));
}

type PlaceOwner = { action_id: number } | { statement_id: number } | { paper_id: string };

function writePlaces(
  store: Store,
  owner: PlaceOwner,
  fields: readonly (readonly [field: string, places: readonly Place[]])[],
): void {
  const [[column, value]] = Object.entries(owner) as [[string, number | string]];
  const insert = store.sql(
    `INSERT INTO places (${column}, field, position, path, page, x0, y0, x1, y1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [field, places] of fields) {
    places.forEach((place, index) => {
      insert.run(value, field, index + 1, ...placeColumns(place));
    });
  }
}

/** path, page, x0, y0, x1, y1 */
function placeColumns(place: Place | null): readonly (string | number | null)[] {
  const box = place?.bbox ?? [null, null, null, null];
  return [place?.path ?? null, place?.page ?? null, ...box];
}

/** @param position of the entry in its paper, from 1 */
export function entryIdOf(paperId: string, position: number): string {
  return `${paperId.slice(0, 16)}-e${String(position).padStart(3, '0')}`;
}

/** The position in `entryIdOf`. */
export const positionOf = (entryId: string): number => Number(entryId.slice(entryId.lastIndexOf('-e') + 2));
