import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Extraction } from '../../src/model/plan.ts';
import { relink, storePaper } from '../../src/pipeline/trail.ts';
import { changesIn, openStore, removePaper, type Store, startRun, threadNamed } from '../../src/store/index.ts';
import { asRead } from '../support/as-read.ts';
import { makeSeries } from '../support/series.ts';

/** Only numbers are drawn, so that a counterexample can be read. */
const drawn = fc.record({
  seed: fc.nat({ max: 1e6 }),
  rewording: fc.constantFrom(0.1, 0.5, 1),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
  which: fc.nat({ max: 3 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const papersOf = ({ seed, rewording }: Drawn) =>
  makeSeries({ seed, papers: 4, entries: 12, rewording, rewordRate: 0.3 }).papers.map((paper) => asRead(paper));
const shuffled = (papers: readonly Extraction[], { order }: Drawn) => order.flatMap((at) => papers[at] ?? []);
const runs = { numRuns: 8 };

const newPaper = (extraction: Extraction) => ({ extraction, bytes: null, size: 1, extractor: 'test' });

function take(store: Store, extraction: Extraction, replace = false): void {
  storePaper(store, newPaper(extraction), startRun(store, 'test', 'test', new Date(0)), { replace });
  relink(store);
}

const threadOf = (store: Store) =>
  new Map(
    store
      .sql<{ entry: string; thread: string }>(
        `SELECT thread_entries.entry_id AS entry, thread_id AS thread FROM thread_entries
         JOIN actions ON actions.entry_id = thread_entries.entry_id ORDER BY 1`,
      )
      .all()
      .map(({ entry, thread }) => [entry, thread]),
  );

/** Threads by what is in them, not by their names. */
const partition = (store: Store) =>
  [...Map.groupBy(threadOf(store), ([, thread]) => thread).values()]
    .map((list) => list.map(([entry]) => entry))
    .toSorted();

/** Changes without the names of threads. */
const told = (store: Store) => [...changesIn(store)].map(({ threadId: _, ...change }) => change);

const filled = (papers: readonly Extraction[]): Store => {
  const store = openStore(':memory:');
  for (const paper of papers) take(store, paper);
  return store;
};

test('the order of arrival changes neither threads nor changes', () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const papers = papersOf(draw);
      const [inTurn, anyhow] = [filled(papers), filled(shuffled(papers, draw))];
      expect(partition(anyhow)).toEqual(partition(inTurn));
      expect(told(anyhow)).toEqual(told(inTurn));
    }),
    runs,
  );
});

test('all at once is the same as one after another', () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const papers = papersOf(draw);
      const [single, together] = [filled(papers), openStore(':memory:')];
      const run = startRun(together, 'test', 'test', new Date(0));
      for (const paper of shuffled(papers, draw)) storePaper(together, newPaper(paper), run, { replace: false });
      relink(together);
      expect(partition(together)).toEqual(partition(single));
      expect(told(together)).toEqual(told(single));
    }),
    runs,
  );
});

test('a thread keeps its id when papers are added; where two turn out to be one, both ids lead to it', () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const store = openStore(':memory:');
      const first = new Map<string, Set<string>>();
      for (const paper of shuffled(papersOf(draw), draw)) {
        take(store, paper);
        const now = threadOf(store);
        for (const [id, entries] of first) {
          const led = threadNamed(store, id);
          expect([...entries].some((entry) => now.get(entry) === led)).toBe(true);
        }
        for (const [entry, id] of now) first.set(id, (first.get(id) ?? new Set()).add(entry));
      }
    }),
    runs,
  );
});

test('papers that come in turn never change the thread of an entry', () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const store = openStore(':memory:');
      let before = threadOf(store);
      for (const paper of papersOf(draw)) {
        take(store, paper);
        const after = threadOf(store);
        for (const [entry, thread] of before) expect(after.get(entry)).toBe(thread);
        before = after;
      }
    }),
    runs,
  );
});

test('reading a paper again with the same reader changes nothing', () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const papers = papersOf(draw);
      const store = filled(papers);
      const [changes, threads] = [[...changesIn(store)], threadOf(store)];
      for (const paper of papers.slice(draw.which, draw.which + 1)) take(store, paper, true);
      expect([...changesIn(store)]).toEqual(changes);
      expect(threadOf(store)).toEqual(threads);
    }),
    runs,
  );
});

test('removing a paper and adding it again restores everything, the names of threads too', () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const papers = papersOf(draw);
      const store = filled(papers);
      const [changes, threads] = [[...changesIn(store)], threadOf(store)];
      for (const paper of papers.slice(draw.which, draw.which + 1)) {
        removePaper(store, paper.paper.id);
        relink(store);
        take(store, paper);
      }
      expect([...changesIn(store)]).toEqual(changes);
      expect(threadOf(store)).toEqual(threads);
    }),
    runs,
  );
});
