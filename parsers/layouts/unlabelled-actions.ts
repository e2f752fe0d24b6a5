import { foldWords } from '../../src/lib/fold.ts';
import { saysOfAction } from './line-events.ts';
import { type LabelEvent, type SectionEvent, type TextEvent, type TitleEvent, unlabelled } from './section-event.ts';

/**
 * The events with each text or title right over labels that say who does it, by when or how it stands as the action that
 * those speak of, where there are several of them below one finding, or in one list of actions: the label comes again
 * with nothing between that names another finding or action.
 */
export function withUnlabelledActions(events: readonly SectionEvent[]): readonly SectionEvent[] {
  const actions = new Set(events.flatMap((_, index) => headsFrom(events, index)));
  return events.map((event, index) => {
    if (!actions.has(index)) return event;
    if (event.kind === 'text') return unlabelled('action', event.index, event.value);
    return event.kind === 'title' ? unlabelled('action', event.index, event.title.value) : event;
  });
}

type Head = TextEvent | TitleEvent;

/** The positions of the head at `index` and of all of its kind below the same finding; none where it stands alone. */
function headsFrom(events: readonly SectionEvent[], index: number): readonly number[] {
  const [head, label] = [events[index], events[index + 1]];
  if (!isHead(head) || !isOwn(label) || (head.kind === 'title' && !isBelowFinding(events, index))) return [];
  const heads = [index];
  for (let at = index + 2; at < events.length; at++) {
    const [event, next] = [events[at], events[at + 1]];
    if (event === undefined || event.kind === 'end' || names(event)) break;
    if (isHead(event) && isOwn(next) && sameLabel(label, next) && isTwin(head, event)) heads.push(at);
    else if (event.kind === 'title') break;
  }
  return heads.length > 1 ? heads : [];
}

/** True where no title stands between a finding and what is at `index`. */
function isBelowFinding(events: readonly SectionEvent[], index: number): boolean {
  const above = events.slice(0, index).findLast((event) => event.kind !== 'text' && !isAnswer(event));
  return above?.kind === 'label';
}

const isAnswer = (event: SectionEvent) => event.kind === 'label' && event.field !== 'finding';

const isHead = (event: SectionEvent | undefined): event is Head => event?.kind === 'text' || event?.kind === 'title';

/** True for a label with its value; a badge has no label printed. */
const isOwn = (event: SectionEvent | undefined): event is LabelEvent =>
  event?.kind === 'label' && event.rest !== null && event.rest !== event.whole && saysOfAction(event);

const names = (event: SectionEvent) =>
  event.kind === 'label' && (event.field === 'finding' || event.field === 'action' || event.ref !== null);

const sameLabel = (a: LabelEvent, b: LabelEvent) => foldWords(a.label) === foldWords(b.label);

function isTwin(a: Head, b: Head): boolean {
  if (a.kind === 'text' || b.kind === 'text') return a.kind === b.kind && textOf(a) !== textOf(b);
  return a.title.level === b.title.level && textOf(a) !== textOf(b);
}

const textOf = (head: Head) => (head.kind === 'text' ? head.value.text : head.title.text);
