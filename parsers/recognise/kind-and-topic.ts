import { topicOfKind } from '../../src/vocabulary/finding-kinds.ts';
import { sectionNumber } from '../../src/vocabulary/paper-parts.ts';

/** `2. Cause of concern: prevention`: the kind of what was found, and what that is about; the number is the section's. */
export function kindAndTopic(text: string): { readonly kind: string; readonly topic: string } | null {
  const { kind, topic } = topicOfKind.exec(text.replace(sectionNumber, ''))?.groups ?? {};
  return kind === undefined || topic === undefined ? null : { kind, topic };
}
