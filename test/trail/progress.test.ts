import { expect, test } from 'vitest';
import { overdueAmong, paces, planReports, plansAsOf, statusCounts } from '../../src/store/index.ts';
import { month, type PaperFields } from '../support/plan-entries.ts';
import { storeWith } from '../support/trail-store.ts';

const drivers = {
  pillar: 'people' as const,
  finding: 'Drivers should be trained to respond safely.',
  action: 'Renew the driving courses.',
  progress: 'Two instructors have started.',
  timescale: month(2022, 3),
};
const hydrants = {
  pillar: 'effectiveness' as const,
  finding: 'Hydrants should be inspected often enough.',
  action: 'Buy a register of hydrants.',
  progress: 'A tender is out.',
  status: { raw: 'On track', value: 'in_progress' as const },
  timescale: month(2022, 2),
};
const done = { ...hydrants, status: { raw: 'Complete', value: 'complete' as const }, progress: 'It is in use.' };
const papers: readonly PaperFields[] = [
  { date: '2022-01', entries: [drivers, hydrants] },
  { date: '2022-04', entries: [{ ...drivers, timescale: month(2022, 6) }, done] },
  { date: '2022-07', entries: [{ ...drivers, timescale: month(2022, 9) }, done], closed: true },
];

test('status counts by paper, plan and pillar', () => {
  const rows = statusCounts(storeWith(...papers)).map(({ date, pillar, status, entries }) => [
    date,
    pillar,
    status,
    entries,
  ]);
  expect(rows.slice(0, 4)).toEqual([
    ['2022-01', 'effectiveness', 'in_progress', 1],
    ['2022-01', 'people', null, 1],
    ['2022-04', 'effectiveness', 'complete', 1],
    ['2022-04', 'people', null, 1],
  ]);
  expect(statusCounts(storeWith(...papers), { service: 'elsewhere' })).toEqual([]);
});

test('the first promised date against the latest, and silence', () => {
  expect(paces(storeWith(...papers))).toMatchObject([
    {
      action: drivers.action,
      firstDue: 'March 2022',
      latestDue: 'September 2022',
      slipDays: 183,
      slips: 2,
      papersSinceProgress: 2,
      ended: false,
    },
    { action: hydrants.action, slipDays: 0, slips: 0, papersSinceProgress: 1, ended: true },
  ]);
});

test('what a plan looked like at any day', () => {
  const store = storeWith(...papers);
  const at = (date: string) => plansAsOf(store, date).map(({ due, statusWords }) => due ?? statusWords);
  expect(at('2021-12-31')).toEqual([]);
  expect(at('2022-03-31')).toEqual(['March 2022', 'February 2022']);
  expect(at('2022-06-30')).toEqual(['June 2022', 'February 2022']);
});

test('overdue at a day, by what had been reported by then', () => {
  const store = storeWith(...papers);
  const at = (date: string) => overdueAmong(plansAsOf(store, date)).map(({ action }) => action);
  expect(at('2022-02-28')).toEqual([]);
  expect(at('2022-03-15')).toEqual([hydrants.action]);
  expect(at('2022-05-15')).toEqual([]);
  expect(at('2022-07-15')).toEqual([]);
  expect(at('2023-01-01')).toEqual([drivers.action]);
});

test('a plan from open to closed', () => {
  const states = planReports(storeWith(...papers)).map(({ state, stateBefore }) => [stateBefore, state]);
  expect(states).toEqual([
    [null, 'open'],
    ['open', 'open'],
    ['open', 'closed'],
  ]);
});
