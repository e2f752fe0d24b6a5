import type { Block } from '../../src/model/document.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { packStarts } from '../recognise/pack-items.ts';
import { asksOfService } from '../recognise/sections.ts';

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
  const starts = packStarts(blocks);
  const [cover] = starts;
  if (cover === undefined) return null;
  const parts = starts.map((from, at) => ({ cover, from, to: starts[at + 1] ?? blocks.length }));
  const asked = parts.map(({ from, to }) => blocks.slice(from, to).flatMap(textsOf).filter(asks).length);
  const most = Math.max(...asked);
  return most === 0 ? null : (parts[asked.indexOf(most)] ?? null);
}

const asks = (text: string): boolean => asksOfService(splitRef(text)?.rest ?? text);

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.cells.map(({ text }) => text);
  return block.kind === 'list' ? block.items.map(({ text }) => text) : [block.text];
}
