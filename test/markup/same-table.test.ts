import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docx } from '../../parsers/formats/docx.ts';
import { html } from '../../parsers/formats/html.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import type { Format } from '../../src/model/parsing.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { cell, docxFile, escapeXml, paragraph, row, table } from '../support/docx.ts';

/** A cell of a random table: lines of text, how far it spans, and what is painted behind it. */
interface Made {
  readonly lines: readonly string[];
  readonly columnSpan: number;
  /** True where it goes on downwards from the row above. */
  readonly merged: boolean;
  readonly fill: string | null;
}

const line = fc
  .array(
    fc.constantFrom(
      'Crews',
      'visited',
      '40',
      'homes',
      '&',
      '<b>',
      'Q1',
      '2024/25',
      'Größe',
      '“fit”',
      'pass',
      '3.5%',
      '5 > 4',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) => words.join(' '));
const lines = fc.array(line, { minLength: 0, maxLength: 3 });
const fill = fc.constantFrom(null, null, 'FFC000', '00B050', 'D9D9D9');

/** Rows of three columns; spans never run over the edge, a cell merges downwards only under one as wide. */
const rows = fc
  .array(
    fc.tuple(
      fc.array(fc.record({ lines, fill, down: fc.boolean() }), { minLength: 3, maxLength: 3 }),
      fc.constantFrom([1, 1, 1], [2, 1], [1, 2], [3]),
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map((drawn) => {
    const made: Made[][] = [];
    for (const [cells, spans] of drawn) {
      const above = made.at(-1);
      const same = above !== undefined && above.map((each) => each.columnSpan).join() === spans.join();
      made.push(
        spans.map((columnSpan, index) => {
          const { lines, fill, down } = cells[index] ?? { lines: [], fill: null, down: false };
          const merged = same && down && spans.length > 1 && index === 0;
          return { lines: merged ? [] : lines, columnSpan, merged, fill: merged ? null : fill };
        }),
      );
    }
    return made;
  });

function rowSpanOf(made: readonly (readonly Made[])[], at: number, index: number): number {
  let span = 1;
  while (made[at + span]?.[index]?.merged === true) span += 1;
  return span;
}

function asHtml(made: readonly (readonly Made[])[]): string {
  const cells = (at: number) =>
    (made[at] ?? [])
      .map((each, index) => {
        if (each.merged) return '';
        const style = each.fill === null ? '' : ` style="background-color:#${each.fill}"`;
        const text = each.lines.map((words) => `<p>${escapeXml(words)}</p>`).join('');
        return `<td colspan="${each.columnSpan}" rowspan="${rowSpanOf(made, at, index)}"${style}>${text}</td>`;
      })
      .join('');
  return `<!doctype html><meta charset="utf-8"><h1>Plan</h1><table>${made.map((_, at) => `<tr>${cells(at)}</tr>`).join('')}</table>`;
}

function asDocx(made: readonly (readonly Made[])[]): Uint8Array {
  const cells = (at: number) =>
    (made[at] ?? []).map((each, index) => {
      const start = !each.merged && rowSpanOf(made, at, index) > 1 ? '<w:vMerge w:val="restart"/>' : '';
      const shade = each.fill === null ? '' : `<w:shd w:val="clear" w:fill="${each.fill}"/>`;
      const properties = `<w:gridSpan w:val="${each.columnSpan}"/>${each.merged ? '<w:vMerge/>' : start}${shade}`;
      return cell(
        each.lines.length === 0 ? '<w:p/>' : each.lines.map((words) => paragraph(run(words))).join(''),
        properties,
      );
    });
  return docxFile({ body: paragraph('Plan') + table(made.map((_, at) => row(cells(at)))) + paragraph('End') });
}

const run = (words: string) => `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;

async function cellsBy(format: Format, bytes: Uint8Array): Promise<readonly Cell[]> {
  const { blocks } = await format.parse({ name: 'a', path: 'a', bytes, sha256: '' }, defaultParseOptions);
  const found = blocks.find((block): block is Table => block.kind === 'table');
  return found?.cells ?? [];
}

test('one random table as HTML and as DOCX has the same cells', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const fromHtml = await cellsBy(html, new TextEncoder().encode(asHtml(made)));
      expect(await cellsBy(docx, asDocx(made))).toEqual(fromHtml);
      const words = made.flat().flatMap((each) => (each.merged ? [] : [each.lines.join('\n')]));
      expect(fromHtml.map((each) => each.text)).toEqual(words);
    }),
    { numRuns: 60 },
  );
});
