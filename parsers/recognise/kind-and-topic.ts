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
 * `2. Cause of concern: prevention`, `Cause of concern – culture`: a kind of finding and in a few words, behind the number of a section,
 * or in one or two what it is about, not the finding itself (`Recommendation: Better the financial plan`).
 */
export function namesTopicOfKind(text: string): boolean {
  const { topic } = kindAndTopic(text) ?? {};
  const most = sectionNumber.test(text) ? longestTopic : longestBare;
  return topic !== undefined && topic.split(/\s+/).length <= most && !asksOfService(topic) && !isRef(topic);
}
const longestTopic = 8;
const longestBare = 2;
