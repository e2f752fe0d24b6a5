import { foldPlain } from '../../src/lib/fold.ts';
import { rememberByText } from '../../src/lib/remember.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { isPillar, pillarOfQuestion } from '../../src/normalise/pillar.ts';
import { isRef, splitRef } from '../../src/normalise/ref.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { isStandardSection, isStatusAlone, statusOff } from '../recognise/sections.ts';
import type { RecordEvent } from './model.ts';
import { boldLevel } from './title-levels.ts';

type Line = Extract<RecordEvent, { kind: 'line' }>;

/**
 * Statuses and references right above a title are the badges of what it stands over, not the end of what stands before; a number
 * there is that of a page.
 * @param lanes the blocks of titles over several records, which have no badges
 */
export function badgesBelow(
  events: readonly RecordEvent[],
  isItem: (block: number) => boolean,
  lanes: ReadonlySet<number>,
): readonly RecordEvent[] {
  const result: RecordEvent[] = [];
  const unsigned = levelsWithoutBadges(events);
  const canHaveBadges = ({ level, block, value }: Extract<RecordEvent, { kind: 'title' }>) =>
    !unsigned.has(level) && !lanes.has(block) && !isStandardSection(value.text);
  events.forEach((event, at) => {
    if (event.kind !== 'title') {
      const next = events[at + 1];
      const numbersPage = isPageNumber(event) && !awaitsValue(events[at - 1]);
      if (!numbersPage || (next !== undefined && next.kind !== 'title')) result.push(event);
      return;
    }
    const badges: Line[] = [];
    for (
      let last = badgeAt(result.at(-1), event.level);
      last !== null && badges.length < mostBadges && !isBadgeItself(event) && canHaveBadges(event);
      last = badgeAt(result.at(-1), event.level)
    ) {
      if (result.at(-2)?.block === last.block && isItem(last.block)) break;
      if (isBelowOwn(last, result) || awaitsValue(result.at(-2)) || badgesOf(last.value.text).length === 0) break;
      badges.unshift(...badgesApart(last));
      result.pop();
    }
    if (badges.length === 0 && canHaveBadges(event))
      badges.push(...result.splice(headFrom(result, event.level)).flatMap(asBadge));
    // A pillar alone stands above all that follows.
    const areOwn = badges.some(({ value }) => !namesPillar(value.text));
    result.push(...(areOwn ? [event, ...badges] : [...badges, event]));
  });
  return result;
}

/**
 * The levels of titles of which those right below the title of their section have no badge above them: there nothing stands before
 * them that it could be the end of. What stands above their kin ends the record before.
 */
function levelsWithoutBadges(events: readonly RecordEvent[]): ReadonlySet<number> {
  const signed = new Map<number, boolean>();
  events.forEach((event, at) => {
    // The day or month below the title of a paper is no title of a record.
    if (event.kind !== 'title' || isBadgeItself(event) || isWholeDate(event.value.text)) return;
    const above = events.slice(Math.max(0, at - mostBadges - 1), at);
    const from = above.findLastIndex((one) => one.kind !== 'line' || badgesOf(one.value.text).length === 0);
    const over = above[from];
    const isSigned = from < above.length - 1 || (events[at + 1]?.block ?? event.block) < event.block;
    if (over?.kind === 'title' && over.level < event.level)
      signed.set(event.level, (signed.get(event.level) ?? false) || isSigned);
  });
  return new Set([...signed].flatMap(([level, isSigned]) => (isSigned ? [] : [level])));
}

/** A reference in bold is a badge of the title below it. */
const isBadgeItself = ({ level, value }: Extract<RecordEvent, { kind: 'title' }>): boolean =>
  level === boldLevel && isRef(value.text);

/** True for a badge that was put below its title already: in the paper it stands before it. */
const isBelowOwn = (badge: Line, events: readonly RecordEvent[]): boolean =>
  (events.findLast(({ kind }) => kind === 'title')?.block ?? 0) > badge.block;

