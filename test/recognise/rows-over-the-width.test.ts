import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const wide = (text: string, columns: number) => [`<td colspan="${columns}">${text}</td>`];
const actions = (action: string) => [
  ['Action', 'Owner', 'By when', 'Where we are now'],
  [action, 'Head of Water', 'May 2025', 'Maps were drawn.'],
];
const hydrants = 'The service should check its hydrants each year.';
const schools = 'The service should visit its schools each year.';
const concern = 'The service does not check its hydrants often enough. Some were last seen in 2019.';
const leadIn = 'By 1 June 2025, the service should:';
const note = 'Dates in this table were agreed with members in May.';

test('the text of a concern over its numbered recommendations is their summary, page after page', async () => {
  const head = ['No.', 'Recommendation', 'Action', 'Progress'];
  const rows = [
    head,
    wide('Cause of concern 2: Water', 4),
    wide(concern, 4),
    wide(leadIn, 4),
    ['2.1', 'list its hydrants;', 'Draw maps', 'Maps were drawn.'],
    head,
    ['2.2', 'check them.', 'Train crews', 'Crews were trained.'],
  ];
  const { entries, issues } = await readHtml(`<h1>Report</h1>${htmlTable(rows, false)}`);
  const summary = `${concern}\n${leadIn}`;
  expect(entries).toMatchObject([
    { ref: '2.1', finding: 'list its hydrants;', summary, theme: 'Water' },
    { ref: '2.2', finding: 'check them.', summary, theme: 'Water' },
  ]);
  expect(issues.filter(({ code }) => code.startsWith('layout/'))).toEqual([]);
});

test('without a column of findings what is asked for is the finding, what was found its summary', async () => {
  const rows = [wide('Rec 4: Water', 4), wide(concern, 4), wide(hydrants, 4), ...actions('Draw maps')];
  const { entries } = await readHtml(`<h1>Report</h1>${htmlTable(rows, false)}`);
  expect(entries).toMatchObject([{ ref: 'Rec 4', theme: 'Water', finding: hydrants, summary: concern }]);
});

test('a note in a plan that is about no finding is an issue with its words and place', async () => {
  const rows = [wide(note, 4), ...actions('Draw maps'), wide(note.replace('Dates', 'Names'), 4)];
  const { entries, issues } = await readHtml(`<h1>Improvement plan</h1>${htmlTable(rows, false)}`);
  expect(entries).toMatchObject([{ action: 'Draw maps', theme: null, summary: null }]);
  const notes = issues.filter(({ code }) => code === 'layout/text-not-placed');
  expect(notes.map(({ message, place }) => [message.includes('in this table were agreed'), place?.path])).toEqual([
    [true, expect.stringMatching(/r1/)],
    [true, expect.stringMatching(/r4/)],
  ]);
});

test('a strip with what inspectors said after its label, under a strip of reference and question', async () => {
  const strip = (ref: string, question: string, finding: string) =>
    htmlTable(
      [wide(`${ref} – ${question}`, 4), wide(`Inspectors said: ${finding}`, 4), ...actions('Draw maps')],
      false,
    );
  const { entries } = await readHtml(
    `<h1>Plan</h1>${strip('AFI 1', 'Best use of resources', hydrants)}<p></p>${strip('AFI 2', 'Young people', schools)}`,
  );
  expect(entries).toMatchObject([
    { ref: 'AFI 1', pillar: null, theme: 'Best use of resources', finding: hydrants },
    { ref: 'AFI 2', theme: 'Young people', finding: schools, progress: 'Maps were drawn.' },
  ]);
});

test('strips that were drawn as a table of their own head the table of actions right below', async () => {
  const strips = htmlTable([['AFI 1 – Young people'], [`Inspectors said: ${schools}`]], false);
  const { entries } = await readHtml(`<h1>Plan</h1>${strips}${htmlTable(actions('Draw maps'), false)}`);
  expect(entries).toMatchObject([{ ref: 'AFI 1', theme: 'Young people', finding: schools, action: 'Draw maps' }]);
});

test('the topic of a lettered concern is its theme', async () => {
  const rows = [wide('Cause of concern B – Water', 4), wide(concern, 4), wide(hydrants, 4), ...actions('Draw maps')];
  const { entries } = await readHtml(`<h1>Report</h1>${htmlTable(rows, false)}`);
  expect(entries).toMatchObject([{ theme: 'Water', finding: hydrants, summary: concern }]);
});
