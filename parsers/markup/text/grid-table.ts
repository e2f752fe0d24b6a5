import type { Cell, Table } from '../../../src/model/document.ts';
import { withoutBullets } from '../bullets.ts';
import { withoutEmphasis } from './emphasis.ts';

/** A row as read: its cells' texts, or one text across all columns. */
export type GridRow = readonly string[];

/** Rows of plain texts as a table; a row of one text goes across all columns. */
export function toTable(rows: readonly GridRow[], columns: number, headerRows: number): Table {
  const cells = rows.flatMap((row, at) => {
    const across = row.length === 1 && columns > 1;
    return Array.from({ length: across ? 1 : columns }, (_, column): Cell => {
      const { text, bold } = cellText(row[column] ?? '');
      return {
        row: at,
        column,
        rowSpan: 1,
        columnSpan: across ? columns : 1,
        header: at < headerRows,
        text,
        bold,
        fill: null,
        ink: null,
        places: [],
      };
    });
  });
  return {
    kind: 'table',
    rows: rows.length,
    columns,
    cells,
    headerRows,
    caption: null,
    evidence: 'text',
    confidence: 0.9,
    joins: [],
    places: [],
  };
}

/** A cell's text without emphasis, bullets one a line without their glyph. */
function cellText(words: string): { readonly text: string; readonly bold: boolean } {
  const { text, bold } = withoutEmphasis(words.replace(/(?<=\S)\s+(?=[•●▪◦]\s)/gu, '\n').replace(/\n/g, '<br>'));
  return { text: withoutBullets(text.split('\n')).join('\n'), bold };
}

/**
 * How many rows head the columns: one, where every cell of the first row is a short label and below it stand texts that
 * are longer or of another kind. In two columns, labels may as well stand beside their values: there the first column
 * below must be longer than labels are.
 */
export function countHeaders(rows: readonly GridRow[], columns: number): number {
  const [first, ...body] = rows;
  if (first === undefined || body.length === 0 || first.length !== columns) return 0;
  if (!first.every((text) => text !== '' && text.length <= 60 && !/[.;!?]$/.test(text))) return 0;
  const longest = (column: number) =>
    Math.max(...body.map((row) => (row.length === columns ? (row[column]?.length ?? 0) : 0)));
  const outgrown = first.filter((text, column) => longest(column) > 2 * text.length).length;
  return columns === 2 ? Number(longest(0) > 40 && outgrown === 2) : Number(outgrown > 0);
}