/**
 * Where the head of a card begins whose title stands last in it: a reference, and below it no more than short texts (`AFI 3`, `On track`,
 * `Investigating crime`). The number of events where there is none.
 */
function headFrom(events: readonly RecordEvent[], level: number): number {
  for (let at = events.length - 1; at >= events.length - mostBadges; at--) {
    const line = badgeAt(events[at], level);
    if (line === null || isBelowOwn(line, events) || awaitsValue(events[at - 1])) break;
    const above = events[at - 1];
    // All that stands between two titles set alike is of the first.
    if (above?.kind === 'title' && above.level === level && !holdsRef(above.value.text)) break;
    if (holdsRef(line.value.text)) return at === events.length - 1 ? events.length : at;
    if (!isTopic(line.value.text)) break;
  }
  return events.length;
}

const asBadge = (event: RecordEvent): readonly Line[] =>
  event.kind === 'line' || event.kind === 'title'
    ? badgesApart<Line>({ kind: 'line', value: event.value, block: event.block })
    : [];

/** Words that say what a card is about, and no sentence. */
const isTopic = (text: string): boolean => text.split(/\s+/).length <= longestTopic && !/[.:;,?]$/.test(text);
const longestTopic = 7;

/** A line as one for each badge of which it consists; any other event as it is. */
export function badgesApart<Event extends RecordEvent>(event: Event): readonly (Event | Line)[] {
  const parts = event.kind === 'line' ? badgesOf(event.value.text) : [];
  if (event.kind !== 'line' || parts.length === 0) return [event];
  return parts.map((text): Line => ({ kind: 'line', value: { ...event.value, text }, block: event.block }));
}

/** A line right above a title, a text in bold where the title is a heading, or a lesser title with a reference: what could be its badge. */
function badgeAt(above: RecordEvent | undefined, level: number): Line | null {
  if (above?.kind === 'line') return above;
  if (above?.kind !== 'title') return null;
  const isBold = above.level === boldLevel && level < boldLevel;
  const isReference = above.level >= level && holdsRef(above.value.text);
  return isBold || isReference ? { kind: 'line', value: above.value, block: above.block } : null;
}

const mostBadges = 3;
const longestBadge = 4;

const isShort = (text: string): boolean => text.split(/\s+/).length <= longestBadge && !/[.:;,]$/.test(text);

/** A status by itself, and not one behind the title that it rates (`Recommendation 1 – Complete`) or before a name. */
export const isBadge = (text: string): boolean =>
  isStatusAlone(text) && statusOff(text).status === null && isShort(text) && !rolePhrase.test(foldPlain(text));

/** The number of a page or slide, above the title of the next. */
const isPageNumber = (event: RecordEvent): boolean => event.kind === 'line' && /^\d{1,3}$/.test(event.value.text);

const awaitsValue = (event: RecordEvent | undefined): boolean => event?.kind === 'label' && event.value === null;

/**
 * The badges of which a line consists: a status, or a reference, a pillar and a status in this order of which some can be
 * missing (`AFI 3 Efficiency On track`); none where it holds anything else.
 */
const badgesOf = rememberByText((text: string): readonly string[] => {
  if (isBadge(text) || isRef(text)) return [text];
  const { ref, rest } = splitRef(text) ?? { ref: '', rest: text };
  const words = rest === '' ? [] : rest.split(/\s+/);
  const named =
    words.findLastIndex(
      (_, at) => at + longestBadge + 1 >= words.length && namesPillar(words.slice(0, at + 1).join(' ')),
    ) + 1;
  const [pillar, status] = [words.slice(0, named).join(' '), words.slice(named).join(' ')];
  return status === '' || isBadge(status) ? [ref, pillar, status].filter((part) => part !== '') : [];
});

/** Badges with a reference among them; a bare number counts sections. */
const holdsRef = (text: string): boolean => badgesOf(text).some((badge) => isRef(badge) && /\p{L}/u.test(badge));

export const namesPillar = (text: string): boolean => isPillar(text) || pillarOfQuestion(text) !== null;
