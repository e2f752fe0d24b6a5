import { answerFields } from '../../src/model/raw.ts';
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
