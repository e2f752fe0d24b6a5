import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readDocument } from '../../parsers/index.ts';
import { blocksToRegions } from '../../parsers/records/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';

/** The slots of the largest region that a page holds: label, then the text of each record. */
async function slotsOf(body: string): Promise<readonly (readonly (string | null)[])[]> {
  const bytes = Buffer.from(`<!doctype html><html><body>${body}</body></html>`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { blocks } = await readDocument({ name: 'a.html', path: 'a.html', bytes, sha256 }, defaultParseOptions);
  const [largest] = blocksToRegions(blocks, () => true).toSorted((a, b) => b.slots.length - a.slots.length);
  return (largest?.slots ?? []).map(({ label, values }) => [label, ...values.map((value) => value?.text ?? null)]);
}

test('labels run on in one paragraph are told by returning, whatever they say', async () => {
  const paragraph = (gap: string, work: string) => `<p>Gap seen: ${gap} Work so far: ${work} Keeper: Head of Hoses</p>`;
  expect(
    await slotsOf(paragraph('Hoses leak.', 'Nine are mended.') + paragraph('Maps are old.', 'Half is drawn.')),
  ).toEqual([
    ['Gap seen', 'Hoses leak.', 'Maps are old.'],
    ['Work so far', 'Nine are mended.', 'Half is drawn.'],
    ['Keeper', 'Head of Hoses', 'Head of Hoses'],
  ]);
});

test('a row of labels over a row of values, other labels each time, is a form', async () => {
  const form = (keeper: string, date: string, work: string) =>
    `<table><tr><td><b>Keeper</b></td><td><b>Wanted by</b></td></tr><tr><td>${keeper}</td><td>${date}</td></tr><tr><td colspan="2"><b>Work so far</b></td></tr><tr><td colspan="2">${work}</td></tr></table>`;
  expect(
    await slotsOf(
      form('Head of Hoses', 'March 2025', 'Nine are mended.') + form('Head of Maps', 'June 2025', 'Half is drawn.'),
    ),
  ).toEqual([
    ['Keeper', 'Head of Hoses', 'Head of Maps'],
    ['Wanted by', 'March 2025', 'June 2025'],
    ['Work so far', 'Nine are mended.', 'Half is drawn.'],
  ]);
});

test('a title set as a heading here and in bold there is one slot, its reference another', async () => {
  const labels = (work: string) => `<p>Work so far: ${work}</p><p>Wanted by: May 2025</p>`;
  const slots = await slotsOf(
    `<h3>AFI 1: Hoses</h3>${labels('Nine are mended.')}<p><b>AFI 2: Maps of every hydrant in the whole county and of those that stand beyond its border</b></p>${labels('Half is drawn.')}`,
  );
  expect(slots.slice(0, 2)).toEqual([
    ['', 'AFI 1', 'AFI 2'],
    ['', 'Hoses', 'Maps of every hydrant in the whole county and of those that stand beyond its border'],
  ]);
});
