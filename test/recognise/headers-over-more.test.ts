import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const header = ['Area for improvement', 'Action', 'Status', 'Owner', 'Due'];
const row = (at: number) => [
  `The service should test its ${['hoses', 'maps', 'pumps', 'boats', 'ladders', 'radios'][at]} each year.`,
  `Buy a rig for number ${at + 1}`,
  ['On track', 'Complete', 'Not started'][at % 3] ?? '',
  'Head of Fleet',
  `${at + 1} May 2025`,
];
const plan = (html: string) => readHtml(`<h1>HMICFRS action plan</h1>${html}`);

test('the header of a table holds for the one below it that has none and whose columns hold the same', async () => {
  const whole = htmlTable([header, row(0), row(1), row(2)]);
  const rest = htmlTable([row(3), row(4), row(5)]).replaceAll('th>', 'td>');
  const { entries } = await plan(`${whole}<p>Continued</p>${rest}`);
  expect(entries.map(({ action, status, lead }) => [action, status?.raw, lead])).toEqual(
    [0, 1, 2, 3, 4, 5].map((at) => [row(at)[1], row(at)[2], 'Head of Fleet']),
  );
});

test('a table of other things below a plan keeps its own rows', async () => {
  const whole = htmlTable([header, row(0), row(1), row(2)]);
  const other =
    '<table><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr><tr><td>6</td><td>7</td><td>8</td><td>9</td><td>10</td></tr></table>';
  expect((await plan(`${whole}${other}`)).entries).toHaveLength(3);
});

const across = (rows: string) => `<table>${rows}</table><p>Members may ask questions.</p>`;
const lines = [
  ['Area for improvement', row(0)[0], row(1)[0], row(2)[0]],
  ['Our action', row(0)[1], row(1)[1], row(2)[1]],
  ['Owner', 'Head of Fleet', 'Head of Maps', 'Head of Data'],
  ['Target date', '1 May 2025', '2 May 2025', '3 May 2025'],
  ['Status', 'On track', 'Complete', 'Not started'],
].map(([head, ...cells]) => `<tr><th>${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);

test('a table that runs across has a title over it, rows without a word in it and a note below it', async () => {
  const blank = '<tr><td></td><td></td><td></td><td></td></tr>';
  const { entries } = await plan(
    across(
      `<tr><td colspan="4"><b>Where each stands</b></td></tr>${lines.join(blank)}<tr><td colspan="4">Three in all</td></tr>`,
    ),
  );
  expect(entries.map(({ action, lead, status }) => [action, lead, status?.raw])).toEqual([
    [row(0)[1], 'Head of Fleet', 'On track'],
    [row(1)[1], 'Head of Maps', 'Complete'],
    [row(2)[1], 'Head of Data', 'Not started'],
  ]);
});

test('the same sentence over each table of a plan is about the tables', async () => {
  const part = (at: number) =>
    `<h2>Appendix ${at + 1} – Inspection plan</h2><p>The table is kept by the programme office.</p>${htmlTable([
      ['Summary', 'Sub actions', 'Overall %', 'Due', 'Status'],
      ...[0, 1].map((one) => [`AFI ${2 * at + one} - ${row(2 * at + one)[0]}`, '3', '75', '1 May 2025', 'On track']),
    ])}`;
  const { entries } = await plan([0, 1].map(part).join(''));
  expect(entries.map(({ ref, finding, action, progress }) => [ref, finding, action, progress])).toEqual(
    [0, 1, 2, 3].map((at) => [`AFI ${at}`, row(at)[0], null, null]),
  );
});

test('a short name and a number below the rows of a plan count them', async () => {
  const { entries } = await plan(htmlTable([header, row(0), row(1), row(2), ['Lines open', '6', '', '', '']]));
  expect(entries).toHaveLength(3);
});

test('one completed action under a title that says so is a part of the plan', async () => {
  const { entries } = await plan(
    `${htmlTable([
      ['Ref', ...header],
      ['4', ...row(0)],
      ['5', ...row(1)],
    ])}<h3>Appendix: completed actions</h3>${htmlTable([
      ['Ref', 'Action'],
      ['1', 'Recruit thirty firefighters'],
    ])}`,
  );
  expect(entries.at(-1)).toMatchObject({
    ref: '1',
    action: 'Recruit thirty firefighters',
    status: { value: 'complete' },
  });
});

test('a table with the columns of the plan that was not read is told', async () => {
  const { entries, issues } = await plan(
    `${htmlTable([
      ['Ref', ...header],
      ['4', ...row(0)],
      ['5', ...row(1)],
    ])}<h3>For information</h3>${htmlTable([
      ['Ref', 'Action'],
      ['1', 'Recruit thirty firefighters'],
    ])}`,
  );
  expect(entries).toHaveLength(2);
  expect(issues.map(({ message }) => message).join('\n')).toContain('Recruit thirty firefighters');
});
