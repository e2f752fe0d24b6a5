import { unionAll } from '../../src/lib/box.ts';
import type { PaperWords } from '../../src/lib/hyphens.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import type { Box } from '../../src/model/place.ts';
import { joinTexts } from '../../src/tables/stitch.ts';
import { inkOf } from './cell-looks.ts';
import { composeCell } from './cell-text.ts';
import type { FlowItem, FlowLine } from './flow.ts';
import type { Line } from './lines.ts';
import type { TextRun } from './page-content.ts';

/** Where a column stands, points. */
type Column = readonly [left: number, right: number];

/** The words of a line by column. */
type Parted = ReadonlyMap<number, readonly TextRun[]>;

/** Points by which a word may stick out of its column, and ems of white that part two columns. */
const drift = 4;
const leastGap = 0.5;
/** Ems from one line to the next, beyond which a row has ended; header rows are set off further. */
const longestStep = 2.2;

/**
 * Where no lines are drawn, a table's end is easily missed: lines right below it that keep to its columns go on with its
 * last row.
 */
export function withTails(page: readonly FlowItem[], paper: PaperWords): readonly FlowItem[] {
  const items: FlowItem[] = [];
  for (let index = 0; index < page.length; index++) {
    const item = page[index];
    if (item === undefined) continue;
    const columns = item.kind === 'table' && item.table.evidence !== 'ruled' ? columnsOf(item.table) : null;
    if (item.kind !== 'table' || columns === null) {
      items.push(item);
      continue;
    }
    const { lines, parted } = leadingLines(page.slice(index + 1), columns);
    const bottom = item.table.places[0]?.bbox?.[3] ?? 0;
    const first = lines[0]?.line;
    const near = first !== undefined && first.top - bottom < 0.8 * first.size;
    const tail = parted.slice(0, near ? rowLength(lines.map(({ line }) => line)) : 0);
    const onlyFirst = tail.every((words) => [...words.keys()].every((column) => column === 0));
    items.push(onlyFirst ? item : { kind: 'table', table: withTail(item.table, tail, columns, paper) });
    index += onlyFirst ? 0 : tail.length;
  }
  return items;
}

function withTail(table: Table, tail: readonly Parted[], columns: readonly Column[], paper: PaperWords): Table {
  const page = table.places[0]?.page ?? 0;
  const cells = table.cells.map((cell): Cell => {
    const column = columns[cell.column];
    if (cell.row + cell.rowSpan < table.rows || cell.columnSpan > 1 || column === undefined) return cell;
    const more = toCell(tail, cell.row, cell.column, column, cell.header, page, paper);
    if (more.text === '') return cell;
    const boxes = [...cell.places, ...more.places].flatMap((place) => (place.bbox === undefined ? [] : [place.bbox]));
    const bbox = unionAll(boxes) ?? [0, 0, 0, 0];
    return { ...cell, text: joinTexts(cell.text, more.text, false, paper), places: [{ path: '', page, bbox }] };
  });
  return { ...table, cells };
}

/** The first lines that keep to the columns, up to anything else, and their words by column. */
function leadingLines(items: readonly FlowItem[], columns: readonly Column[]) {
  const lines: FlowLine[] = [];
  const parted: Parted[] = [];
  for (const item of items) {
    const words = item.kind === 'line' && item.unit === null ? partByColumns(item.line, columns) : null;
    if (item.kind !== 'line' || words === null) break;
    lines.push(item);
    parted.push(words);
  }
  return { lines, parted };
}

/** The columns by the cells that cover one; null where a column has none. */
function columnsOf(table: Table): readonly Column[] | null {
  const columns = Array.from({ length: table.columns }, (_, column): Column | null => {
    const boxes = table.cells
      .filter((cell) => cell.column === column && cell.columnSpan === 1)
      .flatMap((cell) => cell.places.flatMap((place) => (place.bbox === undefined ? [] : [place.bbox])));
    const around = unionAll(boxes);
    return around === null ? null : [around[0], around[2]];
  });
  const known = columns.filter((column) => column !== null);
  return known.length < columns.length || columns.length < 2 ? null : known;
}

/** The line's words by column; null where one sticks out of every column, or runs on from one into the next. */
function partByColumns(line: Line, columns: readonly Column[]): Parted | null {
  const parted = new Map<number, TextRun[]>();
  let before: { readonly column: number; readonly end: number } | null = null;
  for (const { run, x0, x1 } of line.pieces) {
    const column = columns.findIndex(([left, right]) => x0 >= left - drift && x1 <= right + drift);
    if (column === -1 || line.angle !== 0) return null;
    if (before !== null && column !== before.column && x0 - before.end < leastGap * run.size) return null;
    parted.set(column, [...(parted.get(column) ?? []), run]);
    before = { column, end: x1 };
  }
  return parted;
}

/** How many lines go on without a gap, in one size and not in bold. */
function rowLength(lines: readonly Line[]): number {
  const end = lines.findIndex((line, index) => {
    const before = lines[index - 1];
    if (line.bold || before === undefined) return line.bold;
    return Math.abs(line.size - before.size) > 0.6 || line.baseline - before.baseline > longestStep * line.size;
  });
  return end === -1 ? lines.length : end;
}

function textOf(lines: readonly Parted[], column: number, box: Box, paper: PaperWords): string {
  const runs = lines.flatMap((words) => words.get(column) ?? []);
  return composeCell(runs, box, paper);
}

function toCell(
  lines: readonly Parted[],
  row: number,
  column: number,
  [left, right]: Column,
  header: boolean,
  page: number,
  paper: PaperWords,
): Cell {
  const runs = lines.flatMap((words) => words.get(column) ?? []);
  const around = unionAll(lines.flatMap((words) => [...words.values()].flat()).map((run) => run.box));
  const box: Box = [left, around?.[1] ?? 0, right, around?.[3] ?? 0];
  return {
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    header,
    text: textOf(lines, column, box, paper),
    bold: runs.length > 0 && runs.every((run) => run.bold),
    fill: null,
    ink: inkOf(runs),
    places: [{ path: '', page, bbox: box }],
  };
}
