import path from 'node:path';
import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import type { DrawnPage, Table } from '../model/document.ts';
import { exitCode, UsageError } from '../model/errors.ts';
import { readTables } from '../pipeline/extract.ts';
import { commandOf } from './command.ts';
import { writeWhole } from './files.ts';
import { flag, takes } from './options.ts';
import { limitOptions, limitsOf, parseOptions, parseOptionsOf } from './reading-options.ts';

export const command = commandOf({
  name: 'tables',
  help: `Examples:
  boardtrail tables paper.pdf                    every table as a grid, tables over several pages joined
  boardtrail tables paper.pdf --no-stitch        one table a page
  boardtrail tables paper.docx --json            for programs: rows, spans, pages, boxes
  boardtrail tables paper.pdf --draw seen/       what was seen on each page, to find out why a table was read so

Usage: boardtrail tables FILE [OPTION…]
`,
  options: {
    json: flag('print JSON'),
    ...parseOptions({
      evidence: "what to read a PDF's tables from: auto (default; the best on each page), tagged, ruled or spaced",
      stitch: 'leave tables that run over several pages in pieces',
    }),
    draw: takes(`DIR write each page of a PDF to DIR as SVG, in layers: fills, images, ruling, runs (words), rows, cells,
and tables in the colour of what they were read from`),
    ...limitOptions,
  },
  column: 22,
  notes: `Exit code 3 where the file could not be read, or only in part; each reason is named.
`,
  async run({ values, positionals }) {
    const [file, second] = positionals;
    if (file === undefined || second !== undefined) {
      throw new UsageError('tables takes one file: boardtrail tables FILE');
    }
    const answer = await readTables(file, {
      ...limitsOf(values),
      parse: parseOptionsOf(values),
      draw: values.draw !== undefined,
    });
    const name = printable(file);
    if (!answer.ok) {
      process.stderr.write(`${name}: ${printable(answer.message)} [${answer.code}]\n`);
      if (answer.stack !== undefined) process.stderr.write(`${answer.stack}\n`);
      return answer.stack === undefined ? exitCode.incomplete : exitCode.fault;
    }
    const { tables: found, issues, pages } = answer.extraction;
    if (values.draw !== undefined) await writePages(pages, values.draw);
    if (values.json) process.stdout.write(`${JSON.stringify({ tables: found.map(toJson) })}\n`);
    else process.stdout.write(found.map(toText).join('\n'));
    if (found.length === 0) process.stderr.write(`${name}: no table was found\n`);
    for (const { severity, code, message } of issues) {
      if (severity !== 'info') process.stderr.write(`${name}: ${severity}: ${printable(message)} [${code}]\n`);
    }
    return issues.some(({ severity }) => severity === 'error') ? exitCode.incomplete : exitCode.well;
  },
});

async function writePages(pages: readonly DrawnPage[], folder: string): Promise<void> {
  const digits = String(Math.max(0, ...pages.map(({ number }) => number))).length;
  for (const { number, svg } of pages) {
    await writeWhole(path.join(folder, `page-${String(number).padStart(digits, '0')}.svg`), [svg]);
  }
  process.stderr.write(`Written to ${printable(folder)}: ${counted(pages.length, 'page')}\n`);
}

const pagesOf = ({ places }: Table): readonly number[] => [...new Set(places.flatMap(({ page }) => page ?? []))];

/** A table as the contract gives it: positions that a span covers are empty strings. */
function toJson(table: Table) {
  const pages = pagesOf(table);
  return {
    page: pages[0] ?? null,
    pages,
    evidence: table.evidence,
    confidence: table.confidence,
    caption: table.caption,
    headerRows: table.headerRows,
    rows: toRows(table),
    spans: table.cells
      .filter((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)
      .map(({ row, column, rowSpan, columnSpan }) => ({ row, col: column, rowspan: rowSpan, colspan: columnSpan })),
    fills: table.cells.flatMap(({ row, column, fill }) => (fill === null ? [] : [{ row, col: column, rgb: fill }])),
    bbox: table.places[0]?.bbox ?? null,
  };
}

function toRows(table: Table): readonly (readonly string[])[] {
  const rows = Array.from({ length: table.rows }, () => new Array<string>(table.columns).fill(''));
  for (const { row, column, text } of table.cells) {
    const line = rows[row];
    if (line !== undefined) line[column] = text;
  }
  return rows;
}

/** A table as a grid of characters, for people. Long cells are wrapped. */
function toText(table: Table): string {
  const rows = toRows(table).map((row) => row.map((text) => text.split('\n').map(printable).join('\n')));
  const room = Math.max(8, Math.floor(((process.stdout.columns ?? 120) - 1) / Math.max(1, table.columns)) - 3);
  const widths = Array.from({ length: table.columns }, (_, column) =>
    Math.min(
      room,
      rows.reduce((most, row) => Math.max(most, longestLine(row[column] ?? '')), 1),
    ),
  );
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+\n`;
  const body = rows.map((row) => {
    const wrapped = widths.map((width, column) => wrap(row[column] ?? '', width));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from(
      { length: height },
      (_, line) => `| ${widths.map((width, column) => (wrapped[column]?.[line] ?? '').padEnd(width)).join(' | ')} |\n`,
    ).join('');
  });
  const pages = pagesOf(table);
  const title = [
    table.caption === null ? null : printable(table.caption),
    pages.length > 0 ? `page ${pages.join(', ')}` : null,
    table.evidence,
  ];
  return `${title.filter((part) => part !== null).join(' · ')}\n${rule}${body.join(rule)}${rule}`;
}

const longestLine = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

/** Text cut into lines of at most `width` characters, between words where it can be. */
function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const pieces = word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''];
      for (const piece of pieces) {
        if (line === '') line = piece;
        else if (line.length + 1 + piece.length <= width) line += ` ${piece}`;
        else {
          lines.push(line);
          line = piece;
        }
      }
    }
    return [...lines, line];
  });
}
