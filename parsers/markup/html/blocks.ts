import { leastOf } from '../../../src/lib/extremes.ts';
import type { Block, List, ListItem, Paragraph } from '../../../src/model/document.ts';
import { afterBullet } from '../bullets.ts';
import {
  attribute,
  childrenOf,
  descendantsOf,
  type Element,
  elementsOf,
  isBlockElement,
  isElement,
  isText,
  isUnread,
  type Node,
} from '../dom.ts';
import { readTextBlocks } from '../text/blocks.ts';
import { headingLevel, levelBelowHeading } from './heading-level.ts';
import { joinedLine, lineOf, linesOf } from './inline.ts';
import { listLabels } from './labels.ts';
import { tableParts } from './placed-cells.ts';
import type { Styles } from './styles.ts';
import { isLayoutTable, readDefinitionList, readTable } from './tables.ts';

/**
 * Reads nodes into blocks in the order of the page: headings, paragraphs, lists and tables; elements that only group
 * others are walked through. Text outside any paragraph is a paragraph.
 */
export function readBlocks(nodes: readonly Node[], styles: Styles): readonly Block[] {
  const reader = new BlockReader(styles);
  reader.readAll(nodes);
  return withTypedLists(reader.finish()).map(outermostAtZero);
}

/** Walks the tree and gathers running text until a block ends it. */
class BlockReader {
  private readonly styles: Styles;
  private readonly blocks: Block[] = [];
  private running: Node[] = [];

  constructor(styles: Styles) {
    this.styles = styles;
  }

  readAll(nodes: readonly Node[]): void {
    for (const node of nodes) this.read(node);
  }

  finish(): readonly Block[] {
    this.flush();
    return this.blocks;
  }

  private read(node: Node): void {
    if (isText(node)) this.running.push(node);
    if (!isElement(node) || isUnread(node) || node.name === 'del' || this.styles.hidden(node)) return;
    const level = headingLevel(node);
    if (level !== null) this.heading(node, level);
    else if (node.name === 'table') this.table(node);
    else if (node.name === 'ul' || node.name === 'ol' || node.name === 'menu') this.list(node);
    else if (node.name === 'dl') this.add(readDefinitionList(node, this.styles));
    else if (node.name === 'pre') this.add(...readTextBlocks(rawText(node)));
    else if (node.name === 'summary') this.heading(node, levelBelowHeading(node));
    else if (node.name === 'p') this.paragraph(node);
    else if (isBlockElement(node) || holdsBlocks(node)) {
      this.flush();
      this.readAll(childrenOf(node));
      this.flush();
    } else this.running.push(node);
  }

  private add(...blocks: readonly (Block | null)[]): void {
    this.flush();
    for (const block of blocks) if (block !== null) this.blocks.push(block);
  }

  private flush(): void {
    const nodes = this.running;
    this.running = [];
    for (const line of linesOf(nodes, this.styles)) this.blocks.push({ kind: 'paragraph', ...line, places: [] });
  }

  private paragraph(element: Element): void {
    const label = attribute(element, 'data-label');
    if (!('data-list-level' in element.attribs)) {
      this.flush();
      this.readAll(childrenOf(element));
      this.flush();
      return;
    }
    const line = joinedLine(childrenOf(element), this.styles);
    if (line.text === '') return;
    const level = Number(attribute(element, 'data-list-level'));
    const item: ListItem = { ...line, label: label === '' ? null : label, level, places: [] };
    this.flush();
    const last = this.blocks.at(-1);
    if (last?.kind === 'list') this.blocks[this.blocks.length - 1] = { ...last, items: [...last.items, item] };
    else this.blocks.push({ kind: 'list', ordered: item.label !== null, items: [item], places: [] });
  }

