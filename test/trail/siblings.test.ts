import { expect, test } from 'vitest';
import type { Entry } from '../../src/model/plan.ts';
import { editionsOf } from '../../src/trail/editions.ts';
import { trailOf } from '../../src/trail/trail.ts';
import { month, paper } from '../support/plan-entries.ts';

const finding = 'The service should make sure that crews keep up their skills in the use of ladders and pumps.';
const status = (value: NonNullable<Entry['status']>['value'], raw: string) => ({ status: { raw, value } });
const [done, begun, planned] = [
  status('complete', 'Complete'),
  status('in_progress', 'In progress'),
  status('not_started', 'Not started'),
];

/** What became of the entries of one paper in the next, as action and kinds of change. */
function told(before: readonly Partial<Entry>[], after: readonly Partial<Entry>[]): readonly string[] {
  const papers = [
    { date: '2024-01', entries: before },
    { date: '2024-04', entries: after },
  ];
  return trailOf(editionsOf(papers.map(paper)))
    .changes.flat()
    .map(({ kind, before: from, after: to }) => `${kind}: ${to ?? from}`)
    .sort();
}

const drill = (station: string, fields: Partial<Entry>): Partial<Entry> => ({
  finding,
  action: `Hold the yearly ladder drill at ${station} station and send the results to the training team.`,
  timescale: month(2024, 3),
  ...fields,
});
const gone = (station: string) =>
  `retired: Hold the yearly ladder drill at ${station} station and send the results to the training team.`;

test('an action that is there word for word is not taken for a sibling whose progress reads the same', () => {
  const changes = told(
    [drill('Ashby', { ...done, progress: '12 of 12 crew members took part.' }), drill('Barrow', planned)],
    [drill('Barrow', { ...begun, progress: '5 of 12 crew members took part.' })],
  );
  expect(changes).toEqual([
    'progress_updated: 5 of 12 crew members took part.',
    gone('Ashby'),
    'status_changed: In progress',
  ]);
});

test('siblings that are there word for word do not change places with their progress', () => {
  const booked = 'The training ground has been booked with the neighbouring service.';
  const changes = told(
    [drill('Ashby', { ...begun, progress: booked }), drill('Barrow', begun)],
    [
      drill('Ashby', { ...begun, progress: 'The drill was put off after the floods.' }),
      drill('Barrow', { ...begun, progress: booked }),
    ],
  );
  expect(changes).toEqual(['progress_updated: The drill was put off after the floods.', `progress_updated: ${booked}`]);
});

test('a finished action that is gone and its sibling for another place or year are two', () => {
  const before = [
    drill('Ashby', { ...done, progress: 'Held in March.' }),
    drill('Barrow', { ...done, progress: 'Held in May.' }),
  ];
  const after = [
    drill('Corley', { ...planned, timescale: month(2025, 3) }),
    drill('Dunley', { ...planned, timescale: month(2025, 3) }),
  ];
  const added = (station: string) => gone(station).replace('retired', 'added');
  expect(told(before, after)).toEqual([added('Corley'), added('Dunley'), gone('Ashby'), gone('Barrow')]);
});

test('a finished action that is open again under its own words is one', () => {
  expect(
    told([drill('Ashby', done), drill('Barrow', begun)], [drill('Ashby', planned), drill('Barrow', begun)]),
  ).toEqual(['reopened: Not started']);
});

test('siblings that are reworded alike stay who they are', () => {
  const reworded = (station: string, fields: Partial<Entry>) => ({
    ...drill(station, fields),
    action: `Run a ladder drill every year at ${station} fire station and share the results with the training team.`,
  });
  const names = ['Ashby', 'Barrow', 'Corley'];
  const changes = told(
    names.map((name) => drill(name, begun)),
    names.toReversed().map((name) => reworded(name, begun)),
  );
  expect(changes).toEqual(names.map((name) => `reworded: ${reworded(name, {}).action}`));
});
