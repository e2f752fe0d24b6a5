import type { Block } from '../../src/model/document.ts';

/** Who is inspected and by whom, and what an inspection leads to: one of these stands in every paper on it. */
const inspected =
  /\b(?:hmic(?:frs)?|inspect(?:ions?|orate|ors?)|fire|police|constabulary|brigade|force|peel|improvement plan|areas? for improvement|causes? of concern|afis?)\b/i;

/** True for a paper that speaks of an inspection or of a service that has them, as any town's or program's plan does not. */
export const speaksOfInspection = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => textsOf(block).some(({ text }) => inspected.test(text)));

/** The inspectorate's own words: no other paper of a service has them. */
const inspectorate =
  /\b(?:hmic(?:frs)?|inspectorate|inspectors|inspections?|peel|areas? for improvement|causes? of concern|afis?)\b/i;

/** True for words that name the inspectorate or what it asks for. */
export const isOfInspection = (text: string): boolean => inspectorate.test(text);

/** True for a paper that names the inspectorate or what it asks for. */
export const namesInspection = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => textsOf(block).some(({ text }) => isOfInspection(text)));

function textsOf(block: Block): readonly { readonly text: string }[] {
  if (block.kind === 'table') return block.cells;
  return block.kind === 'list' ? block.items : [block];
}
