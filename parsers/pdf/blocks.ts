import { union } from '../../src/lib/box.ts';
import { joinWrapped, type PaperWords } from '../../src/lib/hyphens.ts';
import type { Block, Heading, List, ListItem, Paragraph } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import type { FlowItem, FlowLine, FlowTree } from './flow.ts';
import { bodySizeOf, type HeadingLook, headingLevels, headingLook } from './headings.ts';
import { type Group, measureLeading, type Setting, toGroups } from './paragraphs.ts';

type Draft =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'heading'; readonly block: Heading; readonly look: HeadingLook }
  | { readonly kind: 'item'; readonly item: ListItem; readonly markerX: number; readonly depth: number | null };

/** A flow whose trees have become tables. */
export type WholeItem = Exclude<FlowItem, FlowTree>;

/**
 * Lines and tables of the whole paper, in reading order, to its blocks: headings with their levels, paragraphs, lists
 * and the tables between them. Places have empty paths.
 */
export function toBlocks(items: readonly WholeItem[], paper: PaperWords): readonly Block[] {
  const lines = items.filter((item): item is FlowLine => item.kind === 'line');
  const bodySize = bodySizeOf(items);
  const setting: Setting = { leading: measureLeading(lines), inCell: false, bodySize };
  const drafts: Draft[] = [];
  let waiting: FlowLine[] = [];
  const flush = () => {
    for (const group of toGroups(waiting, setting)) drafts.push(...toDraft(group, bodySize, paper));
    waiting = [];
  };
  for (const item of items) {
    if (item.kind === 'line') waiting.push(item);
    else {
      flush();
      drafts.push({ kind: 'block', block: item.table });
    }
  }
  flush();
  return gatherLists(withLevels(drafts));
}

/** Where lines stand: one place for each page, around all of them. */
export function placesOf(lines: readonly FlowLine[]): readonly Place[] {
  const byPage = new Map<number, Place & { readonly bbox: NonNullable<Place['bbox']> }>();
  for (const { line } of lines) {
    const known = byPage.get(line.page);
    byPage.set(line.page, { path: '', page: line.page, bbox: known ? union(known.bbox, line.box) : line.box });
  }
  return [...byPage.values()];
}

function toDraft(group: Group, bodySize: number, paper: PaperWords): readonly Draft[] {
  const text = joinWrapped(group.texts, paper);
  if (text === '') return [];
  const places = placesOf(group.lines);
  const [first] = group.lines;
  if (group.marker !== null || first?.unit?.role === 'item') {
    const item: ListItem = { text, label: group.marker?.label ?? null, level: 0, places };
    const depth = first?.unit?.role === 'item' ? first.unit.level : null;
    return [{ kind: 'item', item, markerX: group.marker?.markerX ?? first?.line.x0 ?? 0, depth }];
  }
  const look = headingLook(group, text, bodySize);
  if (look !== null) return [{ kind: 'heading', block: { kind: 'heading', level: 1, text, places }, look }];
  const bold = group.lines.every(({ line }) => line.bold);
  const block: Paragraph = { kind: 'paragraph', text, bold, places };
  return [{ kind: 'block', block }];
}

function withLevels(drafts: readonly Draft[]): readonly Draft[] {
  const headings = drafts.filter((draft) => draft.kind === 'heading');
  const levels = headingLevels(headings.map((draft) => draft.look));
  const levelOf = new Map(headings.map((draft, index) => [draft, levels[index] ?? 1]));
  return drafts.map((draft) =>
    draft.kind === 'heading' ? { ...draft, block: { ...draft.block, level: levelOf.get(draft) ?? 1 } } : draft,
  );
}

/** Neighbouring items become one list; depth by the structure tree, else by how far in the marker stands. */
function gatherLists(drafts: readonly Draft[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: (Draft & { kind: 'item' })[] = [];
  const flush = () => {
    if (open.length > 0) blocks.push(toList(open));
    open = [];
  };
  for (const draft of drafts) {
    if (draft.kind === 'item') open.push(draft);
    else {
      flush();
      blocks.push(draft.block);
    }
  }
  flush();
  return blocks;
}

function toList(drafts: readonly (Draft & { kind: 'item' })[]): List {
  const columns: number[] = [];
  const items = drafts.map(({ item, markerX, depth }): ListItem => {
    if (depth !== null) return { ...item, level: depth };
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
