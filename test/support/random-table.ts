import fc from 'fast-check';
import type { Table } from '../../src/model/document.ts';

/** A cell of a table that was made up, at its top left position. */
export interface MadeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly fill: readonly number[] | null;
}

export interface MadeTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly MadeCell[];
}

const part = fc.integer({ min: 90, max: 235 });
const fill = fc.option(fc.tuple(part, part, part), { freq: 3 });

/**
 * Tables whose first row and column hold no span, so that every row and column is drawn somewhere.
 * @param text what stands in a cell; its first row and column are never blank
 * @param mostRows how many rows it has at the most, 12 at the very most
 */
export const madeTable = (text: fc.Arbitrary<string>, mostRows: number): fc.Arbitrary<MadeTable> =>
  fc
    .record({
      rows: fc.integer({ min: 2, max: mostRows }),
      columns: fc.integer({ min: 2, max: 5 }),
      spans: fc.array(
        fc.tuple(fc.nat(mostRows - 1), fc.nat(4), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
        {
          maxLength: 3,
        },
      ),
      looks: fc.array(fc.record({ text, fill }), { minLength: 60, maxLength: 60 }),
    })
    .map(({ rows, columns, spans, looks }) => {
      const taken = new Set<string>();
      const cells: MadeCell[] = [];
      const place = (row: number, column: number, rowSpan: number, columnSpan: number) => {
        const look = looks[(row * columns + column) % looks.length];
        for (let r = row; r < row + rowSpan; r++)
          for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`);
        const spoken = row === 0 || column === 0 ? `${look?.text || 'Head'}` : (look?.text ?? '');
        cells.push({ row, column, rowSpan, columnSpan, text: spoken, fill: look?.fill ?? null });
      };
      for (const [row, column, rowSpan, columnSpan] of spans) {
        const fits = row > 0 && column > 0 && row + rowSpan <= rows && column + columnSpan <= columns;
        const covered = Array.from(
          { length: rowSpan * columnSpan },
          (_, at) => `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`,
        );
        if (fits && !covered.some((position) => taken.has(position))) place(row, column, rowSpan, columnSpan);
      }
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) if (!taken.has(`${row},${column}`)) place(row, column, 1, 1);
      }
      return { rows, columns, cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column) };
    });

/** As a table of HTML. */
export function toHtml({ rows, cells }: MadeTable): string {
  const body = Array.from({ length: rows }, (_, row) => {
    const own = cells.filter((cell) => cell.row === row);
    return `<tr>${own
      .map(({ rowSpan, columnSpan, fill: paint, text: spoken }) => {
        const colour = paint === null ? '' : ` style="background: rgb(${paint.join(',')})"`;
        return `<td rowspan="${rowSpan}" colspan="${columnSpan}"${colour}>${spoken}</td>`;
      })
      .join('')}</tr>`;
  });
  return `<table>${body.join('')}</table>`;
}

/** A table that was read, in the form of one made up. */
export const asMade = (read: Table): MadeTable => ({
  rows: read.rows,
  columns: read.columns,
  cells: read.cells
    .map(({ row, column, rowSpan, columnSpan, text: spoken, fill: paint }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text: spoken,
      fill: paint === null ? null : [...paint],
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column),
});
