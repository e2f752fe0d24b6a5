import { containsPoint, middleX, middleY } from '../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../src/lib/extremes.ts';
import type { PaperWords } from '../../../src/lib/hyphens.ts';
import type { ParseOptions } from '../../../src/model/parsing.ts';
import type { PageTable } from '../tables/cells/page-table.ts';
import type { Card } from '../tables/on-page/cards.ts';
import { readCards, readPageTables } from '../tables/on-page/choose.ts';
import { boxesSideBySide } from '../tables/on-page/side-by-side.ts';
import { readTagged, type TaggedPage, type TaggedPiece } from '../tables/tagged/tagged-page.ts';
import type { FlowLine, Unit } from '../text/flow-line.ts';
import { type Line, lineExtents, toLines } from '../text/lines.ts';
import { type Placed, toRegions } from '../text/reading-order.ts';
import { textsApart } from '../text/texts-apart.ts';
import type { TextPage, Word } from '../text/words.ts';
import type { FlowItem } from './flow-item.ts';
import { flowItems, layoutItems, type PlacedItems, type TextEdges, toTable } from './layout-items.ts';

export interface PageFlow {
  readonly items: readonly FlowItem[];
  /** What the page was read by; `ignored` where it has a structure tree that is not to be trusted. */
  readonly tree: 'used' | 'ignored' | 'none';
}

/** What a page's structure tree says, where there is one to trust and `evidence` allows it; else null. */
export function readTree(page: TextPage, evidence: ParseOptions['evidence'], paper: PaperWords): TaggedPage | null {
  const tagged = evidence === 'auto' || evidence === 'tagged' ? readTagged(page, paper) : null;
  return tagged === null || missesTables(page, tagged.pieces) ? null : tagged;
}

/**
 * A page as lines and tables in reading order: by its structure tree, else by where things stand.
 * @param tree as `readTree` gives it
 * @param tables the tables of a page without a tree
 */
export function readPageFlow(
  page: TextPage,
  tree: TaggedPage | null,
  tables: readonly PageTable[],
  edges: TextEdges,
  paper: PaperWords,
): PageFlow {
  if (tree === null) {
    const items = layoutItems(page, tables, edges, paper);
    return { items: withUnderlines(items, page), tree: page.structure === null ? 'none' : 'ignored' };
  }
  const cards = readCards(page);
  const apart = textsApart(toLines(page.runs, page.number));
  const room = roomOf(page, tree.pieces, edges, cards);
  const items = withCardTables(tree.pieces, cards).flatMap((piece): readonly FlowItem[] => {
    if (piece.kind === 'table') return [{ kind: 'table', table: toTable(piece.table, paper) }];
    return piece.kind === 'tree-table' ? [piece] : unitLines(piece.runs, piece.unit, page.number, { room, apart });
  });
  return { items: withUnderlines(withLoose(items, tree.loose, page, edges), page), tree: 'used' };
}

/** Marks lines of text with a line of their own length right under them. */
function withUnderlines(items: readonly FlowItem[], page: TextPage): readonly FlowItem[] {
  const flat = page.segments.filter((segment) => Math.abs(segment.y0 - segment.y1) < 1);
  if (flat.length === 0) return items;
  return items.map((item) => {
    if (item.kind !== 'line' || item.line.angle !== 0) return item;
    const { x0, x1, baseline, size } = item.line;
    const underlined = flat.some(
      (segment) =>
        segment.y0 > baseline &&
        segment.y0 < baseline + 0.3 * size &&
        Math.abs(segment.x0 - x0) < 3 &&
        Math.abs(segment.x1 - x1) < 3,
    );
    return underlined ? { ...item, underlined } : item;
  });
}

/** The edges that lines of text keep to on pages of the same width, by `Math.round(width)`. */
export function measureEdges(pages: readonly TextPage[]): ReadonlyMap<number, TextEdges> {
  const byWidth = Map.groupBy(pages, (page) => Math.round(page.width));
  return new Map(
    [...byWidth].map(([width, same]) => {
      const lines = same.flatMap((page) => lineExtents(page.runs.filter((run) => run.angle === 0)));
      const left = keptTo(lines.map(([x0]) => x0).sort((a, b) => a - b)) ?? 0.1 * width;
      const right = keptTo(lines.map(([, x1]) => -x1).sort((a, b) => a - b));
      const far = right === null ? null : -right;
      return [width, { left, right: lines.length < 6 || far === null ? Math.max(width - left, far ?? 0) : far }];
    }),
  );
}

/** The outermost position that at least three lines come near to. */
function keptTo(sorted: readonly number[]): number | null {
  const needed = Math.min(3, sorted.length);
  return (
    sorted.find((position, index) => (sorted[index + needed - 1] ?? Infinity) - position <= 14) ?? sorted[0] ?? null
  );
}

