import { dayLength } from '../lib/calendar.ts';
/** When the next paper of a source is to be expected. Days are ISO 8601. */
export interface Expectation {
  readonly last: string | null;
  /** Days there usually are between two papers; null where too few are known to tell. */
  readonly every: number | null;
  readonly next: string | null;
  /** Days by which it is late today; 0 where it is not. */
  readonly late: number;
}

/** Papers of fewer days than this have no rhythm yet. */
const leastDays = 3;
/** Meetings move, and papers follow them by some weeks: late is what takes half as long again. */
const tolerance = 1.5;

/**
 * @param days when papers appeared, in order; a month counts as its first day
 * @param said what the sources file says of the days between two, where it does; 0 where no more will come
 * @param today ISO 8601
 */
export function expectationOf(days: readonly string[], said: number | null, today: string): Expectation {
  const times = days.map((each) => Date.parse(each)).filter((time) => !Number.isNaN(time));
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / dayLength);
  const every = said === 0 ? null : (said ?? (times.length >= leastDays ? median(gaps) : null));
  const last = times.at(-1);
  if (last === undefined || every === null) return { last: days.at(-1) ?? null, every, next: null, late: 0 };
  const lateFrom = last + every * tolerance * dayLength;
  const now = Date.parse(today);
  return {
    last: isoOf(last),
    every,
    next: isoOf(last + every * dayLength),
    late: now > lateFrom ? Math.floor((now - (last + every * dayLength)) / dayLength) : 0,
  };
}

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return Math.round((low + high) / 2);
}

/** A run has its length, and a timer its spread: a run is missing from so much of the time between two later. */
const spread = 1 / 4;

/**
 * How long ago the last run ended, where the next one should have ended by now: the job has stopped. One run that did not
 * come is enough.
 * @param ends when runs ended, ISO 8601, in order
 * @param said milliseconds between two runs as the sources file says, 0 where there is no saying; null where the runs
 *   themselves are to tell
 * @param now milliseconds since 1970
 * @returns milliseconds; null where it has not stopped, or too few runs are known to tell
 */
export function stoppedFor(ends: readonly string[], said: number | null, now: number): number | null {
  const times = ends.map((each) => Date.parse(each));
  const last = times.at(-1);
  const usual = said ?? longestUsual(times.slice(1).map((time, index) => time - (times[index] ?? time)));
  if (last === undefined || usual === null || usual === 0) return null;
  const age = now - last;
  return age > usual * (1 + spread) ? age : null;
}

/**
 * The time between two runs that is not unusual: the second longest. A job that rests at weekends rests again and again;
 * one that stopped for once has taught nothing. Runs by hand, minutes after another, say nothing of the next.
 */
function longestUsual(gaps: readonly number[]): number | null {
  const [, second] = gaps.toSorted((a, b) => b - a);
  return second === undefined ? null : Math.max(second, dayLength);
}
