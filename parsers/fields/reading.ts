import { foldPlain, foldWords } from '../../src/lib/fold.ts';
import type { RawField } from '../../src/model/raw.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { isStatusWords, type Legend } from '../../src/normalise/status.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';
import { kindAlone } from '../../src/vocabulary/finding-kinds.ts';
import { earlierPeriod, oldest } from '../../src/vocabulary/label-traits.ts';
import { heldPost } from '../../src/vocabulary/phrases.ts';
import { yesOrNo } from '../../src/vocabulary/value-words.ts';
import { kindAndTopic } from '../recognise/kind-and-topic.ts';
import { isPeriod, labelScores } from '../recognise/labels.ts';
import { planName } from '../recognise/plan-name.ts';
import { asksOfService } from '../recognise/sections.ts';
import { isValue } from '../records/kinds-of-text.ts';
import { isToldBelowFacts } from '../records/last-lines.ts';
import type { Region, Slot } from '../records/model.ts';
import { isRefOfTitle } from '../records/part-off.ts';
import { isPost, isPostOfFacts } from '../records/pieces.ts';
import { isPromised } from '../records/told-in-person.ts';
import { isTopicOfFinding } from '../records/topics-apart.ts';
import { type Assigned, distributionsToFields } from './assign.ts';
import { type PaperAround, regionToEvidence } from './evidence.ts';
import { withoutCauseNumbers, withoutCounters } from './held-over.ts';
import { isNamed } from './kinds-of-field.ts';
import {
  type Distribution,
  evidenceToDistribution,
  learnedWeights,
  type SlotField,
  type Weights,
  without,
} from './model.ts';
import { newestRating } from './newest-rating.ts';
import { withoutFieldsOfRows } from './over-all.ts';
import { lookedAtAgain, withSubjects } from './second-look.ts';

/** What the slots of a region stand for, and how sure that is. */
export interface Reading {
  readonly region: Region;
  /** For each slot, in the order of the region's. */
  readonly assigned: readonly Assigned[];
  /** 0 to 1: the geometric mean of the probabilities of the slots that stand for a field. */
  readonly confidence: number;
  /** 0 to 1: how far its columns and labels are those of a plan. */
  readonly ofPlan: number;
  /** True where a person said what the slots stand for: two that are one field are joined. */
  readonly isTaught?: boolean;
}

/** No record of a plan has so many slots, which are weighed each against all others. */
const mostSlots = 500;

/** Tells what each slot of a region stands for, by all evidence at once; of a region with far too many, nothing. */
export function regionToReading(region: Region, around: PaperAround, weights: Weights = learnedWeights): Reading {
  if (region.slots.length > mostSlots)
    return { region, assigned: region.slots.map(() => noField), ofPlan: 0, confidence: 0 };
  const newest = newestRating(region.slots);
  const told = regionToEvidence(region, around).map((evidence, index) =>
    index === newest ? certainRating : evidenceToDistribution(evidence, weights),
  );
  const distributions = withoutFieldsOfRows(region, told);
  const labelled = distributions.map((one, index) =>
    withPrior(kept(one, region.slots[index]), region.slots[index]?.label ?? ''),
  );
  const chosen = distributionsToFields(
    labelled,
    region.slots.map(({ label }) => isPeriod(label)),
  );
  const subjects = lookedAtAgain(region, chosen, distributions);
  const keyed = ratedByLetters(region, ratedByKey(region, subjects, around.legend));
  const plainly = withSubjects(region, withPlainValues(region, periodsToUpdates(region, keyed)), distributions);
  const settled = withoutDoubt(region, withoutCounters(region, withoutCauseNumbers(region, plainly)));
  const assigned = settled.map((one, index): Assigned => ({ ...one, told: distributions[index] ?? new Map() }));
  const placed = assigned.filter(({ field }) => field !== 'none' && field !== 'extra');
  const logs = placed.reduce((sum, { probability }) => sum + Math.log(Math.max(probability, 1e-6)), 0);
  const named = distributions.filter((_, index) => isNamed(region.slots[index]));
  const ofPlan = 1 - named.reduce((sum, one) => sum + (one.get('none') ?? 0), 0) / Math.max(1, named.length);
  return { region, assigned, ofPlan, confidence: placed.length === 0 ? 0 : Math.exp(logs / placed.length) };
}

const noField: Assigned = { field: 'none', probability: 1 };

