import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';

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
