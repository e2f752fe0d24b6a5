import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/model/plan.ts';
import type { Change } from '../../src/model/thread.ts';
import { editionsOf } from '../../src/trail/editions.ts';
import { trailOf } from '../../src/trail/trail.ts';
import { month, type PaperFields, paper } from '../support/plan-entries.ts';

const training: Partial<Entry> = {
  ref: 'AFI 1',
  finding: 'The service should make sure that drivers are trained to respond safely.',
  action: 'Renew the driving courses for all watches.',
  progress: 'Two instructors have started.',
  timescale: month(2022, 3),
  lead: 'Head of Training',
};
const hydrants: Partial<Entry> = {
  ref: 'AFI 2',
  finding: 'The service should inspect hydrants often enough.',
  action: 'Buy a register of hydrants and agree how often each is looked at.',
  progress: 'A tender is out.',
  status: { raw: 'In progress', value: 'in_progress' },
  timescale: month(2022, 6),
  lead: 'Head of Response',
};

const changesOf = (...papers: readonly PaperFields[]): readonly Change[] =>
  trailOf(editionsOf(papers.map(paper))).changes.flat();

/** The changes between two states of one plan; the second entry stays as it is unless told otherwise. */
const between = (before: readonly Partial<Entry>[], after: readonly Partial<Entry>[]) =>
  changesOf({ date: '2022-01', entries: before }, { date: '2022-04', entries: after });
const kinds = (changes: readonly Change[]) =>
  changes.map(({ kind, field }) => (field === null ? kind : `${kind} ${field}`));
/** What happens when the first of two entries gets other fields. */
const when = (fields: Partial<Entry>, from: Partial<Entry> = {}) =>
  kinds(between([{ ...training, ...from }, hydrants], [{ ...training, ...from, ...fields }, hydrants]));

const complete: Partial<Entry> = { status: { raw: 'Complete', value: 'complete' } };

