import type { Block, Cell, Furniture, List, ListItem, Table } from '../model/document.ts';
import type { Place } from '../model/place.ts';

/**
 * Numbers blocks in reading order and writes the paths of `src/model/place.ts` into every place: `h1`, `p1`, `l1` and
 * `l1/i2`, `t1` and `t1/r4/c2`, `f1`; all count from 1. Formats build their blocks with empty paths and call this last.
 * A block, item or cell without any place gets one that holds its path alone, so nothing is ever without a path.
 */
export function withPaths(
  blocks: readonly Block[],
  furniture: readonly Furniture[],
): { readonly blocks: readonly Block[]; readonly furniture: readonly Furniture[] } {
  const counts = { heading: 0, paragraph: 0, list: 0, table: 0 };
  const numbered = blocks.map((block): Block => {
    counts[block.kind] += 1;
    const path = `${block.kind.charAt(0)}${counts[block.kind]}`;
    if (block.kind === 'table') return tableAt(path, block);
    if (block.kind === 'list') return listAt(path, block);
    return { ...block, places: at(path, block.places) };
  });
  return {
    blocks: numbered,
    furniture: furniture.map((piece, index) => ({ ...piece, places: at(`f${index + 1}`, piece.places) })),
  };
}

function listAt(path: string, list: List): List {
  const items = list.items.map(
    (item, index): ListItem => ({ ...item, places: at(`${path}/i${index + 1}`, item.places) }),
  );
  return { ...list, items, places: at(path, list.places) };
}

function tableAt(path: string, table: Table): Table {
  const cells = table.cells.map(
    (cell): Cell => ({ ...cell, places: at(`${path}/r${cell.row + 1}/c${cell.column + 1}`, cell.places) }),
  );
  return { ...table, cells, places: at(path, table.places) };
}

function at(path: string, places: readonly Place[]): readonly Place[] {
  return places.length === 0 ? [{ path }] : places.map((place) => ({ ...place, path }));
}
