import { expect, test } from 'vitest';
import type { Segment } from '../../parsers/pdf/page/page-content.ts';
import { readPageTables } from '../../parsers/pdf/tables/on-page/choose.ts';
import { textOf, withRows } from '../../parsers/pdf/text/words.ts';
import { page, words } from '../support/page.ts';

const rule = (x0: number, x1: number, y: number): Segment => ({ x0, y0: y, x1, y1: y, width: 1, colour: [0, 0, 0] });

test('two tables side by side between rules of their own are two, and each line of a name and numbers is a row', () => {
  const stations = [
    ['Station', 'Calls', 'Share'],
    ['Hill', '12', '4'],
    ['Dale', '44', '12'],
    ['Moor', '17', '5'],
  ] as const;
  const crews = [
    ['Crew', 'Hours'],
    ['Red', '120'],
    ['Blue', '88'],
    ['Green', '93'],
  ] as const;
  const set = (rows: readonly (readonly string[])[], xs: readonly number[]) =>
    rows.flatMap((row, line) => row.flatMap((text, column) => words(text, xs[column] ?? 0, 112 + 14 * line)));
  const segments = [98, 117, 160].flatMap((y) => [rule(45, 230, y), rule(280, 400, y)]);
  const runs = [...set(stations, [50, 110, 170]), ...set(crews, [290, 350])];
  const read = readPageTables(withRows(page(runs, { segments })), 'auto').map(({ cells, columns }) => {
    const texts = cells.map((cell) => textOf(cell.runs));
    return texts.flatMap((_, at) => (at % columns === 0 ? [texts.slice(at, at + columns)] : []));
  });
  expect(read.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))).toEqual([stations, crews]);
});
