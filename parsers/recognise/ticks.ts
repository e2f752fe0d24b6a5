import type { Block, Cell, Table } from '../../src/model/document.ts';
import { tickedChoice } from '../../src/normalise/choice.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { tableToGrid } from '../../src/tables/grid.ts';
import { crossSign, dotSign, howToAnswer, openBox, tickSign } from '../../src/vocabulary/ticks.ts';
import { labelField } from './labels.ts';

/** A column headed by a status or a colour that holds nothing but ticks, crosses and empty boxes. */
interface TickColumn {
  readonly column: number;
  readonly kind: 'status' | 'rag';
  readonly head: Cell;
  readonly cells: readonly Cell[];
}

/**
 * The table with the words that its ticks stand for: under `Complete?` a ticked box means `Complete`; one that is not
 * ticked, or a cross, means nothing. Several columns named for statuses (`Not started | In progress | Complete`) become
 * one without a header, which holds the words of the column that is ticked. A line of words each with its box is what is ticked of them.
 */
export function ticksToWords(printed: Table): Table {
  const table = { ...printed, cells: choicesJoined(printed.cells).map(withChosenWords) };
  const columns = tickColumns(table);
  if (columns.length === 0) return withTickedLabels(table);
  const isYes = columns.length > 1 ? isChoice : isAnswer(columns.flatMap(({ cells }) => cells));
  const told = new Map(
    columns.flatMap(({ head, cells }) => cells.map((cell) => [cell, withWords(cell, head, isYes)] as const)),
  );
  const worded = { ...table, cells: table.cells.map((cell) => told.get(cell) ?? cell) };
  return columns.length > 1 ? inOneColumn(worded, columns) : withKnownHead(worded, columns);
}

/** Cells side by side that each hold a box and its words (`☐ On track | ☒ Complete`) as one cell with a line for each. */
function choicesJoined(cells: readonly Cell[]): readonly Cell[] {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    const isBeside = last !== undefined && last.row === cell.row && last.column + last.columnSpan === cell.column;
    if (isBeside && isBoxAndWords(last.text) && isBoxAndWords(cell.text))
      joined[joined.length - 1] = {
        ...last,
        columnSpan: last.columnSpan + cell.columnSpan,
        text: `${last.text}\n${cell.text}`,
        places: [...last.places, ...cell.places],
      };
    else joined.push(cell);
  }
  return joined;
}

const isBoxAndWords = (text: string): boolean => beginsWithBox(text) && /\p{L}{2}/u.test(text);

/** What is without boxes stays the very same: a paper's thousands of cells are not held twice. */
function withChosenWords<T extends { readonly text: string }>(piece: T): T {
  const text = chosenWords(piece.text);
  return text === piece.text ? piece : { ...piece, text };
}

/** A text without the boxes of a choice: of the words behind boxes in one line, or in lines below each other, those that are ticked. */
function chosenWords(text: string): string {
  if (!/[☐☒☑✓✔[]/u.test(text)) return text;
  const chosen: string[] = [];
  for (const line of text.split('\n')) {
    const last = chosen.at(-1);
    if (last !== undefined && beginsWithBox(last) && beginsWithBox(line))
      chosen[chosen.length - 1] = `${last}\n${line}`;
    else chosen.push(line);
  }
  return chosen.map(chosenLine).join('\n');
}

const beginsWithBox = (line: string): boolean => /^(?:[☐☒☑✓✔]|\[[ xX✓✔]?\])/u.test(line);

function chosenLine(line: string): string {
  const whole = tickedChoice(line);
  const { label = '', boxes = '' } = /^(?<label>[^☐☒☑✓✔]{3,60}[:?]\s+)(?<boxes>.+)$/su.exec(line)?.groups ?? {};
  const chosen = tickedChoice(boxes);
  return whole !== line || chosen === boxes ? whole : `${label}${chosen}`;
}

/** A header that would not be taken for a status (`Delivered?`) is left out: what stands below it says what it is. */
function withKnownHead(table: Table, columns: readonly TickColumn[]): Table {
  const unknown = new Set(columns.map(({ head }) => head).filter(({ text }) => labelField(text) !== 'status'));
  return { ...table, cells: table.cells.map((cell) => (unknown.has(cell) ? { ...cell, text: '' } : cell)) };
}

/**
 * The blocks without boxes behind labels of a line: `Complete: [x]` is `Complete: Complete`, one that nobody ticked
 * (`Complete: [ ]`) is gone, and of several words each with its box those are left that are ticked.
 */
export function tickedLines(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list') return [block];
    if (block.kind === 'list') return [{ ...block, items: block.items.flatMap(tickedText) }];
    return tickedText(block);
  });
}

