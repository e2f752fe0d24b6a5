import { expect, test } from 'vitest';
import { questionOf } from '../../src/normalise/pillar.ts';
import { changesIn, openStore, type Store } from '../../src/store/index.ts';
import { htmlTable, readHtml } from '../support/read-html.ts';
import { take } from '../support/trail-store.ts';

const head = (day: string) =>
  `<h1>Wyremouth Fire and Rescue Service</h1><h2>HMICFRS improvement plan</h2><p>${day}</p>`;
const prevention = 'The service does not do enough to find and protect those who are most at risk from fire.';
const speakUp = 'The service has not done enough to make sure that staff feel safe to speak up.';
const asked = [
  'The service should make sure that it targets those most at risk.',
  'The service should put in place a system to assure the quality of visits.',
  'The service should evaluate its prevention work.',
];

/** A table whose column names the cause that each recommendation belongs to. */
const byColumn = (day: string, statuses: readonly string[]) =>
  readHtml(
    `${head(day)}${htmlTable([
      ['Cause of concern', 'Recommendation', 'Progress to date', 'Lead', 'Status'],
      ...asked.map((words, index) => [
        prevention,
        words,
        `Crews were told of it in part ${index + 1}.`,
        'Head of Risk',
        statuses[index] ?? '',
      ]),
      [
        speakUp,
        'The service should monitor grievances.',
        'A register is being built.',
        'Head of People',
        'In progress',
      ],
    ])}`,
  );

/** Titles that name a cause over tables of its recommendations. */
const byTitle = () =>
  readHtml(
    `${head('12 June 2024')}${['Prevention', 'Culture']
      .map(
        (cause, index) =>
          `<h3>Cause of concern: ${cause}</h3>${htmlTable([
            ['Ref', 'Recommendation', 'Progress', 'Lead', 'Status'],
            ...asked.map((words, row) => [
              `${row + 1}`,
              `${words.slice(0, -1)} of ${cause.toLowerCase()}.`,
              `Crews were told of it in part ${row + index}.`,
              'Head of Risk',
              'In progress',
            ]),
          ])}`,
      )
      .join('')}`,
  );

const causes = (store: Store) =>
  store
    .sql<unknown[]>('SELECT cause, recommendations, ended, open, status_value FROM causes ORDER BY cause')
    .raw()
    .all();

test('the recommendations of a cause of concern close one by one, and the cause stays until a paper says so of it', async () => {
  const store = openStore(':memory:');
  take(store, await byColumn('12 June 2024', ['Closed', 'In progress', 'In progress']));
  expect(causes(store)).toEqual([
    [prevention, 3, 1, 2, null],
    [speakUp, 1, 0, 1, null],
  ]);
  take(store, await byColumn('9 September 2024', ['Closed', 'Closed', 'Closed']));
  expect(causes(store)).toEqual([
    [prevention, 3, 3, 0, null],
    [speakUp, 1, 0, 1, null],
  ]);
  expect([...changesIn(store, { kinds: ['closed'] })].map(({ date }) => date)).toEqual(['2024-09-09', '2024-09-09']);
  store.close();
});

test('a title that names a cause of concern is the cause of the recommendations below it', async () => {
  const { entries } = await byTitle();
  expect(entries.map(({ cause, kind }) => [cause, kind])).toEqual(
    ['Prevention', 'Culture'].flatMap((cause) => asked.map(() => [cause, 'recommendation'])),
  );
});

test('questions are told by the inspectorate’s words, never by a number alone', () => {
  expect(questionOf('1.2 Preventing fires and other risks')).toBe('prevention');
  expect(questionOf('Best use of resources')).toBe('resources');
  expect(questionOf('Question 1.2')).toBeNull();
  expect(questionOf('1.2')).toBeNull();
  const store = openStore(':memory:');
  const rounds = store.sql<unknown[]>(
    `SELECT round, questions, (SELECT count(*) FROM inspection_questions WHERE round = inspection_rounds.round)
     FROM inspection_rounds ORDER BY round`,
  );
  expect(rounds.raw().all()).toEqual([
    ['2018/19', 11, 11],
    ['2021/22', 11, 11],
    ['2023-25', 11, 11],
    // Ten, and none of their wordings is known.
    ['2025-27', 10, 0],
  ]);
  store.close();
});