/** A column or label that is hardly likely to be what it was taken for is kept under its own words. */
function withoutDoubt({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  return assigned.map((one, index) =>
    one.probability < (labelScores(slots[index]?.label ?? '').size === 0 ? leastOfUnknown : leastOfField) &&
    isNamed(slots[index])
      ? { ...one, field: 'extra' }
      : one,
  );
}

const leastOfField = 0.2;
/** Under a label that the vocabulary does not know. */
const leastOfUnknown = 0.42;

/** Values that show what they are, whatever stands over them. */
const plain: readonly (readonly [SlotField, (text: string, slot: Slot) => boolean])[] = [
  ['finding', asksOfService],
  ['status', isStatusWords],
  ['rag', (text) => isShort(text) && ragFromWords(text) !== null],
  ['kind', (text) => kindAlone.test(foldWords(text))],
  ['lead', (text, { kind }) => (kind === 'text' || (kind === 'title' && heldPost.test(text))) && isPost(text)],
  ['ref', (text, { key }) => (isRef(text) || isRefOfTitle(key)) && /[.\p{L}]/u.test(text)],
  [
    'timescale',
    (text, { values }) =>
      isTime(text) ||
      (isShort(text) && values.filter((value) => isTime(value?.text ?? '')).length >= mostTimes * values.length),
  ],
  ['lead', (_, { key }) => isPostOfFacts(key)],
  ['progress', (_, { key }) => isToldBelowFacts(key)],
  ['theme', (_, { key }) => isTopicOfFinding(key)],
  ['future', (_, { key }) => isPromised(key)],
];
const longestDate = 5;
const isShort = (text: string): boolean => text.split(/\s+/).length <= longestDate;
const isTime = (text: string): boolean =>
  isShort(text) && readTimescale(text).start !== null && planName(text) === null;
/** So many of a slot's values are times where the others say in a few words that there is none (`No date yet`). */
const mostTimes = 0.7;

/**
 * Where nothing stands over statuses or dates, and no other slot has them, they are what they show; what asks something of the
 * service again and again is a finding, whatever else it was taken for.
 */
function withPlainValues({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  return plain.reduce((before, [field, shows]) => {
    if (before.some((one) => one.field === field)) return before;
    const found = slots.findIndex((slot, index) => {
      const { label, values } = slot;
      const texts = values.flatMap((value) => (value === null || value.text === '' ? [] : [value.text]));
      const isFree = (field === 'finding' || unplaced(field).has(before[index]?.field ?? 'none')) && texts.length > 0;
      const answers = field === 'status' && isStatusWords(label) && texts.every((text) => yesOrNo.test(text.trim()));
      const isOpen =
        label === '' || (field === 'finding' && texts.length > 1 && neverAsk.has(before[index]?.field ?? 'none'));
      return isFree && (answers || (isOpen && texts.every((text) => shows(text, slot))));
    });
    return before.map((one, index) => (index === found ? { field, probability: ofPlain } : one));
  }, assigned);
}

const ofPlain = 0.9;
/** What a slot may have been taken for that shows what it is: a status or a kind of finding is no topic. */
const unplaced = (field: SlotField): ReadonlySet<SlotField> =>
  new Set(['none', 'extra', ...(field === 'status' || field === 'kind' ? (['theme'] as const) : [])]);
/** Fields whose words never ask the same of the service record after record. */
const neverAsk: ReadonlySet<SlotField> = new Set(['progress', 'future', 'extra']);

/**
 * What is told in words under labels that each name a period is an update for each, where one of them at least was taken for
 * progress or none is anything else; under one such label alone it is the progress.
 */
function periodsToUpdates({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const ofPeriod = slots.map((slot, index) => {
    const { field = 'none' } = assigned[index] ?? {};
    const isNamedPeriod = isPeriod(slot.label) || earlierPeriod.test(slot.label);
    return isNamed(slot) && isNamedPeriod && (field === 'progress' || (wordless.has(field) && isTold(slot)));
  });
  const told = assigned.filter(({ field }, index) => field === 'progress' || ofPeriod[index]).length;
  if (told < 2) return assigned;
  return assigned.map((one, index) =>
    ofPeriod[index] ? { field: 'update', probability: Math.max(one.probability, ofColumnsAlike) } : one,
  );
}

/** Columns named for one period after the other tell the same thing each. */
const ofColumnsAlike = 0.6;

/** Fields that words under a period's name were taken for where they are no fact. */
const wordless: ReadonlySet<SlotField> = new Set(['extra', 'none', 'theme', 'summary', 'update']);

const mostTold = 0.7;

/** True where mostly words stand, and not signs, numbers, dates, statuses or colours. */
const isTold = ({ values }: Slot): boolean => {
  const said = values.flatMap((value) => (value === null || value.text === '' ? [] : [value.text]));
  const told = said.filter((text) => /\p{L}{2}/u.test(text) && !isValue(text));
  return said.length > 0 && told.length >= mostTold * said.length;
};

/** A key can have a code whose meaning is no status that we know. */
const mostKeyed = 0.8;

/** Where nothing else is the status, a column or label that holds codes of the paper's own key is, if it is of now. */
function ratedByKey({ slots }: Region, assigned: readonly Assigned[], legend: Legend): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'status' || field === 'rag')) return assigned;
  const keyed = slots.findIndex((slot, index) => {
    const codes = slot.values.flatMap((value) => foldPlain(value?.text ?? '') || []);
    const isFree =
      isNamed(slot) && !oldest.test(slot.label) && ['extra', 'none', 'percent'].includes(assigned[index]?.field ?? '');
    const known = codes.filter((code) => legend.has(code));
    return isFree && new Set(known).size > 1 && known.length >= mostKeyed * codes.length;
  });
  return assigned.map((one, index) => (index === keyed ? { field: 'status', probability: ofPlain } : one));
}

