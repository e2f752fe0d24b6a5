import { ragFromWords } from '../../src/normalise/rag.ts';
import { isStatusWords, statusValue } from '../../src/normalise/status.ts';
import { labelScores } from '../recognise/labels.ts';
import type { Region, Slot } from '../records/model.ts';
import { type Assigned, leastNamed, sureOfAsked, sureOfNamed } from './assign.ts';
import { isNamed, isSaid, namesRating } from './kinds-of-field.ts';

/** Under a status's own name statuses are one, whatever else their words could be (`Completed – actions done`). */
export function namedStatus({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'status' || field === 'rag')) return assigned;
  const named = slots.findIndex((slot) => {
    const said = slot.values.filter(isSaid);
    const isNamedSo = isNamed(slot) && (labelScores(slot.label).get('status') ?? 0) >= leastNamed;
    return isNamedSo && said.length > 0 && said.every((value) => isStanding(value?.text ?? ''));
  });
  return assigned.map((one, index) => (index === named ? { field: 'status', probability: sureOfAsked } : one));
}

/** What each record says for itself of how it stands counts, and not the title over several of them. */
export function ownStatus({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const over = assigned.findIndex(({ field }, index) => field === 'status' && slots[index]?.kind === 'title');
  const own = slots.findIndex((slot, index) => {
    const said = slot.values.filter(isSaid);
    const areStatuses = said.length > 1 && said.every((value) => isStatusWords(value?.text ?? ''));
    const differ = new Set(said.map((value) => value?.text)).size > 1;
    return isNamed(slot) && assigned[index]?.field === 'extra' && areStatuses && differ;
  });
  if (over < 0 || own < 0) return assigned;
  return assigned.map((one, index) => {
    if (index === own) return { field: 'status', probability: assigned[over]?.probability ?? 0 };
    return index === over ? { ...one, field: 'none' } : one;
  });
}

const isStanding = (text: string): boolean => statusValue(text) !== null && text.split(/\s+/).length <= longestStanding;
const longestStanding = 8;

/** A column headed by its rating (`RAG/C`) is one, though its letters are statuses by the paper's key. */
export function ratedByColour({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'rag')) return assigned;
  return assigned.map((one, index) =>
    one.field === 'status' && namesRating(slots[index]?.label ?? '') && rates(slots[index])
      ? { ...one, field: 'rag' }
      : one,
  );
}

/**
 * A column or label that was taken for a rating is kept under its own words where no word and no colour in it rates anything, or where it
 * is that of references: `a.` and `b.` count what they stand before.
 */
export function ratesNothing({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  return assigned.map((one, index) =>
    one.field === 'rag' && isNamed(slots[index]) && !couldRate(slots[index]) ? { ...one, field: 'extra' } : one,
  );
}

function couldRate(slot: Slot | undefined): boolean {
  const known = labelScores(slot?.label ?? '');
  const isOfRefs = known.size === 1 && known.has('ref');
  return !isOfRefs && (rates(slot) || slot?.values.some((value) => value?.fill != null) === true);
}

const rates = (slot: Slot | undefined): boolean =>
  slot?.values.filter(isSaid).some((value) => value !== null && ragFromWords(value.text) !== null) ?? false;

/** What is told behind a status that was parted off its text is the progress, where nothing else is. */
export function toldOfStatus({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'progress')) return assigned;
  const told = slots.findIndex(
    ({ kind, key }, index) =>
      kind === 'text' &&
      assigned[index]?.field === 'none' &&
      slots.some((status, other) => status.key === `${key} status` && assigned[other]?.field === 'status'),
  );
  return assigned.map((one, index) => (index === told ? { field: 'progress', probability: sureOfNamed } : one));
}

/** What stands under a label that the vocabulary knows for one field alone is that field, where nothing else is, however short it is. */
export function namedTexts({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const taken = new Set(assigned.map(({ field }) => field));
  return assigned.map((one, index) => {
    const known = [...labelScores(slots[index]?.label ?? '')];
    const [field, score = 0] = known[0] ?? [];
    const isKept = field === 'future' || field === 'progress' || field === 'lead';
    return one.field === 'extra' && isKept && known.length === 1 && score >= leastNamed && !taken.has(field)
      ? { field, probability: sureOfNamed }
      : one;
  });
}
