import { expect, test } from 'vitest';
import { toGroup } from '../../parsers/pdf/tables/spaced/row-groups.ts';
import { splitSideBySide } from '../../parsers/pdf/tables/spaced/row-splits.ts';
import { toTextRows } from '../../parsers/pdf/text/rows.ts';
import { toWords } from '../../parsers/pdf/text/words.ts';
import { words } from '../support/page.ts';

test('what stands in the gap between two tables side by side is in one of them, not in both', () => {
  const line = (top: number) => [
    ...words('Hoses', 50, top),
    ...words('12', 110, top),
    ...words('x', 165, top),
    ...words('Boats', 220, top),
    ...words('34', 280, top),
  ];
  const group = toGroup(toTextRows(toWords([100, 112, 124].flatMap(line))));
  const flats = [92, 130].flatMap((at) => [
    { at, from: 45, to: 140 },
    { at, from: 210, to: 310 },
  ]);
  const sides = splitSideBySide(group, flats).map(({ rows }) =>
    rows.map(({ chunks }) => chunks.map(({ text }) => text).join(' ')),
  );
  expect(sides).toEqual([
    ['Hoses 12 x', 'Hoses 12 x', 'Hoses 12 x'],
    ['Boats 34', 'Boats 34', 'Boats 34'],
  ]);
});
