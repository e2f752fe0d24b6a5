import { surelyBody } from '../../src/vocabulary/bodies.ts';
import { person } from '../../src/vocabulary/value-words.ts';
import { labelScores } from '../recognise/labels.ts';
import { isFact, namesPost } from '../records/kinds-of-text.ts';
import type { Region, Slot } from '../records/model.ts';
import type { Assigned } from './assign.ts';
import { isNamed, isSaid } from './kinds-of-field.ts';
import type { Distribution, SlotField } from './model.ts';

/** A text of so many words says something; fewer are a fact or a sign. */
const leastWords = 3;
const mostly = 0.7;
/** Where a slot stands among others says what its label does not, but no more surely than this. */
const sureOfPlace = 0.6;
const leastLikely = 0.3;

/** Between a finding and its progress stands what is to be done, where nothing else is and its words are half likely to be that. */
export function betweenFindingAndProgress(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const at = (field: SlotField) => assigned.findIndex((one) => one.field === field);
  const [finding, progress] = [at('finding'), at('progress')];
  const taken = assigned.some(({ field, probability }) => field === 'action' && probability >= sureOfPlace);
  if (taken || at('future') >= 0 || finding < 0 || progress < 0) return assigned;
  const between = slots.flatMap((slot, index) =>
    index > finding && index < progress && isOpen(slot, assigned[index]) && isInWords(slot) ? [index] : [],
  );
  const [only, ...others] = between;
  const isLikely = only !== undefined && (told[only]?.get('action') ?? 0) >= leastLikely;
  return !isLikely || others.length > 0 ? assigned : withField(assigned, only, 'action');
}

/** Posts or persons under a label that nobody knows are who leads, where nothing else is. */
export function postsAlone({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'lead')) return assigned;
  const posts = slots.flatMap((slot, index) => {
    const said = slot.values.filter(isSaid);
    const ofPosts = said.filter((value) => namesHolder(value?.text ?? ''));
    const arePosts = said.length > 1 && ofPosts.length >= (namesPost(slot.label) ? mostly : 1) * said.length;
    return isOpen(slot, assigned[index]) && arePosts ? [index] : [];
  });
  const [only, ...others] = posts;
  return only === undefined || others.length > 0 ? assigned : withField(assigned, only, 'lead');
}

const namesHolder = (text: string): boolean =>
  !surelyBody.test(text) && ((isFact(text) && namesPost(text)) || person.test(text));

/** Boards and groups under a label that names no lead are where a line is watched over, and lead nothing. */
export function bodiesLeadNothing({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  return assigned.map((one, index) => {
    const slot = slots[index];
    if (one.field !== 'lead' || slot === undefined || labelScores(slot.label).has('lead')) return one;
    const said = slot.values.flatMap((value) => (isSaid(value) ? [value?.text ?? ''] : []));
    const bodies = said.filter((text) => surelyBody.test(text));
    return said.length > 0 && bodies.length >= mostly * said.length ? { ...one, field: 'extra' } : one;
  });
}

/** A column or label that no word told and that was taken for nothing, or hardly for what is to be done. */
const isOpen = (slot: Slot, one: Assigned | undefined): boolean =>
  isNamed(slot) &&
  labelScores(slot.label).size === 0 &&
  (one?.field === 'extra' || one?.field === 'none' || one?.field === 'action');

function isInWords({ values }: Slot): boolean {
  const said = values.filter(isSaid);
  const worded = said.filter((value) => (value?.text.split(/\s+/).length ?? 0) >= leastWords);
  return said.length > 0 && worded.length >= mostly * said.length;
}

const withField = (assigned: readonly Assigned[], index: number, field: SlotField): readonly Assigned[] =>
  assigned.map((one, at) => (at === index ? { field, probability: sureOfPlace } : one));
