import { expect, test } from 'vitest';
import { UsageError } from '../../src/model/errors.ts';
import { decide } from '../../src/pipeline/decide.ts';
import { relink } from '../../src/pipeline/trail.ts';
import { changesIn, openCandidates, removePaper, type Store } from '../../src/store/index.ts';
import { month, type PaperFields } from '../support/plan-entries.ts';
import { entryId, reading, storeWith, take } from '../support/trail-store.ts';

const common = { finding: 'The service should make sure hydrants are inspected.', lead: 'Head of Response' };
const radios = {
  ...common,
  finding: 'Radios should be tested at every change of watch.',
  action: 'Write a test card.',
  progress: 'A card was drafted.',
};
const january: PaperFields = {
  date: '2022-01',
  entries: [
    { ...common, action: 'Buy a register of hydrants.', progress: 'A tender is out.', timescale: month(2022, 3) },
    radios,
  ],
};
/** The same action in words that have little in common with the earlier ones. */
const april: PaperFields = {
  date: '2022-04',
  entries: [
    {
      ...common,
      action: 'Procurement of software for hydrants',
      progress: 'Supplier chosen',
      timescale: month(2022, 9),
    },
    radios,
  ],
};
const july: PaperFields = { date: '2022-07', entries: april.entries };
const now = new Date('2022-08-01T00:00:00Z');

const kinds = (store: Store) => [...changesIn(store)].map(({ kind }) => kind).toSorted();
const together = ['progress_updated', 'reworded', 'slipped'];
const apart = ['added', 'dropped'];
const [early, late] = [entryId(january, 1), entryId(april, 1)];

test('what is doubtful is not linked but shown, with what speaks for it', () => {
  const store = storeWith(january, april);
  expect(kinds(store)).toEqual(apart);
  const [candidate] = openCandidates(store);
  expect(candidate).toMatchObject({
    fromEntryId: early,
    toEntryId: late,
    service: 'Larkwater Fire and Rescue Service',
  });
  expect(candidate?.reasons.join()).toMatch(/finding 100 % alike/);
  expect(openCandidates(store, 'elsewhere')).toEqual([]);
});

test('accepted: one thread, in every later run', () => {
  const store = storeWith(january, april);
  decide(store, [late, early], 'same', now);
  expect(kinds(store)).toEqual(together);
  expect(openCandidates(store)).toEqual([]);
  take(store, reading(july));
  expect(kinds(store)).toEqual(together);
});

test('rejected: two threads, however alike', () => {
  const store = storeWith(january, { ...april, entries: january.entries });
  expect(kinds(store)).toEqual([]);
  decide(store, [early, late], 'different', now);
  expect(kinds(store)).toEqual(apart);
  take(store, reading({ ...july, entries: january.entries }));
  expect(kinds(store)).toEqual(apart);
});

test('taken back: as if nobody had said anything', () => {
  const store = storeWith(january, april);
  decide(store, [early, late], 'same', now);
  decide(store, [early, late], null, now);
  expect(kinds(store)).toEqual(apart);
});

test('a better reading that finds a further entry leaves the decision with the entry it was about', () => {
  const store = storeWith(january, april);
  decide(store, [early, late], 'same', now);
  const found = {
    ...radios,
    finding: 'Ladders must be checked.',
    action: 'Check ladders monthly.',
    progress: 'Not begun.',
  };
  take(store, reading({ ...april, entries: [found, ...april.entries] }));
  expect(kinds(store)).toEqual(['added', ...together]);
});

test('a better reading without the entry leaves the decision to nobody else', () => {
  const store = storeWith(january, april);
  decide(store, [early, late], 'same', now);
  take(store, reading({ ...april, entries: [radios] }));
  expect(kinds(store)).toEqual(['dropped']);
  expect(store.sql('SELECT to_entry_id FROM decisions').pluck().all()).toEqual([`${late}~`]);
});

test('a paper that goes and comes back finds the decision again', () => {
  const store = storeWith(january, april);
  decide(store, [early, late], 'same', now);
  removePaper(store, reading(april).paper.id);
  relink(store);
  expect(kinds(store)).toEqual([]);
  take(store, reading(april));
  expect(kinds(store)).toEqual(together);
});

test.each<[string, readonly [string, string], RegExp]>([
  ['an id that is not there', [early, 'nothing'], /there is no entry nothing/],
  ['two entries of one paper', [early, entryId(january, 2)], /stand in one edition/],
])('%s is refused', (_, ids, message) => {
  const store = storeWith(january, april);
  expect(() => decide(store, [...ids], 'same', now)).toThrow(UsageError);
  expect(() => decide(store, [...ids], 'same', now)).toThrow(message);
});
