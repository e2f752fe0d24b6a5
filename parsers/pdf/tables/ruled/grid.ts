import { overlap } from '../../../../src/lib/box.ts';
import type { OpenSides } from '../../../../src/model/document.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Edge, Edges } from './edge.ts';

/** A cell of a grid: where it stands and how many rows and columns it covers. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  /** At the top and the bottom of the grid, true where no line closes the cell; null where no line parts its row from others. */
  readonly open: OpenSides | null;
}

/** A grid of ruling lines: `xs` and `ys` bound its columns and rows, one more of each than there are. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Share of all cell sides that are really drawn, 0 to 1. */
  readonly drawn: number;
}

/** Points by which a line may miss the line it should meet. */
const reach = 3.5;
/** Points: bands thinner than this that hold no text lie between the two strokes of a double line. */
const thinnestBand = 6;

/** Groups of lines that cross or touch each other, each with lines both ways. */
export function connectedEdges({ flat, upright }: Edges): readonly Edges[] {
  const parent = Array.from({ length: flat.length + upright.length }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let up = parent[at]; up !== undefined && up !== at; up = parent[at]) at = up;
    parent[index] = at;
    return at;
  };
  flat.forEach((line, i) => {
    upright.forEach((post, j) => {
      if (meets(line, post)) parent[root(flat.length + j)] = root(i);
    });
  });
  const groups = new Map<number, { flat: Edge[]; upright: Edge[] }>();
  const groupOf = (index: number) => {
    const key = root(index);
    const group = groups.get(key) ?? { flat: [], upright: [] };
    groups.set(key, group);
    return group;
  };
  flat.forEach((line, i) => void groupOf(i).flat.push(line));
  upright.forEach((post, j) => void groupOf(flat.length + j).upright.push(post));
  return [...groups.values()].filter((group) => group.flat.length > 0 && group.upright.length > 0);
}

const meets = (line: Edge, post: Edge): boolean =>
  post.at >= line.from - reach &&
  post.at <= line.to + reach &&
  line.at >= post.from - reach &&
  line.at <= post.to + reach;

/**
 * Lines that meet as a grid of cells: areas that no line parts are one cell, so spans need no marking. Bands too thin
 * for text are taken as double lines.
 * @param hasText whether text stands in a box; keeps thin bands that hold some
 */
export function edgesToGrid(edges: Edges, hasText: (box: Box) => boolean): Grid {
  const left = Math.min(...edges.flat.map(({ from }) => from), ...edges.upright.map(({ at }) => at));
  const right = Math.max(...edges.flat.map(({ to }) => to), ...edges.upright.map(({ at }) => at));
  const top = Math.min(...edges.upright.map(({ from }) => from), ...edges.flat.map(({ at }) => at));
  const bottom = Math.max(...edges.upright.map(({ to }) => to), ...edges.flat.map(({ at }) => at));
  const xs = bounds([left, ...edges.upright.map(({ at }) => at), right], (a, b) => hasText([a, top, b, bottom]));
  const ys = bounds([top, ...edges.flat.map(({ at }) => at), bottom], (a, b) => hasText([left, a, right, b]));
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const uprightAt = byBound(edges.upright, xs);
  const flatAt = byBound(edges.flat, ys);
  const wallLeft = (row: number, column: number) => covers(uprightAt[column] ?? [], ys[row], ys[row + 1]);
  const wallAbove = (row: number, column: number) => covers(flatAt[row] ?? [], xs[column], xs[column + 1]);

  const owner = Array.from({ length: rows }, () => Array.from({ length: columns }, () => -1));
  const cells: GridCell[] = [];
  const free = (row: number, column: number) => owner[row]?.[column] === -1;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!free(row, column)) continue;
      let columnSpan = 1;
      while (column + columnSpan < columns && free(row, column + columnSpan) && !wallLeft(row, column + columnSpan)) {
        columnSpan++;
      }
      let rowSpan = 1;
      const opensDown = (next: number) => {
        for (let c = column; c < column + columnSpan; c++) {
          if (!free(next, c) || wallAbove(next, c) || (c > column && wallLeft(next, c))) return false;
        }
        return true;
      };
      while (row + rowSpan < rows && opensDown(row + rowSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++) owner[r]?.fill(cells.length, column, column + columnSpan);
      const across = Array.from({ length: columnSpan }, (_, offset) => column + offset);
      const open = {
        top: row === 0 && !across.some((c) => wallAbove(0, c)),
        bottom: row + rowSpan === rows && !across.some((c) => wallAbove(rows, c)),
      };
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        box: [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0],
        open,
      });
    }
  }
  let sides = 0;
  let drawn = 0;
  for (const cell of cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      sides += 2;
      drawn += (wallLeft(r, cell.column) ? 1 : 0) + (wallLeft(r, cell.column + cell.columnSpan) ? 1 : 0);
    }
    for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
      sides += 2;
      drawn += (wallAbove(cell.row, c) ? 1 : 0) + (wallAbove(cell.row + cell.rowSpan, c) ? 1 : 0);
    }
  }
  return { xs, ys, cells, drawn: sides === 0 ? 0 : drawn / sides };
}

/** Line positions in order; of two that enclose a thin band without text, one. */
function bounds(positions: readonly number[], hasText: (from: number, to: number) => boolean): readonly number[] {
  const kept: number[] = [];
  for (const position of positions.toSorted((a, b) => a - b)) {
    const last = kept.at(-1);
    if (last === undefined || position - last > thinnestBand) kept.push(position);
    else if (position - last > reach && hasText(last, position)) kept.push(position);
  }
  return kept;
}

/** Lines by the bound they lie on: the nearest within a thin band. */
function byBound(edges: readonly Edge[], positions: readonly number[]): readonly (readonly Edge[])[] {
  const lists: Edge[][] = positions.map(() => []);
  for (const edge of edges) {
    let nearest = 0;
    positions.forEach((position, index) => {
      if (Math.abs(position - edge.at) < Math.abs((positions[nearest] ?? 0) - edge.at)) nearest = index;
    });
    lists[nearest]?.push(edge);
  }
  return lists;
}

/** True where lines cover most of a stretch. */
function covers(edges: readonly Edge[], from = 0, to = 0): boolean {
  const covered = edges.reduce((sum, edge) => sum + Math.max(0, overlap(edge.from, edge.to, from, to)), 0);
  return covered >= 0.6 * (to - from);
}