/** A slot of single letters, most of them those of red, amber and green, is a rating, whatever stands over it; what the paper's key says of them is the status beside it. */
function ratedByLetters({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'rag')) return assigned;
  return assigned.map((one, index) => {
    const letters = slots[index]?.values.flatMap((value) => foldPlain(value?.text ?? '') || []) ?? [];
    const ofColours = letters.filter((letter) => /^[rag]$/.test(letter));
    const isRating =
      letters.every((letter) => letter.length === 1) &&
      new Set(ofColours).size > 1 &&
      ofColours.length >= mostLetters * letters.length;
    return one.field === 'status' && isRating ? { ...one, field: 'rag' } : one;
  });
}

const mostLetters = 0.5;

const certainRating: Distribution = new Map([['rag', 1]]);

/** How much more probable a field is where the label's words stand for it and for nothing else. */
const prior = 16;

/** Where all that the vocabulary knows of a label is one field, that field is more probable; what stands under it can still outweigh that. */
function withPrior(distribution: Distribution, label: string): Distribution {
  const [known, ...others] = labelScores(label);
  if (known === undefined || others.length > 0 || known[1] < 1) return distribution;
  const raised = [...distribution].map(
    ([field, probability]) => [field, field === known[0] ? probability * prior : probability] as const,
  );
  const sum = raised.reduce((total, [, probability]) => total + probability, 0);
  return new Map(raised.map(([field, probability]) => [field, probability / sum]));
}

/** What reads as a finding beside another finding says more of it. */
const secondFinding = 0.4;

/** In a plan every column and label stands for a field or is kept under its own words: what is no part of a plan is out of the question. */
function kept(distribution: Distribution, slot: Slot | undefined): Distribution {
  if (!isNamed(slot)) return withTheme(couldBeRef(slot) ? distribution : without('ref', distribution));
  const left = 1 - (distribution.get('none') ?? 0);
  const shares = [...distribution]
    .filter(([field]) => field !== 'none')
    .map(([field, probability]) => [field, probability / Math.max(left, 1e-9)] as const);
  const finding = shares.find(([field]) => field === 'finding')?.[1] ?? 0;
  return new Map(
    shares.map(([field, share]) => [field, field === 'summary' ? Math.max(share, secondFinding * finding) : share]),
  );
}

/** Words without a figure refer to nothing, but for a letter by itself or behind a word, and a kind of finding with what that is about neither. */
const couldBeRef = (slot: Slot | undefined): boolean =>
  slot?.values.some(
    (value) =>
      value !== null &&
      /\d|^\(?\p{L}{1,3}[.)]?$|^\p{L}+ \p{Lu}$/u.test(value.text) &&
      kindAndTopic(value.text) === null,
  ) ?? false;

/** What reads as a pillar beside another pillar is a theme within it. */
function withTheme(distribution: Distribution): Distribution {
  const theme = Math.max(distribution.get('theme') ?? 0, secondFinding * (distribution.get('pillar') ?? 0));
  return new Map([...distribution].map(([field, share]) => [field, field === 'theme' ? theme : share]));
}

/** The field as an entry has it; null for a slot that is no part of the plan. */
export const rawField = (field: SlotField): RawField | null => (field === 'none' ? null : field);
