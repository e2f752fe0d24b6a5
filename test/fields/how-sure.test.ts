import { expect, test } from 'vitest';
import { howSureBy, withConfidence } from '../../parsers/fields/how-sure.ts';
import { entry } from '../support/plan-entries.ts';
import { readHtml } from '../support/read-html.ts';

const table = (rows: readonly (readonly string[])[]) =>
  `<table>${rows
    .map(
      (cells, row) => `<tr>${cells.map((cell) => (row === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`,
    )
    .join('')}</table>`;
const head = ['Area for improvement', 'Action', 'Progress', 'Lead', 'Due'];
const rows = [
  ['The service should mend its gates.', 'Hang new gates', 'Two gates hang.', 'Head of Yards', 'June 2025'],
  ['The service should light its paths.', 'Buy lamps', 'Lamps were bought.', 'Head of Paths', 'July 2025'],
  ['The service should drain its yard.', 'Dig a drain', 'The drain is dug.', 'Head of Yards', 'May 2025'],
];
const paper = (all: readonly (readonly string[])[]) =>
  `<h1>Ashcombe Fire and Rescue Service: HMICFRS improvement plan</h1>${table([head, ...all])}`;

test('every value says how sure it is, and one that was cut is the least sure of its column', async () => {
  const cut = ['The service should sweep its floors.', 'Buy brooms', 'and the brooms of the second', '', ''];
  const { entries } = await readHtml(paper([...rows, cut]));
  for (const { places, confidence } of entries)
    expect(Object.keys(confidence).toSorted()).toEqual(
      Object.keys(places)
        .filter((field) => field !== 'extra')
        .toSorted(),
    );
  const sure = entries.map(({ confidence }) => confidence.progress ?? 1);
  expect(sure.length).toBe(4);
  expect(Math.min(...sure.slice(0, 3))).toBeGreaterThan(0.9);
  expect(sure[3]).toBeLessThan(Math.min(...sure.slice(0, 3)));
});

test('evidence adds up to the odds of being right; what a person said is certain', () => {
  const sure = howSureBy({ always: 2, cut: -3 });
  expect(sure([])).toBe(0.881);
  expect(sure([new Map([['cut', 1]]), new Map([['unheard of', 9]])])).toBe(0.269);
  expect(sure([new Map([['said by a person', 1]]), new Map([['cut', 1]])])).toBe(1);
});

test('an entry that says less than all others is doubted, and so is a paper with texts of no entry', () => {
  const known = [['finding', 'action', 'lead'], ['finding', 'action', 'lead'], ['finding']].map((fields, index) => ({
    entry: entry({
      finding: `Finding ${index}`,
      places: Object.fromEntries(fields.map((field) => [field, [{ path: `t1/r${index}` }]])),
    }),
    evidence: { finding: [] },
  }));
  const sure = howSureBy({ always: 3, 'entry of fewer fields': -2, 'texts of no entry': -1 });
  const all = (issues: Parameters<typeof withConfidence>[1]['issues']) =>
    withConfidence(known, { issues }, sure).map(({ confidence }) => confidence.finding);
  expect(all([])).toEqual([0.953, 0.953, 0.841]);
  const lost = { code: 'layout/text-not-placed', severity: 'info', message: 'Lost', place: null } as const;
  expect(Math.max(...all([lost, lost, lost]).map((one) => one ?? 1))).toBeLessThan(0.953);
});
