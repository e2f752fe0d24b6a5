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

/** A plan, or what inspectors found and a service does about it. */
const planOrFindings =
  /\b(?:plans?|hmic(?:frs)?|peel|areas? for improvement|causes? of concern|afis?|improvements? (?:programme|tracker|actions?|journey|update|report|schedule|log|dashboard)|(?:action|recovery|response|improvement) (?:tracker|log|programme)|inspection(?:'s|’s)? (?:actions?|findings?|response|report|recommendations?|outcomes?|results?|tracker|progress|programme)|(?:after|response to|following) (?:the|our|its|an) inspection|(?:inspectors|inspectorate)(?:'|’)?s? (?:said|found|findings?|recommendations?))\b/i;

/** True for a title over a plan that answers an inspection. */
export const namesPlan = (title: string): boolean => planOrFindings.test(title);

/** True for a paper that names the inspectorate or what it asks for. */
export const namesInspection = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => textsOf(block).some(({ text }) => isOfInspection(text)));

/** The texts of a block: of its cells, its items, or its own. */
export function textsOf(block: Block): readonly { readonly text: string }[] {
  if (block.kind === 'table') return block.cells;
  return block.kind === 'list' ? block.items : [block];
}
