import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { blockTitle } from './sections.ts';

const topBlocks = 8;
/** What a paper that keeps minutes calls itself, in a line of its own at its top. */
const calledMinutes =
  /^(?:draft |unconfirmed |confirmed |approved |public )*minutes\b(?! (?:of|from) the (?:last|previous))/;
/** What only minutes say: who came, and what was decided. */
const meetingLines =
  /^(?:present|in attendance|attendance|apologies(?: for absence)?|also present|reply|resolved|agreed|decision|noted)\b\s*(?::|[-–—]|$|that\b|were received)/;

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

/** What a paper that tells people how to write a plan calls itself. */
const calledGuidance =
  /^(?:(?:user |short |staff )?guid(?:ance|e)\b|how to\b|instructions?\b|notes (?:on|for) (?:completing|filling|authors)|completing\b|checklist\b)|(?::|\s-)\s*(?:guidance|instructions) (?:for|on|to)\b|\b(?:guidance|guidance notes?|user guide|checklist|(?:blank |plan )?template)$/;

/** True for guidance, a checklist or an empty form, by the first title of the paper. */
export function isGuidance(blocks: readonly Block[]): boolean {
  const [first] = blocks.slice(0, topBlocks).flatMap((block) => blockTitle(block) ?? []);
  return first !== undefined && calledGuidance.test(foldPlain(first.text));
}
