import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const plan = htmlTable([
  ['Ref', 'Area for improvement', 'Action', 'Status'],
  ['1', 'The service should test its hoses.', 'Buy a rig', 'On track'],
  ['2', 'The service should read its maps.', 'Buy maps', 'Below target'],
]);

test('headings that are labels of front matter have their values below them, which are no entries', async () => {
  const { paper, entries } = await readHtml(
    `<h1>Inspection action plans: exception report</h1><h3>Committee</h3><p>Community Protection Scrutiny Committee</p>
     <h3>Date</h3><p>3 July 2025</p><h3>Author</h3><p>Chief Fire Officer</p><h3>Wards affected</h3><p>All</p>
     <h2>A. HMICFRS Inspection Action Plan 2023–25</h2>${plan}`,
  );
  expect([paper.body, paper.meetingDate]).toEqual(['Community Protection Scrutiny Committee', '2025-07-03']);
  expect(entries.map(({ plan: name, status }) => [name, status?.value])).toEqual([
    ['HMICFRS Inspection Action Plan 2023–25', 'in_progress'],
    ['HMICFRS Inspection Action Plan 2023–25', 'delayed'],
  ]);
});

test('what a letter is about stands below its salutation; a numbered topic is no title, and the chair is no body', async () => {
  const { paper } = await readHtml(
    `<p>HALLBRIDGE CONSTABULARY</p><p>19 May 2025</p><p>Dr Miriam Oldroyd</p><p>Chair, Police and Crime Board</p><p>Dear Dr Oldroyd,</p>
     <p><b>HMICFRS inspection of Hallbridge Constabulary: progress on areas for improvement</b></p><p>Thank you for your letter.</p>
     <h3>1. Custody</h3><p>The constabulary should review detainees in person.</p><p>Two more inspectors were put there.</p><h3>2. Vetting</h3><p>The constabulary should vet its staff.</p><p>All were vetted.</p>`,
  );
  expect([paper.title, paper.body]).toEqual([
    'HMICFRS inspection of Hallbridge Constabulary: progress on areas for improvement',
    'Police and Crime Board',
  ]);
});

test('the names and posts of those who lead are no plan, though they stand below its title', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1><h2>Budget</h2>${htmlTable([
      ['Department', 'Budget £', 'Actual £'],
      ['Fleet', '799,121', '181,232'],
      ['Estates', '317,581', '576,375'],
    ])}<p>Pay awards are forecast to be settled in the autumn.</p><h2>Our leadership team</h2>
     <p>P. Arkwright</p><p>Station Manager, Fleet | In post since June 2019</p><p>Leads the Fleet team.</p>
     <p>J. Deane</p><p>Group Manager, Estates | In post since May 2018</p><p>Leads the Estates team.</p>`,
  );
  expect(entries).toEqual([]);
});

test("the date of a plan's first action is no meeting's day", async () => {
  const { paper } = await readHtml(
    `<h1>HMICFRS action plan</h1><p>Audit Committee</p><p>22 October 2025</p><h2>E1</h2>
     <p>Finding: The service should test its hoses.</p><p>Action: Buy a rig.</p><p>Date: 31 March 2026</p>
     <h2>E2</h2><p>Finding: The service should read its maps.</p><p>Action: Buy maps.</p><p>Date: 30 June 2026</p>`,
  );
  expect(paper.meetingDate).toBe('2025-10-22');
});
