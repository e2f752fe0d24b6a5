import { kindOf } from '../../src/normalise/pillar.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { goesOnFrom, isRef } from '../../src/normalise/ref.ts';
import { statusInProgress } from '../../src/normalise/standing.ts';
import { isStatusWords, statusValue } from '../../src/normalise/status.ts';
import { namesActions, namesNext } from '../../src/vocabulary/label-traits.ts';
import { labelScores } from '../recognise/labels.ts';
import { isOfInspection } from '../recognise/on-inspection.ts';
import { asksOfService } from '../recognise/sections.ts';
import type { Region, Slot, TextValue } from '../records/model.ts';
import { isPieceOf } from '../records/pieces.ts';
import type { Assigned } from './assign.ts';
import { betweenFindingAndProgress, bodiesLeadNothing, ownOfSharedFinding, postsAlone } from './by-place.ts';
import { foundInRows, heldOver, overFindings, topicsOfCauses, topicsOverFindings } from './held-over.ts';
import { asksToImprove, isInstruction } from './instructions.ts';
import { answers, facts, isNamed, isSaid, main, namesRating } from './kinds-of-field.ts';
import type { Distribution, SlotField } from './model.ts';
import { toldToDo } from './told-to-do.ts';
import { aboveFindings, besideRefs, namedPillar, pillarsAmongTopics, sharedTopic } from './topics.ts';

/** What the slots of a region say of each other once each has its field, in this order. */
const looks: readonly ((
  region: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
) => readonly Assigned[])[] = [
  namedFinding,
  askedOfService,
  askedFor,
  ownRefs,
  refsBesideTexts,
  foundOnce,
  foundInRows,
  topicsOfCauses,
  topicsOverFindings,
  heldOver,
  overFindings,
  namedPillar,
  pillarsAmongTopics,
  sharedTopic,
  namedStatus,
  ownStatus,
  ratedByColour,
  ratesNothing,
  bodiesLeadNothing,
  postsAlone,
  betweenFindingAndProgress,
  ownOfSharedFinding,
  plannedAction,
  comesNext,
  toldToDo,
  toldOfStatus,
  foundByInspectors,
  namedTexts,
  withSubject,
  instructed,
  besideRefs,
  aboveFindings,
  aboutFinding,
  withoutStrays,
];

/** The fields of a region's slots, looked at again as a whole. */
export const lookedAtAgain = (
  region: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] => looks.reduce((before, look) => look(region, before, told), assigned);

/** The fields with what the records are about, where only what its values show told that there are answers. */
export const withSubjects = (
  region: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] => instructed(region, withSubject(region, assigned, told));

