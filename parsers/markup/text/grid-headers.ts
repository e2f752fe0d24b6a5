import { mostOf } from '../../../src/lib/extremes.ts';

/** A row as read: its cells' texts, or one text across all columns. */
export type GridRow = readonly string[];

/** The rows that head a table's columns, and how far their cells reach. */
export interface GridHeader {
  readonly rows: number;
  /** Rows and columns a header cell spans, by `row/column`; a cell that another one covers has none. */
  readonly spans: ReadonlyMap<string, readonly [rowSpan: number, columnSpan: number]>;
}

const noHeader: GridHeader = { rows: 0, spans: new Map() };

/** A header of so many rows, none of whose cells spans another. */
export function plainHeader(rows: readonly GridRow[], count: number): GridHeader {
  const spans = rows.slice(0, count).flatMap((row, at) => row.map((_, column) => [`${at}/${column}`, [1, 1]] as const));
  return { rows: count, spans: new Map(spans) };
}

const isLabel = (text: string): boolean => text.length <= 60 && !/[.;!?]$/.test(text);

/** Finds the header of a table of plain texts: one row of labels, or a row of groups over a row of their columns. */
export function findHeader(rows: readonly GridRow[], columns: number): GridHeader {
  const one = countHeaders(rows, columns);
  return one > 0 ? plainHeader(rows, one) : groupedHeader(rows, columns);
}

/**
 * One, where every cell of the first row is a short label and below it stand texts that are longer. In two columns,
 * labels may as well stand beside their values: there the first column below must be longer than labels are.
 */
function countHeaders(rows: readonly GridRow[], columns: number): number {
  const [first, ...body] = rows;
  if (first === undefined || body.length === 0 || first.length !== columns) return 0;
  if (!first.every((text) => text !== '' && isLabel(text))) return 0;
  const outgrown = first.filter((text, column) => longest(body, column, columns) > 2 * text.length).length;
  return columns === 2 ? Number(longest(body, 0, columns) > 40 && outgrown === 2) : Number(outgrown > 0);
}

/** Two rows that fill each other's gaps: what stands over a gap reaches over it, what stands over a blank reaches down. */
function groupedHeader(rows: readonly GridRow[], columns: number): GridHeader {
  const [upper, lower, ...body] = rows;
  if (upper === undefined || lower === undefined || upper.length !== columns || lower.length !== columns)
    return noHeader;
  const has = (row: GridRow, column: number): boolean => (row[column] ?? '') !== '';
  const all = Array.from({ length: columns }, (_, column) => column);
  if (!has(upper, 0) || ![...upper, ...lower].every(isLabel) || !all.some((column) => !has(upper, column)))
    return noHeader;
  if (!all.every((column) => has(upper, column) || (has(lower, column) && has(lower, column - 1)))) return noHeader;
  if (!all.some((column) => longest(body, column, columns) > 60)) return noHeader;
  const spans = new Map<string, readonly [number, number]>();
  for (const column of all.filter((each) => has(upper, each))) {
    const end = all.find((each) => each > column && has(upper, each)) ?? columns;
    spans.set(`0/${column}`, has(lower, column) ? [1, end - column] : [2, 1]);
  }
  for (const column of all.filter((each) => has(lower, each))) spans.set(`1/${column}`, [1, 1]);
  return { rows: 2, spans };
}

const longest = (body: readonly GridRow[], column: number, columns: number): number =>
  Math.max(
    0,
    mostOf(body, (row) => (row.length === columns ? (row[column]?.length ?? 0) : 0)),
  );
