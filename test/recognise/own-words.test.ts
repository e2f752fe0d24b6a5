import { describe, expect, test } from 'vitest';
import { statusOfPart } from '../../parsers/recognise/part-status.ts';
import { statusInBrackets, statusInProgress } from '../../src/normalise/standing.ts';
import { htmlTable, readHtml } from '../support/read-html.ts';

const ask = (topic: string) => `The service should check its ${topic} each year.`;
const plan = (states: readonly string[]) =>
  htmlTable([
    ['Finding', 'Action', 'Status'],
    ...states.map((state, index) => [ask(`hose ${index}`), `Buy kit ${index}`, state]),
  ]);
const statuses = async (body: string) => (await readHtml(body)).entries.map(({ status }) => status?.value ?? null);

describe('a paper’s own key', () => {
  const states = ['C', 'OT', 'D'];
  const meant = ['complete', 'in_progress', 'delayed'];

  test('in a line, in a list, in a table, in several pairs a row', async () => {
    const keys = [
      '<p>Key: C = Complete; OT = On track; D = Delayed</p>',
      '<p>C: complete. OT: on track. D: delayed.</p>',
      '<p>In the plan, C means complete, OT means on track and D means delayed.</p>',
      '<ul><li>C – Complete</li><li>OT – On track</li><li>D – Delayed</li></ul>',
      htmlTable(
        [
          ['C', 'Complete'],
          ['OT', 'On track'],
          ['D', 'Delayed'],
        ],
        false,
      ),
      htmlTable(
        [
          ['C', 'Complete', 'OT', 'On track'],
          ['D', 'Delayed', 'NS', 'Not started'],
        ],
        false,
      ),
    ];
    for (const key of keys) expect(await statuses(`${key}${plan(states)}`), key).toEqual(meant);
  });

  test('in a row below the plan; in a column that is headed as progress', async () => {
    const foot = '<tr><td colspan="3">Key: C – complete, OT – on track, D – delayed</td></tr></table>';
    expect(await statuses(plan(states).replace('</table>', foot))).toEqual(meant);
    const { entries } = await readHtml(
      `<p>Level 1: not started; Level 4: complete</p>${plan(['Level 4', 'Level 1']).replace('Status', 'Progress')}`,
    );
    expect(entries.map(({ status, progress }) => [status?.value, progress])).toEqual([
      ['complete', null],
      ['not_started', null],
    ]);
  });

  test('levels and letters that elsewhere are colours', async () => {
    const levels = htmlTable(
      [
        ['Level 4', 'Work is complete'],
        ['Level 1', 'Not started'],
      ],
      false,
    );
    expect(await statuses(`${levels}${plan(['Level 1', 'Level 4'])}`)).toEqual(['not_started', 'complete']);
    const { entries } = await readHtml(`<p>A = Achieved, S = Slipped</p>${plan(['A', 'S'])}`);
    expect(entries.map(({ status, rag }) => [status?.value, rag])).toEqual([
      ['complete', null],
      ['delayed', null],
    ]);
  });

  test('a table of references and how they stand is no key', async () => {
    const summary = htmlTable(
      [
        ['AFI 1', 'Complete'],
        ['AFI 2', 'Delayed'],
      ],
      false,
    );
    const { entries } = await readHtml(
      `${summary}${htmlTable([
        ['Finding', 'Ref', 'Status'],
        [ask('hose'), 'AFI 1', 'Open'],
        [ask('boots'), 'AFI 2', 'Open'],
      ])}`,
    );
    expect(entries.map(({ ref, status }) => [ref, status?.value])).toEqual([
      ['AFI 1', 'in_progress'],
      ['AFI 2', 'in_progress'],
    ]);
  });
});

test.each([
  ['Appendix B – Completed actions', 'Completed'],
  ['Annex 2: Actions closed since the last report', 'closed'],
  ['4. Recommendations that have been discharged', 'discharged'],
  ['Part C Overdue areas for improvement', 'Overdue'],
  ['Annex A – Inspection Improvement Plan: completed actions', 'completed'],
  ['Part B: Completed since the last report', 'Completed'],
  ['Completed since the last report', null],
  ['Findings and progress', null],
  ['Key actions', null],
  ['Actions for crews', null],
])('%s says of all below it: %s', (title, status) => {
  expect(statusOfPart(title)).toBe(status);
});

test('a status is one wherever it stands alone', () => {
  const opened = ['In train – two stations left.', 'Not yet started: no officer.', 'Review completed – two left.'];
  expect(opened.map((text) => statusInProgress(text)?.value ?? null)).toEqual(['in_progress', 'not_started', null]);
  const ended = ['Buy hose (withdrawn)', 'Buy hose (behind plan)', 'Buy hose (large)'];
  expect(ended.map((text) => statusInBrackets(text)?.value ?? null)).toEqual(['closed', 'delayed', null]);
});

test('one shade in every cell rates nothing; another among them, or a key, does', async () => {
  const shaded = (fills: readonly string[]) =>
    `<table><tr><th>Finding</th><th>Action</th></tr>${fills.map((fill, index) => `<tr>${[ask(`hose ${index}`), 'Buy kit'].map((text) => `<td style="background:${fill}">${text}</td>`).join('')}</tr>`).join('')}</table>`;
  const ratings = async (body: string) => (await readHtml(body)).entries.map(({ rag }) => rag?.value ?? null);
  expect(await ratings(shaded(['#92d050', '#92d050']))).toEqual([null, null]);
  expect(await ratings(shaded(['#92d050', '#ff0000']))).toEqual(['green', 'red']);
  expect(await ratings(`<p>Green rows note actions completed.</p>${shaded(['#92d050', '#92d050'])}`)).toEqual([
    'green',
    'green',
  ]);
});