/** A tree without tables on a page where ruling lines draw some misses them. */
function missesTables(page: TextPage, pieces: readonly TaggedPiece[]): boolean {
  if (page.segments.length < 6 || pieces.some((piece) => piece.kind === 'tree-table')) return false;
  const tables = readPageTables(page, 'ruled');
  return tables.some(
    (table) => table.rows >= 2 && table.columns >= 2 && table.cells.some((cell) => cell.runs.length > 0),
  );
}

type Piece = TaggedPiece | { readonly kind: 'table'; readonly table: PageTable };

/** What a tree says, with the tables that cards show where it has only their texts. */
function withCardTables(pieces: readonly TaggedPiece[], cards: readonly Card[]): readonly Piece[] {
  const tabled = new Set(pieces.flatMap((piece) => (piece.kind === 'tree-table' ? piece.runs : [])));
  const tables = cards
    .flatMap((card) => card.tables)
    .map((table) => ({ table, runs: new Set(table.cells.flatMap(({ runs }) => runs)) }))
    .filter(({ runs }) => ![...runs].some((run) => tabled.has(run)));
  if (tables.length === 0) return pieces;
  const placed = new Set<PageTable>();
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind === 'tree-table') return [piece];
    const parts: Piece[] = [];
    for (const run of piece.runs) {
      const held = tables.find(({ runs }) => runs.has(run))?.table;
      const last = parts.at(-1);
      if (held === undefined && last?.kind === 'unit') parts[parts.length - 1] = { ...last, runs: [...last.runs, run] };
      else if (held === undefined) parts.push({ ...piece, runs: [run] });
      else if (!placed.has(held)) {
        placed.add(held);
        parts.push({ kind: 'table', table: held });
      }
    }
    return parts;
  });
}

/** For any line the edges of the card, box or column it stands in, or of the page's text. */
function roomOf(
  page: TextPage,
  pieces: readonly TaggedPiece[],
  edges: TextEdges,
  cards: readonly Card[],
): (line: Line) => TextEdges {
  const columns = columnsOf(page, pieces, edges);
  const boxes = [...cards.map(({ box }) => box), ...boxesSideBySide(page, page.runs)];
  return (line) => {
    const own = boxes.find((box) => containsPoint(box, middleX(line.box), middleY(line.box)));
    return own === undefined ? columns(line) : { left: own[0], right: own[2] };
  };
}

/** For any line the edges of the column it stands in, or of the page's text. */
function columnsOf(page: TextPage, pieces: readonly TaggedPiece[], edges: TextEdges): (line: Line) => TextEdges {
  const runs = pieces.flatMap((piece) => (piece.kind === 'unit' ? piece.runs : []));
  const columns = toRegions<Placed>(toLines(runs, page.number), []).filter((region) => region.column !== null);
  return (line) => {
    const own = columns.find(({ items, column }) => {
      const top = leastOf(items, (item) => item.top);
      const bottom = mostOf(items, (item) => item.bottom);
      const within = line.top >= top - 1 && line.bottom <= bottom + 1;
      return within && column !== null && line.x0 >= column[0] - 1 && line.x1 <= column[1] + 1;
    })?.column;
    return own == null ? edges : { left: own[0], right: own[1] };
  };
}

function unitLines(
  runs: readonly Word[],
  unit: Unit,
  page: number,
  { room, apart }: { readonly room: (line: Line) => TextEdges; readonly apart: ReadonlySet<Word> },
): readonly FlowLine[] {
  return toRegions<Placed>(toLines(runs, page), [], apart).flatMap(({ items }) => {
    const lines = items.filter((item): item is Line => 'words' in item);
    const region = {};
    return lines.map((line): FlowLine => ({ kind: 'line', line, ...room(line), region, unit, underlined: false }));
  });
}

/** Lines that the tree does not reach go before the first piece that stands lower. */
function withLoose(
  items: readonly FlowItem[],
  loose: readonly Word[],
  page: TextPage,
  edges: TextEdges,
): readonly FlowItem[] {
  const lines = toLines(
    loose.filter((run) => !run.artifact),
    page.number,
  );
  const free = lines.filter((line) => /[\p{L}\p{N}]/u.test(line.text));
  if (free.length === 0) return items;
  const all = [...items];
  for (const line of flowItems(toRegions<PlacedItems>(free, []), edges)) {
    const at = all.findIndex((item) => topOf(item) > topOf(line));
    all.splice(at === -1 ? all.length : at, 0, line);
  }
  return all;
}

function topOf(item: FlowItem): number {
  if (item.kind === 'line') return item.line.top;
  const tops =
    item.kind === 'tree-table'
      ? item.tree.cells.flatMap((cell) => cell.parts.map((part) => part.box[1]))
      : item.table.places.map((place) => place.bbox?.[1] ?? 0);
  return Math.min(...tops);
}
