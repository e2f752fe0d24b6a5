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

const named = async (title: string, rest = '') => (await plansOf(`<h1>${title}</h1>${rest}${rows}`))[0];

test('what a title says of a plan, before its name or behind it, is left out of the name', async () => {
  expect(await named('Closing the HMICFRS Improvement Plan')).toBe('HMICFRS Improvement Plan');
  expect(await named('Inspection Improvement Plan: actions one by one')).toBe('Inspection Improvement Plan');
  expect(await named('Inspection Response – extract of tasks')).toBe('Inspection Response');
  expect(await named('Our HMICFRS action plan: how far we are')).toBe('HMICFRS action plan');
  expect(await named('Improvement Programme Update')).toBe('Improvement Programme');
  expect(await named('Downshire Police – Inspection tracker')).toBe('Inspection tracker');
});

test('a title that is a name from end to end is left whole', async () => {
  expect(await named('HMICFRS Action Plan Tracker')).toBe('HMICFRS Action Plan Tracker');
  expect(await named('Our inspection action plan')).toBe('Our inspection action plan');
  expect(await named('Getting better: our inspection improvement plan')).toBe(
    'Getting better: our inspection improvement plan',
  );
  expect(await named('Values and culture: our progress', '<h2>Our answer to each recommendation</h2>')).toBe(
    'Values and culture: our progress',
  );
});

test('a part of the title that the text uses as a name is the name', async () => {
  expect(
    await named(
      'Quarterly return of inspection undertakings',
      '<p>One row is to be filled in for each of the Inspection Undertakings.</p>',
    ),
  ).toBe('inspection undertakings');
  expect(
    await named('You said, we did: the PEEL plan in short', '<p>The PEEL plan has an action for each finding.</p>'),
  ).toBe('PEEL plan');
});

test('what a sentence or a line at the top calls the plan, where the title names none', async () => {
  expect(await named('Causes of concern: our progress', '<p>This page is our Cause of concern action plan.</p>')).toBe(
    'Cause of concern action plan',
  );
  expect(
    await named('Our inspection journey so far', '<p>Downshire Fire Service · Improvement plan 2024 to 2026</p>'),
  ).toBe('Improvement plan 2024 to 2026');
});

test('the title right over all entries names their plan where the paper is on more', async () => {
  const pack = '<h2>1. Workforce</h2><p>There are 611 of us.</p><h2>2. HMICFRS improvement actions</h2>';
  expect(await named('Performance Pack – Quarter 2', pack)).toBe('HMICFRS improvement actions');
  expect(await named('Inspection outcomes: update', '<h2>Progress against the areas for improvement</h2>')).toBe(
    'Progress against the areas for improvement',
  );
});

test('appendices that name what inspectors found are plans of their own; an action set as a title is none', async () => {
  const others = rows.replaceAll('each', 'every');
  expect(
    await plansOf(
      `<h1>HMICFRS Improvement Plan Update</h1><h2>Appendix 1 – HMICFRS Areas for Improvement</h2>${rows}<h2>Appendix 2 – Values and Culture Recommendations</h2>${others}`,
    ),
  ).toEqual(['HMICFRS Areas for Improvement', 'Values and Culture Recommendations']);
  const card = (action: string, status: string) =>
    `<h3>${action}</h3><p>Why: The service should keep people safe.</p><p>Progress: It has begun.</p><p>Status: ${status}</p>`;
  const cards = `<h2>Response</h2>${card('Write a new plan for water rescue at the docks', 'Started')}${card('Test each hydrant once a year', 'Done')}${card('Train the crews of boats', 'Started')}`;
  expect(await plansOf(`<h1>Our improvement journey</h1>${cards}`)).toEqual(['Our improvement journey']);
});

test.each(['inspection', 'word'])('a title of very many words (%s) is a name as it is', async (word) => {
  const title = Array.from({ length: 600 }, (_, at) => `${word} ${at}`).join(' ');
  expect(await plansOf(`<h1>${title}</h1>${rows}`)).toHaveLength(1);
});
