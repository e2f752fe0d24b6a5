import { foldWords } from '../../src/lib/fold.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import type { RawField } from '../../src/model/raw.ts';
import { labelField, labelWords } from './labels.ts';
import { tableToRows, unknownLabelRow } from './rows.ts';

/** Labels as a form prints them over a box of text are a few words. */
const longestLabel = 9;

/**
 * A column of labels, each over a box with its text, as forms have them, with each label beside its text. Other tables
 * stay as they are.
 */
export function textsBesideLabels(table: Table): Table {
  if (table.columns !== 1 || table.rows < 2 || table.rows % 2 !== 0 || table.cells.length !== table.rows) return table;
  const cells = table.cells.toSorted((a, b) => a.row - b.row);
  const labels = cells.filter(({ row }) => row % 2 === 0);
  const texts = cells.filter(({ row }) => row % 2 === 1);
  if (!areLabels(labels, texts)) return table;
  const moved = cells.map(
    (cell): Cell => ({ ...cell, row: Math.floor(cell.row / 2), column: cell.row % 2, header: false }),
  );
  return { ...table, rows: table.rows / 2, columns: 2, cells: moved, headerRows: 0, joins: [] };
}

/** Short texts, half of them known as labels, or one of them where all look alike and otherwise than the texts. */
function areLabels(labels: readonly Cell[], texts: readonly Cell[]): boolean {
  const isShort = ({ text }: Cell) => text.trim() !== '' && foldWords(text).split(' ').length <= longestLabel;
  const isKnown = ({ text }: Cell) => labelField(text, 0.9) !== null;
  if (!labels.every(isShort) || texts.some(isKnown)) return false;
  const known = labels.filter(isKnown).length;
  const set = new Set(labels.map(looks));
  const apart = set.size === 1 && texts.every((cell) => !set.has(looks(cell)));
  return known >= (apart ? 1 : 0.5 * labels.length);
}

const looks = ({ bold, fill }: Cell) => `${bold} ${fill}`;

/** A table that is all labels with their values: a whole form, or a part of one. */
interface Part {
  readonly table: Table;
  readonly labels: ReadonlySet<string>;
  readonly fields: ReadonlySet<RawField>;
}

/**
 * The parts of one form that stand right below one another (a small grid of references, dates and names, then the boxes of
 * text) as one table. A label that comes again begins the next form; forms that say all by themselves stay apart.
 */
export function joinForms(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  let open: readonly Part[] = [];
  const close = () => {
    joined.push(...joinParts(open));
    open = [];
  };
  for (const block of blocks) {
    const part = block.kind === 'table' ? tableToPart(block) : null;
    if (part === null || open.some((other) => shareLabel(other, part))) close();
    if (part === null) joined.push(block);
    else open = [...open, part];
  }
  close();
  return joined;
}

const shareLabel = (a: Part, b: Part) => [...b.labels].some((label) => a.labels.has(label));

function joinParts(parts: readonly Part[]): readonly Table[] {
  const tables = parts.map(({ table }) => table);
  const [first, ...others] = tables;
  const fields = new Set(parts.flatMap((part) => [...part.fields]));
  if (first === undefined || parts.every((part) => isForm(part.fields)) || !isForm(fields)) return tables;
  return [others.reduce(stackedTables, first)];
}

/** A form says what it is about, and how that goes, by when or by whom. */
function isForm(fields: ReadonlySet<RawField>): boolean {
  const has = (...wanted: readonly RawField[]) => wanted.some((field) => fields.has(field));
  return (
    has('finding', 'action') && has('progress', 'update', 'future') && has('status', 'rag', 'lead', 'timescale', 'ref')
  );
}

function tableToPart(table: Table): Part | null {
  const rows = tableToRows(table);
  const known = rows.filter(({ kind }) => kind === 'label').length;
  const pairs = rows.map(unknownLabelRow).flatMap((row) => (row.kind === 'label' ? [row.pairs] : []));
  if (known < 0.5 * rows.length || pairs.length < rows.length) return null;
  return {
    table,
    labels: new Set(pairs.flat().map(({ label }) => labelWords(label.text))),
    fields: new Set(pairs.flat().map(({ field }) => field)),
  };
}

/** One table right below the other, as one; the only column of either is as wide as all of the other's. */
export function stackedTables(above: Table, below: Table): Table {
  const columns = Math.max(above.columns, below.columns);
  const widened = ({ cells, columns: own }: Table) =>
    own === 1 ? cells.map((cell): Cell => ({ ...cell, columnSpan: columns })) : cells;
  const moved = widened(below).map((cell): Cell => ({ ...cell, row: cell.row + above.rows }));
  return {
    ...above,
    rows: above.rows + below.rows,
    columns,
    cells: [...widened(above), ...moved],
    headerRows: 0,
    joins: [],
    places: [...above.places, ...below.places],
  };
}