describe('kinds of change', () => {
  test('a paper against itself has none', () => {
    expect(between([training, hydrants], [training, hydrants])).toEqual([]);
  });

  test.each<[string, Partial<Entry>, Partial<Entry>, readonly string[]]>([
    ['a later date', {}, { timescale: month(2022, 9) }, ['slipped timescale']],
    ['an earlier date', {}, { timescale: month(2022, 2) }, ['brought_forward timescale']],
    ['a date in other words', {}, { timescale: { ...month(2022, 3), raw: 'Mar 22' } as Entry['timescale'] }, []],
    ['a date cleared', {}, { timescale: null }, ['timescale_changed timescale']],
    ['a date set', { timescale: null }, { timescale: month(2022, 3) }, ['timescale_changed timescale']],
    [
      'a date that cannot be compared',
      {},
      { timescale: { raw: 'When funds allow', start: null, end: null, precision: null } },
      ['timescale_changed timescale'],
    ],
    ['a date replaced by Complete', {}, { timescale: null, ...complete }, ['completed status']],
    [
      'a date replaced by Deferred',
      {},
      { timescale: null, status: { raw: 'Deferred', value: 'deferred' } },
      ['deferred status'],
    ],
    ['Complete beside the date', {}, complete, ['completed status']],
    [
      'Complete replaced by a date',
      { timescale: null, ...complete },
      { timescale: month(2022, 8), status: null },
      ['reopened status'],
    ],
    ['Complete in other words', complete, { status: { raw: 'Completed - all done', value: 'complete' } }, []],
    ['Deferred, then complete', { status: { raw: 'Deferred', value: 'deferred' } }, complete, ['completed status']],
    ['ended otherwise', {}, { status: { raw: 'Superseded', value: 'closed' } }, ['closed status']],
    ['open again', complete, { status: { raw: 'On track', value: 'in_progress' } }, ['reopened status']],
    [
      'another status',
      { status: { raw: 'On track', value: 'in_progress' } },
      { status: { raw: 'Off track', value: 'delayed' } },
      ['status_changed status'],
    ],
    ['another lead', {}, { lead: 'Head of Prevention' }, ['lead_changed lead']],
    ['a lead with another "and"', { lead: 'Head of People & Culture' }, { lead: 'Head of People and Culture' }, []],
    ['another wording of the action', {}, { action: 'Renew driving courses for every watch.' }, ['reworded action']],
    [
      'another wording of the finding',
      {},
      { finding: 'The service must ensure drivers are trained to respond safely.' },
      ['reworded finding'],
    ],
    [
      'progress that goes on',
      {},
      { progress: 'Two instructors have started. The first course is full.' },
      ['progress_updated progress'],
    ],
    [
      'progress told for the first time',
      { progress: null },
      { progress: 'Two instructors have started.' },
      ['progress_updated progress'],
    ],
    [
      'another rating',
      { rag: { raw: 'Amber', value: 'amber', from: 'words' } },
      { rag: { raw: '#00B050', value: 'green', from: 'fill' } },
      ['rag_changed rag'],
    ],
    ['more per cent', { percent: 40 }, { percent: 70 }, ['progress_updated percent']],
    [
      'spaces, hyphens, quotes, capitals and bullets',
      {},
      { action: '•  RENEW the driving-courses for all “watches”', progress: 'Two instructors\nhave started' },
      [],
    ],
    ['a new style of reference', {}, { ref: 'ES1.4' }, []],
    [
      'a column of its own for the latest period',
      {},
      { progress: null, updates: [{ period: 'Q1', text: 'Two instructors have started.' }] },
      [],
    ],
  ])('%s', (_, from, fields, expected) => {
    expect(when(fields, from)).toEqual(expected);
  });

  test('layout is no change', () => {
    const set = {
      action: '• Renew the driving  courses for all watches',
      finding: 'The service should make sure that drivers are trained\nto respond safely',
    };
    expect(when(set)).toEqual([]);
  });

  test('the oldest period falling away is no news, a new one is', () => {
    const updates = (...texts: readonly string[]) => texts.map((text, at) => ({ period: `Q${at + 1}`, text }));
    const from = { progress: null, updates: updates('A tender is out.', 'Two bids came.') };
    expect(when({ updates: updates('Two bids came.') }, from)).toEqual([]);
    expect(when({ updates: updates('Two bids came.', 'One was chosen.') }, from)).toEqual(['progress_updated updates']);
  });

  test('a field that one paper has no column for is not said to have changed', () => {
    const bare = (fields: Partial<Entry>) => ({ ...fields, lead: null, timescale: null, status: null });
    expect(between([training, hydrants], [bare(training), bare(hydrants)])).toEqual([]);
    expect(between([bare(training), bare(hydrants)], [training, hydrants])).toEqual([]);
  });
});

