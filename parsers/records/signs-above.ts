import { findDates } from '../../src/normalise/dates.ts';
import { badgesApart, namesPillar } from './badges.ts';
import { namesPost } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';

type Title = Extract<RecordEvent, { kind: 'title' }>;

/** So many records are set alike where each of them begins with its signs. */
const leastTitles = 3;
const most = 0.7;
const mostSigns = 3;
const longestSign = 5;

/** A title, where the signs right above it begin, and whether nothing but the title of a section stands before them. */
interface Head {
  readonly at: number;
  readonly title: Title;
  readonly from: number;
  readonly isFirst: boolean;
}

/**
 * Short texts that stand right above title after title (a status, a reference, whatever they say) are signs of what the title is
 * over, and no end of what stands before it. They are told by the first record below the title of a section: nothing stands above
 * it that they could be the end of.
 */
export function signsBelowTitles(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const heads = events.flatMap((event, at) => (event.kind === 'title' ? [headAt(events, event, at)] : []));
  const signed = [...Map.groupBy(heads, ({ title }) => title.level).values()].flatMap(signedHeads(events));
  if (signed.length === 0) return events;
  const froms = new Map(signed.map((head) => [head.from, head]));
  const within = new Set(
    signed.flatMap(({ from, at }) => Array.from({ length: at - from + 1 }, (_, one) => from + one)),
  );
  return events.flatMap((event, at): readonly RecordEvent[] => {
    const head = froms.get(at);
    if (head !== undefined) return [head.title, ...events.slice(head.from, head.at).flatMap(badgesApart)];
    return within.has(at) ? [] : [event];
  });
}

/** Of titles set alike those with signs, each with no more of them than the first of a section has; none where they are no signs. */
const signedHeads =
  (events: readonly RecordEvent[]) =>
  (heads: readonly Head[]): readonly Head[] => {
    const count = ({ at, from }: Head) => at - from;
    const firsts = heads.filter(({ isFirst }) => isFirst);
    const signed = heads.filter((head) => count(head) > 0);
    const said = signed.map(({ at, from }) => events.slice(from, at).map(textOf));
    const areLabels = said.every((texts) => texts.join('\n') === said[0]?.join('\n'));
    if (heads.length < leastTitles || firsts.length === 0 || areLabels) return [];
    if (firsts.filter((head) => count(head) > 0).length < most * firsts.length) return [];
    if (signed.length < most * heads.length) return [];
    const own = Math.max(...firsts.map(count));
    return signed.map((head) => ({ ...head, from: Math.max(head.from, head.at - own) }));
  };

function headAt(events: readonly RecordEvent[], title: Title, at: number): Head {
  let from = at;
  while (from > 0 && at - from < mostSigns && isSign(events[from - 1])) from -= 1;
  // A pillar alone stands above all that follows.
  if (events.slice(from, at).every((event) => namesPillar(textOf(event)))) from = at;
  const before = events.slice(0, from);
  const above = before.findLast(({ kind }) => kind !== 'line');
  // A section can be headed by the words of a label (`What was asked`): above the first title of all they stand over no record.
  const isAhead = above?.kind === 'label' && !before.some((one) => one.kind === 'title' && one.level === title.level);
  return { at, title, from, isFirst: isAhead || (above?.kind === 'title' && above.level < title.level) };
}

/** A short text that is no sentence, date or post. */
function isSign(event: RecordEvent | undefined): boolean {
  const text = textOf(event);
  return (
    text !== '' &&
    text.split(/\s+/).length <= longestSign &&
    !/[.:;,?!]$/.test(text) &&
    !/^\d{1,3}$/.test(text) &&
    !namesPost(text) &&
    findDates(text).length === 0
  );
}

const textOf = (event: RecordEvent | undefined): string => (event?.kind === 'line' ? event.value.text : '');
