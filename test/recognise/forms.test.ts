import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const grid = (ref: string, lead: string) =>
  htmlTable(
    [
      ['Project', 'Fire safety checks', 'Inspection ref', ref],
      ['Owner', lead, 'Deadline', '30 April 2025'],
    ],
    false,
  );
const boxes = (finding: string) => {
  const row = (text: string, label: boolean) => `<tr><td>${label ? `<b>${text}</b>` : text}</td></tr>`;
  const texts = [
    ['Cause of concern', finding],
    ['Achieved so far', 'All crews were briefed.'],
    ['Next steps', 'Brief the control room.'],
    ['Dependencies', 'None.'],
  ];
  return `<table>${texts.map(([label = '', text = '']) => row(label, true) + row(text, false)).join('')}</table>`;
};
const findings = ['The service should check its hydrants.', 'The service should visit its schools.'];

test('a form in two tables, a grid and boxes of text below it, is one entry; so is the next form', async () => {
  const forms = findings.map((finding, index) => grid(`CoC ${index + 1}`, `Manager ${index + 1}`) + boxes(finding));
  const { entries } = await readHtml(`<h1>Highlight reports</h1>${forms.join('')}`);
  expect(entries).toMatchObject(
    findings.map((finding, index) => ({
      ref: `CoC ${index + 1}`,
      finding,
      progress: 'All crews were briefed.',
      future: 'Brief the control room.',
      lead: `Manager ${index + 1}`,
      timescale: { end: '2025-04-30' },
      theme: 'Fire safety checks',
      extra: { Dependencies: 'None.' },
    })),
  );
});

test('boxes above their grid belong to it, not to the grid of the form before', async () => {
  const forms = findings.map((finding, index) => boxes(finding) + grid(`CoC ${index + 1}`, `Manager ${index + 1}`));
  const { entries } = await readHtml(`<h1>Highlight reports</h1>${forms.join('')}`);
  expect(entries.map(({ ref, finding }) => [ref, finding])).toEqual([
    ['CoC 1', findings[0]],
    ['CoC 2', findings[1]],
  ]);
});

test('cards that say all by themselves stay apart, whatever stands right above them', async () => {
  const card = (finding: string) =>
    htmlTable(
      [
        ['Area for improvement', finding],
        ['Progress', 'All crews were briefed.'],
        ['Lead', 'Hydrants Manager'],
      ],
      false,
    );
  const { entries } = await readHtml(`<h1>Plan</h1>${findings.map(card).join('')}`);
  expect(entries.map(({ finding }) => finding)).toEqual(findings);
});

test('a column of plain texts is no form', async () => {
  const { entries } = await readHtml(
    `<h1>Report</h1>${htmlTable([['The service should check its hydrants.'], ['Progress'], ['Done'], ['Lead']], false)}`,
  );
  expect(entries).toEqual([]);
});

test('boxes whose labels look like their texts are told by the labels that we know', async () => {
  const { entries } = await readHtml(
    `<h1>Highlight reports</h1>${findings.map((finding, index) => grid(`CoC ${index + 1}`, 'Head of Water') + boxes(finding).replaceAll(/<\/?b>/g, '')).join('')}`,
  );
  expect(entries.map(({ ref, finding }) => [ref, finding])).toEqual([
    ['CoC 1', findings[0]],
    ['CoC 2', findings[1]],
  ]);
});
