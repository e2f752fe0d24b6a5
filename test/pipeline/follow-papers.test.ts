import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { followPapers } from '../../src/pipeline/follow-papers.ts';
import { openPairing } from '../../src/pipeline/pair-readings.ts';
import { reextract } from '../../src/pipeline/reextract.ts';
import { relink } from '../../src/pipeline/trail.ts';
import { changesIn, openStore, papersPutAside, type Store, startRun, writePaper } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/database.ts';
import type { PaperFields } from '../support/plan-entries.ts';
import { reading } from '../support/trail-store.ts';

const entries = [{ finding: 'The service should train its drivers.', action: 'Renew the courses.' }];
const begun = [{ ...entries[0], status: { raw: 'Complete', value: 'complete' } as const }];
const [january, april, july] = ['2022-01', '2022-04', '2022-07'].map(
  (date): PaperFields => ({ date, entries: date === '2022-01' ? entries : begun, file: `${date}.pdf` }),
) as [PaperFields, PaperFields, PaperFields];

/** Papers that are stored and not followed yet, in a database other processes can open. */
function storedIn(...papers: readonly PaperFields[]): Store {
  const store = openStore(`${temporaryFolder()}/plans.db`);
  const run = startRun(store, 'test', 'test', new Date(0));
  for (const fields of papers) {
    writePaper(store, { extraction: reading(fields), bytes: null, size: 1, extractor: 'test' }, run, {
      replace: false,
    });
  }
  return store;
}

const follower = new URL('../support/follower-of-woes.ts', import.meta.url);
const limits = { timeout: 30_000, memory: 512, retry: false };
const told = (store: Store) => [...changesIn(store)].map(({ kind, date }) => `${date} ${kind}`);

test('papers are followed in a process of their own as they are in this one', async () => {
  const [apart, here] = [storedIn(january, april), storedIn(january, april)];
  expect(await followPapers(apart, limits)).toEqual([]);
  relink(here);
  expect([...changesIn(apart)]).toEqual([...changesIn(here)]);
  expect(told(apart)).toEqual(['2022-04 completed']);
});

describe('a paper over which following', () => {
  test.each([
    ['never ends', 'hang', 'trail/timeout', /longer than 5 s.*--retry/],
    ['takes memory without end', 'hoard', 'trail/out-of-memory', /fit into 256 MB/],
    ['meets a mistake of ours', 'throw', 'trail/fault', /cannot follow this.*report/],
  ])('%s is put aside by name, and the others are followed', async (_, woe, code, message) => {
    const store = storedIn(january, { ...april, file: `${woe}.pdf` }, july);
    const once = { ...limits, timeout: 1, memory: 256, follower };
    const aside = await followPapers(store, once);
    expect(aside.map((paper) => [paper.file, paper.code])).toEqual([[`${woe}.pdf`, code]]);
    expect(aside[0]?.message).toMatch(message);
    expect(told(store)).toEqual(['2022-07 completed']);
    // It is not tried again by itself, but still named.
    expect(await followPapers(store, once)).toEqual(aside);
    expect(await followPapers(store, { ...limits, retry: true })).toEqual([]);
    expect(told(store)).toEqual(['2022-04 completed']);
    expect(papersPutAside(store)).toEqual([]);
  });
});

test('what reading again would change is found out within the same limits, and changes nothing', async () => {
  const store = storedIn(january, { ...april, file: 'hang.pdf' }, july);
  const { putAside } = await reextract(store, {
    ...{ size: 1, timeout: 1, memory: 256, follower },
    parse: defaultParseOptions,
    service: null,
    dryRun: true,
  });
  expect(putAside.map(({ file, code }) => [file, code])).toEqual([['hang.pdf', 'trail/timeout']]);
  expect([papersPutAside(store), told(store)]).toEqual([[], []]);
});

test('entries of two readings are paired in a process of their own, one paper after another', async () => {
  const pairing = openPairing({ timeout: 30_000, memory: 512 });
  onTestFinished(() => pairing.close());
  const [first, second] = [{ action: 'Renew the courses.' }, { action: 'Buy a ladder.' }].map(
    (fields) => reading({ date: '2022-01', entries: [fields] }).entries[0],
  );
  if (first === undefined || second === undefined) throw new Error('no entries');
  const before = [
    { ...first, id: 'a-e1' },
    { ...second, id: 'a-e2' },
  ];
  const all = await Promise.all([
    pairing.pair({ before, after: [second, first] }),
    pairing.pair({ before, after: [first] }),
  ]);
  expect(all.map((answer) => answer.ok && answer.extraction)).toEqual([
    [
      ['a-e1', 1],
      ['a-e2', 0],
    ],
    [
      ['a-e1', 0],
      ['a-e2', null],
    ],
  ]);
  expect(await pairing.pair({ before, after: [] })).toMatchObject({
    extraction: [
      ['a-e1', null],
      ['a-e2', null],
    ],
  });
});

test('a paper that is read anew is followed anew', async () => {
  const store = storedIn(january, { ...april, file: 'throw.pdf' });
  expect(await followPapers(store, { ...limits, follower })).toHaveLength(1);
  const run = startRun(store, 'test', 'test', new Date(0));
  const again = reading({ ...april, file: 'throw.pdf' });
  writePaper(store, { extraction: again, bytes: null, size: 1, extractor: 'test' }, run, { replace: true });
  expect(await followPapers(store, limits)).toEqual([]);
  expect(told(store)).toEqual(['2022-04 completed']);
});

test('trouble with the database is no paper’s', async () => {
  const store = storedIn({ ...january, file: 'full.pdf' });
  await expect(followPapers(store, { ...limits, follower })).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(papersPutAside(store)).toEqual([]);
});
