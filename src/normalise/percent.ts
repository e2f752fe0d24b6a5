import { shareDone } from '../vocabulary/value-words.ts';

/** How much is done, 0 to 100; null where a text gives no share. */
export function readPercent(text: string): number | null {
  const { number } = shareDone.exec(text)?.groups ?? {};
  return number === undefined || Number(number) > 100 ? null : Number(number);
}

/** The share that a status gives of what is done (`80% complete`); a number without its sign is none. */
export function percentInStatus(text: string): number | null {
  return shareDone.exec(text)?.groups?.sign === undefined ? null : readPercent(text);
}
