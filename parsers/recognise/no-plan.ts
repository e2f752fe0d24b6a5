import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { calledGuidance, calledMinutes, meetingLines } from '../../src/vocabulary/paper-titles.ts';
import { blockTitle } from './sections.ts';

const topBlocks = 8;

/** True for the minutes of a meeting: what they say of a plan is what was said, and no plan. */
export function areMinutes(blocks: readonly Block[]): boolean {
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' ? [] : block.kind === 'list' ? block.items.map(({ text }) => text) : [block.text],
  );
  const folded = texts.map((text) => foldPlain(text));
  return (
    folded.slice(0, topBlocks).some((text) => calledMinutes.test(text)) &&
    folded.some((text) => meetingLines.test(text))
  );
}

/** True for guidance, a checklist or an empty form, by the first title of the paper that is more than whose it is. */
export function isGuidance(blocks: readonly Block[]): boolean {
  const titles = blocks.slice(0, topBlocks).flatMap((block) => blockTitle(block) ?? []);
  const first = titles.find(({ text }) => !organisationNames(text).some(({ printed }) => printed === text.trim()));
  return first !== undefined && calledGuidance.test(foldPlain(first.text));
}
