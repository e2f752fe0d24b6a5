import type { Block } from '../../src/model/document.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { asksOfService } from '../recognise/sections.ts';

/** The line over each paper of a pack: the number of its item on the agenda. */
const itemLine = /^(?:agenda )?item(?: (?:no|number))?\.?:? ?(?<item>\d{1,2}[a-z]?)\b/i;
const longestItemLine = 14;

/** The blocks of the paper that reports on a plan, of a pack of several; blocks count from 0, `to` not included. */
export interface PackPart {
  /** Where the pack's own front matter ends: its agenda. */
  readonly cover: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The paper of a pack in which most is asked of the service.
 * @returns null for a paper by itself: fewer than two items have their number over them, or none asks anything
 */
export function packPart(blocks: readonly Block[]): PackPart | null {
  const items = blocks.map(itemOf);
  const starts = items.flatMap((item, index) =>
    item !== null && item !== items.slice(0, index).findLast((one) => one !== null) ? [index] : [],
  );
  const [cover] = starts;
  if (cover === undefined || starts.length < 2) return null;
  const parts = starts.map((from, at) => ({ cover, from, to: starts[at + 1] ?? blocks.length }));
  const asked = parts.map(({ from, to }) => blocks.slice(from, to).flatMap(textsOf).filter(asks).length);
  const most = Math.max(...asked);
  return most === 0 ? null : (parts[asked.indexOf(most)] ?? null);
}

const asks = (text: string): boolean => asksOfService(splitRef(text)?.rest ?? text);

function itemOf(block: Block): string | null {
  if (block.kind === 'table' || block.kind === 'list' || block.text.split(/\s+/).length > longestItemLine) return null;
  return itemLine.exec(block.text.trim())?.groups?.item?.toLowerCase() ?? null;
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.cells.map(({ text }) => text);
  return block.kind === 'list' ? block.items.map(({ text }) => text) : [block.text];
}
