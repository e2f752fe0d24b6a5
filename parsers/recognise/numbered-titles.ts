import type { Block, List, ListItem, Paragraph } from '../../src/model/document.ts';
import { looksLikeTitle } from './sections.ts';

/**
 * The blocks with the titles of a paper's numbered sections out of the lists that the numbers made of them: where `4.1`,
 * `4.2` count the paragraphs of the whole paper, a short `4. Effectiveness` heads its own.
 */
export function titlesOutOfLists(blocks: readonly Block[]): readonly Block[] {
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  const numbers = items.map(numberOf).filter((number) => number !== '');
  const isTitle = (item: ListItem) =>
    /^\d+$/.test(numberOf(item)) && numbers.includes(`${numberOf(item)}.1`) && looksLikeTitle(item.text);
  const titles = items.filter(isTitle);
  if (titles.length < 2 || !countOn(numbers.filter((number) => number.includes('.'))) || !countOn(titles.map(numberOf)))
    return blocks;
  return blocks.flatMap((block) => (block.kind === 'list' ? parted(block, isTitle) : [block]));
}

const numberOf = ({ label }: ListItem) => /^\d{1,2}(?:\.\d{1,2})?(?=[.)]?$)/.exec(label ?? '')?.[0] ?? '';

/** True where numbers go up through the paper and none comes again, as they do where they count its sections. */
function countOn(numbers: readonly string[]): boolean {
  const ranks = numbers.map((number) => {
    const [section = 0, paragraph = 0] = number.split('.').map(Number);
    return 100 * section + paragraph;
  });
  return ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0));
}

function parted(list: List, isTitle: (item: ListItem) => boolean): readonly Block[] {
  const parts: (Paragraph | List)[] = [];
  for (const item of list.items) {
    const last = parts.at(-1);
    if (isTitle(item)) parts.push(toTitle(item));
    else if (last?.kind === 'list') parts[parts.length - 1] = listOf(list, [...last.items, item]);
    else parts.push(listOf(list, [item]));
  }
  return parts;
}

const toTitle = ({ label, text, places }: ListItem): Paragraph => ({
  kind: 'paragraph',
  text: `${label} ${text}`,
  bold: true,
  places,
});

const listOf = (list: List, items: readonly ListItem[]): List =>
  items.length === list.items.length ? list : { ...list, items, places: items.flatMap(({ places }) => places) };
