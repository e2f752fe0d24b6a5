import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const findings = [
  [
    'The service should test its hoses each year.',
    'Fit a rig at each station.',
    'June 2024',
    'On track',
    'Head of Hoses',
  ],
  ['The service should keep its maps up to date.', 'Draw maps of every port.', 'May 2024', 'Complete', 'Head of Maps'],
  ['The service should charge fairly for its boats.', 'Compare the fees of others.', 'TBC', 'At risk', 'Head of Boats'],
] as const;
/** Most of these names no vocabulary knows: the kinds of values tell. */
const names = ['Their words', 'Our action', 'Wanted for', 'How it stands', 'Whose desk'];

const across = (columns: readonly (readonly string[])[]) =>
  `<table>${names.map((name, row) => `<tr><th>${name}</th>${columns.map((column) => `<td>${column[row]}</td>`).join('')}</tr>`).join('')}</table>`;

test('findings beside each other are read whatever their rows are called, the last table with one of them too', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${across(findings.slice(0, 2))}${across(findings.slice(2))}`,
  );
  expect(entries.map(({ finding, action, status, lead }) => [finding, action, status?.raw, lead])).toEqual(
    findings.map(([finding, action, , status, lead]) => [finding, action, status, lead]),
  );
});

test('a finding over several entries beside each other is each one’s', async () => {
  const [[finding], [, second], [other, third]] = findings;
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1><table>
<tr><th>Reference</th><th>A1</th><th>A2</th><th>A3</th></tr>
<tr><th>Area for improvement</th><td colspan="2">${finding}</td><td>${other}</td></tr>
<tr><th>Action</th><td>${findings[0][1]}</td><td>${second}</td><td>${third}</td></tr>
<tr><th>Lead</th>${findings.map(([, , , , lead]) => `<td>${lead}</td>`).join('')}</tr></table>`);
  expect(entries.map((entry) => [entry.ref, entry.finding, entry.action, entry.lead])).toEqual([
    ['A1', finding, findings[0][1], 'Head of Hoses'],
    ['A2', finding, second, 'Head of Maps'],
    ['A3', other, third, 'Head of Boats'],
  ]);
});

test('rows with a title in bold each are records still', async () => {
  const rows = findings.map(
    ([finding, action, due, status, lead], at) =>
      `<tr><td><b>AFI ${at + 1}</b></td><td>${finding}</td><td>${action}</td><td>${due}</td><td>${status}</td><td>${lead}</td></tr>`,
  );
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1><table>${rows.join('')}</table>`);
  expect(entries.map(({ ref, finding }) => [ref, finding])).toEqual(
    findings.map(([finding], at) => [`AFI ${at + 1}`, finding]),
  );
});

test('findings run across where all values are painted alike and the names of the rows otherwise', async () => {
  const rows = [
    ['Reference', 'K1', 'K2', 'K3'],
    ['Area for improvement', 'keep its maps', 'test its hoses', 'look after its boats'],
    ['Undertaking', 'Draw all maps of the moor anew.', 'Buy a pump for the tests.', 'Ask three owners of boats.'],
    ['Sponsor', 'Maps Lead', 'Hoses Lead', 'Boats Lead'],
    ['Complete by', '30 June 2031', 'May 2031', '31 July 2031'],
  ].map(
    ([name, ...values], row) =>
      `<tr><td style="background:#5a4a78"><b>${name}</b></td>${values
        .map(
          (value) =>
            `<td style="background:#f4f1ea">${row === 1 ? `The service should ${value} far better.` : value}</td>`,
        )
        .join('')}</tr>`,
  );
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1><table border="1">${rows.join('')}</table>`);
  expect(entries.map(({ ref, action, timescale }) => [ref, action, timescale?.raw])).toEqual([
    ['K1', 'Draw all maps of the moor anew.', '30 June 2031'],
    ['K2', 'Buy a pump for the tests.', 'May 2031'],
    ['K3', 'Ask three owners of boats.', '31 July 2031'],
  ]);
});
