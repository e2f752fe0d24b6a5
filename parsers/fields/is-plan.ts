import { isRef } from '../../src/normalise/ref.ts';
import { asksOfService } from '../recognise/sections.ts';
import { answers, facts, isNamed, isSaid, main, tellings } from './kinds-of-field.ts';
import { isForeign } from './label-features.ts';
import type { SlotField } from './model.ts';
import type { Reading } from './reading.ts';

const leastOfPlan = 0.5;
/** So many columns and labels of a plan stand for fields, or so great a share of them. */
const leastPlaced = 3;
const leastShare = 0.5;
/** A single label says little of what it is a part of. */
const leastOfLabel = 0.9;
/** Beside labels of other tables (a risk's likelihood) what it is all about is no guess. */
const leastMain = 0.5;
/** Labels or columns of a plan that has a single entry. */
const leastOfOne = 3;

/**
 * True where a region is a plan: records that say what was found or is to be done and how it goes, most of whose slots
 * stand for something. One record alone needs several labels.
 * @param titled whether the title above names the inspectorate or what it asks for
 */
export function isPlan(reading: Reading, titled: boolean): boolean {
  const { region, assigned, ofPlan, confidence } = reading;
  if (!assigned.some(({ field }) => tellings.includes(field)) && !asksAnything(reading)) return false;
  const has = (fields: readonly SlotField[]) => assigned.some(({ field }) => fields.includes(field));
  if (!has(main) || !has(answers)) return false;
  const isSure = assigned.some(({ field, probability }) => main.includes(field) && probability >= leastMain);
  if (!isSure && region.slots.filter(({ label }) => isForeign(label)).length > 1) return false;
  const named = region.slots.filter(isNamed);
  if (named.length === 0) return isPlainPlan(reading, titled);
  const placed = assigned.filter(({ field }, index) => isNamed(region.slots[index]) && field !== 'extra').length;
  if (placed < leastPlaced && placed < leastShare * named.length) return false;
  if (region.records.length < 2 && named.length < leastOfOne) return false;
  if (named.length < 2 && (ofPlan < leastOfLabel || confidence < leastOfLabel) && !isPlainPlan(reading, titled))
    return false;
  return ofPlan >= leastOfPlan;
}

/**
 * Without one label only records of several kinds of answers are a plan: what was found or asked of the service, or a reference
 * beside what is to be done or a title that names the inspection, and two of status, date, lead and progress.
 */
function isPlainPlan({ region, assigned, confidence }: Reading, titled: boolean): boolean {
  if (region.records.length < leastOfPlain || confidence < leastSure) return false;
  const values = (field: SlotField) =>
    region.slots.flatMap(({ values: own }, index) => (assigned[index]?.field === field ? own : [])).filter(isSaid);
  const asks = values('finding').filter((value) => value !== null && asksOfService(value.text)).length;
  const least = leastOfPlan * region.records.length;
  const isFound = assigned.some(({ field, probability }) => field === 'finding' && probability >= leastFound);
  if (asks < least && values('ref').length < least && !isFound && !titled) return false;
  return facts.filter((field) => values(field).length >= least).length >= 2;
}

const leastOfPlain = 3;
const leastSure = 0.6;
const leastFound = 0.75;

/** Where nothing tells how it goes, some finding at least asks something of the service, or has a reference: any list of tasks has owners and dates. */
function asksAnything({ region, assigned }: Reading): boolean {
  return region.slots.some(({ values }, index) => {
    const said = values.filter(isSaid);
    const telling = said.filter((value) => value !== null && (asksOfService(value.text) || isRef(value.text)));
    return ['finding', 'action', 'ref', 'summary'].includes(assigned[index]?.field ?? 'none') && telling.length > 0;
  });
}
