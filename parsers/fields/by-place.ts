import { surelyBody } from '../../src/vocabulary/bodies.ts';
import { person } from '../../src/vocabulary/value-words.ts';
import { isPeriod, labelScores } from '../recognise/labels.ts';
import { isFact, namesPost } from '../records/kinds-of-text.ts';
import type { Region, Slot } from '../records/model.ts';
import type { Assigned } from './assign.ts';
import { answers, isNamed, isSaid } from './kinds-of-field.ts';
import type { Distribution, SlotField } from './model.ts';

/** A text of so many words says something; fewer are a fact or a sign. */
const leastWords = 3;
const mostly = 0.7;
/** Where a slot stands among others says what its label does not, but no more surely than this. */
const sureOfPlace = 0.6;
const leastLikely = 0.3;
/** Where it was taken for more of the progress that stands behind it. */
const leastBesideOther = 0.1;

/** Between a finding and its progress stands what is to be done, where nothing else is and its words are half likely to be that. */
export function betweenFindingAndProgress(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const at = (field: SlotField) => assigned.findIndex((one) => one.field === field);
  const [finding, progress] = [at('finding'), assigned.findLastIndex((one) => one.field === 'progress')];
  const taken = assigned.some(({ field, probability }) => field === 'action' && probability >= sureOfPlace);
  if (taken || at('future') >= 0 || finding < 0 || progress < 0) return assigned;
  const between = slots.flatMap((slot, index) =>
    index > finding &&
    index < progress &&
    (isOpen(slot, assigned[index]) || isMore(slot, assigned[index])) &&
    isInWords(slot)
      ? [index]
      : [],
  );
  const [only, ...others] = between;
  const least = assigned[only ?? -1]?.field === 'progress' ? leastBesideOther : leastLikely;
  const isLikely = only !== undefined && (told[only]?.get('action') ?? 0) >= least;
  return !isLikely || others.length > 0 ? assigned : withField(assigned, only, 'action');
}

/**
 * Of records that share their findings the one text without a label, another in each, is what is done, where nothing else is: what was
 * found stands above them, and how it goes, when and who under their labels.
 */
export function ownOfSharedFinding({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const at = (field: SlotField) => assigned.findIndex((one) => one.field === field);
  const texts = slots.flatMap((slot, index) =>
    slot.kind === 'text' && !['finding', 'ref'].includes(assigned[index]?.field ?? '') && isInWords(slot)
      ? [index]
      : [],
  );
  const [only = -1] = texts;
  const differing = (index: number) => new Set(slots[index]?.values.flatMap((value) => value?.text || [])).size;
  const records = slots[only]?.values.length ?? 0;
  const isShared = at('finding') >= 0 && differing(at('finding')) < differing(only);
  const { field: taken = 'none', probability = 1 } = assigned[only] ?? {};
  const isOwn = texts.length === 1 && differing(only) === records && (taken === 'none' || probability < sureOfPlace);
  const isAnswered = assigned.some(({ field }, index) => answers.includes(field) && isNamed(slots[index]));
  return isShared && isOwn && isAnswered && at('action') < 0 ? withField(assigned, only, 'action') : assigned;
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

/** One that was taken for more of the progress, and is of no period; the vocabulary knows its label for nothing, or for what is done too. */
const isMore = (slot: Slot, one: Assigned | undefined): boolean => {
  const known = labelScores(slot.label);
  return (
    isNamed(slot) && (known.size === 0 || known.has('action')) && !isPeriod(slot.label) && one?.field === 'progress'
  );
};

function isInWords({ values }: Slot): boolean {
  const said = values.filter(isSaid);
  const worded = said.filter((value) => (value?.text.split(/\s+/).length ?? 0) >= leastWords);
  return said.length > 0 && worded.length >= mostly * said.length;
}

const withField = (assigned: readonly Assigned[], index: number, field: SlotField): readonly Assigned[] =>
  assigned.map((one, at) => (at === index ? { field, probability: sureOfPlace } : one));
