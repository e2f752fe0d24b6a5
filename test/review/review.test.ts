import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultExportOptions } from '../../src/export/exporter.ts';
import { gold } from '../../src/export/gold.ts';
import { UsageError } from '../../src/model/errors.ts';
import { entryFieldRows } from '../../src/model/fields.ts';
import type { Entry } from '../../src/model/plan.ts';
import {
  accept,
  correct,
  corrections,
  describe as described,
  forget,
  isForgotten,
  reject,
  type Teller,
  targetNamed,
  undo,
} from '../../src/review/index.ts';
import {
  changesIn,
  contentOfPaper,
  entriesOfPaper,
  exportSource,
  openStore,
  paperById,
  type Store,
} from '../../src/store/index.ts';
import { entryId, reading, storeWith, take } from '../support/trail-store.ts';

const march = {
  date: '2024-03',
  entries: [
    { action: 'Buy a second van for the home visits', status: { raw: 'In progress', value: 'in_progress' } as const },
    { action: 'Train every crew in hydrant checks', lead: 'Head of Water', confidence: { lead: 0.4 } },
    { action: 'Publish the risk map on the web site' },
  ],
};
const june = { date: '2024-06', entries: march.entries };
const ann: Teller = { who: 'Ann', now: new Date('2024-07-01T10:00:00Z'), why: 'heard at the meeting' };
const first = entryId(march, 1);
const second = entryId(march, 2);
const paperId = reading(march).paper.id;

const entryOf = (store: Store, id: string) => entriesOfPaper(store, paperId).find((entry) => entry.id === id);
const standing = (store: Store) => store.sql('SELECT * FROM current ORDER BY thread_id').all();

