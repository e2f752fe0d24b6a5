import { isBadge } from './badges.ts';
import { labelKey } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';
import { boldLevel } from './title-levels.ts';

/** A line by itself, or one in bold. */
type Line = Extract<RecordEvent, { kind: 'line' | 'title' }>;

interface Badge {
  readonly line: Line;
  /** True for words that are a status in any paper; a paper can have others of its own beside them. */
  readonly isKnown: boolean;
  readonly isBelowTitle: boolean;
  /** True in the line of the label itself. */
  readonly isInLine: boolean;
}

const fewestRecords = 2;
const mostlyKnown = 0.6;
const longestStatus = 5;

/**
 * A status right above each of several labels that are one, or above the tables that begin with it, is a part of the record that the
 * label begins, and neither of what stands above it nor the end of the record before: it is put behind what stands under the label.
 * Below titles alone it is theirs.
 */
export function badgesOfLabels(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const labels = events.flatMap((event, at) =>
    event.kind === 'label' ? [{ at, key: labelKey(event.label), badge: badgeOver(events, at) }] : [],
  );
  const badged = [...Map.groupBy(labels, ({ key }) => key).values()]
    .filter(
      (alike) =>
        alike.length >= fewestRecords &&
        alike.every(({ badge }) => badge !== null) &&
        alike.some(({ badge }) => badge?.isBelowTitle === false) &&
        (alike.filter(({ badge }) => badge?.isKnown).length >= mostlyKnown * alike.length || areOfAKey(alike)),
    )
    .flat();
  const moved = new Map(
    badged.flatMap(({ at, badge }) => (badge === null ? [] : [[endOfLabel(events, at), badge.line] as const])),
  );
  const badges = new Set<RecordEvent>(moved.values());
  return [...events, null].flatMap((event, at): readonly RecordEvent[] => {
    const badge = moved.get(at);
    const before: readonly RecordEvent[] =
      badge === undefined ? [] : [{ kind: 'label', label: '', value: badge.value, block: badge.block }];
    return event === null || badges.has(event) ? before : [...before, event];
  });
}

/** True for few texts that come back again and again in the lines of the labels, of which one is a status in any paper. */
const areOfAKey = (alike: readonly { readonly badge: Badge | null }[]): boolean =>
  alike.every(({ badge }) => badge?.isInLine) &&
  alike.some(({ badge }) => badge?.isKnown) &&
  new Set(alike.map(({ badge }) => badge?.line.value.text)).size <= mostDistinct * alike.length;
const mostDistinct = 0.6;

/** Where what stands under a label ends. */
function endOfLabel(events: readonly RecordEvent[], at: number): number {
  let end = at + 1;
  while (events[end]?.kind === 'line') end += 1;
  return end;
}

/** The status right above a label, or above the edge of the table that it begins; null where it is the value of another label. */
function badgeOver(events: readonly RecordEvent[], at: number): Badge | null {
  const over = events[at - 1]?.kind === 'edge' ? at - 2 : at - 1;
  const [event, before] = [events[over], events[over - 1]];
  const isValue = before?.kind === 'label' && before.value === null;
  const isLine = event?.kind === 'line' || (event?.kind === 'title' && event.level === boldLevel);
  if (!isLine || isValue) return null;
  const { text } = event.value;
  const isKnown = isBadge(text);
  const isShort = text.split(/\s+/).length <= longestStatus && !/[.:;,]$/.test(text);
  return isKnown || isShort
    ? { line: event, isKnown, isBelowTitle: before?.kind === 'title', isInLine: event.block === events[at]?.block }
    : null;
}