describe('entries that come and go', () => {
  test('new, dropped and retired', () => {
    expect(kinds(between([training], [training, hydrants]))).toEqual(['added']);
    expect(kinds(between([training, hydrants], [training]))).toEqual(['dropped']);
    expect(kinds(between([training, { ...hydrants, ...complete }], [training]))).toEqual(['retired']);
  });

  test('an entry that was away is on its own thread again', () => {
    const trail = trailOf(
      editionsOf(
        [
          { date: '2022-01', entries: [training, hydrants] },
          { date: '2022-04', entries: [training] },
          { date: '2022-07', entries: [training, hydrants] },
        ].map(paper),
      ),
    );
    expect(trail.threads).toHaveLength(2);
    expect(kinds(trail.changes.flat())).toEqual(['dropped', 'added']);
  });

  test('a finished one that comes back unfinished is open again', () => {
    const done = { ...hydrants, ...complete };
    const papers = [
      { date: '2022-01', entries: [training, done] },
      { date: '2022-04', entries: [training] },
      { date: '2022-07', entries: [training, hydrants] },
    ];
    expect(kinds(changesOf(...papers))).toEqual(['retired', 'reopened status']);
  });

  test('split: each part stands in the whole', () => {
    const [register, rota] = [
      'Buy a register of hydrants for every station area.',
      'Agree with crews how often each hydrant is looked at.',
    ];
    const whole = { ...hydrants, action: `${register} ${rota}` };
    const changes = between(
      [training, whole],
      [training, { ...hydrants, action: register }, { ...hydrants, action: rota, progress: 'Crews were asked.' }],
    );
    expect(kinds(changes)).toEqual(['reworded action', 'split']);
    expect(changes[1]).toMatchObject({ before: whole.action, after: rota });
  });

  test('split into three: each part adds to what the others cover', () => {
    const parts = [
      'Buy a register of hydrants for every station area.',
      'Agree with crews how often each hydrant is looked at.',
      'Publish the yearly results of all pressure tests.',
    ];
    const whole = { ...hydrants, action: parts.join(' ') };
    const after = parts.map((action, index) => ({
      ...hydrants,
      action,
      progress: index === 0 ? (hydrants.progress ?? null) : null,
    }));
    expect(kinds(between([training, whole], [training, ...after])).toSorted()).toEqual([
      'reworded action',
      'split',
      'split',
    ]);
  });

  test('merged: both went into one', () => {
    const [register, rota] = [
      'Buy a register of hydrants for every station area.',
      'Agree with crews how often each hydrant is looked at.',
    ];
    const both = { ...hydrants, action: `${register} ${rota}` };
    const parts = [
      { ...hydrants, action: register },
      { ...hydrants, action: rota, progress: 'Crews were asked.', timescale: month(2022, 8) },
    ];
    expect(kinds(between([training, ...parts], [training, both]))).toEqual(['reworded action', 'merged']);
  });

  test('merged or split: a short part that stands in the whole as it is', () => {
    const appraisals = { finding: 'Appraisals should be done every year.', lead: 'Head of People' };
    const parts = ['Move appraisals to a new form', 'Train appraisers'].map((action, at) => ({
      ...appraisals,
      action,
      progress: ['The form was tested.', 'A course was bought.'][at] ?? null,
    }));
    const both = {
      ...appraisals,
      action: 'Move appraisals to a new form and train appraisers',
      progress: 'The form is live; 40 of 60 are trained.',
    };
    expect(kinds(between([training, hydrants, ...parts], [training, hydrants, both]))).toEqual([
      'reworded action',
      'progress_updated progress',
      'merged',
    ]);
    expect(kinds(between([training, hydrants, both], [training, hydrants, ...parts]))).toContain('split');
  });

  test('moved under another finding', () => {
    const other = 'Commanders should be assessed every year against national standards.';
    const before = [
      training,
      hydrants,
      {
        ...hydrants,
        ref: 'AFI 3',
        finding: other,
        action: 'Assess all commanders by the spring.',
        progress: 'Ten were.',
      },
    ];
    const after = [training, { ...hydrants, ref: 'AFI 3', finding: other }, before[2] ?? {}];
    expect(kinds(between(before, after))).toEqual(['moved finding']);
  });
});

describe('what each change carries', () => {
  const places = { timescale: [{ path: 't1/r2/c4', page: 1 }] };
  test('both values, both places, a sentence', () => {
    const [change] = between(
      [{ ...training, places }, hydrants],
      [{ ...training, timescale: month(2022, 9), places: { timescale: [{ path: 't1/r2/c5', page: 2 }] } }, hydrants],
    );
    expect(change).toMatchObject({
      kind: 'slipped',
      fromPaperId: '2022-01.pdf',
      toPaperId: '2022-04.pdf',
      before: 'March 2022',
      after: 'September 2022',
      beforePlaces: places.timescale,
      afterPlaces: [{ path: 't1/r2/c5', page: 2 }],
      inferred: false,
      sentence:
        '“Renew the driving courses for all watches” (AFI 1) slipped from March 2022 to September 2022 (183 days later).',
    });
  });

  test('words that took the place of a date stand where the words do, the date where it stood', () => {
    const ended = { ...training, timescale: null, ...complete, places: { status: [{ path: 't1/r2/c6' }] } };
    const [change] = between([{ ...training, places }, hydrants], [ended, hydrants]);
    expect(change).toMatchObject({
      before: 'March 2022',
      beforePlaces: places.timescale,
      afterPlaces: [{ path: 't1/r2/c6' }],
    });
  });
});

