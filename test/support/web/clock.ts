import type { Clock } from '../../../src/collect/http/gate.ts';

/** A clock that a test sets forward; waiting takes no time but on it. */
export interface SetClock extends Clock {
  advance(milliseconds: number): void;
}

export const hour = 3_600_000;
export const day = 24 * hour;

/** @param start ISO 8601 */
export function setClock(start: string): SetClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
