import type { TreeCell, TreeTable } from './tree-table.ts';

/** Joins a further page's part to a table; null where the two are not parts of one. */
export function joinTreeTables(above: TreeTable, below: TreeTable): TreeTable | null {
  const lastAbove = above.rows.at(-1) ?? 0;
  const fresh = below.rows.filter((row) => row >= lastAbove && !(row === lastAbove && repeats(above, below, row)));
  const [first] = fresh;
  if (above.shape !== below.shape || first === undefined) return null;
  const known = below.rows.filter((row) => row < lastAbove);
  if (!known.every((row) => repeats(above, below, row))) return null;
  const page = below.cells.flatMap((cell) => cell.parts)[0]?.page ?? 0;
  const reason = first === lastAbove ? 'cut-row' : known.length > 0 ? 'repeated-header' : 'structure-tree';
  const headed = known.length > 0;
  const cells = new Map(above.cells.map((cell) => [cell.key, cell]));
  for (const cell of below.cells) {
    if (known.includes(cell.row) && cell.row + cell.rowSpan <= first) continue;
    const upper = cells.get(cell.key) ?? above.cells.find((other) => goesOnIn(other, cell, first, headed));
    cells.set(upper?.key ?? cell.key, upper === undefined ? cell : joinCell(upper, cell));
  }
  return {
    ...above,
    columns: Math.max(above.columns, below.columns),
    rows: [...new Set([...above.rows, ...fresh])],
    cells: [...cells.values()].toSorted((a, b) => a.row - b.row || a.column - b.column),
    joins: [...above.joins, { treeRow: first, page, reason }],
  };
}

/** True where a cell without words at the head of the next page is the rest of one above it. */
function goesOnIn(upper: TreeCell, lower: TreeCell, first: number, headed: boolean): boolean {
  if (lower.row !== first || upper.column !== lower.column || upper.columnSpan !== lower.columnSpan) return false;
  if (lower.parts.some(({ text }) => text !== '')) return false;
  const end = upper.row + upper.rowSpan;
  return end > first || (end === first && upper.open?.bottom === true && (headed || lower.open?.top === true));
}

function joinCell(upper: TreeCell, lower: TreeCell): TreeCell {
  const rowSpan = Math.max(upper.row + upper.rowSpan, lower.row + lower.rowSpan) - upper.row;
  const column = upper.parts.length === 0 ? lower.column : upper.column;
  return { ...lower, ...upper, column, rowSpan, parts: [...upper.parts, ...lower.parts], open: lower.open };
}

/** True where a row reads the same on both parts: a header row that the file repeats. */
function repeats(above: TreeTable, below: TreeTable, row: number): boolean {
  const textsOf = (tree: TreeTable) =>
    tree.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.parts.at(-1)?.text ?? '')
      .filter((text) => text !== '');
  const texts = textsOf(below);
  return texts.length > 0 && String(texts) === String(textsOf(above));
}
