import { expect, test } from 'vitest';
import type { FlowLine } from '../../parsers/pdf/text/flow-line.ts';
import { mergeLines, toLines } from '../../parsers/pdf/text/lines.ts';
import { measureLeading, toGroups } from '../../parsers/pdf/text/paragraphs.ts';
import { withRows } from '../../parsers/pdf/text/words.ts';
import { page, words } from '../support/page.ts';

const region = {};
const setting = { leading: new Map([[10, 12]]), inCell: false, bodySize: 10 };
const bold = { bold: true };

function linesOf(runs: Parameters<typeof page>[0], right: number): readonly FlowLine[] {
  const rows = Map.groupBy(toLines(withRows(page(runs)).runs, 1), ({ baseline }) => baseline);
  return [...rows.values()].map(
    (row): FlowLine => ({
      kind: 'line',
      line: mergeLines(row),
      left: 50,
      right,
      region,
      unit: null,
      underlined: false,
    }),
  );
}

const groupsOf = (runs: Parameters<typeof page>[0], right = 300): readonly string[] =>
  toGroups(linesOf(runs, right), setting).map(({ texts }) => texts.join(' '));

test('a badge beside a title and a little above it shows no distance between lines', () => {
  const card = (top: number) => [
    ...words('In progress', 320, top),
    ...words('Hold a forum at each of', 50, top + 9),
    ...words('the nine stations', 50, top + 22),
  ];
  expect(measureLeading(linesOf([...card(100), ...card(200)], 400))).toEqual(new Map([[10, 13]]));
});

test('a small sign in another colour at the end of the first line of a title is a line of its own before it', () => {
  const sign = { size: 8, colour: [120, 120, 120] as const };
  const card = (looks: object) => [
    ...words('Commission a review of', 50, 100, bold),
    ...words('W7', 157, 100, looks),
    ...words('the recruitment offer', 50, 112, bold),
  ];
  expect(groupsOf(card(sign), 180)).toEqual(['W7', 'Commission a review of the recruitment offer']);
  expect(groupsOf(card({ size: 10 }))).not.toContain('W7');
});

test('a line that counts on in its last level begins a paragraph, though the one above is full', () => {
  const paragraph = (number: string, y: number) =>
    words(`${number} The service should look at all of its hoses at once`, 50, y);
  expect(groupsOf([...paragraph('2.4.1', 100), ...paragraph('2.4.2', 112)])).toHaveLength(2);
  expect(groupsOf([...paragraph('2.4.1', 100), ...paragraph('3.4.2', 112)])).toHaveLength(1);
});

test('lines set to the right edge are apart where the next would have had room', () => {
  const atRight = (text: string, y: number) => {
    const made = words(text, 0, y);
    const shift = 300 - (made.at(-1)?.box[2] ?? 0);
    return made.map((run) => ({
      ...run,
      box: [run.box[0] + shift, run.box[1], run.box[2] + shift, run.box[3]] as const,
    }));
  };
  expect(groupsOf([...atRight('For the Board of May', 100), ...atRight('Position at June', 112)])).toHaveLength(2);
});
