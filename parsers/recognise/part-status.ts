import { foldPlain } from '../../src/lib/fold.ts';
import { isWhollyStatus } from '../../src/normalise/status.ts';
import { lately, linesOfStatus, partName, statusOfLines } from '../../src/vocabulary/paper-parts.ts';

const isStatusOf = (words: string | null): boolean => words !== null && isWhollyStatus(words);

/**
 * The status that a title gives to everything below it: `Appendix B – Completed actions`, `Annex 2: Actions closed since
 * the last report`, `Improvement plan: completed actions`; null for any other title.
 */
export function statusOfPart(title: string): string | null {
  const whole = foldPlain(title).replace(partName, '');
  const last = whole.replace(/^.*(?::|\s-)\s+/, '');
  const sinceThen = whole === foldPlain(title) ? null : (lately.exec(whole)?.groups?.status ?? null);
  const told = statusToldIn(whole) ?? statusToldIn(last) ?? (isStatusOf(sinceThen) ? sinceThen : null);
  return told === null ? null : printed(title, told);
}

function statusToldIn(words: string): string | null {
  const { status = '', rest = '' } = statusOfLines.exec(words)?.groups ?? linesOfStatus.exec(words)?.groups ?? {};
  // Words like `to` may belong to the status: `left to deliver`.
  return [`${status}${rest}`, status].find((one) => isWhollyStatus(one)) ?? null;
}

/** The words as the title prints them. */
function printed(title: string, words: string): string {
  const at = title.toLowerCase().indexOf(words);
  return at < 0 ? words : title.slice(at, at + words.length);
}
