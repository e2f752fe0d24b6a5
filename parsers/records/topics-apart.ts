import { isPillar, kindOf } from '../../src/normalise/pillar.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { asksOfService } from '../recognise/sections.ts';
import { isValue, knownLabel } from './kinds-of-text.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';

/** So many of a column's values have a topic. */
const most = 0.6;

/** `Effectiveness: The service should …`: a pillar before a colon or on a line of its own, and what is found under it. */
export function pillarApart(slot: Slot): readonly Slot[] {
  if (slot.kind === 'label') return [slot];
  const [rest = slot, pillars] = partOff(slot, 'pillar', most, (text) => {
    const { pillar, below } = /^(?<pillar>[^\n:.]{5,30})(?:\s*:\s+|\n)(?<below>.+)$/su.exec(text)?.groups ?? {};
    return pillar !== undefined && below !== undefined && isPillar(pillar) ? { part: pillar, rest: below } : null;
  });
  return pillars === undefined ? [slot] : [{ ...pillars, kind: 'text', label: '' }, rest];
}

/** A column in which a few words stand on a line of their own above what is asked of the service: what it is about, and the finding. */
export function topicApart(slot: Slot): readonly Slot[] {
  if (slot.kind === 'label') return [slot];
  const split = partOff(slot, 'topic', most, slot.kind === 'column' ? topicAbove : topicInBrackets);
  const [rest = slot, topics] = split;
  const distinct = new Set(topics?.values.map((value) => value?.text));
  // One and the same line above each is their label.
  return topics === undefined || distinct.size < 2 ? [slot] : [{ ...topics, kind: 'text', label: '' }, rest];
}

/** A column in which a reference stands on a line of its own above a few words: `AFI 4`, and what it is about. */
export function refAbove(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'column') return [slot];
  const [rest = slot, refs] = partOff(slot, 'ref', most, (text) => {
    const { ref = '', topic = '' } = /^(?<ref>[^\n]{1,20})\n(?<topic>[^\n]{3,60})$/u.exec(text)?.groups ?? {};
    return isRef(ref) && topic !== '' && !asksOfService(topic) && !isValue(topic) ? { part: ref, rest: topic } : null;
  });
  return refs === undefined
    ? [slot]
    : [
        { ...refs, kind: 'text', label: '' },
        { ...rest, kind: 'text', label: '' },
      ];
}

function topicAbove(text: string): { readonly part: string; readonly rest: string } | null {
  const { topic, rest } = /^(?<topic>[^\n.:;?]+)\n(?<rest>.+)$/su.exec(text)?.groups ?? {};
  if (topic === undefined || rest === undefined || topic.split(' ').length > longestTopic || !asksOfService(rest))
    return null;
  return isValue(topic) || kindOf(topic) !== null || knownLabel(topic, 0.9) ? null : { part: topic, rest };
}

/** `AFI 1 (Prevention). The service should …`: a reference, what it is about, and the finding. */
function topicInBrackets(text: string): { readonly part: string; readonly rest: string } | null {
  const { ref, topic, rest } =
    /^(?<ref>[^()\n]{2,40}?)\s*\((?<topic>[^()]{3,60})\)\s*[.:–-]\s+(?<rest>.+)$/su.exec(text)?.groups ?? {};
  if (ref === undefined || topic === undefined || rest === undefined || !isRef(ref) || isValue(topic)) return null;
  return { part: topic, rest: `${ref}: ${rest}` };
}

/** True for the key of a slot of topics that stand above what is asked. */
export const isTopicOfFinding = (key: string): boolean => key.endsWith(' topic');

const longestTopic = 7;
