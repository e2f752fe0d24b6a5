import type { Labelled, TextValue } from './model.ts';
import type { Segment } from './segments.ts';

/**
 * Segments of items listed below one label or title and above the labels that speak of all of them: `Actions:` with an item for each
 * action, `Update:` below the last. What stands around the items of a group holds for each; the label that has no value of its own is
 * theirs.
 */
export function segmentsWithListLabels(segments: readonly Segment[]): readonly Segment[] {
  const lists = segments.flatMap((segment, index) => (isItem(segment) && !goesOn(segments, index) ? [index] : []));
  const ends = new Map(lists.map((first) => [first, endOf(segments, first)]));
  const areSeveral = [...ends].some(([first, end]) => end - first > 1);
  if (lists.length < 2 || !areSeveral) return segments;
  const result: Segment[] = [];
  for (let index = 0; index < segments.length; index++) {
    const end = ends.get(index);
    const segment = segments[index];
    if (segment === undefined) continue;
    if (end === undefined) result.push(segment);
    else {
      const head = isListHead(result.at(-1), segment) ? result.pop() : undefined;
      result.push(...withAround(segments.slice(index, end), head));
      index = end - 1;
    }
  }
  return result;
}

/**
 * Segments of which the items of one list below a label begin each, with labels of their own (`Our actions:`, then `Draw up a list`, its lead
 * and its date, item after item): the first stands under the label, and so do the others, each below the text that the label follows.
 */
export function segmentsOfListedItems(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const before = result.at(-1);
    const label = labelOfList(before, segment);
    const texts = before?.texts ?? [];
    result.push(label === null ? segment : { ...segment, texts, labelled: [label, ...segment.labelled] });
  }
  return result;
}

/** The label of the segment before, with the item that begins a segment; null where they are not of one list. */
function labelOfList(
  before: Segment | undefined,
  { group, begun, texts, labelled, titles, columns }: Segment,
): Labelled | null {
  const [text, ...others] = texts;
  const at = before?.labelled.findIndex(({ parts }) => parts.length === 1 && isOfList(parts[0]?.places[0]?.path)) ?? -1;
  const label = before?.labelled[at];
  if (text === undefined || others.length > 0 || label === undefined || begun || columns !== null) return null;
  if (before?.group !== group || titles.some(({ fresh }) => fresh) || listOf(text) !== listOf(label.parts[0]))
    return null;
  const own = before.labelled.slice(at + 1).map(({ key }) => key);
  const isAlike = labelled.length > 0 && labelled.every(({ key }) => own.includes(key));
  return isAlike ? { ...label, parts: [text] } : null;
}

const listOf = (value: TextValue | undefined): string => value?.places[0]?.path.split('/')[0] ?? '';
const isOfList = (path: string | undefined): boolean => path?.startsWith('l') ?? false;

/** A line that begins a record and has no title of its own. */
const isItem = ({ begun, texts, titles, columns }: Segment): boolean =>
  begun && texts.length === 1 && columns === null && !titles.some(({ fresh }) => fresh);

/** True for an item of the same list as the one before it, which has no labels: only below the last item stand those of all. */
function goesOn(segments: readonly Segment[], index: number): boolean {
  const [before, own] = [segments[index - 1], segments[index]];
  return before !== undefined && own !== undefined && isItem(before) && before.group === own.group && isBare(before);
}

const isBare = ({ labelled, tail }: Segment): boolean => labelled.length === 0 && tail.length === 0;

function endOf(segments: readonly Segment[], first: number): number {
  let end = first + 1;
  while (end < segments.length && isItem(segments[end] as Segment) && goesOn(segments, end)) end++;
  return end;
}

/** A segment of labels alone, the last of them without a value, right above the items of its group. */
const isListHead = (segment: Segment | undefined, item: Segment): boolean =>
  segment !== undefined &&
  segment.group === item.group &&
  segment.columns === null &&
  segment.labelled.at(-1)?.parts.length === 0;

function withAround(items: readonly Segment[], head: Segment | undefined): readonly Segment[] {
  const named = head?.labelled.at(-1);
  const before = head?.labelled.slice(0, -1) ?? [];
  const after = items.at(-1)?.labelled ?? [];
  const tail = items.at(-1)?.tail ?? [];
  const around = [...(head?.blocks ?? []), ...(items.at(-1)?.blocks ?? [])];
  return items.map((item, index) => {
    const own = named === undefined ? [] : [{ ...named, parts: item.texts } satisfies Labelled];
    const texts: readonly TextValue[] = named === undefined ? item.texts : [];
    return {
      ...item,
      titles: index === 0 && head !== undefined ? head.titles : item.titles,
      texts: [...(head?.texts ?? []), ...texts],
      labelled: [...before, ...own, ...after],
      tail,
      blocks: [...new Set([...item.blocks, ...around])],
    };
  });
}