  private heading(element: Element, level: number): void {
    const words = lineOf(childrenOf(element), this.styles);
    const inner = [...descendantsOf(element)].find((child) => headingLevel(child) !== null);
    if (element.name === 'summary' && inner !== undefined) {
      this.flush();
      this.readAll(childrenOf(element));
      this.flush();
    } else if (words !== '') {
      this.add({ kind: 'heading', level, text: words, places: [] });
    }
  }

  private table(element: Element): void {
    const parts = tableParts(element, this.styles);
    if (!isLayoutTable(parts)) {
      this.add(readTable(parts, this.styles));
      return;
    }
    this.flush();
    for (const cell of [...(parts.caption ? [parts.caption] : []), ...parts.rows.flatMap((row) => row.cells)]) {
      this.readAll(childrenOf(cell));
      this.flush();
    }
  }

  private list(element: Element): void {
    if (holdsSections(element)) {
      this.flush();
      for (const item of elementsOf(element)) {
        this.readAll(childrenOf(item));
        this.flush();
      }
      return;
    }
    const items = listItems(element, 0, this.styles);
    if (items.length === 0) return;
    const list: List = { kind: 'list', ordered: element.name === 'ol', items, places: [] };
    this.add(list);
  }
}

const holdsBlocks = (element: Element): boolean =>
  [...descendantsOf(element)].some((inner) => isBlockElement(inner) || headingLevel(inner) !== null);

/** True where a list's items are parts of the page (cards with headings, tables) rather than points. */
const holdsSections = (list: Element): boolean =>
  [...descendantsOf(list)].some(
    (inner) => headingLevel(inner) !== null || inner.name === 'table' || inner.name === 'dl',
  );

function listItems(list: Element, level: number, styles: Styles): readonly ListItem[] {
  const labels = list.name === 'ol' ? listLabels(list) : new Map<Element, string>();
  const items: ListItem[] = [];
  for (const child of elementsOf(list)) {
    if (isUnread(child) || styles.hidden(child)) continue;
    const nested = child.name === 'ul' || child.name === 'ol' ? [child] : nestedLists(child);
    const own = nested.includes(child) ? [] : childrenOf(child).filter((node) => !nested.includes(node as Element));
    const line = joinedLine(own, styles);
    if (line.text !== '') items.push({ ...line, label: labels.get(child) ?? null, level, places: [] });
    for (const inner of nested) items.push(...listItems(inner, level + 1, styles));
  }
  return items;
}

const nestedLists = (item: Element): readonly Element[] =>
  elementsOf(item).filter((child) => child.name === 'ul' || child.name === 'ol');

function rawText(node: Node): string {
  if (isText(node)) return node.data;
  if (isElement(node) && node.name === 'br') return '\n';
  return childrenOf(node).map(rawText).join('');
}

/** Gathers paragraphs that begin with a bullet typed as a character into lists. */
function withTypedLists(blocks: readonly Block[]): readonly Block[] {
  const gathered: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    const item = block.kind === 'paragraph' ? typedItem(block, blocks[at - 1], blocks[at + 1]) : null;
    const last = gathered.at(-1);
    if (item === null) gathered.push(block);
    else if (last?.kind === 'list' && !last.ordered)
      gathered[gathered.length - 1] = { ...last, items: [...last.items, item] };
    else gathered.push({ kind: 'list', ordered: false, items: [item], places: [] });
  }
  return gathered;
}

/** Lists that begin below the first level, under a numbered heading, begin at 0 all the same. */
function outermostAtZero(block: Block): Block {
  if (block.kind !== 'list') return block;
  const least = leastOf(block.items, (item) => item.level);
  return least === 0 ? block : { ...block, items: block.items.map((item) => ({ ...item, level: item.level - least })) };
}

function typedItem(paragraph: Paragraph, before: Block | undefined, after: Block | undefined): ListItem | null {
  const dashed = (block: Block | undefined) => block?.kind === 'paragraph' && afterBullet(block.text, true) !== null;
  const text = afterBullet(paragraph.text, dashed(before) || dashed(after));
  return text === null ? null : { text, label: null, level: 0, places: [] };
}
