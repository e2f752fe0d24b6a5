import type { Condition } from '../model/collected.ts';

/** Below this many things a list may halve by chance. */
const least = 4;

/**
 * What speaks for it that a source's lists are not seen any more as they are.
 * @param before how much it listed when it was last well; null where it never was
 */
export function blindnessOf(source: string, address: string, listed: number, before: number | null): Condition | null {
  const condition = (code: string, message: string) => ({ source, code, subject: address, message });
  if (listed === 0 && before === null) {
    return condition(
      'source/lists-nothing',
      'It lists nothing at all, and never did. Look whether the address is right.',
    );
  }
  if (listed === 0) {
    const message = `It lists nothing any more, where it named ${before} meetings and documents before. Look whether it has moved.`;
    return condition('source/lists-nothing', message);
  }
  if (before !== null && before >= least && listed * 2 < before) {
    const message = `It lists ${listed} meetings and documents, where it named ${before} before. Acknowledge this if it is right.`;
    return condition('source/lists-less', message);
  }
  return null;
}
