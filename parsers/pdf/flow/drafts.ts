import { union } from '../../../src/lib/box.ts';
import { joinWrapped, type PaperWords } from '../../../src/lib/hyphens.ts';
import type { Block, Heading, ListItem, Paragraph } from '../../../src/model/document.ts';
import type { Place } from '../../../src/model/place.ts';
import type { TreeTable } from '../tables/tagged/tree-table.ts';
import type { FlowLine, Unit } from '../text/flow-line.ts';
import { type HeadingLook, headingLook, type ProseLook, proseLookOf } from '../text/headings.ts';
import { type Group, measureLeading, type Setting, toGroups } from '../text/paragraphs.ts';
import type { FlowItem } from './flow-item.ts';

/** A block that still waits for its neighbours: a heading for its level, an item for its list, a tree for its parts. */
export type Draft =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'tree-table'; readonly tree: TreeTable }
  | { readonly kind: 'heading'; readonly block: Heading; readonly look: HeadingLook }
  | {
      readonly kind: 'item';
      readonly item: ListItem;
      readonly markerX: number;
      /** Depth and identity by the structure tree; null for an item told by its marker. */
      readonly unit: Unit | null;
    };

/** Lines and tables of successive pages, in reading order, to what will be blocks. Places have empty paths. */
export function toDrafts(items: readonly FlowItem[], paper: PaperWords): readonly Draft[] {
  const lines = items.filter((item): item is FlowLine => item.kind === 'line');
  const prose = proseLookOf(lines);
  const setting: Setting = { leading: measureLeading(lines), inCell: false, bodySize: prose.size };
  const drafts: Draft[] = [];
  let waiting: FlowLine[] = [];
  const flush = () => {
    for (const group of toGroups(waiting, setting)) drafts.push(...toDraft(group, prose, paper));
    waiting = [];
  };
  for (const item of items) {
    if (item.kind === 'line' && !typedRule.test(item.line.text)) {
      waiting.push(item);
      continue;
    }
    flush();
    if (item.kind === 'line') continue;
    drafts.push(item.kind === 'table' ? { kind: 'block', block: item.table } : item);
  }
  flush();
  return drafts;
}

/** A ruling line typed in signs, which parts what stands above it from what stands below. */
const typedRule = /^\s*([=_*~-])\1{9,}\s*$/;

function toDraft(group: Group, prose: ProseLook, paper: PaperWords): readonly Draft[] {
  const text = joinWrapped(group.texts, paper);
  if (text === '') return [];
  const places = placesOf(group.lines);
  const [first] = group.lines;
  if (group.marker !== null || first?.unit?.role === 'item') {
    const item: ListItem = { text, label: group.marker?.label ?? null, level: 0, ...leadOf(group, text), places };
    const unit = first?.unit?.role === 'item' ? first.unit : null;
    return [{ kind: 'item', item, markerX: group.marker?.markerX ?? first?.line.x0 ?? 0, unit }];
  }
  const look = headingLook(group, text, prose);
  if (look !== null) return [{ kind: 'heading', block: { kind: 'heading', level: 1, text, places }, look }];
  const bold = group.lines.every(({ line }) => line.bold);
  const block: Paragraph = { kind: 'paragraph', text, bold, ...(bold ? {} : leadOf(group, text)), places };
  return [{ kind: 'block', block }];
}

/** The words in bold at the front of a paragraph; none where a hyphen at a line's end was taken out of them. */
function leadOf({ lines, marker }: Group, text: string): Pick<Paragraph, 'lead'> {
  const [first] = lines;
  const words = lines.flatMap(({ line }) =>
    line === first?.line && marker !== null ? line.words.filter(({ box }) => box[0] >= marker.textX - 1) : line.words,
  );
  const plain = words.findIndex(({ bold }) => !bold);
  if (plain === 0) return {};
  const letters = words
    .slice(0, plain < 0 ? words.length : plain)
    .map((word) => word.text)
    .join('')
    .replace(/\s/g, '');
  const end = [...text.matchAll(/\S/g)][letters.length - 1]?.index;
  const lead = end === undefined ? '' : text.slice(0, end + 1);
  return lead === '' || lead.replace(/\s/g, '') !== letters ? {} : { lead };
}

/** Where lines stand: one place for each page, around all of them. */
function placesOf(lines: readonly FlowLine[]): readonly Place[] {
  const byPage = new Map<number, Place & { readonly bbox: NonNullable<Place['bbox']> }>();
  for (const { line } of lines) {
    const known = byPage.get(line.page);
    byPage.set(line.page, { path: '', page: line.page, bbox: known ? union(known.bbox, line.box) : line.box });
  }
  return [...byPage.values()];
}
