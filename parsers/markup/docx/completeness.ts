import type { Block } from '../../../src/model/document.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import { descendantsOf, type Element, parentOf, textOf } from '../dom.ts';
import { quote } from '../issues.ts';
import { childNamed } from './xml.ts';

/**
 * Holds the words of the XML against those of the blocks: what is in the document and in no block was lost on the way,
 * or stands in a place that Word does not show (a cell that is merged away).
 * @param body the document's body, tidied and marked: without prompts and hidden text
 */
export function lostWords(body: Element, blocks: readonly Block[]): readonly Issue[] {
  const left = new Map<string, number>();
  for (const word of blocks.flatMap(textsOf).flatMap(wordsOf)) left.set(word, (left.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const word of readableTexts(body).flatMap(wordsOf)) {
    const count = left.get(word) ?? 0;
    if (count === 0) lost.push(word);
    else left.set(word, count - 1);
  }
  if (lost.length === 0) return [];
  return [
    issueOf(
      'docx/words-lost',
      `Words of the Word document were not read, perhaps because Word does not show them: ${quote(lost.join(' '), 300)}. Compare with the paper.`,
    ),
  ];
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.cells.map((cell) => cell.text);
  return block.kind === 'list' ? block.items.flatMap((item) => [item.label ?? '', item.text]) : [block.text];
}

/** The texts of paragraphs, runs joined: Word cuts words into runs where it likes. */
function readableTexts(body: Element): readonly string[] {
  const texts = new Map<Element, string>();
  for (const element of descendantsOf(body)) {
    if (element.name !== 'w:t' && element.name !== 'w:br' && element.name !== 'w:tab') continue;
    const paragraph = paragraphAround(element);
    if (paragraph === null) continue;
    const text = element.name === 'w:t' ? textOf(element).replaceAll('\u00ad', '') : ' ';
    texts.set(paragraph, (texts.get(paragraph) ?? '') + text);
  }
  return [...texts.values()];
}

/** The paragraph a text stands in; null where it or its row is deleted. */
function paragraphAround(text: Element): Element | null {
  let paragraph: Element | null = null;
  for (let at = parentOf(text); at !== null; at = parentOf(at)) {
    if (at.name === 'w:del' || at.name === 'w:moveFrom') return null;
    if (at.name === 'w:tr' && childNamed(childNamed(at, 'w:trPr'), 'w:del') !== null) return null;
    if (at.name === 'w:p' && paragraph === null) paragraph = at;
  }
  return paragraph;
}
