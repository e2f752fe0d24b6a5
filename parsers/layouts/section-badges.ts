import { heightOf, overlap } from '../../src/lib/box.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { asksOfService, isStatusAlone } from '../recognise/sections.ts';
import { labelEvent, type SectionEvent, textLevel } from './section-event.ts';

/**
 * Status words that stand alone right below a title, or in its own line, as a badge: the status of what the title names.
 * Between other blocks they are no status of what stands above or below.
 */
export function withBadges(events: readonly SectionEvent[]): readonly SectionEvent[] {
  return events.flatMap((event, index): readonly SectionEvent[] => {
    const badge = badgeOf(event, events[index + 1]);
    const [before, after] = [events[index - 1], events[index + 1]];
    if (badge !== null && before !== undefined && isTitle(before)) return [statusEvent(badge, event.index)];
    if (badge !== null && after?.kind === 'title' && inOneLine(badge, after.title.value)) return [];
    const beside = before === undefined ? null : badgeOf(before, event);
    const isBeside = event.kind === 'title' && beside !== null && inOneLine(beside, event.title.value);
    return isBeside && events[index - 2]?.kind !== 'title' ? [event, statusEvent(beside, event.index)] : [event];
  });
}

/** A title, or one that names a finding. */
const isTitle = (event: SectionEvent) =>
  event.kind === 'title' || (event.kind === 'label' && event.field === 'finding' && event.level < textLevel);

/** The words of a text, title or label that is a status alone; a label with text below it is none, but over a finding. */
function badgeOf(event: SectionEvent, next: SectionEvent | undefined): RawValue | null {
  if (event.kind === 'end') return null;
  const isOver = next?.kind === 'text' && !asksOfService(next.value.text);
  if (event.kind === 'label' && (event.rest !== null || isOver)) return null;
  const value = event.kind === 'title' ? event.title.value : event.kind === 'label' ? event.whole : event.value;
  return isStatusAlone(value.text) ? value : null;
}

/** True where two texts stand side by side on a page. */
function inOneLine({ places: [a] }: RawValue, { places: [b] }: RawValue): boolean {
  if (a?.bbox === undefined || b?.bbox === undefined || a.page !== b.page) return false;
  const shared = overlap(a.bbox[1], a.bbox[3], b.bbox[1], b.bbox[3]);
  return shared > 0.5 * Math.min(heightOf(a.bbox), heightOf(b.bbox));
}

const statusEvent = (value: RawValue, index: number): SectionEvent =>
  labelEvent({ index, field: 'status', label: 'Status', rest: value, whole: value });
