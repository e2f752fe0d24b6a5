import { asksOfService, statusOff } from '../recognise/sections.ts';
import {
  type LabelEvent,
  oneLineFields,
  type SectionEvent,
  type TitleEvent,
  textLevel,
  unlabelled,
} from './section-event.ts';

/**
 * The events with each sentence that says what the service should do, and has no label of its own, as the finding that the
 * labels below it answer: set as a title or right under one, or, where the paper labels no findings at all, in bold or
 * between the last line of one finding's labels and the labels of the next.
 */
export function withUnlabelledFindings(events: readonly SectionEvent[]): readonly SectionEvent[] {
  const labelsFindings = events.some((event) => event.kind === 'label' && event.field === 'finding');
  return events.map((event, index) => {
    if (event.kind === 'title' && asksOfService(event.title.text) && isAnswered(events, index, event.title.level))
      return titleFinding(event);
    if (event.kind !== 'text' || !asksOfService(event.value.text)) return event;
    const title = titleAbove(events, index);
    if (title !== null)
      return isAnswered(events, index, title) ? unlabelled('finding', event.index, event.value, title) : event;
    const parted = (event.bold || isFirst(events[index - 1])) && events[index + 1]?.kind === 'label';
    return parted && !labelsFindings && isAnswered(events, index, textLevel)
      ? unlabelled('finding', event.index, event.value)
      : event;
  });
}

/** The level of the title that a text stands right below, with no more than a badge between. */
function titleAbove(events: readonly SectionEvent[], index: number): number | null {
  const above = events[index - 1];
  if (above?.kind === 'title') return above.title.level;
  const over = events[index - 2];
  return above?.kind === 'label' && above.field === 'status' && over?.kind === 'title' ? over.title.level : null;
}

/** True where nothing before a text can go on in it: a table, the paper's top, a line that is whole. */
function isFirst(before: SectionEvent | undefined): boolean {
  if (before === undefined || before.kind === 'end') return true;
  return before.kind === 'label' && before.rest !== null && oneLineFields.has(before.field);
}

/** True where labels say what is done about it before the next title of its kind, and none names another finding. */
function isAnswered(events: readonly SectionEvent[], index: number, level: number): boolean {
  const next = events.findIndex(
    (event, at) => at > index && (event.kind === 'end' || (event.kind === 'title' && event.title.level <= level)),
  );
  const below = events.slice(index + 1, next < 0 ? undefined : next);
  const labels = below.filter((event): event is LabelEvent => event.kind === 'label');
  return labels.some(({ field }) => answers.has(field)) && !labels.some(({ field }) => field === 'finding');
}

const answers: ReadonlySet<LabelEvent['field']> = new Set(['action', 'progress', 'update', 'future', 'status']);

function titleFinding({ index, title: { level, value } }: TitleEvent): LabelEvent {
  const { text, status } = statusOff(value.text);
  const finding = { ...unlabelled('finding', index, { ...value, text }, level), whole: value };
  return status === null ? finding : { ...finding, status: { ...value, text: status } };
}
