/**
 * How truly tables are read from pages that a seed makes up (prose in one or two columns, nine ways of ruling, printed by
 * WeasyPrint): cell adjacency relations as in the ICDAR 2013 table competition, a text and the next one to its right or
 * below; a table that is none counts against it.
 *   npm run bench:tables [-- --pages 100 --from 1]
 */
import { parseArgs } from 'node:util';
import type { Table } from '../../src/model/document.ts';
import { canPrint, printHtml, readPdf } from '../../test/support/print.ts';
import { randomFrom } from '../../test/support/random.ts';
import { makePage } from './made-pages.ts';
import type { MadeCell } from './made-tables.ts';

/** Which text stands right of and below which, as counted lines of text. */
function relations(cells: readonly MadeCell[]): ReadonlyMap<string, number> {
  const at = new Map<string, MadeCell>();
  const filled = cells.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  for (const cell of filled) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) at.set(`${row},${column}`, cell);
    }
  }
  const [rows, columns] = [
    Math.max(0, ...filled.map(({ row, rowSpan }) => row + rowSpan)),
    Math.max(0, ...filled.map(({ column, columnSpan }) => column + columnSpan)),
  ];
  const pairs = new Map<string, readonly [MadeCell, MadeCell, string]>();
  const along = (cellsInLine: readonly (MadeCell | undefined)[], direction: string) => {
    let before: MadeCell | undefined;
    for (const cell of cellsInLine) {
      if (cell === undefined) continue;
      if (before !== undefined && before !== cell) {
        pairs.set(`${filled.indexOf(before)} ${filled.indexOf(cell)} ${direction}`, [before, cell, direction]);
      }
      before = cell;
    }
  };
  for (let row = 0; row < rows; row++) {
    const line = Array.from({ length: columns }, (_, column) => at.get(`${row},${column}`));
    along(line, 'right');
  }
  for (let column = 0; column < columns; column++) {
    const line = Array.from({ length: rows }, (_, row) => at.get(`${row},${column}`));
    along(line, 'below');
  }
  const counted = new Map<string, number>();
  for (const [a, b, direction] of pairs.values()) {
    const relation = [a, b].map(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '')).join(` ${direction} `);
    counted.set(relation, (counted.get(relation) ?? 0) + 1);
  }
  return counted;
}

const size = (counted: ReadonlyMap<string, number>) => [...counted.values()].reduce((sum, count) => sum + count, 0);

function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  return [...a].reduce((sum, [relation, count]) => sum + Math.min(count, b.get(relation) ?? 0), 0);
}

const cellsOf = (table: Table): readonly MadeCell[] =>
  table.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({ row, column, rowSpan, columnSpan, text }));

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '100' }, from: { type: 'string', default: '1' } },
});
if (!canPrint('weasyprint')) throw new Error('weasyprint is not installed, so no pages can be printed');
let [f1, perfect, made, spurious] = [0, 0, 0, 0];
for (let page = 0; page < Number(values.pages); page++) {
  const { html, tables } = makePage(randomFrom(Number(values.from) + page));
  const document = await readPdf(await printHtml(html, 'weasyprint'), { stitch: false });
  const read = document.blocks.filter((block) => block.kind === 'table').map((table) => relations(cellsOf(table)));
  const free = new Set(read);
  let right = 0;
  for (const table of tables.map(({ cells }) => relations(cells))) {
    const best = [...free].toSorted((a, b) => common(table, b) - common(table, a))[0];
    if (best === undefined || common(table, best) === 0) continue;
    free.delete(best);
    right += common(table, best);
    if (common(table, best) === size(table) && size(table) === size(best)) perfect++;
  }
  const known = tables.reduce((sum, { cells }) => sum + size(relations(cells)), 0);
  const found = read.reduce((sum, table) => sum + size(table), 0);
  f1 += known + found === 0 ? 1 : (2 * right) / (known + found);
  made += tables.length;
  spurious += free.size;
}
process.stdout.write(
  `${values.pages} pages from seed ${values.from}: mean F1 ${((100 * f1) / Number(values.pages)).toFixed(1)}, ${perfect} of ${made} tables perfect, ${spurious} spurious\n`,
);
