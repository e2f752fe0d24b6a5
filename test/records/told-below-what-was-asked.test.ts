import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

test('paragraphs below what inspectors asked under one label are another thing: the progress', async () => {
  const section = (topic: string, asked: string, told: string) =>
    `<h2>${topic}</h2><p><b>Area for improvement:</b> ${asked}</p><p>${told}</p><p><b>Next steps:</b> A paper on ${topic} will be written.</p><p><b>Status:</b> On track</p><p><b>Lead officer:</b> Head of Fleet</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement programme</h1>${section('Hoses', 'The service should test all of its hoses.', 'We have bought a rig and tested half of them.')}${section('Maps', 'The service should print all of its maps again.', 'The printer was closed for two months over the summer.')}`,
  );
  expect(entries.map(({ finding, progress }) => [finding, progress])).toEqual([
    ['The service should test all of its hoses.', 'We have bought a rig and tested half of them.'],
    ['The service should print all of its maps again.', 'The printer was closed for two months over the summer.'],
  ]);
});

test('a reference in the heading of a recommendation and again before its words is one', async () => {
  const section = (number: number, asked: string) =>
    `<h3>Recommendation ${number}</h3><p><b>Recommendation ${number}:</b> ${asked}</p><p><b>What we will do:</b> Review part ${number} of our register</p><p>February 2024: Half of part ${number} was looked at.</p><p>May 2024: All of it has been scored.</p><p><b>Deadline:</b> 31 May 2024</p><p><b>Status:</b> Completed</p>`;
  const { entries } = await readHtml(
    `<h1>Causes of concern: our progress</h1><h2>Cause of concern 1: Protection</h2>${section(1, 'By 31 May 2024, the service should review its programme.')}${section(2, 'By 30 June 2024, the service should train enough staff.')}`,
  );
  expect(entries.map(({ ref, finding, updates }) => [ref, finding, updates.map(({ period }) => period)])).toEqual([
    ['Recommendation 1', 'By 31 May 2024, the service should review its programme.', ['February 2024', 'May 2024']],
    ['Recommendation 2', 'By 30 June 2024, the service should train enough staff.', ['February 2024', 'May 2024']],
  ]);
});

test('an appendix that begins in the first row of its table does not stand in the section above', async () => {
  const rows = [
    '<td colspan="4"><b>Appendix A – HMICFRS Action Plan 2024-26</b></td>',
    ['Area for improvement', 'Action', 'Status', 'Owner'].map((text) => `<td><b>${text}</b></td>`).join(''),
    '<td>The service should test its hoses.</td><td>Buy a rig</td><td>On track</td><td>Head of Fleet</td>',
    '<td>The service should print its maps.</td><td>Ask a printer</td><td>Complete</td><td>Head of Maps</td>',
  ];
  const { entries } = await readHtml(
    `<h1>Progress report</h1><h2>4. Implications</h2>${htmlTable([
      ['Area', 'Comment'],
      ['Financial', 'The costs are met from budgets.'],
      ['Legal', 'None arise from this report.'],
    ])}<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`,
  );
  expect(entries.map(({ plan, lead }) => [plan, lead])).toEqual([
    ['HMICFRS Action Plan 2024-26', 'Head of Fleet'],
    ['HMICFRS Action Plan 2024-26', 'Head of Maps'],
  ]);
});

test('quarters in words and in months are one period each, and what stands before them is what is done', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${htmlTable([
      [
        'HMICFRS said',
        'Our response',
        'Quarter 2 (July to September 2023)',
        'Quarter 3 (October to December 2023)',
        'Lead',
        'Status',
      ],
      [
        'The service should test its hoses.',
        'All staff to pass the course on hoses by May.',
        'A rig was hired.',
        'It was used at 11 stations.',
        'Head of Fleet',
        'On track',
      ],
      [
        'The service should print its maps.',
        'Ask a printer for new maps of all areas.',
        'None yet.',
        'Half are done.',
        'Head of Maps',
        'Behind',
      ],
      [
        'The service should train its crews.',
        'Book a course for each of the crews.',
        'A course was booked.',
        'It was held in May.',
        'Head of Boats',
        'Complete',
      ],
    ])}`,
  );
  expect(
    entries.map(({ action, progress, updates }) => [
      action?.slice(0, 9),
      progress,
      updates.map(({ period }) => period),
    ]),
  ).toEqual(
    ['All staff', 'Ask a pri', 'Book a co'].map((action) => [
      action,
      null,
      ['Quarter 2 (July to September 2023)', 'Quarter 3 (October to December 2023)'],
    ]),
  );
});

test("what stands below a question in the inspectors' own report is theirs: it answers nothing", async () => {
  const section = (topic: string, asked: string, seen: string) =>
    `<h2>${topic}</h2><h3>Requires improvement</h3><h4>Area for improvement</h4><p>${asked}</p><p>${seen}</p>`;
  const { entries } = await readHtml(
    `<h1>Effectiveness, efficiency and people: an inspection of Fenmarsh Fire and Rescue Service</h1>${section('Hoses', 'The service should test all of its hoses.', 'Staff told us that half of the hoses leaked when they were last used.')}${section('Maps', 'The service should print all of its maps again.', 'We found that the maps in two of the engines were out of date.')}`,
  );
  expect(entries).toEqual([]);
});
