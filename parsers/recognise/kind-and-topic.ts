import { kindOf } from '../../src/normalise/pillar.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { topicOfKind } from '../../src/vocabulary/finding-kinds.ts';
import { sectionNumber } from '../../src/vocabulary/paper-parts.ts';
import { asksOfService } from './sections.ts';

/** `2. Cause of concern: prevention`: the kind of what was found, and what that is about; the number is the section's. */
export function kindAndTopic(text: string): { readonly kind: string; readonly topic: string } | null {
  const { kind, topic } = topicOfKind.exec(text.replace(sectionNumber, ''))?.groups ?? {};
  return kind === undefined || topic === undefined ? null : { kind, topic };
}

/**
 * `2. Cause of concern: prevention`: a kind of finding and, behind the number of a section, in a few words what it is about, not the
 * finding itself (`Recommendation: Better promotion`).
 */
export const namesTopicOfKind = (text: string): boolean =>
  sectionNumber.test(text) && hasShortTopic(text, longestTopic);
const longestTopic = 8;

/** The same of a row over the width of a table, which has no number: `Cause of concern – culture`. */
export const bandOfTopic = (text: string): boolean => hasShortTopic(text, longestOfBand);
const longestOfBand = 2;

/**
 * True for a kind of finding and a topic right over what was found: what asks something of the service, or of a cause of concern, which no
 * few words are, any sentence.
 */
export function isOverFinding(title: string, below: string): boolean {
  const { kind = '' } = kindAndTopic(title) ?? {};
  const isSentence = below.split(/\s+/).length >= leastSentence && /\.$/.test(below.trim());
  return (
    hasShortTopic(title, longestTopic) && (asksOfService(below) || (isSentence && kindOf(kind) === 'cause_of_concern'))
  );
}
const leastSentence = 8;

function hasShortTopic(text: string, most: number): boolean {
  const { topic } = kindAndTopic(text) ?? {};
  return topic !== undefined && topic.split(/\s+/).length <= most && !asksOfService(topic) && !isRef(topic);
}
