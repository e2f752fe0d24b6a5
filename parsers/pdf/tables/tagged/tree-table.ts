import type { PaperWords } from '../../../../src/lib/hyphens.ts';
import type { Join, OpenSides, Rgb } from '../../../../src/model/document.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { StructureNode } from '../../page/page-content.ts';
import type { Leading } from '../../text/paragraphs.ts';
import type { TextPage, Word } from '../../text/words.ts';
import { fillOf, inkOf } from '../cells/cell-looks.ts';
import { beginsWithItem, composeCell, wrappingOf } from '../cells/cell-text.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { alignRows, cellBoxes, contentRows, type FilledNode, placeCells, rowsOf, withBlankRows } from './tree-grid.ts';
import { type LinedPart, overLines } from './tree-lines.ts';
import { withNestedNodes } from './tree-nested.ts';

/** What one page shows of a cell. */
interface CellPart {
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  readonly itemised: boolean;
  readonly bold: boolean;
  readonly fill: Rgb | null;
  readonly ink: Rgb | null;
}

/** A cell of the whole table, with what the pages so far show of it. */
export interface TreeCell {
  /** The node of the tree, or for a blank cell that lines alone show its position in the whole table. */
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
  readonly parts: readonly CellPart[];
  /** Where lines draw the cell on the last of its pages; null where they do not. */
  readonly open: OpenSides | null;
}

/**
 * A table of the structure tree as far as the pages read so far show it. The tree gives the whole table on every page
 * and the content of that page alone, so `rows` (positions in the whole table) say where a page's part belongs.
 */
export interface TreeTable {
  /** Rows, spans and roles of the whole table: parts with the same shape on successive pages are one table. */
  readonly shape: string;
  readonly columns: number;
  readonly cells: readonly TreeCell[];
  readonly rows: readonly number[];
  readonly joins: readonly (Omit<Join, 'row'> & { readonly treeRow: number })[];
}

/**
 * One page's part of a table of the structure tree; null where the node is no table with at least two cells (a frame
 * around content) or nothing of it is on this page.
 * @param runsOf the runs of this page under a node of the tree
 * @param drawn the grids that ruling lines draw on the page
 * @returns the table, and the words that it holds
 */
export function readTreeTable(
  node: StructureNode,
  page: TextPage,
  runsOf: (node: StructureNode) => readonly Word[],
  drawn: () => readonly RuledTable[],
  paper: PaperWords,
): { readonly tree: TreeTable; readonly runs: readonly Word[] } | null {
  const placed = placeCells(rowsOf(node));
  if (placed.length < 2) return null;
  const shape = placed.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.node.role]).join(';');
  const filled = withNestedNodes(placed, runsOf).map((cell): FilledNode => ({ ...cell, runs: runsOf(cell.node) }));
  if (filled.every((cell) => cell.runs.length === 0)) return null;
  const lined = overLines(filled, drawn());
  const toPart = partReader(page, wrappingOf(filled), paper);
  const part = lined === null ? byText(filled, page, toPart) : byLines(lined, toPart);
  const runs = lined === null ? filled.flatMap((cell) => cell.runs) : lined.cells.flatMap((cell) => cell.runs);
  return { tree: { shape, joins: [], ...part }, runs };
}

type Part = Pick<TreeTable, 'columns' | 'cells' | 'rows'>;

/** The cells as the tree gives them, and their boxes by their texts. */
function byText(nodes: readonly FilledNode[], page: TextPage, toPart: PartReader): Part {
  const columns = Math.max(0, ...nodes.map((cell) => cell.column + cell.columnSpan));
  const filled = alignRows(nodes, columns, page.segments);
  const content = contentRows(filled.filter((cell) => cell.runs.length > 0));
  const rows = withBlankRows(content, filled);
  const boxes = cellBoxes(filled, rows, columns);
  const cells = filled.map(({ node, runs, ...cell }): TreeCell => {
    const box = boxes(cell);
    const onPage = box !== null && (rows.includes(cell.row) || runs.length > 0);
    const parts = onPage ? [toPart(box, runs)] : [];
    return { ...cell, header: node.role === 'TH', parts, open: null };
  });
  return { columns, cells, rows };
}

/** The cells as lines draw them, blank ones too. */
function byLines({ columns, rows, cells }: LinedPart, toPart: PartReader): Part {
  const heads = new Set(rows.filter((row) => cells.some(({ node }) => node?.row === row && isHead(node))));
  return {
    columns,
    rows,
    cells: cells.map(({ drawn, node, runs, ...cell }): TreeCell => {
      const key = node === null ? `blank ${cell.row},${cell.column}` : node.key;
      const header = node === null ? heads.has(cell.row) : isHead(node);
      return { key, ...cell, header, parts: [toPart(drawn.box, runs)], open: drawn.open };
    }),
  };
}

const isHead = ({ node }: FilledNode): boolean => node.role === 'TH';

type PartReader = (box: Box, runs: readonly Word[]) => CellPart;

const partReader =
  (page: TextPage, wrapping: Leading, paper: PaperWords): PartReader =>
  (box, runs) => ({
    page: page.number,
    box,
    text: composeCell(runs, box, paper, wrapping),
    itemised: beginsWithItem(runs),
    bold: runs.length > 0 && runs.every((run) => run.bold),
    fill: fillOf(box, runs, page.fills),
    ink: inkOf(runs),
  });
