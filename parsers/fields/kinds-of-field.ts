import { answerFields } from '../../src/model/raw.ts';
import { labelScores } from '../recognise/labels.ts';
import type { Slot, TextValue } from '../records/model.ts';
import type { SlotField } from './model.ts';

/** What an entry is about. */
export const main: readonly SlotField[] = ['finding', 'action'];
/** How it goes. */
export const answers: readonly SlotField[] = answerFields;
/** Answers that tell how far it has come. */
export const tellings: readonly SlotField[] = ['progress', 'update', 'future', 'status', 'rag', 'percent'];
/** Answers that show what they are without a label. */
export const facts: readonly SlotField[] = ['status', 'timescale', 'lead', 'progress'];

export const isNamed = (slot: Slot | undefined): boolean => slot?.kind === 'column' || slot?.kind === 'label';
export const isSaid = (value: TextValue | null): boolean => value !== null && value.text !== '';

/** True for a label that is a rating's at least as much as a status's. */
export function namesRating(label: string): boolean {
  const scores = labelScores(label);
  const rating = scores.get('rag') ?? 0;
  return rating > 0 && rating >= (scores.get('status') ?? 0);
}