/** What stands under the name of a finding is it, where nothing else is; a text without a label that was taken for it says more of it. */
function namedFinding({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const taken = assigned.findIndex(({ field }, index) => field === 'finding' && !isNamed(slots[index]));
  const named = slots.findIndex(
    (slot, index) =>
      isNamed(slot) &&
      assigned[index]?.field === 'extra' &&
      (labelScores(slot.label).get('finding') ?? 0) >= leastNamed,
  );
  if (named < 0 || (taken < 0 && assigned.some(({ field }) => main.includes(field)))) return assigned;
  const other: SlotField = assigned.some(({ field }) => field === 'summary') ? 'none' : 'summary';
  return assigned.map((one, index) => {
    if (index === named) return { field: 'finding', probability: sureOfAsked };
    return index === taken ? { ...one, field: other } : one;
  });
}

const leastNamed = 0.9;

/**
 * Sentences over the rows of a finding that were taken for its topic, its progress or a date say more of it: what is in hand stands in the
 * rows, and a topic is no sentence.
 */
function aboutFinding({ slots, columns }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  if (finding < 0) return assigned;
  if (columns === null) return belowFinding(slots, assigned, finding);
  const isOver = (index: number) => slots[index]?.kind === 'title' && index < finding && !isNamed(slots[index]);
  return assigned.map((one, index) =>
    isOver(index) && toldOver.has(one.field) && slots[index]?.values.filter(isSaid).every(isLongSentence)
      ? { ...one, field: 'summary' }
      : one,
  );
}

/** A sentence right below a finding that was taken for a status, and is none, says more of it where the progress stands elsewhere. */
function belowFinding(slots: readonly Slot[], assigned: readonly Assigned[], finding: number): readonly Assigned[] {
  const below = slots[finding + 1];
  const said = below?.values.filter(isSaid) ?? [];
  const isNone = said.every((value) => isLongSentence(value) && statusInProgress(value?.text ?? '') === null);
  if (below?.kind !== 'text' || assigned[finding + 1]?.field !== 'status' || !isNone) return assigned;
  if (!assigned.some(({ field }) => field === 'progress') || assigned.some(({ field }) => field === 'summary'))
    return assigned;
  return assigned.map((one, index) => (index === finding + 1 ? { ...one, field: 'summary' } : one));
}

const toldOver: ReadonlySet<SlotField> = new Set(['none', 'theme', 'progress', 'timescale', 'status', 'action']);

const isLongSentence = (value: TextValue | null): boolean =>
  value !== null && /[.:]$/.test(value.text) && value.text.split(/\s+/).length >= leastSentence;
const leastSentence = 6;

/** A sentence above a table that neither asks nor tells what inspectors found is hardly the finding of the actions in its rows. */
function withoutStrays({ slots, columns }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (columns === null || !assigned.some(({ field }, index) => field === 'action' && isNamed(slots[index])))
    return assigned;
  return assigned.map((one, index) => {
    const { kind, values = [] } = slots[index] ?? {};
    const isStray = one.field === 'finding' && kind === 'title' && one.probability < leastStray;
    const asks = values.some((value) => value !== null && (asksOfService(value.text) || kindOf(value.text) !== null));
    return isStray && !asks && values.filter(isSaid).every(isLongSentence) ? { ...one, field: 'none' } : one;
  });
}

const leastStray = 0.5;

/**
 * Of a text that stands once for several rows and one that is each row's own, both found by inspectors, the row's own is the finding
 * and the other says more of it, where no action stands beside them or the row's own asks and the other does not (`Cause of
 * concern` over its recommendations).
 */
function foundOnce(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const [finding, summary] = (['finding', 'summary'] as const).map((field) =>
    assigned.findIndex((one) => one.field === field),
  );
  const distinct = (index: number) =>
    new Set(slots[index]?.values.flatMap((value) => (value === null || value.text === '' ? [] : [value.text]))).size;
  if (finding === undefined || summary === undefined || finding < 0 || summary < 0) return assigned;
  const asks = (index: number) =>
    slots[index]?.values.filter(isSaid).every((value) => asksOfService(value?.text ?? ''));
  const isAction = assigned.some(({ field }) => field === 'action') && (!asks(summary) || asks(finding));
  if (isAction || distinct(finding) >= distinct(summary)) return assigned;
  return assigned.map((one, index) => {
    if (index === finding) return { ...one, field: 'summary' };
    const sure = Math.max(one.probability, told[index]?.get('finding') ?? 0);
    return index === summary ? { field: 'finding', probability: sure } : one;
  });
}

/**
 * A text that asks something of the service in every record is the finding, and the title beside it that was taken for one is
 * the action, or the theme where another slot is that. */
function askedOfService(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const asks = (slot: Slot | undefined) => slot?.values.every((value) => asksOfService(value?.text ?? '')) ?? false;
  const isFree = (slot: Slot, field: SlotField | undefined) =>
    isNamed(slot) ? field === 'extra' && labelScores(slot.label).size === 0 : field === 'none';
  const asked = slots.findIndex((slot, index) => isFree(slot, assigned[index]?.field) && asks(slot));
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  if (asked < 0 || (finding >= 0 && (isNamed(slots[finding]) || asks(slots[finding])))) return assigned;
  const hasAction = assigned.some(({ field }) => field === 'action');
  const title = (index: number): SlotField =>
    hasAction || (told[index]?.get('theme') ?? 0) > (told[index]?.get('action') ?? 0) ? 'theme' : 'action';
  const isDone = (index: number) =>
    index === finding || (finding < 0 && index === asked - 1 && slots[index]?.kind === 'title');
  return assigned.map((one, index): Assigned => {
    if (index === asked) return { field: 'finding', probability: sureOfAsked };
    return isDone(index) && (one.field === 'finding' || one.field === 'none')
      ? { field: title(index), probability: Math.max(one.probability, leastSubject) }
      : one;
  });
}

/** Beside references of recommendations what is to be done is what was recommended, where nothing else is and no label names it. */
function askedFor({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const isOf = (field: SlotField) => assigned.findIndex((one) => one.field === field);
  const [ref, action] = [isOf('ref'), isOf('action')];
  const refs = slots[ref]?.values.filter(isSaid) ?? [];
  const named = refs.filter((value) => kindOf(value?.text ?? '') === 'recommendation').length;
  if (isOf('finding') >= 0 || action < 0 || isNamed(slots[action]) || refs.length === 0 || named < refs.length)
    return assigned;
  return assigned.map((one, index) => (index === action ? { ...one, field: 'finding' } : one));
}

/**
 * Of two slots of references the one that tells the records apart is theirs; the other is that of what stands above them. Numbers
 * of actions that go on from those of their findings (`A2b` below `A2`) hold what these say; others are kept.
 */
function ownRefs({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const ref = assigned.findIndex(({ field }) => field === 'ref');
  const said = (index: number) => new Set(slots[index]?.values.flatMap((value) => value?.text || []));
  // Beside a column of references of their own numbers count the actions; below a title with a reference they are the actions' own.
  const own = isNamed(slots[ref]) ? /\p{L}/u : /[\p{L}.]/u;
  const other = slots.findIndex((slot, index) => {
    const texts = [...said(index)];
    if (index === ref || texts.length <= said(ref).size || !texts.every((text) => isRef(text) && own.test(text)))
      return false;
    return slot.kind === 'column' ? assigned[index]?.field === 'extra' : slot.key.endsWith(' ref');
  });
  if (ref < 0 || other < 0) return assigned;
  const areFurther = slots[other]?.values.every(
    (value, record) => value === null || goesOnFrom(slots[ref]?.values[record]?.text, value.text),
  );
  return assigned.map((one, index) => {
    if (index === ref) return { ...one, field: areFurther && !isNamed(slots[ref]) ? 'none' : 'extra' };
    return index === other ? { ...one, field: 'ref', probability: assigned[ref]?.probability ?? 0 } : one;
  });
}

/** A header over two columns, the first of which holds another reference in each row: it refers to what stands beside it. */
function refsBesideTexts({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'ref')) return assigned;
  const refs = slots.findIndex(({ kind, label, values }, index) => {
    const said = values.flatMap((value) => value?.text || []);
    const areRefs = said.every((text) => isRef(text) || /^\d{1,2}(?:\.\d{1,2})?$/.test(text));
    const isShared = kind === 'column' && label !== '' && label === slots[index + 1]?.label;
    return isShared && assigned[index]?.field === 'extra' && areRefs && new Set(said).size === values.length;
  });
  return assigned.map((one, index) => (index === refs ? { field: 'ref', probability: sureOfAsked } : one));
}

/** Under a status's own name statuses are one, whatever else their words could be (`Completed – actions done`). */
function namedStatus({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'status' || field === 'rag')) return assigned;
  const named = slots.findIndex((slot) => {
    const said = slot.values.filter(isSaid);
    const isNamedSo = isNamed(slot) && (labelScores(slot.label).get('status') ?? 0) >= leastNamed;
    return isNamedSo && said.length > 0 && said.every((value) => isStanding(value?.text ?? ''));
  });
  return assigned.map((one, index) => (index === named ? { field: 'status', probability: sureOfAsked } : one));
}

/** What each record says for itself of how it stands counts, and not the title over several of them. */
function ownStatus({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
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
function ratedByColour({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
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
function ratesNothing({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
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

/** What is to be done under a label that comes after that of the progress is what comes next, where the vocabulary knows the label for nothing else. */
function comesNext({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const at = (field: SlotField) => assigned.findIndex((one) => one.field === field);
  const [progress, action] = [at('progress'), at('action')];
  const known = [...labelScores(slots[action]?.label ?? '').keys()];
  const isNext = progress >= 0 && action > progress && known.length === 1 && known[0] === 'future';
  if (!isNext || at('future') >= 0 || at('finding') < 0) return assigned;
  return assigned.map((one, index) => (index === action ? { ...one, field: 'future' } : one));
}

/** What is told behind a status that was parted off its text is the progress, where nothing else is. */
function toldOfStatus({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'progress')) return assigned;
  const told = slots.findIndex(
    ({ kind, key }, index) =>
      kind === 'text' &&
      assigned[index]?.field === 'none' &&
      slots.some((status, other) => status.key === `${key} status` && assigned[other]?.field === 'status'),
  );
  return assigned.map((one, index) => (index === told ? { field: 'progress', probability: sureOfNamed } : one));
}

/**
 * Of two columns of which one names the inspectors and the other was taken for what they found, the one that names them is it, where nothing
 * else is what is to be done: `Issue from HMICFRS` beside `What we said`.
 */
function foundByInspectors(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  const { label = '' } = slots[finding] ?? {};
  const isTheirs = (slot: Slot, index: number) =>
    isOfInspection(slot.label) &&
    (assigned[index]?.field === 'extra' || assigned[index]?.field === 'theme') &&
    (told[index]?.get('finding') ?? 0) >= leastOfInspectors;
  const theirs = slots.findIndex(isTheirs);
  if (theirs < 0 || label === '' || isOfInspection(label) || assigned.some(({ field }) => field === 'action'))
    return assigned;
  return assigned.map((one, index) => {
    if (index === theirs) return { field: 'finding', probability: sureOfNamed };
    return index === finding ? { ...one, field: 'action' } : one;
  });
}
const leastOfInspectors = 0.2;

/** What stands under a label that the vocabulary knows for one field alone is that field, where nothing else is, however short it is. */
function namedTexts({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
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
const sureOfNamed = 0.6;

/** The one text without a label that a record is about is what is to be done where nearly all of it tells somebody to do something. */
function instructed({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const [subject = -1, ...others] = assigned.flatMap(({ field }, index) =>
    main.includes(field) || field === 'summary' ? [index] : [],
  );
  const said = slots[subject]?.values.filter(isSaid) ?? [];
  if (said.length < 2 || others.length > 0 || isNamed(slots[subject])) return assigned;
  const isOfFinding = slots.some((slot, index) => assigned[index]?.field === 'ref' && slot.values.some(namesKind));
  if (isOfFinding || !areInstructions(said)) return assigned;
  return assigned.map((one, index) =>
    index === subject ? { field: 'action', probability: Math.max(one.probability, sureOfNamed) } : one,
  );
}

/** True for texts nearly all of which tell somebody to do something, and none as inspectors do. */
function areInstructions(values: Slot['values']): boolean {
  const texts = values.filter(isSaid).map((value) => value?.text ?? '');
  const areOthers = texts.some((text) => asksOfService(text) || asksToImprove(text));
  return texts.length > 1 && !areOthers && texts.filter(isInstruction).length >= mostInstructed * texts.length;
}
const mostInstructed = 0.7;

const namesKind = (value: TextValue | null): boolean => kindOf(value?.text ?? '') !== null;

/** Where no other slot is what is done, and a label names actions without saying that they come next, they are what is done. */
function plannedAction({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const [future, finding] = (['future', 'finding'] as const).map((field) =>
    assigned.findIndex((one) => one.field === field),
  );
  const { label = '' } = slots[future ?? -1] ?? {};
  // `Actions planned` beside `Actions taken so far` are those to come.
  const areParted = assigned.some(
    ({ field }, index) => field === 'progress' && namesActions.test(slots[index]?.label ?? ''),
  );
  const isAction = namesActions.test(label) && !namesNext.test(label) && !areParted;
  if (!isAction || finding === -1 || assigned.some(({ field }) => field === 'action')) return assigned;
  return assigned.map((one, index) => (index === future ? { ...one, field: 'action' } : one));
}

/** Progress, dates and leads are of something: where no slot is a finding or an action, the title that most could be one is. */
function withSubject(
  { slots }: Region,
  assigned: readonly Assigned[],
  distributions: readonly Distribution[],
): readonly Assigned[] {
  const answered = assigned.filter(
    ({ field }, index) => answers.includes(field) && (isNamed(slots[index]) || isFactOf(field)),
  );
  const isAnswered =
    answered.length > 1 ||
    slots.some((slot, index) => slot.label !== '' && answers.includes(assigned[index]?.field ?? 'none'));
  if (assigned.some(({ field }) => main.includes(field)) || !isAnswered) return assigned;
  const subject = (index: number) => {
    const { kind } = slots[index] ?? {};
    if (kind === 'column' || kind === 'label' || !['none', 'theme'].includes(assigned[index]?.field ?? '')) return 0;
    return (['finding', 'theme', 'action'] as const).reduce(
      (sum, field) => sum + (distributions[index]?.get(field) ?? 0),
      0,
    );
  };
  const isDone = (index: number) =>
    (distributions[index]?.get('action') ?? 0) >
    (distributions[index]?.get('finding') ?? 0) + (distributions[index]?.get('theme') ?? 0);
  const best = slots.map((_, index) => index).toSorted((a, b) => subject(b) - subject(a))[0] ?? -1;
  const only = onlyText(slots);
  const isInstructed = areInstructions(slots[only]?.values ?? []);
  if (
    subject(best) < leastSubject &&
    only >= 0 &&
    (isInstructed || (only === best && answered.length >= leastAnswered))
  )
    return assigned.map((one, index) => (index === only ? { field: 'action', probability: sureOfOnly } : one));
  if (best < 0 || subject(best) < leastSubject) return assigned;
  return assigned.map((one, index) =>
    index === best ? { field: isDone(best) ? 'action' : 'finding', probability: subject(best) } : one,
  );
}

/** The one text without a label that stands in every record right above its labels, each time another; -1 where there is none. */
function onlyText(slots: readonly Slot[]): number {
  const texts = slots.flatMap(({ kind, key }, index) => (kind === 'text' && !isPieceOf(key) ? [index] : []));
  const [only = -1] = texts;
  const said = slots[only]?.values.filter(isSaid) ?? [];
  const differ = new Set(said.map((value) => value?.text)).size === said.length && said.length > 1;
  return texts.length === 1 && differ && said.length === slots[only]?.values.length ? only : -1;
}

/** So many answers under labels are of something, whatever it reads like. */
const leastAnswered = 3;
const sureOfOnly = 0.3;

const leastSubject = 0.05;
const isFactOf = (field: SlotField): boolean => facts.includes(field);

/** A text that asks in every record is hardly anything else. */
const sureOfAsked = 0.9;
