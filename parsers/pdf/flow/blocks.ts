import { union } from '../../../src/lib/box.ts';
import type { PaperWords } from '../../../src/lib/hyphens.ts';
import type { Block, List, ListItem } from '../../../src/model/document.ts';
import type { Place } from '../../../src/model/place.ts';
import { joinAcross } from '../../../src/tables/across.ts';
import { stitchTables } from '../../../src/tables/stitch.ts';
import { joinTreeTables } from '../tables/tagged/tree-join.ts';
import { treeToTable } from '../tables/tagged/tree-to-table.ts';
import { headingLevels, levelsOfSeries } from '../text/headings.ts';
import type { Draft } from './drafts.ts';
import { withoutLabels } from './labels.ts';

type Item = Draft & { readonly kind: 'item' };

/** The drafts of all pages to the paper's blocks; tables over pages are joined where asked for. */
export function toBlocks(drafts: readonly Draft[], stitch: boolean, paper: PaperWords): readonly Block[] {
  const blocks = gatherLists(withLevels(withoutLabels(stitch ? joinTrees(drafts) : drafts)), paper);
  return stitch ? stitchTables(joinAcross(blocks), paper) : blocks;
}

/** Neighbouring parts of one table of the structure tree as one. */
function joinTrees(drafts: readonly Draft[]): readonly Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const parts = draft.kind === 'tree-table' && last?.kind === 'tree-table';
    const tree = parts ? joinTreeTables(last.tree, draft.tree) : null;
    if (tree === null) joined.push(draft);
    else joined[joined.length - 1] = { kind: 'tree-table', tree };
  }
  return joined;
}

function withLevels(drafts: readonly Draft[]): readonly Draft[] {
  const headings = drafts.filter((draft) => draft.kind === 'heading');
  const levels = levelsOfSeries(
    headings.map(({ block }) => block.text),
    headingLevels(headings.map(({ look }) => look)),
  );
  const levelOf = new Map(headings.map((draft, index) => [draft, levels[index] ?? 1]));
  return drafts.map((draft) =>
    draft.kind === 'heading' ? { ...draft, block: { ...draft.block, level: levelOf.get(draft) ?? 1 } } : draft,
  );
}

/** Neighbouring items become one list. */
function gatherLists(drafts: readonly Draft[], paper: PaperWords): readonly Block[] {
  const blocks: Block[] = [];
  let open: Item[] = [];
  const flush = () => {
    if (open.length > 0) blocks.push(toList(open));
    open = [];
  };
  for (const draft of drafts) {
    if (draft.kind === 'item') {
      open = withItem(open, draft);
      continue;
    }
    flush();
    blocks.push(draft.kind === 'tree-table' ? treeToTable(draft.tree, paper) : draft.block);
  }
  flush();
  return blocks;
}

/** A further paragraph of the item that the structure tree has open goes on in it, on a line of its own. */
function withItem(items: readonly Item[], next: Item): Item[] {
  const last = items.at(-1);
  if (last === undefined || next.unit === null || last.unit !== next.unit) return [...items, next];
  const text = `${last.item.text}\n${next.item.text}`;
  const places = [...last.item.places, ...next.item.places];
  return [...items.slice(0, -1), { ...last, item: { ...last.item, text, places } }];
}

/** Depth of items by the structure tree, else by how far in the marker stands. */
function toList(drafts: readonly Item[]): List {
  const columns: number[] = [];
  const items = drafts.map(({ item, markerX, unit }): ListItem => {
    if (unit !== null) return { ...item, level: unit.level };
    while (columns.length > 0 && (columns.at(-1) ?? 0) > markerX + 4) columns.pop();
    if (columns.length === 0 || markerX > (columns.at(-1) ?? 0) + 4) columns.push(markerX);
    return { ...item, level: columns.length - 1 };
  });
  const labelled = items.filter((item) => item.label !== null).length;
  const places = new Map<number | undefined, Place>();
  for (const place of items.flatMap((item) => item.places)) {
    const known = places.get(place.page);
    places.set(place.page, known?.bbox && place.bbox ? { ...known, bbox: union(known.bbox, place.bbox) } : place);
  }
  return { kind: 'list', ordered: labelled > items.length / 2, items, places: [...places.values()] };
}
