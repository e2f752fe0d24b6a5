import { expect, test } from 'vitest';
import { relink } from '../../src/pipeline/trail.ts';
import { changesIn, openStore, type Store, staleFamilies, startRun, writePaper } from '../../src/store/index.ts';
import { month, type PaperFields } from '../support/plan-entries.ts';
import { reading, storeWith, take } from '../support/trail-store.ts';

const drivers = { finding: 'Drivers should be trained.', action: 'Renew the courses.', timescale: month(2022, 3) };
const later = { ...drivers, timescale: month(2022, 9) };
const january: PaperFields = { date: '2022-01', entries: [drivers] };
const april: PaperFields = { date: '2022-04', entries: [later] };
const july: PaperFields = { date: '2022-07', entries: [{ ...later, lead: 'Head of Fleet' }] };

const told = (store: Store) =>
  [...changesIn(store)].map(({ kind, service, date }) => `${service?.split(' ')[0]} ${date} ${kind}`);
const dump = (store: Store) =>
  ['editions', 'reports', 'links', 'candidates', 'changes', 'thread_entries'].map((table) =>
    store
      .sql(`SELECT * FROM ${table} ORDER BY 1, 2, 3`.replace('2, 3', table === 'thread_entries' ? '2' : '2, 3'))
      .all(),
  );

test('a run that was stopped before it followed a paper is made up for by the next', () => {
  const store = storeWith(january);
  const run = startRun(store, 'test', 'test', new Date(0));
  writePaper(store, { extraction: reading(april), bytes: null, size: 1, extractor: 'test' }, run, { replace: false });
  expect(told(store)).toEqual([]);
  expect(relink(store)).toBe(1);
  expect(told(store)).toEqual(['Larkwater 2022-04 slipped']);
  expect(relink(store)).toBe(0);
});

test('following again from nothing gives the same', () => {
  const store = storeWith(january, april, july);
  const before = dump(store);
  store.sql('DELETE FROM editions').run();
  expect(relink(store)).toBe(1);
  expect(dump(store)).toEqual(before);
});

test('a trail made by other rules is followed again', () => {
  const store = storeWith(january, april);
  store.sql("UPDATE editions SET stamp = '0:' || stamp").run();
  expect(relink(store)).toBe(1);
  expect(staleFamilies(store, '1000000:')).toHaveLength(1);
});

test('a paper read as another service goes from one trail to the other', () => {
  const store = storeWith(january, april, july);
  const read = reading(april);
  take(store, { ...read, paper: { ...read.paper, service: 'Kelverton Fire and Rescue Service' } });
  expect(told(store)).toEqual(['Larkwater 2022-07 slipped']);
  take(store, read);
  expect(told(store)).toEqual(['Larkwater 2022-04 slipped']);
});

test('a paper of no known service is followed alone', () => {
  const store = openStore(':memory:');
  for (const fields of [january, april]) {
    const read = reading(fields);
    take(store, { ...read, paper: { ...read.paper, service: null } });
  }
  expect(told(store)).toEqual([]);
  expect(store.sql('SELECT count(DISTINCT thread_id) FROM thread_entries').pluck().get()).toBe(2);
});

test.each([
  ['of a service', 'Larkwater Fire and Rescue Service'],
  ['of no known service', null],
])('a paper %s that reads the same again is followed, and not followed again', (_, service) => {
  const read = reading(january);
  const same = { ...read, paper: { ...read.paper, service } };
  const store = openStore(':memory:');
  take(store, same);
  const before = store.sql('SELECT edition_id, service, position, stamp FROM editions').all();
  take(store, same);
  expect(store.sql('SELECT edition_id, service, position, stamp FROM editions').all()).toEqual(before);
  expect(relink(store)).toBe(0);
});

test('a paper that fails when it is read again leaves the trail', () => {
  const store = storeWith(january, april, july);
  const read = reading(april);
  take(store, { ...read, paper: { ...read.paper, outcome: 'failed' }, entries: [], plans: [] });
  expect(told(store)).toEqual(['Larkwater 2022-07 slipped']);
});
