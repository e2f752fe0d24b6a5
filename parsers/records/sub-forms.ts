import { labelScores } from '../recognise/labels.ts';
import type { Labelled } from './model.ts';
import type { Segment } from './segments.ts';

/**
 * Segments with the labels of the form that they are a part of: `Reference, Recommendation, Owner`, and below them `Action, Progress, Due`
 * again and again. A form's head is told by its return: labels that stand before the same label in several forms.
 */
export function segmentsWithFormHeads(segments: readonly Segment[]): readonly Segment[] {
  const heads = repeated(segments.flatMap(({ labelled }) => labelled[0]?.key ?? []));
  const parts = new Set(segments.flatMap((segment, index) => partKey(segment, segments[index - 1]) ?? []));
  const within = keysByFirst(segments, parts);
  const result: Segment[] = [];
  let head: readonly Labelled[] = [];
  let form: Segment | undefined;
  for (const segment of segments) {
    if (form !== undefined && head.length > 0 && partKey(segment, form) === form.labelled[head.length]?.key) {
      result.push({ ...segment, labelled: [...head, ...segment.labelled] });
      continue;
    }
    result.push(segment);
    form = segment;
    head = heads.has(segment.labelled[0]?.key ?? '') ? headOf(segment, within) : [];
  }
  return result;
}

/** Keys that stand more than once. */
function repeated(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.size === seen.add(key).size));
}

/** By the label that parts begin with, all labels of the segments that begin with it. */
function keysByFirst(
  segments: readonly Segment[],
  parts: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const within = new Map([...parts].map((key) => [key, new Set<string>()]));
  for (const { labelled } of segments) for (const { key } of labelled) within.get(labelled[0]?.key ?? '')?.add(key);
  return within;
}

/**
 * The label that a part begins with: the form has it behind others, in the same table or under the same titles. What was found
 * begins no part: it is what the parts answer.
 */
function partKey(segment: Segment, form: Segment | undefined): string | undefined {
  const { key, label = '' } = segment.labelled[0] ?? {};
  if (form === undefined || key === undefined || segment.columns !== null || labelScores(label).has('finding'))
    return undefined;
  const together = segment.group === form.group || segment.blocks.some((block) => form.blocks.includes(block));
  const isOwn = segment.titles.some(({ fresh }) => fresh);
  return together && !isOwn && form.labelled.findIndex((one) => one.key === key) > 0 ? key : undefined;
}

/** The labels of a form before the one that its parts begin with; none where a part has one of them itself. */
function headOf({ labelled }: Segment, parts: ReadonlyMap<string, ReadonlySet<string>>): readonly Labelled[] {
  const at = labelled.findIndex(({ key }, index) => index > 0 && parts.has(key));
  if (at < 1) return [];
  const head = labelled.slice(0, at);
  const ofPart = parts.get(labelled[at]?.key ?? '');
  return head.some(({ key }) => ofPart?.has(key)) ? [] : head;
}
