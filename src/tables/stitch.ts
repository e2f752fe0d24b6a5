import { union } from '../lib/box.ts';
import { foldWords } from '../lib/fold.ts';
import { joinWrapped, type PaperWords } from '../lib/hyphens.ts';
import { rememberByObject } from '../lib/remember.ts';
import type { Block, Cell, Join, Table } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import { leavesCutsOpen, readBreakLines } from './break-lines.ts';
import { alignColumns } from './columns.ts';
import { goesOnInSmall } from './continuation.ts';
import { isCutRow, usesSmallLetters } from './cut-row.ts';
import { byPosition, type LongTable, settle, someCell, toLongTable, traitsOfWhole, wholeTable } from './long-table.ts';
import { mostHeaderRows, repeatedHeaderRows, startsAnew } from './repeated-header.ts';
import { hasSentences, isInParagraphs, type TableTraits } from './traits.ts';

/**
 * Joins tables that run over pages: two tables with nothing between them, the second on the page after the first, with
 * the same columns and no header of its own but a repetition of the first one's. Repeated headers are dropped (their
 * cells keep the place on both pages), a row cut by the page's end is joined; each join says why.
 */
export function stitchTables(blocks: readonly Block[], paper: PaperWords): readonly Block[] {
  const byLines = leavesCutsOpen(blocks);
  const firstRows = rowsToCompare(blocks);
  const stitched: (Block | LongTable)[] = [];
  let last = -1;
  for (const block of blocks) {
    if (block.kind !== 'table') stitched.push(block);
    else {
      const above = longTableAt(stitched, last, firstRows, block);
      const joined = above === null ? null : stitchTwo(above, block, paper, byLines);
      if (joined === null) last = stitched.push(block) - 1;
      else stitched[last] = joined;
    }
  }
  return stitched.map((block) => ('settled' in block ? wholeTable(block) : block));
}

/** So many first rows are all that a header that comes back is compared with. */
function rowsToCompare(blocks: readonly Block[]): number {
  return blocks.reduce(
    (most, block) => (block.kind === 'table' ? Math.max(most, block.headerRows) : most),
    mostHeaderRows,
  );
}

/** The last table, where the next one stands on the page after it and there is nothing but footnotes between them. */
function longTableAt(
  stitched: readonly (Block | LongTable)[],
  last: number,
  firstRows: number,
  next: Table,
): LongTable | null {
  const found = stitched[last];
  if (found === undefined || !('settled' in found || found.kind === 'table')) return null;
  const page = next.places[0]?.page;
  if (page === undefined || !endsBefore('settled' in found ? found.open : found, page)) return null;
  const table = 'settled' in found ? found : toLongTable(found, firstRows);
  return stitched.slice(last + 1).every((note) => isFootnote(note, table, page - 1)) ? table : null;
}

/** True for a table that stands on the page before the other, but not on that one; the columns of one may stand on later pages too. */
const endsBefore = ({ places }: Table, page: number): boolean =>
  places.some((place) => place.page === page - 1) && !places.some((place) => place.page === page);

/** A note at the foot of the table's last page, whose number stands in one of the table's cells. */
function isFootnote(block: Block | LongTable, table: LongTable, lastPage: number): boolean {
  if ('settled' in block || block.kind !== 'paragraph' || block.places[0]?.page !== lastPage) return false;
  const mark = /^(?<mark>\d{1,2}|[*†‡])\s?\p{Lu}/u.exec(block.text)?.groups?.mark;
  return (
    mark !== undefined &&
    someCell(table, ({ text }) =>
      text
        .split(/\s+/)
        .slice(1)
        .some((word) => word === mark),
    )
  );
}

/** Two parts of one table as one; null where the second is a table of its own. */
function stitchTwo(above: LongTable, below: Table, paper: PaperWords, byLines: boolean): LongTable | null {
  const page = below.places[0]?.page;
  const aligned = alignColumns(above, below);
  return page === undefined || aligned === null
    ? null
    : joinAligned(aligned.above, aligned.below, page, paper, byLines);
}

function joinAligned(
  long: LongTable,
  aligned: Table,
  page: number,
  paper: PaperWords,
  byLines: boolean,
): LongTable | null {
  const above = long.open;
  const repeated = repeatedHeaderRows(above, aligned);
  if (startsAnew(above, aligned, repeated)) return null;
  const header = aligned.cells.filter((cell) => cell.row < repeated);
  const rest = fromRow(aligned, repeated);
  const heads = withHeader(above, header, repeated);
  const places = bothPlaces(above, aligned);
  if (rest.rows === 0) return { ...long, open: { ...heads, places } };
  const traits = traitsOfWhole(long);
  const lines = byLines ? readBreakLines(above, rest, repeated > 0) : null;
  const cut = lines?.cut ?? isCutRow(above, rest, traits);
  const goesOn = lines?.goesOn ?? ((upper: Cell, lower: Cell) => cut || goesOnInWords(upper, lower, traits));
  const reason: Join['reason'] = cut ? 'cut-row' : repeated > 0 ? 'repeated-header' : 'same-columns';
  const offset = cut ? above.rows - 1 : above.rows;
  const joins = aligned.joins.map((join) => ({ ...join, row: join.row + offset - repeated }));
  const open = {
    ...heads,
    rows: offset + rest.rows,
    cells: joinCells(heads, rest, offset, goesOn, traits, paper),
    confidence: Math.min(above.confidence, aligned.confidence),
    joins: [...above.joins, ...joins, { row: offset, page, reason }],
    places,
  };
  return settle({ ...long, open });
}

