import type { Block } from '../../src/model/document.ts';
import { knownLabel, labelKey } from './kinds-of-text.ts';

/** Where fewer of the headings set alike return, those that do are titles as the others are. */
const leastReturning = 0.5;

/**
 * Titles that return, by `labelKey`: a topic that stands under two parts of a plan (`Alarm visits` among what is open and among what is
 * closed). Most headings set like it stand once, which those of labels do not.
 * @param returning the texts that return in the paper, by `labelKey`
 */
export function returningTitles(blocks: readonly Block[], returning: ReadonlySet<string>): ReadonlySet<string> {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const elsewhere = new Set(
    blocks.flatMap((block) => (block.kind === 'paragraph' && block.bold ? [labelKey(block.text)] : [])),
  );
  return new Set(
    [...Map.groupBy(headings, ({ level }) => level).values()].flatMap((alike) => {
      const keys = alike.map(({ text }) => labelKey(text));
      const again = keys.filter((key) => returning.has(key));
      const areTitles = again.length < leastReturning * keys.length;
      return areTitles ? again.filter((key) => !knownLabel(key, 0.5) && !elsewhere.has(key)) : [];
    }),
  );
}