function tickedText<T extends { readonly text: string }>(line: T): readonly T[] {
  const { label = '', sign = '' } = /^(?<label>[^:]{3,30}):\s*(?<sign>\S{1,3}|\[ \])$/u.exec(line.text)?.groups ?? {};
  if (kindOf(label) === null || !(tickSign.test(sign) || openBox.test(sign))) return [withChosenWords(line)];
  return tickSign.test(sign) ? [{ ...line, text: `${label}: ${askedWords(label)}` }] : [];
}

/** Where no header is known, the first row can stand over the names of columns. */
function tickColumns(table: Table): readonly TickColumn[] {
  const rows = table.headerRows > 0 ? [table.headerRows] : [1, 2];
  return rows.map((firstRow) => tickColumnsBelow(table, firstRow)).find((columns) => columns.length > 0) ?? [];
}

function tickColumnsBelow(table: Table, firstRow: number): readonly TickColumn[] {
  const heads = tableToGrid(table)[firstRow - 1] ?? [];
  const ofColumns = Map.groupBy(
    table.cells.filter(({ row, columnSpan }) => row >= firstRow && columnSpan === 1),
    ({ column }) => column,
  );
  const columns = heads.flatMap((head, column): readonly TickColumn[] => {
    const kind = head === null || head.columnSpan > 1 || !/\p{L}/u.test(head.text) ? null : kindOf(head.text);
    const cells = ofColumns.get(column) ?? [];
    return head === null || kind === null || !cells.every(({ text }) => isSign(text))
      ? []
      : [{ column, kind, head, cells }];
  });
  const kind = columns.find(({ cells }) => cells.some(({ text }) => text.trim() !== ''))?.kind;
  return columns.filter((column) => column.kind === kind);
}

function kindOf(head: string): TickColumn['kind'] | null {
  const words = askedWords(head);
  if (ragFromWords(words) !== null) return 'rag';
  return isStatusWords(words) ? 'status' : null;
}

/** A header's words without what only says how to answer: `Complete?`, `Delivered (tick)`. */
const askedWords = (head: string): string => head.replace(howToAnswer, '').trim();

const isSign = (text: string): boolean =>
  text.trim() === '' || [tickSign, crossSign, dotSign, openBox].some((signs) => signs.test(text.trim()));

/** Of several columns each mark but an empty box is the choice. */
const isChoice = (sign: string): boolean => sign !== '' && !openBox.test(sign);

/** A column alone is a question: a cross answers it with no, a letter x only where ticks stand beside it. */
function isAnswer(cells: readonly Cell[]): (sign: string) => boolean {
  const hasTicks = cells.some(({ text }) => tickSign.test(text.trim()));
  return (sign) => tickSign.test(sign) || dotSign.test(sign) || (!hasTicks && /^x$/i.test(sign));
}

function withWords(cell: Cell, head: Cell, isYes: (sign: string) => boolean): Cell {
  if (!isYes(cell.text.trim())) return { ...cell, text: '' };
  return { ...cell, text: askedWords(head.text), places: [...head.places, ...cell.places] };
}

/** The columns' cells as one column at the place of the first, each row's with the words that were ticked in it. */
function inOneColumn(table: Table, columns: readonly TickColumn[]): Table {
  const [first, ...others] = columns.map(({ column }) => column);
  const gone = new Set(others);
  const before = (column: number) => others.filter((other) => other < column).length;
  const ticked = Map.groupBy(
    table.cells.filter((cell) => gone.has(cell.column) && cell.columnSpan === 1 && cell.text !== ''),
    (cell) => cell.row,
  );
  const isHead = (cell: Cell) => columns.some(({ head }) => head.row === cell.row && head.column === cell.column);
  const cells = table.cells.flatMap((cell): readonly Cell[] => {
    const covered = Array.from({ length: cell.columnSpan }, (_, index) => cell.column + index);
    const columnSpan = covered.filter((column) => !gone.has(column)).length;
    if (columnSpan === 0) return [];
    const placed = { ...cell, column: cell.column - before(cell.column), columnSpan };
    if (isHead(cell)) return [{ ...placed, text: '' }];
    const [choice] = cell.column === first && cell.text === '' ? (ticked.get(cell.row) ?? []) : [];
    return [choice === undefined ? placed : { ...placed, text: choice.text, places: choice.places }];
  });
  return { ...table, columns: table.columns - others.length, cells };
}

/** A card's label with a box beside it: `Complete | ☒` says that it is complete. */
function withTickedLabels(table: Table): Table {
  if (table.columns !== 2) return table;
  const labels = new Map(table.cells.filter(({ column }) => column === 0).map((cell) => [cell.row, cell]));
  const cells = table.cells.map((cell): Cell => {
    const label = cell.column === 1 ? labels.get(cell.row) : undefined;
    const isBox = tickSign.test(cell.text.trim()) || openBox.test(cell.text.trim());
    return label === undefined || !isBox || kindOf(label.text) === null
      ? cell
      : withWords(cell, label, isAnswer([cell]));
  });
  return { ...table, cells };
}