/** The table without its first rows; a cell that reaches from them into the rest is kept from there on. */
function fromRow(table: Table, rows: number): Table {
  if (rows === 0) return table;
  const cells = table.cells.flatMap((cell): readonly Cell[] => {
    const end = cell.row + cell.rowSpan;
    if (end <= rows) return [];
    const row = Math.max(cell.row, rows);
    return [{ ...cell, row: row - rows, rowSpan: end - row }];
  });
  return { ...table, rows: table.rows - rows, headerRows: 0, cells };
}

function joinCells(
  above: Table,
  below: Table,
  offset: number,
  goesOn: (upper: Cell, lower: Cell) => boolean,
  { columns }: TableTraits,
  paper: PaperWords,
): readonly Cell[] {
  const cells = [...above.cells];
  for (const cell of below.cells) {
    const moved = { ...cell, row: cell.row + offset, header: false };
    const at =
      cell.row > 0 ? -1 : cells.findIndex((other) => standsOver(other, cell, above.rows) && goesOn(other, cell));
    const upper = cells[at];
    if (upper === undefined) cells.push(moved);
    else cells[at] = joinTwo(upper, moved, isInParagraphs(columns[moved.column]), paper);
  }
  return cells.toSorted(byPosition);
}

/** True for a cell at the end of the part above that covers the same columns. */
const standsOver = (upper: Cell, lower: Cell, rows: number): boolean =>
  upper.column === lower.column && upper.columnSpan === lower.columnSpan && upper.row + upper.rowSpan === rows;

/** A cell over several rows runs over the page's end where it shows no words of its own below. */
function goesOnInWords(upper: Cell, lower: Cell, traits: TableTraits): boolean {
  if (upper.rowSpan === 1 && lower.rowSpan === 1) return false;
  return lower.text === '' || (goesOnInSmall(upper.text, lower.text) && !usesSmallLetters(traits));
}

function joinTwo(upper: Cell, lower: Cell, paragraphs: boolean, paper: PaperWords): Cell {
  return {
    ...upper,
    rowSpan: lower.row + lower.rowSpan - upper.row,
    text: joinTexts(upper.text, lower, paragraphs, paper),
    bold: upper.text === '' ? lower.bold : upper.bold && (lower.bold || lower.text === ''),
    fill: upper.fill ?? lower.fill,
    ink: upper.ink ?? lower.ink,
    ...(upper.open && lower.open ? { open: { top: upper.open.top, bottom: lower.open.bottom } } : {}),
    places: [...upper.places, ...lower.places],
  };
}

/**
 * The two halves of a cell's text. Where a sentence ends above and another begins below, it may go on or begin a
 * paragraph: the latter in a cell, or a column (`paragraphs`), that has several of them. An item of a list begins a line.
 */
export function joinTexts(
  upper: string,
  { text: lower, itemised = false }: Pick<Cell, 'text' | 'itemised'>,
  paragraphs: boolean,
  paper: PaperWords,
): string {
  if (upper === '' || lower === '') return upper + lower;
  if (itemised) return `${upper}\n${lower}`;
  const several = paragraphs || upper.includes('\n') || lower.includes('\n');
  const begins = /[.:;!?]["”’)]?$/u.test(upper) && /^[^\p{Ll}]/u.test(lower);
  return begins && several ? `${upper}\n${lower}` : joinWrapped([upper, lower], paper);
}

/** True where most of a column's texts of several sentences are in paragraphs. */
export const hasParagraphs = (cells: readonly Pick<Cell, 'column' | 'text'>[], column: number): boolean =>
  columnsOfParagraphs(cells).has(column);

/** All that are, for whoever asks of one asks of each. */
const columnsOfParagraphs = rememberByObject((cells: readonly Pick<Cell, 'column' | 'text'>[]): ReadonlySet<number> => {
  const long = Map.groupBy(
    cells.filter(({ text }) => hasSentences(text)),
    ({ column }) => column,
  );
  const inParagraphs = [...long].filter(([, texts]) =>
    isInParagraphs({ long: texts.length, inParagraphs: texts.filter(({ text }) => text.includes('\n')).length }),
  );
  return new Set(inParagraphs.map(([column]) => column));
});

/** Rows that come back on the next page are the header; its cells also stand where they repeat in the same words. */
function withHeader(above: Table, again: readonly Cell[], rows: number): Table {
  const headerRows = Math.max(above.headerRows, rows);
  const cells = above.cells.map((cell): Cell => {
    if (cell.row >= headerRows) return cell;
    const same = again.find((other) => other.row === cell.row && other.column === cell.column);
    const places = same !== undefined && foldWords(same.text) === foldWords(cell.text) ? same.places : [];
    return { ...cell, header: true, places: [...cell.places, ...places] };
  });
  return rows === 0 ? above : { ...above, headerRows, cells };
}

function bothPlaces(above: Table, below: Table): readonly Place[] {
  const byPage = new Map<number | undefined, Place>();
  for (const place of [...above.places, ...below.places]) {
    const known = byPage.get(place.page);
    byPage.set(place.page, known?.bbox && place.bbox ? { ...known, bbox: union(known.bbox, place.bbox) } : place);
  }
  return [...byPage.values()].toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
}
