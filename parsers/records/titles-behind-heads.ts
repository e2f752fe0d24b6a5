import type { RecordEvent } from './model.ts';

/** So many titles behind heads of one size show that the texts before a title are its own. */
const fewestTitles = 3;

/**
 * Cards that begin with a text or two (`R2  Area for improvement  Paused`, then what was found) and have their title below these: the
 * title moves before them. They are told by the last card of a group, below whose labels nothing is left, where texts stand below those
 * of each card before it.
 */
export function titlesBehindHeads(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const moves = levelsOf(events).flatMap((level) => headsOfLevel(groupsOfTitles(events, level), events));
  if (moves.length === 0) return events;
  const heads = new Map(moves.map(({ from, title }) => [from, title]));
  const moved = new Set(moves.map(({ title }) => title));
  return events.flatMap((event, at) => {
    const title = events[heads.get(at) ?? -1];
    return [...(title === undefined ? [] : [title]), ...(moved.has(at) ? [] : [event])];
  });
}

const levelsOf = (events: readonly RecordEvent[]): readonly number[] => [
  ...new Set(events.flatMap((event) => (event.kind === 'title' ? [event.level] : []))),
];

/** Titles set alike that have labels below them, with no other title between them, as the numbers of their events. */
function groupsOfTitles(events: readonly RecordEvent[], level: number): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let last: number[] | null = null;
  for (const [at, event] of events.entries()) {
    if (event.kind !== 'title') continue;
    if (event.level !== level || !isLabelled(events, at)) last = null;
    else if (last === null) {
      last = [at];
      groups.push(last);
    } else last.push(at);
  }
  return groups;
}

/** Of so many groups nothing is left below the last card: below the paper's last one its own words can stand. */
const leastWhole = 0.5;

interface Head {
  readonly from: number;
  readonly title: number;
}

/** Where the head of each title begins; none where not all have one of one size, or the last of a group has what could be another's. */
function headsOfLevel(groups: readonly (readonly number[])[], events: readonly RecordEvent[]): readonly Head[] {
  const later = groups.flatMap((group) => group.slice(1));
  const size = mostFrequent(later.map((title) => linesBefore(events, title)));
  const isWhole = (group: readonly number[]) => linesBefore(events, nextTitle(events, group.at(-1) ?? 0)) === 0;
  const titles = groups.flat();
  const areHeaded = titles.every((title) => linesBefore(events, title) >= size);
  const whole = groups.filter(isWhole).length;
  if (size === 0 || titles.length < fewestTitles || !areHeaded || whole <= leastWhole * groups.length) return [];
  return groups.flatMap((group) =>
    group.map((title, at) => ({ from: title - (at === 0 ? size : linesBefore(events, title)), title })),
  );
}

/** How many lines stand right before an event that are no value of a label that waits for one. */
function linesBefore(events: readonly RecordEvent[], end: number): number {
  let from = end;
  while (events[from - 1]?.kind === 'line') from--;
  const above = events[from - 1];
  const isValue = above?.kind === 'label' && above.value === null;
  return end - from - (isValue && from < end ? 1 : 0);
}

function nextTitle(events: readonly RecordEvent[], after: number): number {
  const at = events.findIndex((event, index) => index > after && event.kind === 'title');
  return at < 0 ? events.length : at;
}

const isLabelled = (events: readonly RecordEvent[], title: number): boolean =>
  events.slice(title, nextTitle(events, title)).some(({ kind }) => kind === 'label');

function mostFrequent(sizes: readonly number[]): number {
  const groups = [...Map.groupBy(sizes, (size) => size)];
  return groups.toSorted(([a, these], [b, those]) => those.length - these.length || a - b)[0]?.[0] ?? 0;
}
