import type { Cell, Table } from '../../../src/model/document.ts';
import { withoutBullets } from '../bullets.ts';
import { withoutEmphasis } from './emphasis.ts';
import type { GridHeader, GridRow } from './grid-headers.ts';

/** Rows of plain texts as a table; a row of one text goes across all columns. */
export function toTable(rows: readonly GridRow[], columns: number, header: GridHeader): Table {
  const cells = rows.flatMap((row, at) => {
    const across = row.length === 1 && columns > 1;
    return Array.from({ length: across ? 1 : columns }, (_, column) => column).flatMap((column): readonly Cell[] => {
      const isHeader = at < header.rows;
      const [rowSpan, columnSpan] = isHeader
        ? (header.spans.get(`${at}/${column}`) ?? [0, 0])
        : [1, across ? columns : 1];
      if (rowSpan === 0) return [];
      const { text, bold } = cellText(row[column] ?? '');
      return [
        { row: at, column, rowSpan, columnSpan, header: isHeader, text, bold, fill: null, ink: null, places: [] },
      ];
    });
  });
  return {
    kind: 'table',
    rows: rows.length,
    columns,
    cells,
    headerRows: header.rows,
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