describe('a corrected value', () => {
  test('takes the place of the one read, which is kept beside it', () => {
    const store = storeWith(march);
    correct(store, targetNamed(store, first), 'status', 'Complete', ann);
    const entry = entryOf(store, first);
    expect(entry?.status).toEqual({ raw: 'Complete', value: 'complete' });
    expect(entry?.corrected).toEqual({
      status: {
        by: 'Ann',
        at: '2024-07-01T10:00:00.000Z',
        why: 'heard at the meeting',
        read: { raw: 'In progress', value: 'in_progress' },
      },
    });
    const row = store.sql<Record<string, unknown>>('SELECT * FROM current WHERE id = ?').get(first);
    expect(row).toMatchObject({ status_value: 'complete', ended: 1, open: 0 });
    expect(JSON.parse(String(row?.corrected)).status.read).toEqual({ raw: 'In progress', value: 'in_progress' });
  });

  test('changes what is told from paper to paper', () => {
    const store = storeWith(march, june);
    expect([...changesIn(store)]).toEqual([]);
    correct(store, targetNamed(store, entryId(june, 1)), 'status', 'complete', ann);
    expect([...changesIn(store)].map(({ kind }) => kind)).toEqual(['completed']);
  });

  test('outlasts another reading, in which its entry stands elsewhere', () => {
    const store = storeWith(march);
    correct(store, targetNamed(store, second), 'lead', 'Head of Risk', ann);
    take(store, reading({ ...march, entries: [{ action: 'Open a new station' }, ...march.entries] }));
    const entries = entriesOfPaper(store, paperId);
    expect(entries.map(({ lead, corrected }) => [lead, Object.keys(corrected)])).toEqual([
      [null, []],
      [null, []],
      ['Head of Risk', ['lead']],
      [null, []],
    ]);
  });

  test('whose entry is not read any more is kept, and stands again when it is', () => {
    const store = storeWith(march);
    correct(store, targetNamed(store, first), 'ref', 'AFI 1', ann);
    take(store, reading({ ...march, entries: march.entries.slice(1) }));
    expect(corrections(store)).toMatchObject([{ entryId: `${first}~`, value: 'AFI 1' }]);
    expect(entriesOfPaper(store, paperId).map(({ ref }) => ref)).toEqual([null, null]);
  });

  test('undone gives way to the one before it, and that to what was read, with how sure the reader was', () => {
    const store = storeWith(march);
    const target = targetNamed(store, second);
    const one = correct(store, target, 'lead', 'Head of Risk', ann);
    const two = correct(store, target, 'lead', '', ann);
    expect(entryOf(store, second)).toMatchObject({ lead: null, confidence: {} });
    undo(store, two.id, ann);
    expect(entryOf(store, second)).toMatchObject({ lead: 'Head of Risk' });
    expect(() => undo(store, two.id, ann)).toThrow(/does not stand any more/);
    undo(store, one.id, ann);
    expect(entryOf(store, second)).toMatchObject({ lead: 'Head of Water', confidence: { lead: 0.4 }, corrected: {} });
    expect(corrections(store)).toEqual([]);
    expect(corrections(store, { all: true })).toMatchObject([{ id: two.id }, { id: one.id, undoneBy: 'Ann' }]);
  });

  test.each([
    ['status', 'soonish', /--status takes not_started, .* not "soonish"/],
    ['timescale', 'Ongoing', /--timescale takes when it is due; .* --status, not "Ongoing"/],
    ['percent', 'half', /--percent takes a number/],
    ['rag', 'pink', /--rag takes red, amber/],
    ['updates', 'no label', /--updates takes lines of the form/],
  ] as const)('that is no %s is refused, and nothing is kept', (field, words, message) => {
    const store = storeWith(march);
    expect(() => correct(store, targetNamed(store, first), field, words, ann)).toThrow(UsageError);
    expect(() => correct(store, targetNamed(store, first), field, words, ann)).toThrow(message);
    expect(corrections(store, { all: true })).toEqual([]);
  });

  test('of words without a date are kept as a timescale, as those of a paper are', () => {
    const store = storeWith(march);
    const said = correct(store, targetNamed(store, second), 'timescale', 'TBC', ann);
    expect(described(said)).toMatch(/ is “TBC”, which is no date \(Ann/);
    const timescale = { raw: 'TBC', start: null, end: null, precision: null };
    expect(entryOf(store, second)).toMatchObject({ timescale });
  });

  test('of a paper moves it in the order of papers, and to another service', () => {
    const store = storeWith(march, june);
    correct(store, targetNamed(store, '2024-03.pdf'), 'asAt', '2024-09', ann);
    const order = () => store.sql('SELECT paper_id FROM editions ORDER BY position').pluck().all();
    expect(order()).toEqual([reading(june).paper.id, paperId]);
    correct(store, targetNamed(store, '2024-03.pdf'), 'service', 'Hereford and Worcester FRS', ann);
    expect(paperById(store, paperId)).toMatchObject({
      service: 'Hereford & Worcester Fire and Rescue Service',
      corrected: { asAt: { read: '2024-03' }, service: { read: 'Larkwater Fire and Rescue Service' } },
    });
    expect(store.sql('SELECT DISTINCT service FROM current ORDER BY service').pluck().all()).toEqual([
      'Hereford & Worcester Fire and Rescue Service',
      'Larkwater Fire and Rescue Service',
    ]);
  });
});

test('what people said comes out as gold: the values they looked at, and what is no entry', () => {
  const store = storeWith(march, june);
  correct(store, targetNamed(store, first), 'ref', 'AFI 1', ann);
  accept(store, targetNamed(store, second), null, ann);
  reject(store, targetNamed(store, entryId(march, 3)), ann);
  const lines = [...(gold.files[0].pieces(exportSource(store), defaultExportOptions) as Iterable<string>)].map((line) =>
    JSON.parse(line),
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    paper: { id: paperId, asAt: '2024-03' },
    entries: [
      { id: first, ref: 'AFI 1', reviewed: ['ref'] },
      { id: second, reviewed: entryFieldRows.map(([field]) => field) },
    ],
    noEntries: [{ id: entryId(march, 3) }],
  });
});

test('an entry that is none is gone from every answer, the others keep their ids, and it comes back', () => {
  const store = storeWith(march, june);
  const before = standing(store);
  const said = [
    reject(store, targetNamed(store, first), ann),
    reject(store, targetNamed(store, entryId(june, 1)), ann),
  ];
  expect(entriesOfPaper(store, paperId).map(({ id }) => id)).toEqual([second, entryId(march, 3)]);
  expect(standing(store)).toHaveLength(2);
  for (const { id } of said) undo(store, id, ann);
  expect(standing(store)).toEqual(before);
});

test('a file that is no paper counts nowhere, and comes back whole with what was said of its parts', () => {
  const store = storeWith(march);
  correct(store, targetNamed(store, first), 'lead', 'Ann Other', ann);
  const before = contentOfPaper(store, paperId);
  const said = reject(store, targetNamed(store, '2024-03.pdf'), ann);
  expect([standing(store), paperById(store, paperId)?.noPaper]).toEqual([[], 'Said to be no paper by Ann.']);
  take(store, reading(march));
  expect(standing(store)).toEqual([]);
  undo(store, said.id, ann);
  expect(contentOfPaper(store, paperId)).toEqual(before);
});

test('a forgotten paper is out, and known to be', () => {
  const store = storeWith(march, june);
  const said = forget(store, targetNamed(store, '2024-03.pdf'), ann);
  expect([paperById(store, paperId), isForgotten(store, paperId)]).toEqual([null, true]);
  expect([...changesIn(store)]).toEqual([]);
  undo(store, said.id, ann);
  expect(isForgotten(store, paperId)).toBe(false);
});

