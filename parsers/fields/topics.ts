import { foldWords } from '../../src/lib/fold.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { isPillar, pillarOf, pillarOfQuestion } from '../../src/normalise/pillar.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { kindAlone } from '../../src/vocabulary/finding-kinds.ts';
import { isValue } from '../records/kinds-of-text.ts';
import type { Region, Slot, TextValue } from '../records/model.ts';
import { isPieceOf, isPost } from '../records/pieces.ts';
import type { Assigned } from './assign.ts';
import { isNamed, isSaid, main } from './kinds-of-field.ts';
import type { SlotField } from './model.ts';

/**
 * Of two slots that name pillars the one of their names alone is the pillar; the questions of the inspection below it are what the
 * findings are about, also where they were taken for nothing.
 */
export function namedPillar({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const find = (names: (text: string) => boolean) =>
    slots.findIndex((slot) => {
      const said = slot.values.filter(isSaid);
      return !isNamed(slot) && said.length > 0 && said.every((value) => names(value?.text ?? ''));
    });
  const pillar = find(isPillar);
  const question = find((text) => !isPillar(text) && pillarOfQuestion(text) !== null);
  const areFree = [pillar, question].every((at) => at >= 0 && assigned[at]?.field !== 'finding');
  if (!areFree || !assigned.some(({ field }) => field === 'pillar')) return assigned;
  const hasTheme = assigned.some(({ field }, index) => field === 'theme' && index !== pillar && index !== question);
  return assigned.map((one, index): Assigned => {
    if (index === pillar) return { ...one, field: 'pillar' };
    return index === question ? { field: hasTheme ? 'none' : 'theme', probability: ofTopic } : one;
  });
}

/** Titles of which most name no pillar are what the records are about, though one of them (`People`) could be one. */
export function pillarsAmongTopics({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const at = assigned.findIndex(({ field }) => field === 'pillar');
  const named = new Set(slots[at]?.values.flatMap((value) => value?.text || []));
  const pillars = [...named].filter((text) => pillarOf(text) !== null);
  if (isNamed(slots[at]) || pillars.length >= named.size / 2 || assigned.some(({ field }) => field === 'theme'))
    return assigned;
  return assigned.map((one, index): Assigned => (index === at ? { ...one, field: 'theme' } : one));
}

/** The words that stand beside a reference and are no other field are what the record is about, or what is done about its finding. */
export function besideRefs({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const has = (field: SlotField) => assigned.some((one) => one.field === field);
  const at = assigned.findIndex(({ field }) => field === 'ref');
  const isFree = (slot: Slot, index: number) =>
    !isNamed(slot) &&
    !slot.key.startsWith('held ') &&
    assigned[index]?.field === 'none' &&
    (has('lead') || !areAll(slot, isPost)) &&
    !areAll(slot, isFact);
  const behind = slots.findIndex(
    (slot, index) =>
      isFree(slot, index) && (slots[at]?.key === `${slot.key} ref` || (index === at + 1 && !isNamed(slots[at]))),
  );
  const above = slots.findIndex((slot, index) => index === at - 1 && isFree(slot, index) && isTopicAbove(slots, index));
  const topic = behind < 0 ? above : behind;
  const field: SlotField = slots[topic]?.values.every(isSentence) ? 'action' : 'theme';
  if (topic < 0 || at < 0 || has(field) || !main.some(has)) return assigned;
  return assigned.map((one, index) => (index === topic ? { field, probability: ofTopic } : one));
}

/** The few words that each record begins with, another time others, right above the label of its finding are what that is about. */
export function aboveFindings({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const topic = slots.findIndex(({ kind }) => kind === 'text');
  const slot = slots[topic];
  const next = assigned[topic + 1]?.field;
  if (
    slot === undefined ||
    isPieceOf(slot.key) ||
    next !== 'finding' ||
    !isNamed(slots[topic + 1]) ||
    assigned[topic]?.field !== 'none'
  )
    return assigned;
  const said = slot.values.filter(isSaid).map((value) => value?.text ?? '');
  const areTopics = said.every(isTopicWords);
  const differ = new Set(said).size === slot.values.length && said.length > 1;
  if (!areTopics || !differ || assigned.some(({ field }) => field === 'theme')) return assigned;
  return assigned.map((one, index) => (index === topic ? { field: 'theme', probability: ofTopic } : one));
}

const areAll = ({ values }: Slot, is: (text: string) => boolean): boolean =>
  values.filter(isSaid).every((value) => is(value?.text ?? ''));
const isFact = (text: string): boolean => ragFromWords(text) !== null || isStatusWords(text) || isWholeDate(text);

/** True for titles right above references that differ and say more than what kind of finding stands below them (`3 Causes of concern`). */
function isTopicAbove(slots: readonly Slot[], index: number): boolean {
  const { kind, values = [] } = slots[index] ?? {};
  const titles = new Set(values.map((value) => foldWords(value?.text ?? '').replace(/^[\d ]+/, '')));
  return (
    kind === 'title' &&
    !isNamed(slots[index + 1]) &&
    titles.size > 1 &&
    ![...titles].some((title) => kindAlone.test(title))
  );
}

const isSentence = (value: TextValue | null): boolean => value !== null && /\.$/.test(value.text);

const ofTopic = 0.6;

/**
 * A few words without a label beside findings are their theme, where several findings share them: no finding's action is another's. So
 * are words beside each that were taken for nothing.
 */
export function sharedTopic({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  if (finding < 0 || assigned.some(({ field }) => field === 'theme')) return assigned;
  const asked = slots[finding]?.values ?? [];
  const topic = slots.findIndex(({ kind, key, values }, index) => {
    const { field } = assigned[index] ?? {};
    if (kind !== 'text' || isPieceOf(key) || (field !== 'action' && field !== 'none')) return false;
    const findingsOf = Map.groupBy(values.entries(), ([, value]) => value?.text ?? '');
    const isShared = [...findingsOf.values()].some((found) => new Set(found.map(([at]) => asked[at]?.text)).size > 1);
    return isShared && findingsOf.size > 1 && [...findingsOf.keys()].every(isTopicWords);
  });
  return assigned.map((one, index): Assigned => (index === topic ? { field: 'theme', probability: ofTopic } : one));
}

const isTopicWords = (text: string): boolean =>
  text !== '' && !/[.:;]$/.test(text) && text.split(/\s+/).length <= longestTopic && !isValue(text);

const longestTopic = 7;
