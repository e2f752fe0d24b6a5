import { expect, test } from 'vitest';
import { planName } from '../../parsers/recognise/plan-name.ts';
import { htmlTable, readHtml } from '../support/read-html.ts';

const rows = htmlTable([
  ['Area for improvement', 'Action', 'Status'],
  ['The service should test its water supplies.', 'Test each hydrant once a year', 'Complete'],
  ['The service should train its drivers.', 'Book a course for each driver', 'In progress'],
]);
const plansOf = async (html: string) => [...new Set((await readHtml(html)).entries.map(({ plan }) => plan))];

test('a season is when the paper was made, and a name that goes on behind "and" is whole', () => {
  expect(planName('Inspection Action Plan: Autumn 2025')).toBe('Inspection Action Plan');
  expect(planName('Improvement Plan and Statement of Position – May 2024')).toBe(
    'Improvement Plan and Statement of Position',
  );
  expect(planName('HMICFRS Action Plan and update')).toBe('HMICFRS Action Plan');
});

test('a label of the front matter names the plan', async () => {
  const front = htmlTable(
    [
      ['Programme', 'Answering Inspectors Programme', 'Meeting', 'Assurance Board'],
      ['Prepared by', 'Programme Manager', 'Date', '14 July 2022'],
    ],
    false,
  );
  expect(await plansOf(`<h1>Highlight report</h1>${front}${rows}`)).toEqual(['Answering Inspectors Programme']);
  const state = htmlTable([['Programme', 'Green', 'Date', '14 July 2022']], false);
  expect(await plansOf(`<h1>Inspection action plan</h1>${state}${rows}`)).toEqual(['Inspection action plan']);
});

test('where one appendix is a plan the next one is too, by its own name', async () => {
  const paper = (second: string) =>
    plansOf(
      `<h1>Two inspections</h1><h2>Appendix A: Improvement Plan for 2024</h2>${rows}<h2>Appendix B: ${second}</h2>${rows.replaceAll('each', 'every')}`,
    );
  expect(await paper('Culture and conduct recommendations')).toEqual([
    'Improvement Plan for 2024',
    'Culture and conduct recommendations',
  ]);
  expect(await paper('Recommendations')).toEqual(['Improvement Plan for 2024']);
});

test("the title's plan by the whole name that the paper's sentences have", async () => {
  const paper = (sentence: string) =>
    plansOf(`<h1>Inspection: progress against the Response Plan</h1><p>${sentence}</p>${rows}`);
  expect(await paper('The Authority adopted the Fire Inspection Response Plan in May.')).toEqual([
    'Fire Inspection Response Plan',
  ]);
  expect(await paper('The Authority adopted the Estates Development Plan in May.')).toEqual(['Response Plan']);
});

test('what the paper is, before or behind the name of its plan, is no part of it', async () => {
  expect(planName('Members’ Briefing: Inspection Recovery Plan')).toBe('Inspection Recovery Plan');
  expect(planName('HMICFRS: FIRE IMPROVEMENT PLAN UPDATE')).toBe('FIRE IMPROVEMENT PLAN');
  expect(await plansOf(`<h1>Fire Improvement Actions: exception report</h1>${rows}`)).toEqual([
    'Fire Improvement Actions',
  ]);
});

test('the title of an appendix gives the status of its lines and names the plan that they come from', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS: two action plans</h1><h2>Appendix A: Inspection Action Plan 2023</h2>${rows}<h2>Appendix C – Completed actions from the Inspection Action Plan 2023</h2>${htmlTable(
      [
        ['Ref', 'Area for improvement', 'Outcome'],
        ['AFI 1', 'The service should list its buildings.', 'Lists are held in 118 buildings.'],
        ['AFI 3', 'The service should train its control staff.', 'All have been trained.'],
      ],
    )}`,
  );
  expect(entries.slice(2).map(({ plan, status }) => [plan, status?.value])).toEqual([
    ['Inspection Action Plan 2023', 'complete'],
    ['Inspection Action Plan 2023', 'complete'],
  ]);
});
