import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../src/model/plan.ts';
import type { ExportFilter } from '../../src/model/stored.ts';
import type { ReportData } from '../../src/report/data.ts';
import { reportPage } from '../../src/report/page.ts';
import { tallyOf } from '../../src/report/plan.ts';
import { reportData } from '../../src/shelf/report-data.ts';
import { changesIn, exportSource, openStoreToRead, type Store } from '../../src/store/index.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { month } from '../support/plan-entries.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';
import { databaseOf } from '../support/stocked-database.ts';

const entryOf = (ref: string, finding: string, action: string): Partial<Entry> => ({
  ref,
  finding,
  action,
  extra: {},
  places: {},
  updates: [],
});
const hydrants = entryOf(
  'AFI 1',
  'Hydrants are to be inspected often enough.',
  'Buy a register of hydrants for all stations.',
);
const drivers = entryOf(
  'AFI 2',
  'Drivers are to be trained to respond safely.',
  'Renew the driving courses for every watch.',
);
const fleet = entryOf(
  'AFI 3',
  'The fleet is to be planned for ten years.',
  'Draw up a plan that replaces every engine.',
);
const homes = entryOf('AFI 4', 'Homes at risk are to be visited.', 'Ask an outside body to judge the visits.');
const complete = { status: { raw: 'Complete', value: 'complete' as const } };
const due = (year: number, monthOfYear: number) => ({ timescale: month(year, monthOfYear) });

const papers = [
  sampleExtraction(
    '0a1',
    [hydrants, drivers, fleet, homes].map((one) => ({ ...one, ...due(2023, 3) })),
    { file: 'a.pdf', asAt: '2023-01', meetingDate: null },
  ),
  sampleExtraction(
    '0a2',
    [hydrants, drivers, { ...fleet, ...complete }, homes].map((one) => ({ ...one, ...due(2023, 3) })),
    { file: 'b.pdf', asAt: '2023-04', meetingDate: null },
  ),
  sampleExtraction(
    '0a3',
    [
      { ...hydrants, ...due(2023, 9) },
      { ...homes, ...due(2023, 3) },
    ],
    { file: 'c.pdf', asAt: '2023-07', meetingDate: null },
  ),
];

let store: Store;
beforeAll(() => {
  store = openStoreToRead(databaseOf(makeTemporaryFolder(), papers));
});
afterAll(() => store.close());

const reported = (filter: ExportFilter) => reportData(store, filter, '2023-08-31');
const tally = ({ services }: ReportData) =>
  tallyOf(services.flatMap(({ plans }) => plans.flatMap(({ items }) => items)));
const toldKinds = (data: ReportData) =>
  data.services.flatMap(({ plans }) => plans.flatMap(({ news }) => news.map(({ kind }) => kind))).sort();

test('a report since a day tells what slipped, vanished and went since then, and of no paper before', () => {
  const data = reported({ since: '2023-07' });
  expect(toldKinds(data)).toEqual(['dropped', 'retired', 'slipped']);
  expect([...changesIn(store, { since: '2023-07' })].map(({ kind }) => kind).sort()).toEqual(toldKinds(data));
  expect(tally(data)).toMatchObject({ listed: 2, slipped: 1, vanished: 1, overdue: 1 });
  expect(data.papers.map(({ place }) => place.file)).toEqual(['c.pdf']);
  const page = reportPage(data);
  expect(page).toContain('What changed since the last paper <span class="small">Apr 2023 to Jul 2023</span>');
  expect(page).toMatch(/is gone without having been finished/);
  // Of the one before there is what the changes are told by, and of the first nothing.
  expect(page).toMatch(/<h5>Jul 2023 [\s\S]*<h5>Apr 2023 /);
  expect(page).not.toMatch(/<h5>Jan 2023 /);
});

test('what went before the day is not told again', () => {
  const later = sampleExtraction('0a4', [{ ...hydrants, ...due(2023, 9) }], {
    file: 'd.pdf',
    asAt: '2023-10',
    meetingDate: null,
  });
  const more = openStoreToRead(databaseOf(makeTemporaryFolder(), [...papers, later]));
  const data = reportData(more, { since: '2023-10' }, '2023-11-01');
  expect(toldKinds(data)).toEqual(['dropped']);
  expect(tally(data)).toMatchObject({ listed: 1, vanished: 1, slipped: 1 });
  more.close();
});

test('what a filter leaves out is no news either', () => {
  const data = reported({ overdueOn: '2023-08-31' });
  expect(tally(data)).toMatchObject({ listed: 1, vanished: 0 });
  expect(toldKinds(data)).toEqual([]);
});

test('an export of what changed since a day has the last form of what went, and all changes told since', () => {
  const changed = exportSource(store, { since: '2023-07', changed: true });
  expect([...changed.rows('current', ['ref'])].flat().sort()).toEqual(['AFI 1', 'AFI 2', 'AFI 3']);
  const since = exportSource(store, { since: '2023-07' });
  expect([...since.rows('current', ['ref'])].flat().sort()).toEqual(['AFI 1', 'AFI 4']);
  expect([...since.changes()].map(({ kind }) => kind).sort()).toEqual(['dropped', 'retired', 'slipped']);
});

test('the day that lateness is counted by stands beside the figure, and the terms say the same', () => {
  for (const [filter, words] of [
    [{}, '31 Aug 2023'],
    [{ asOf: '2023-04' }, '30 Apr 2023'],
  ] as const) {
    const page = reportPage(reported(filter));
    expect(page).toMatch(new RegExp(`<dt>overdue on ${words}</dt>`));
    expect(page).toContain(`<th scope="col" class="number">Overdue on ${words}</th>`);
    expect(page).toMatch(new RegExp(`\\d+ overdue on ${words}`));
    expect(page).toContain(`An entry is overdue when its date had passed before ${words}`);
  }
});
