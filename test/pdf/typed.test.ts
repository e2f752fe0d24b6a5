import { expect, test } from 'vitest';
import { readText } from '../../parsers/markup/text/blocks.ts';
import type { Block } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

const record = (ref: string, said: string, cells: string) => `
==============================================================================
Log no:         ${ref}
Said:           ${said}
                before the winter comes.
Action holder:  C Hathersage
State:          OPEN
Diary:
    14/09/2022  ${cells}
    02/12/2022  All of them have been counted, and those that leak were
                sent back.`;
const text = `NORTHMERE FIRE AND RESCUE SERVICE
HMICFRS improvement log

Entries are made by the log keeper on the day that news comes in. The newest
news stands last.
${record('NM/23', 'Northmere should test each of the hydrants on the coast', 'Hydrants found.')}
${record('NM/24', 'Northmere should mend the hoses and couplings in its stores', 'Hoses found.')}
${record('NM/25', 'Northmere should fence the ponds at its old training ground', 'Ponds found.')}
`;

const textsOf = (blocks: readonly Block[]) =>
  blocks.map((block) => {
    if (block.kind === 'table') return block.cells.map(({ row, column, text: words }) => [row, column, words]);
    return block.kind === 'list' ? block.items.map((item) => item.text) : block.text;
  });

test.for(['weasyprint', 'chromium'] as const)(
  'pages typed in one fixed width, printed by %s, read as the file of plain text that was printed',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const html = `<html><head><style>@page { size: A4; margin: 40pt } pre { font: 9pt "Liberation Mono"; margin: 0 }</style></head><body><pre>${text}</pre></body></html>`;
    const { blocks } = await readPdf(await printHtml(html, producer));
    expect(textsOf(blocks)).toEqual(textsOf(readText(text).blocks));
    const parts = blocks.flatMap((block): readonly { readonly places: readonly Place[] }[] =>
      block.kind === 'table' ? block.cells : [block],
    );
    expect(parts.every(({ places }) => places.every(({ page, bbox }) => page === 1 && bbox !== undefined))).toBe(true);
    const holders = blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.filter((cell) => cell.text === 'C Hathersage') : [],
    );
    const tops = holders.map(({ places }) => places[0]?.bbox?.[1] ?? 0);
    expect(tops.length).toBe(3);
    expect(tops).toEqual([...new Set(tops)].toSorted((a, b) => a - b));
  },
);

test('a page with a column in another width is none', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const prose = 'This is set as any other text is, in letters that are as wide as they need to be. '.repeat(12);
  const html = `<html><head><style>@page { size: A4 } pre { font: 9pt "Liberation Mono" }</style></head><body><h1>Log</h1><p>${prose}</p><pre>${text}</pre></body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  expect(blocks[0]).toMatchObject({ kind: 'heading', text: 'Log' });
  expect(blocks[1]).toMatchObject({ kind: 'paragraph', text: prose.trim() });
});
