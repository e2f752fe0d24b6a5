import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { foldWords } from '../../../../src/lib/fold.ts';
import { linePitch } from '../../text/bands.ts';
import { median, toTextRows } from '../../text/rows.ts';
import { textOf, type Word } from '../../text/words.ts';
import type { PageCell, PageTable } from '../cells/page-table.ts';
import type { Column } from '../spaced/columns.ts';

/** A column as the pages so far show it. */
export interface OpenColumn extends Column {
  /** True where its lines begin at one place, `x0`. */
  readonly flush: boolean;
}

/** What is known of a table that runs to the end of a page and is drawn by no lines: enough to tell its next rows. */
export interface OpenTable {
  readonly columns: readonly OpenColumn[];
  /** First columns, beyond the first of all, of cells that span several. */
  readonly spans: ReadonlySet<number>;
  /** Texts of the first row by column, folded. */
  readonly header: readonly string[];
  /** Points: the size of the text, and from line to line of wrapped text (0 where none is wrapped). */
  readonly size: number;
  readonly pitch: number;
  /** True where rows are parted by white bands; false where each line is a row. */
  readonly banded: boolean;
  readonly confidence: number;
}

/** Points by which lines that begin at one place may differ. */
const flushSlack = 1.5;

/**
 * The open table that a table at the end of a page is; null for a table whose columns do not all show.
 * @param before the open table that this one is known to go on with
 */
export function toOpenTable(table: PageTable, before: OpenTable | null): OpenTable | null {
  if (table.evidence !== 'spaced' || table.angle !== 0) return null;
  const columns = Array.from({ length: table.columns }, (_, column) => {
    const own = columnOf(table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1));
    return joined(before?.columns[column] ?? null, own);
  });
  const known = columns.filter((column) => column !== null);
  const rows = toTextRows(table.cells.flatMap((cell) => cell.runs));
  if (known.length < columns.length || columns.length < 2 || rows.length === 0) return null;
  const spanning = table.cells.filter((cell) => cell.column > 0 && cell.columnSpan > 1 && cell.runs.length > 0);
  const pitch = linePitch(rows);
  return {
    columns: known,
    spans: new Set([...(before?.spans ?? []), ...spanning.map((cell) => cell.column)]),
    header: before?.header ?? known.map((_, column) => textAt(table, column)),
    size: before?.size ?? median(rows.map((row) => row.size)),
    pitch: before !== null && before.pitch > 0 ? before.pitch : pitch,
    banded: before?.banded ?? rows.length > table.rows,
    confidence: table.confidence,
  };
}

const textAt = (table: PageTable, column: number): string =>
  foldWords(textOf(table.cells.find((cell) => cell.row === 0 && cell.column === column)?.runs ?? []));

function joined(before: OpenColumn | null, own: OpenColumn | null): OpenColumn | null {
  if (before === null || own === null) return before ?? own;
  const together = Math.abs(before.x0 - own.x0) <= flushSlack;
  return {
    x0: Math.min(before.x0, own.x0),
    x1: Math.max(before.x1, own.x1),
    flush: before.flush && (own.flush || together),
  };
}

function columnOf(cells: readonly PageCell[]): OpenColumn | null {
  const lines = cells.flatMap((cell) => toTextRows(cell.runs));
  if (lines.length === 0) return null;
  const x0 = leastOf(lines, (line) => line.x0);
  const atStart = lines.filter((line) => line.x0 - x0 <= flushSlack).length;
  return { x0, x1: mostOf(lines, (line) => line.x1), flush: atStart >= 0.7 * lines.length };
}

/** True where a run begins where the column's lines do, or where these begin anywhere. */
export const beginsIn = (column: OpenColumn, run: Word): boolean =>
  !column.flush || Math.abs(run.box[0] - column.x0) <= flushSlack;
