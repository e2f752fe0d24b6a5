import type { RecordEvent } from './model.ts';

/** So many titles behind heads of one size show that the texts before a title are its own. */
const fewestTitles = 3;

/**
 * Cards that begin with a text or two (`R2  Area for improvement  Paused`, then what was found) and have their title below these: the
 * title moves before them. They are told by the last card of a group, below whose labels nothing is left, where texts stand below those
 * of each card before it.
 */
export function titlesBehindHeads(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const sections = sectionsOf(events);
  const levels = [...new Set(sections.map(({ level }) => level))];
  const moves = levels.flatMap((level) => headsOfLevel(groupsOfTitles(sections, level), events));
  if (moves.length === 0) return events;
  const heads = new Map(moves.map(({ from, title }) => [from, title]));
  const moved = new Set(moves.map(({ title }) => title));
  return events.flatMap((event, at) => {
    const title = events[heads.get(at) ?? -1];
    return [...(title === undefined ? [] : [title]), ...(moved.has(at) ? [] : [event])];
  });
}

/** What stands below a title until the next one; places are the numbers of events. */
interface Section {
  readonly level: number;
  readonly title: number;
  /** The first event that is not below it. */
  readonly end: number;
  readonly isLabelled: boolean;
}

function sectionsOf(events: readonly RecordEvent[]): readonly Section[] {
  const titles = events.flatMap((event, at) => (event.kind === 'title' ? [{ level: event.level, title: at }] : []));
  return titles.map(({ level, title }, index) => {
    const end = titles[index + 1]?.title ?? events.length;
    return { level, title, end, isLabelled: events.slice(title, end).some(({ kind }) => kind === 'label') };
  });
}

/** Titles set alike that have labels below them, with no other title between them. */
function groupsOfTitles(sections: readonly Section[], level: number): readonly (readonly Section[])[] {
  const groups: Section[][] = [];
  let last: Section[] | null = null;
  for (const section of sections) {
    if (section.level !== level || !section.isLabelled) last = null;
    else if (last === null) {
      last = [section];
      groups.push(last);
    } else last.push(section);
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
function headsOfLevel(groups: readonly (readonly Section[])[], events: readonly RecordEvent[]): readonly Head[] {
  const later = groups.flatMap((group) => group.slice(1));
  const size = mostFrequent(later.map(({ title }) => linesBefore(events, title)));
  const isWhole = (group: readonly Section[]) => linesBefore(events, group.at(-1)?.end ?? 0) === 0;
  const titles = groups.flat().map(({ title }) => title);
  const areHeaded = titles.every((title) => linesBefore(events, title) >= size);
  const whole = groups.filter(isWhole).length;
  if (size === 0 || titles.length < fewestTitles || !areHeaded || whole <= leastWhole * groups.length) return [];
  return groups.flatMap((group) =>
    group.map(({ title }, at) => ({ from: title - (at === 0 ? size : linesBefore(events, title)), title })),
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

function mostFrequent(sizes: readonly number[]): number {
  const groups = [...Map.groupBy(sizes, (size) => size)];
  return groups.toSorted(([a, these], [b, those]) => those.length - these.length || a - b)[0]?.[0] ?? 0;
}
