import type { Block } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { inspected, inspectorate } from '../../src/vocabulary/inspection.ts';

/** True for a paper that speaks of an inspection or of a service that has them, as any town's or program's plan does not. */
export const speaksOfInspection = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => textsOf(block).some(({ text }) => inspected.test(text)));

/** True for words that name the inspectorate or what it asks for. */
export const isOfInspection = (text: string): boolean => inspectorate.test(text);

/** True for a paper that names the inspectorate or what it asks for. */
export const namesInspection = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => textsOf(block).some(({ text }) => isOfInspection(text)));

/** The texts of a block: of its cells, its items, or its own. */
export function textsOf(block: Block): readonly RawValue[] {
  if (block.kind === 'table') return block.cells;
  return block.kind === 'list' ? block.items : [block];
}
