import { describe, expect, test } from 'vitest';
import { html } from '../../parsers/formats/html.ts';
import { tickedLines, ticksToWords } from '../../parsers/recognise/ticks.ts';
import { parseIn } from '../support/parse.ts';

/** The texts of a table after its ticks were read, row by row. */
async function read(rows: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> {
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('');
  const [block] = (await parseIn(html, `<table>${lines}</table>`)).blocks;
  if (block?.kind !== 'table') throw new Error('no table');
  const table = ticksToWords(block);
  return Array.from({ length: table.rows }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).map(({ text }) => text),
  );
}

describe('ticks', () => {
  test('under a question mean its words; crosses and empty boxes mean nothing', async () => {
    expect(
      await read([
        ['Action', 'Complete?'],
        ['Hose', '☒'],
        ['Boots', '☐'],
        ['Rota', '✗'],
        ['Log', '🗹'],
      ]),
    ).toEqual([
      ['Action', 'Complete?'],
      ['Hose', 'Complete'],
      ['Boots', ''],
      ['Rota', ''],
      ['Log', 'Complete'],
    ]);
  });

  test('a letter x alone is a tick, beside ticks a cross', async () => {
    expect(
      (
        await read([
          ['Action', 'Closed'],
          ['Hose', 'x'],
          ['Boots', ''],
        ])
      ).map(([, mark]) => mark),
    ).toEqual(['', 'Closed', '']);
    expect(
      (
        await read([
          ['Action', 'Closed'],
          ['Hose', 'x'],
          ['Boots', '✓'],
        ])
      ).map(([, mark]) => mark),
    ).toEqual(['', '', 'Closed']);
  });

  test('in one of several columns choose that column’s words', async () => {
    expect(
      await read([
        ['Action', 'Not started', 'In progress', 'Complete', 'Lead'],
        ['Hose', '☐', '☒', '☐', 'Ann'],
        ['Boots', '', '', '✓', 'Bob'],
        ['Rota', '●', '', '', 'Cat'],
      ]),
    ).toEqual([
      ['Action', '', 'Lead'],
      ['Hose', 'In progress', 'Ann'],
      ['Boots', 'Complete', 'Bob'],
      ['Rota', 'Not started', 'Cat'],
    ]);
  });

  test('under a header that is no usual name of a status are known by what they say', async () => {
    expect(
      await read([
        ['Action', 'Delivered?'],
        ['Hose', '<span role="checkbox" aria-checked="true"></span>'],
        ['Boots', '<input type="checkbox">'],
      ]),
    ).toEqual([
      ['Action', ''],
      ['Hose', 'Delivered'],
      ['Boots', ''],
    ]);
  });

  test('behind a label in a line', async () => {
    const { blocks } = await parseIn(html, '<p>Complete: [x]</p><p>Closed: ☐</p><p>Kit: [x]</p>');
    expect(tickedLines(blocks).map((block) => 'text' in block && block.text)).toEqual([
      'Complete: Complete',
      'Kit: [x]',
    ]);
  });

  test('under other headers, or among words, stay as they are', async () => {
    const rows = [
      ['Action', 'Trained', 'Complete'],
      ['Hose', '✓', '✓'],
      ['Boots', '✗', 'Nearly'],
    ];
    expect(await read(rows)).toEqual(rows);
  });

  test('beside a label mean the label', async () => {
    expect(
      await read([
        ['Action', 'Hose'],
        ['Complete', '☒'],
        ['On hold', '☐'],
      ]),
    ).toEqual([
      ['Action', 'Hose'],
      ['Complete', 'Complete'],
      ['On hold', ''],
    ]);
  });
});