describe('plans', () => {
  const people = { ...hydrants, plan: 'People Plan' };
  const two = ['Protection Improvement Plan', 'People Plan'];
  const protect = { ...training, plan: two[0] ?? null };

  test('a paper on one of two plans says nothing about the other', () => {
    expect(
      kinds(
        changesOf(
          { date: '2022-01', plans: two, entries: [protect, people] },
          { date: '2022-02', plans: ['People Plan'], entries: [people] },
          {
            date: '2022-03',
            plans: ['HMICFRS Protection Improvement Plan Update'],
            entries: [{ ...training, timescale: month(2022, 9), plan: 'HMICFRS Protection Improvement Plan Update' }],
          },
        ),
      ),
    ).toEqual(['slipped timescale']);
  });

  test('the first paper on a plan adds nothing', () => {
    expect(
      changesOf(
        { date: '2022-01', entries: [training] },
        { date: '2022-02', plans: ['People Plan'], entries: [people] },
      ),
    ).toEqual([]);
  });

  test('what prose says of the rest is inferred, with its sentence', () => {
    const text = 'All activities have been delivered except for one.';
    const ending = { date: '2022-04', entries: [training], closed: true };
    const rest = { kind: 'rest_complete' as const, plan: null, text };
    const [change] = changesOf({ date: '2022-01', entries: [training, hydrants] }, { ...ending, statements: [rest] });
    expect(change).toMatchObject({ kind: 'completed', inferred: true, evidence: text, afterPlaces: [{ path: 'p4' }] });
    const closes = { kind: 'plan_closed' as const, plan: 'IMPROVEMENT PLAN', text: 'The plan is to be closed.' };
    const [closed] = changesOf({ date: '2022-01', entries: [training, hydrants] }, { ...ending, statements: [closes] });
    expect(closed).toMatchObject({ kind: 'closed', inferred: true, evidence: closes.text });
  });

  test('where only what changed is shown, the rest stays as it was until it is shown again', () => {
    const text = 'Only actions whose position has changed are shown.';
    const changed = { kind: 'rest_unchanged' as const, plan: null, text };
    const changes = changesOf(
      { date: '2022-01', entries: [training, hydrants] },
      { date: '2022-04', entries: [training], statements: [changed] },
      { date: '2022-07', entries: [training, { ...hydrants, timescale: month(2022, 9) }] },
    );
    expect(kinds(changes)).toEqual(['slipped timescale']);
  });

  test('a plan that begins beside one that goes on adds its entries', () => {
    const first = { date: '2022-01', entries: [training] };
    const changes = changesOf(first, {
      date: '2022-04',
      plans: two,
      entries: [{ ...training, plan: two[0] ?? null }, people],
    });
    expect(kinds(changes)).toEqual(['added']);
    expect(changes[0]).toMatchObject({ fromPaperId: '2022-01.pdf', toPaperId: '2022-04.pdf' });
  });

  test('a finding that one paper does not repeat above an action is no rewording', () => {
    expect(when({ finding: null })).toEqual([]);
  });

  test('a plan that is named and nothing said of is not reported on', () => {
    const both = { date: '2022-01', plans: two, entries: [protect, people] };
    expect(changesOf(both, { date: '2022-04', plans: two, entries: [protect] })).toEqual([]);
    const closes = { kind: 'plan_closed' as const, plan: 'People Plan', text: 'The People Plan is now closed.' };
    const [change] = changesOf(both, { date: '2022-04', plans: two, entries: [protect], statements: [closes] });
    expect(change).toMatchObject({ kind: 'closed', inferred: true });
  });

  test('two plans with names that tell nothing apart are still two', () => {
    const plans = ['HMICFRS Improvement Plan', 'Inspection Action Plan'];
    const first = { ...training, plan: plans[0] ?? null };
    const second = { ...hydrants, plan: plans[1] ?? null };
    const all = { date: '2022-01', plans, entries: [first, second] };
    expect(changesOf(all, { date: '2022-04', plans: plans.slice(1), entries: [second] })).toEqual([]);
    expect(changesOf(all, { date: '2022-04', plans: plans.slice(0, 1), entries: [first] })).toEqual([]);
  });

  test('what a paper read only in part does not show is not called dropped', () => {
    const [january, april, july] = ['2022-01', '2022-04', '2022-07'].map((date) =>
      paper({ date, entries: [training, hydrants] }),
    );
    if (january === undefined || april === undefined || july === undefined) throw new Error('three papers');
    const partly = {
      ...april,
      paper: { ...april.paper, outcome: 'partial' as const },
      entries: april.entries.slice(0, 1),
    };
    expect(trailOf(editionsOf([january, partly, july])).changes.flat()).toEqual([]);
  });

  test('a statement about another plan says nothing', () => {
    const closes = { kind: 'plan_closed' as const, plan: 'People Plan', text: 'The People Plan is to be closed.' };
    const changes = changesOf(
      { date: '2022-01', entries: [training, hydrants] },
      { date: '2022-04', entries: [training], statements: [closes] },
    );
    expect(kinds(changes)).toEqual(['dropped']);
  });
});

