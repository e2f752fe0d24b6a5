import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

test('a cell that says what the service should do is the finding of its form, though nothing stands over it', async () => {
  const form = (ref: string, finding: string, action: string, plan: string) =>
    htmlTable(
      [
        [`<td>${ref}</td><td colspan="3">${finding}</td>`],
        [`<td><b>Action</b></td><td colspan="3">${action}</td>`],
        ['<b>Owner</b>', 'Head of Hoses', '<b>Due date</b>', '31 March 2026'],
        ['<b>Status</b>', 'At risk', '<b>% complete</b>', '45%'],
        ['<td><b>Current position</b></td><td colspan="3">Four stations are live and the rest share a supplier.</td>'],
        [`<td><b>Recovery plan</b></td><td colspan="3">${plan}</td>`],
      ],
      false,
    );
  const { entries } = await readHtml(`<h1>HMICFRS action plan: exceptions</h1>
    ${form('2.4', 'The service should test its hoses each year.', 'Adopt the national standard for hoses', 'Borrow two testers from a neighbour')}
    ${form('3.1', 'The service should keep its maps up to date.', 'Print the maps of every site', 'Weekly call with the printer')}
    ${form('7.3', 'The service needs to record each visit.', 'Give crews a tablet each', 'Tablets are to be lent by the council')}`);
  expect(entries.map(({ ref, finding, future, percent }) => [ref, finding, future, percent])).toEqual([
    ['2.4', 'The service should test its hoses each year.', 'Borrow two testers from a neighbour', 45],
    ['3.1', 'The service should keep its maps up to date.', 'Weekly call with the printer', 45],
    ['7.3', 'The service needs to record each visit.', 'Tablets are to be lent by the council', 45],
  ]);
});

test('a title that names its plan and a status gives both to the table below it', async () => {
  const rows = [
    ['Ref', 'Area for improvement', 'Action', 'Lead'],
    ['R1', 'The service should test its hoses.', 'Buy a rig', 'Head of Hoses'],
    ['R2', 'The service should keep its maps up to date.', 'Print the maps', 'Head of Maps'],
  ];
  const { entries } = await readHtml(
    `<h1>Update on our plans</h1><h2>Appendix B – HMICFRS Round 3 Improvement Plan: completed actions</h2>${htmlTable(rows)}`,
  );
  expect(entries.map(({ plan, status }) => [plan, status?.value])).toEqual([
    ['HMICFRS Round 3 Improvement Plan', 'complete'],
    ['HMICFRS Round 3 Improvement Plan', 'complete'],
  ]);
});
