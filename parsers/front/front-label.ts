import { foldWords } from '../../src/lib/fold.ts';
import type { PaperField } from '../../src/model/plan.ts';
import {
  besideLabels,
  frontLabels,
  meetingLabels,
  otherFrontLabels,
  planLabels,
  presenterLabel,
} from '../../src/vocabulary/front-labels.ts';

/** What a label of the front matter can say: a field of the paper, the name of its plan, or who brings it to the meeting. */
export type FrontField = PaperField | 'plan' | 'presenter';

/** Longest label, in words. */
export const mostLabelWords = 5;

/** What a label says; null where it stands for no field. */
export function fieldOf(label: string): FrontField | null {
  const words = foldWords(label);
  const known = frontLabels.find(([pattern]) => pattern.test(words))?.[1];
  return known ?? (planLabels.test(words) ? 'plan' : presenterLabel.test(words) ? 'presenter' : null);
}

/** The same, with what is a label only beside others of front matter: `By`, `For`. */
export const fieldBeside = (label: string): FrontField | null =>
  fieldOf(label) ?? besideLabels.find(([pattern]) => pattern.test(foldWords(label)))?.[1] ?? null;

/** True for every label of front matter, also of what no field stands for. */
export const isLabel = (text: string): boolean =>
  fieldOf(text) !== null || [otherFrontLabels, meetingLabels].some((labels) => labels.test(foldWords(text)));