test('a name that fits no paper, or several, is refused', () => {
  const store = storeWith(march);
  expect(() => targetNamed(store, 'other.pdf')).toThrow(/no paper is called "other.pdf"/);
  expect(() => targetNamed(store, `${paperId.slice(0, 16)}-e099`)).toThrow(/there is no entry/);
  expect(targetNamed(store, paperId.slice(0, 8)).file).toBe('2024-03.pdf');
});

/** What a person may do, one after another; a number chooses among what there is. */
const deed = fc.oneof(
  fc.record({
    do: fc.constant('correct' as const),
    at: fc.nat(2),
    field: fc.constantFrom('lead' as const, 'ref' as const),
    words: fc.constantFrom('', 'One', 'Two'),
  }),
  fc.record({ do: fc.constant('reject' as const), at: fc.nat(2) }),
  fc.record({ do: fc.constant('accept' as const), at: fc.nat(2) }),
  fc.record({ do: fc.constant('no paper' as const) }),
  fc.record({ do: fc.constant('undo' as const), at: fc.nat(5) }),
  fc.record({ do: fc.constant('read again' as const) }),
);

test('whatever is said, undone and read again: what stands shows, once, and undoing all gives what was read', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const store = openStore(':memory:');
      take(store, reading(march));
      const asRead = contentOfPaper(store, paperId);
      for (const one of deeds) perform(store, one);
      expectStanding(store);
      take(store, reading(march));
      expectStanding(store);
      for (let left = corrections(store); left.length > 0; left = corrections(store))
        undo(store, left[0]?.id ?? 0, ann);
      expect(contentOfPaper(store, paperId)).toEqual(asRead);
      store.close();
    }),
    { numRuns: 20 },
  );
});

function perform(store: Store, one: typeof deed extends fc.Arbitrary<infer D> ? D : never): void {
  const ids = entriesOfPaper(store, paperId).map(({ id }) => id);
  const target = (at: number) => targetNamed(store, ids[at % ids.length] ?? '');
  if (one.do === 'read again') take(store, reading(march));
  else if (one.do === 'undo') {
    const said = corrections(store);
    const chosen = said[one.at % Math.max(1, said.length)];
    if (chosen !== undefined) undo(store, chosen.id, ann);
  } else if (one.do === 'no paper') reject(store, targetNamed(store, '2024-03.pdf'), ann);
  else if (ids.length === 0) return;
  else if (one.do === 'reject') reject(store, target(one.at), ann);
  else if (one.do === 'accept') accept(store, target(one.at), null, ann);
  else correct(store, target(one.at), one.field, one.words, ann);
}

/** Each value that somebody set stands in its entry, none is lost and none stands twice. */
function expectStanding(store: Store): void {
  const said = corrections(store);
  const keys = said.filter(({ verdict }) => verdict === 'corrected').map(({ entryId: id, field }) => `${id} ${field}`);
  expect(new Set(keys).size).toBe(keys.length);
  const entries = new Map(entriesOfPaper(store, paperId).map((entry) => [entry.id, entry]));
  if (said.some(({ verdict, entryId: id }) => verdict === 'rejected' && id === null)) expect(entries.size).toBe(0);
  for (const { verdict, entryId: id, field, value } of said) {
    const entry = id === null ? undefined : entries.get(id);
    if (verdict === 'rejected' && id !== null) expect(entry).toBeUndefined();
    if (verdict === 'corrected' && entry !== undefined) expect(entry[field as keyof Entry]).toEqual(value);
  }
}

describe('the service of a paper', () => {
  test('is said by a part of its name that fits one, stored papers’ services too', () => {
    const store = storeWith(march);
    const said = (words: string) => correct(store, targetNamed(store, paperId), 'service', words, ann).value;
    expect(said('essex')).toBe('Essex County Fire and Rescue Service');
    expect(paperById(store, paperId)?.service).toBe('Essex County Fire and Rescue Service');
    take(store, reading(june));
    expect(said('larkwater')).toBe('Larkwater Fire and Rescue Service');
  });

  test('is refused where the words fit none, or several', () => {
    const store = storeWith(march);
    const saying = (words: string) => () => correct(store, targetNamed(store, paperId), 'service', words, ann);
    expect(saying('Kent Fire and Resque')).toThrow('did you mean "Kent Fire and Rescue Service"?');
    expect(saying('sussex')).toThrow('fits East Sussex Fire and Rescue Service, West Sussex');
    expect(saying('essex police, or so')).toThrow(UsageError);
  });
});