describe('editions', () => {
  const entries = [
    training,
    hydrants,
    ...['Fit smoke alarms', 'Check lifts', 'Test radios', 'Audit stores', 'Paint stations'].map((action) => ({
      ...hydrants,
      action: `${action} in all districts this year.`,
      progress: `${action} began.`,
    })),
  ];

  test('the same paper in two formats, or with a corrected word, is one edition with two sources', () => {
    const corrected = entries.map((one, at) => (at === 0 ? { ...one, progress: 'Two instructors have begun.' } : one));
    const trail = trailOf(
      editionsOf(
        [
          { date: '2022-01', entries },
          { date: '2022-04', entries, file: 'april.pdf' },
          { date: '2022-04', entries: corrected, file: 'april-corrected.docx' },
        ].map(paper),
      ),
    );
    expect(trail.editions.map(({ parts }) => parts.map((forms) => forms.length))).toEqual([[1], [2]]);
    expect(trail.changes.flat()).toEqual([]);
    expect(trail.threads.map(({ entryIds }) => entryIds.length)).toEqual(entries.map(() => 3));
  });

  test('a paper that nothing dates is followed, but nothing changes by it', () => {
    const trail = trailOf(
      editionsOf(
        [
          { date: '2022-01', entries },
          { date: null, entries: [{ ...training, lead: 'Head of Fleet' }], file: 'plan.pdf' },
        ].map(paper),
      ),
    );
    expect(trail.editions.map(({ date }) => date)).toEqual(['2022-01', null]);
    expect(trail.threads).toHaveLength(entries.length);
    expect(trail.changes.flat()).toEqual([]);
  });

  test('a date in the name of the file stands in where the paper has none', () => {
    const named = paper({ date: null, entries: [training], file: 'board_papers-March-2022.pdf' });
    expect(editionsOf([named]).map(({ date }) => date)).toEqual(['2022-03']);
  });
});

test('papers of thousands of entries are followed in seconds', () => {
  const line = (number: number): Partial<Entry> => ({
    ...hydrants,
    ref: `H${number}`,
    action: `Inspect hydrant ${number} of district ${number % 7}.`,
    progress: `Seen ${number} times.`,
  });
  const many = Array.from({ length: 2000 }, (_, number) => line(number));
  const next = many.with(7, { ...many[7], timescale: month(2022, 9) });
  expect(kinds(changesOf({ date: '2022-01', entries: many }, { date: '2022-04', entries: next }))).toEqual([
    'slipped timescale',
  ]);
});
