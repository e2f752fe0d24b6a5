import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/model/plan.ts';
import type { Trail } from '../../src/model/thread.ts';
import { changesIn, disagreements, doubtful, plansAsOf, type Store, statusCounts } from '../../src/store/index.ts';
import { editionsOf } from '../../src/trail/editions.ts';
import { trailOf } from '../../src/trail/trail.ts';
import { month, type PaperFields, paper } from '../support/plan-entries.ts';
import { storeWith } from '../support/trail-store.ts';

const status = (raw: string, value: 'complete' | 'in_progress' | null): Pick<Entry, 'status'> => ({
  status: { raw, value },
});
const complete = status('Complete', 'complete');
const lines: readonly Partial<Entry>[] = [
  ['Train drivers of all watches', 'Drivers should be trained to respond safely.'],
  ['Buy a register of hydrants', 'Hydrants should be looked at often enough.'],
  ['Renew the mobile terminals', 'Crews should have up to date risk information.'],
  ['Open a second assessment suite', 'Commanders should be assessed in good time.'],
].map(([action = '', finding = ''], at) => ({
  ref: `AFI ${at + 1}`,
  finding,
  action: `${action}.`,
  progress: `${action}: a first step was taken.`,
  ...status('On track', 'in_progress'),
  timescale: month(2022, 3 + at),
  lead: 'Head of Response',
}));
/** The papers' first line with other fields, the rest as they are. */
const first = (fields: Partial<Entry>) => lines.with(0, { ...lines[0], ...fields });
const all = (fields: Partial<Entry>) => lines.map((line) => ({ ...line, ...fields }));

const trailFrom = (...papers: readonly PaperFields[]): Trail => trailOf(editionsOf(papers.map(paper)));
const shape = ({ editions }: Trail) => editions.map(({ parts }) => parts.map((forms) => forms.length));
const kinds = ({ changes }: Trail) => changes.flat().map(({ kind }) => kind);

describe('two forms of one paper that are read differently are one edition', () => {
  const html = { date: '2022-04', file: 'april.html' };
  const pdf = { date: '2022-04', file: 'april.pdf' };
  test.each<[string, readonly Partial<Entry>[], readonly Partial<Entry>[]]>([
    ['no status in one of them', all(complete), all({ status: null })],
    ['a number where the status should be', all(complete), all(status('5.', null))],
    ['other statuses in all entries', all(complete), all(status('On track', 'in_progress'))],
    ['no findings and no references', lines, all({ finding: null, ref: null, progress: null })],
    ['an entry that one of them has not', lines, lines.slice(0, 3)],
    ['dates of one card on another', lines, lines.map((line, at) => ({ ...line, timescale: month(2023, 1 + at) }))],
  ])('%s', (_, there, here) => {
    for (const [a, b] of [
      [there, here],
      [here, there],
    ] as const) {
      const trail = trailFrom({ ...html, entries: a }, { ...pdf, entries: b });
      expect(shape(trail)).toEqual([[2]]);
      expect(kinds(trail)).toEqual([]);
      expect(trail.threads).toHaveLength(lines.length);
    }
  });

  test('an entry torn in two is one of the other form', () => {
    const [whole = {}] = lines;
    const halves = [
      { ...whole, timescale: null, progress: null },
      { ...whole, status: null, action: null },
    ];
    const trail = trailFrom({ ...html, entries: lines }, { ...pdf, entries: [...halves, ...lines.slice(1)] });
    expect(kinds(trail)).toEqual([]);
    expect(trail.threads).toHaveLength(lines.length);
  });

  test('the next paper is compared with the form that says more of each entry', () => {
    const trail = trailFrom(
      { ...html, entries: all(complete) },
      { ...pdf, entries: all(status('4.', null)) },
      { date: '2022-07', entries: all(complete) },
    );
    expect(kinds(trail)).toEqual([]);
  });

  test('two papers of one format: forms where they are of one meeting, or nowhere say different things', () => {
    const [one, other] = [
      { date: '2022-04', file: 'a.pdf', entries: lines },
      { date: '2022-04', file: 'b.pdf' },
    ];
    const met = { meetingDate: '2022-05-12' };
    expect(shape(trailFrom({ ...one, ...met }, { ...other, ...met, entries: all(complete) }))).toEqual([[2]]);
    expect(shape(trailFrom(one, { ...other, entries: all({ status: null, timescale: null }) }))).toEqual([[2]]);
    expect(shape(trailFrom(one, { ...other, entries: all(complete) }))).toEqual([[1], [1]]);
    expect(shape(trailFrom({ ...one, ...met }, { ...other, meetingDate: '2022-06-09', entries: lines }))).toEqual([
      [2],
    ]);
    expect(
      shape(trailFrom({ ...one, ...met }, { ...other, meetingDate: '2022-06-09', entries: all(complete) })),
    ).toEqual([[1], [1]]);
  });

  test('papers of other times, or on other entries, are none', () => {
    const others = lines.map(({ status: own }, at) => ({ status: own ?? null, action: `Plant ${at + 1} trees.` }));
    expect(shape(trailFrom({ ...html, entries: lines }, { ...pdf, entries: others }))).toEqual([[1], [1]]);
    expect(shape(trailFrom({ ...html, entries: lines }, { ...pdf, date: '2022-07', entries: lines }))).toEqual([
      [1],
      [1],
    ]);
    expect(shape(trailFrom({ ...html, entries: lines }, { ...pdf, entries: lines.slice(0, 1) }))).toEqual([[1], [1]]);
  });
});

