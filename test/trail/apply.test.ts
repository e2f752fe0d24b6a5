import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/model/plan.ts';
import type { Change, RecordedPaper } from '../../src/model/thread.ts';
import { editionsOf } from '../../src/trail/editions.ts';
import { trailOf } from '../../src/trail/trail.ts';
import { letters } from '../../src/trail/wording.ts';
import { entryArbitrary } from '../support/extractions.ts';
import { makeSeries } from '../support/series.ts';

/** What an entry says in the fields that changes are told of, in the letters that count. */
interface Said {
  finding: string;
  action: string;
  progress: string;
  lead: string;
  /** As printed; the letters of the words, or the day they mean. */
  due: string;
  status: string;
}

const dueOf = ({ timescale }: Entry) => timescale?.end ?? letters(timescale?.raw ?? null);
const said = (entry: Entry): Said => ({
  finding: letters(entry.finding),
  action: letters(entry.action),
  // What a column for a period is called is no change.
  progress: letters([entry.progress, ...entry.updates.map(({ text }) => text)].filter(Boolean).join(' ')),
  lead: letters(entry.lead),
  due: dueOf(entry),
  status: entry.status?.value ?? '',
});

/** The earlier entry with the changes made to it; dates and statuses are looked up by the words that stand in `after`. */
function apply(before: Entry, changes: readonly Change[], after: Entry): Said {
  const now = said(before);
  for (const { kind, field, after: words, before: old } of changes) {
    const said = letters(words);
    if (field === 'finding' || field === 'action' || field === 'lead') now[field] = said;
    if (field === 'progress' || field === 'updates') now.progress = letters(words?.replace(/^Q\d: /gm, '') ?? null);
    if (field === 'timescale') now.due = after.timescale?.raw === words ? dueOf(after) : said;
    if (field === 'timescale' && before.status !== null && old === before.status.raw) now.status = '';
    if (field === 'status') {
      const dated = after.status === null && after.timescale?.raw === words;
      now.status = after.status?.raw === words ? (after.status?.value ?? '') : '';
      if (dated) now.due = dueOf(after);
      if (kind !== 'reopened' && old !== null && old === before.timescale?.raw && before.status === null) now.due = '';
    }
  }
  return now;
}

test('the changes from one paper to the next make the one of the other', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e6 }), fc.constantFrom(0.1, 0.6), (seed, rewording) => {
      const { papers } = makeSeries({ seed, papers: 3, entries: 15, rewording, rewordRate: 0.3 });
      const trail = trailOf(editionsOf(papers));
      const entryOf = new Map(papers.flatMap(({ entries }) => entries.map(({ id, entry }) => [id, entry] as const)));
      const paperOf = new Map(papers.flatMap(({ paper, entries }) => entries.map(({ id }) => [id, paper.id] as const)));
      const first = new Set(trail.editions.map(({ id }) => id));
      for (const { id, entryIds } of trail.threads) {
        const steps = entryIds.filter((entry) => first.has(paperOf.get(entry) ?? ''));
        for (const [at, step] of steps.slice(1).entries()) {
          const [before, after] = [entryOf.get(steps[at] ?? ''), entryOf.get(step)];
          const changes = trail.changes
            .flat()
            .filter(({ threadId, toPaperId }) => threadId === id && toPaperId === paperOf.get(step));
          if (before === undefined || after === undefined) throw new Error('an entry is missing');
          if (changes.some(({ kind }) => kind === 'added')) continue;
          expect(apply(before, changes, after)).toEqual(said(after));
        }
      }
    }),
    { numRuns: 40 },
  );
});

const paperOf = (id: string, date: string, entries: readonly Entry[]): RecordedPaper => ({
  paper: {
    id,
    file: `${id}.pdf`,
    service: 'Larkwater Fire and Rescue Service',
    meetingDate: null,
    asAt: date,
    outcome: 'ok',
  },
  plans: [{ name: 'Plan', asAt: date, state: 'open' }],
  entries: entries.map((entry, index) => ({ id: `${id}#${index}`, entry })),
  statements: [],
});

test('a paper against itself has no change, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(entryArbitrary, { maxLength: 6 }), (drawn) => {
      const entries = drawn.map((entry) => ({ ...entry, plan: 'Plan' }));
      const trail = trailOf(editionsOf([paperOf('a', '2022-01', entries), paperOf('b', '2022-02', entries)]));
      const kinds = trail.changes.flat().map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind !== 'added' && kind !== 'dropped' && kind !== 'retired')).toEqual([]);
    }),
  );
});

test('a paper of a series against itself has no change at all', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e6 }), (seed) => {
      const [paper] = makeSeries({ seed, papers: 1, entries: 30, rewording: 0.5, rewordRate: 0.3 }).papers;
      const entries = paper?.entries.map(({ entry }) => entry) ?? [];
      expect(
        trailOf(editionsOf([paperOf('a', '2022-01', entries), paperOf('b', '2022-02', entries)])).changes.flat(),
      ).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
