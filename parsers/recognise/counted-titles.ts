import { foldPlain, isLineOfWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { blockTitle } from './sections.ts';

const countBehind = /\((?<count>\d{1,3})(?: (?:actions?|items?|cards?|recommendations?))?\)$/u;

/** A title's words, and how many things it says stand below it. */
interface Counted {
  readonly level: number;
  readonly words: string;
  readonly count: number;
}

/**
 * The blocks without the numbers in which titles say how many things stand below them (`To do (2)`, `Done (3)`): titles of one level,
 * each in other words, whose numbers do not merely count the titles.
 */
export function withoutCountsOfTitles(blocks: readonly Block[]): readonly Block[] {
  const counted = new Map(
    blocks.flatMap((block): [Block, Counted][] => {
      const title = blockTitle(block);
      const count = title === null ? null : countBehind.exec(title.text);
      const words = title?.text.slice(0, count?.index).trimEnd() ?? '';
      return title === null || count === null || !isLineOfWords(words)
        ? []
        : [[block, { level: title.level, words, count: Number(count.groups?.count) }]];
    }),
  );
  const levels = [...Map.groupBy(counted.values(), ({ level }) => level)].flatMap(([level, titles]) =>
    areCounts(titles) ? [level] : [],
  );
  return blocks.map((block) => {
    const own = counted.get(block);
    return own === undefined || !levels.includes(own.level) || !('text' in block)
      ? block
      : { ...block, text: own.words };
  });
}

function areCounts(titles: readonly Counted[]): boolean {
  const apart = new Set(titles.map(({ words }) => foldPlain(words)));
  return titles.length > 1 && apart.size === titles.length && !titles.every(({ count }, at) => count === at + 1);
}
