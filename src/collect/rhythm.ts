/** When the next paper of a source is to be expected. Days are ISO 8601. */
export interface Expectation {
  readonly last: string | null;
  /** Days there usually are between two papers; null where too few are known to tell. */
  readonly every: number | null;
  readonly next: string | null;
  /** Days by which it is late today; 0 where it is not. */
  readonly late: number;
}

const day = 86_400_000;
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
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / day);
  const every = said === 0 ? null : (said ?? (times.length >= leastDays ? median(gaps) : null));
  const last = times.at(-1);
  if (last === undefined || every === null) return { last: days.at(-1) ?? null, every, next: null, late: 0 };
  const lateFrom = last + every * tolerance * day;
  const now = Date.parse(today);
  return {
    last: isoOf(last),
    every,
    next: isoOf(last + every * day),
    late: now > lateFrom ? Math.floor((now - (last + every * day)) / day) : 0,
  };
}

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return Math.round((low + high) / 2);
}

/** Runs beyond their own rhythm by more than this are late: a night may be missed, and a timer has its spread. */
const spread = day / 4;

/**
 * How long ago the last run ended, where that is much longer than runs were apart before: the job has stopped.
 * @param ends when runs ended, ISO 8601, in order
 * @param now milliseconds since 1970
 * @returns milliseconds; null where it has not, or too few runs are known to tell
 */
export function stoppedFor(ends: readonly string[], now: number): number | null {
  const times = ends.map((each) => Date.parse(each));
  const last = times.at(-1);
  if (last === undefined || times.length < leastDays) return null;
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const age = now - last;
  return age > 2 * Math.max(median(gaps), day) + spread ? age : null;
}
