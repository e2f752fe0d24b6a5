import type { Block, Cell, Rgb, Table } from '../../src/model/document.ts';
import { ragFromColour } from '../../src/normalise/rag.ts';
import type { Legend } from '../../src/normalise/status.ts';

/** The one shade that every cell of a table is painted in, but for those that head it; null where there is none. */
function shadeOf(table: Table): Rgb | null {
  const heads = Math.max(1, table.headerRows);
  const cells = table.cells.filter(({ row }) => table.rows <= heads || row >= heads);
  const shade = cells[0]?.fill ?? null;
  return table.columns > 1 && cells.every(({ fill }) => String(fill) === String(shade)) ? shade : null;
}

/**
 * The blocks without fills that rate nothing because every cell has them: where all tables that are painted in one shade
 * have the same, and the paper's own key gives that colour no meaning.
 */
export function withoutOneShade(blocks: readonly Block[], legend: Legend): readonly Block[] {
  const tables = blocks.filter((block) => block.kind === 'table');
  const painted = new Map(
    tables.map((table) => [table, shadeOf(table)] as const).filter(([, shade]) => shade !== null),
  );
  const [shade] = painted.values();
  const rated = shade === undefined || shade === null ? null : ragFromColour(shade, 'fill');
  const isOne = [...painted.values()].every((other) => String(other) === String(shade));
  if (!isOne || rated === null || legend.has(rated.value)) return blocks;
  const plain = (cell: Cell): Cell => (String(cell.fill) === String(shade) ? { ...cell, fill: null } : cell);
  return blocks.map((block) =>
    block.kind === 'table' && painted.has(block) ? { ...block, cells: block.cells.map(plain) } : block,
  );
}
