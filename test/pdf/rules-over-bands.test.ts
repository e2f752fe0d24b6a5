import { expect, test } from 'vitest';
import type { Fill, Segment } from '../../parsers/pdf/page/page-content.ts';
import { readPageTables } from '../../parsers/pdf/tables/on-page/choose.ts';
import { textOf, withRows } from '../../parsers/pdf/text/words.ts';
import { page, words } from '../support/page.ts';

const bounds = [50, 200, 350, 420, 545] as const;
const pieces = bounds.slice(1).map((x1, at) => [bounds[at] ?? 0, x1] as const);
const whole = [[50, 545]] as const;

const rule = (y: number, parts: readonly (readonly [number, number])[]): readonly Segment[] =>
  parts.map(([x0, x1]) => ({ x0, x1, y0: y, y1: y, width: 0.75, colour: [0, 0, 0] }));
const stripe = (top: number, bottom: number): readonly Fill[] =>
  pieces.map(([x0, x1]) => ({ box: [x0, top, x1, bottom], colour: [234, 241, 248], whole: true }));
const row = (baseline: number, texts: readonly string[], bold = false) =>
  texts.flatMap((text, at) => words(text, (bounds[at] ?? 0) + 4, baseline, { bold }));

const names = ['Work', 'So far', 'Due', 'Post'];
const first = ['Lag the hydrants', 'Ordered in the north', 'May 2025', 'Port Warden'];
const second = ['Cut a film', 'It is being cut', 'June 2025', 'Head of Crews'];
const bands = [
  'The quay and all that floats beside it is to be kept in order',
  'The crews are to be told of all that is done for them here',
];

test('rules over the cells of a row and over bands by turns are those of one table, its header with it', () => {
  const runs = [
    ...row(112, names, true),
    ...words(bands[0] ?? '', 54, 132, { bold: true }),
    ...row(152, first),
    ...words('by the makers', 204, 164),
    ...words(bands[1] ?? '', 54, 184, { bold: true }),
    ...row(204, second),
    ...words('in the port', 204, 216),
    ...row(236, first),
    ...words('by the makers', 204, 248),
  ];
  const rules = [100, 120, 140, 172, 192].flatMap((y) => rule(y, whole));
  const segments = [...rules, ...rule(224, pieces), ...rule(256, pieces)];
  const fills = [...stripe(140, 172), ...stripe(192, 224)];
  const tables = readPageTables(withRows(page(runs, { segments, fills })), 'auto');
  const texts = tables.map(({ rows, cells }) =>
    Array.from({ length: rows }, (_, at) => cells.filter((cell) => cell.row === at).map((cell) => textOf(cell.runs))),
  );
  const longer = ([work = '', told = '', ...others]: readonly string[], more: string) => [
    work,
    `${told} ${more}`,
    ...others,
  ];
  expect(texts).toEqual([
    [
      names,
      [bands[0]],
      longer(first, 'by the makers'),
      [bands[1]],
      longer(second, 'in the port'),
      longer(first, 'by the makers'),
    ],
  ]);
});