describe('a corrected paper under another name', () => {
  const corrected = first(complete);
  /** The first entry's status after both came, the corrected one in a later run. */
  const told = (old: PaperFields, now: PaperFields) => {
    const papers = [
      { ...paper(old), takenIn: 1 },
      { ...paper(now), takenIn: 2 },
    ];
    return [papers, papers.toReversed()].map((given) => {
      const editions = editionsOf(given);
      return [editions.length, editions.at(-1)?.lines[0]?.record.entry.status?.value];
    });
  };
  test.each<[string, Partial<PaperFields>, Partial<PaperFields>, number]>([
    ['of one meeting', { file: 'b.pdf', meetingDate: '2022-05-12' }, { file: 'z.pdf', meetingDate: '2022-05-12' }, 1],
    ['in another format', { file: 'a.pdf' }, { file: 'z.docx' }, 1],
    [
      'with no date for what is complete',
      { file: 'a.txt' },
      { file: 'z.docx', entries: first({ ...complete, timescale: null }) },
      1,
    ],
    ['by the date of its data alone', { file: 'a.pdf' }, { file: 'z.pdf' }, 2],
  ])('%s is believed', (_, old, now, editions) => {
    const [there, here] = [
      { date: '2022-04', entries: lines, ...old },
      { date: '2022-04', entries: corrected, ...now },
    ];
    const believed = [editions, 'complete'];
    expect(told(there, here)).toEqual([believed, believed]);
  });

  test('but not where it was read only in part', () => {
    const [whole, cut] = [
      { date: '2022-04', entries: lines },
      { date: '2022-04', entries: corrected, file: 'cut.pdf' },
    ];
    expect(told(whole, { ...cut, outcome: 'partial' })).toEqual(Array(2).fill([1, 'in_progress']));
  });
});

describe('what is told of two forms', () => {
  const answers = (store: Store) => ({
    entries: statusCounts(store).reduce((sum, { entries }) => sum + entries, 0),
    late: plansAsOf(store, '2023-01-01')
      .filter(({ daysLate }) => daysLate !== null)
      .map(({ ref }) => ref),
    changes: [...changesIn(store)].length,
  });

  test('each entry counts once, by the form that says more of it, and beside it that they disagree', () => {
    const store = storeWith(
      { date: '2022-04', file: 'april.docx', entries: first(complete) },
      { date: '2022-04', file: 'april.txt', entries: first(status('5.', null)) },
    );
    expect(answers(store)).toEqual({ entries: 4, late: ['AFI 2', 'AFI 3', 'AFI 4'], changes: 0 });
    expect(disagreements(store)).toMatchObject([
      { file: 'april.docx', others: ['april.txt'], apart: 1, entries: 4, date: '2022-04' },
    ]);
    expect(disagreements(store, { service: 'elsewhere' })).toEqual([]);
    expect(doubtful(store)).toMatchObject([{ file: 'april.docx', why: 'forms differ' }]);
  });

  test('that nothing dates a paper is said once, and of a name what it has of a date', () => {
    const forms = ['plan-2024.md', 'plan-2024.txt'].map((file) => ({ date: null, file, entries: lines }));
    const store = storeWith(...forms, {
      date: null,
      file: 'plan.txt',
      entries: first({ action: 'Sell a station.' }).slice(0, 1),
    });
    expect(doubtful(store).map(({ file, why, message }) => [file, why, message])).toEqual([
      [
        'plan-2024.md',
        'undated',
        expect.stringMatching(/name only a year \(2024\), so .* "boardtrail fix \w{12} --date DATE"/),
      ],
      ['plan.txt', 'undated', expect.stringMatching(/^Nothing in it or in its name/)],
    ]);
  });

  test('forms that agree are not told', () => {
    const store = storeWith(
      { date: '2022-04', file: 'april.docx', entries: lines },
      { date: '2022-04', file: 'april.txt', entries: lines },
    );
    expect(answers(store)).toEqual({ entries: 4, late: ['AFI 1', 'AFI 2', 'AFI 3', 'AFI 4'], changes: 0 });
    expect(disagreements(store)).toEqual([]);
    expect(doubtful(store)).toEqual([]);
  });

  test.each([
    ['cut.html', 'whole.html'],
    ['z-cut.html', 'a-whole.html'],
  ])('a paper that was cut (%s) does not count once it is there whole (%s)', (cut, whole) => {
    const torn = [...lines.slice(0, 1), { ...lines[1], ...status('On track</', null) }];
    const part: PaperFields = { date: '2022-04', file: cut, entries: torn, outcome: 'partial' };
    const store = storeWith(part, { date: '2022-04', file: whole, entries: first(complete) });
    expect(answers(store)).toEqual({ entries: 4, late: ['AFI 2', 'AFI 3', 'AFI 4'], changes: 0 });
    expect(doubtful(store)).toEqual([]);
    expect(doubtful(storeWith(part))).toMatchObject([{ file: cut, why: 'partial' }]);
  });
});
