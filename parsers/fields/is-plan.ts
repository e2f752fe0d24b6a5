import type { RawField } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { labelScores } from '../recognise/labels.ts';
import { asksOfService } from '../recognise/sections.ts';
import type { Slot } from '../records/model.ts';
import { answers, facts, isNamed, isSaid, main, tellings } from './kinds-of-field.ts';
import { isForeign } from './label-features.ts';
import type { SlotField } from './model.ts';
import type { Reading } from './reading.ts';
import { scoresRisks } from './scores-risks.ts';
import { spellsOut } from './spells-out.ts';

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
 * @param titled whether the title above names the inspectorate, what it asks for, or a plan that answers it
 * @param hasStatus whether the title above gives all of them their status (`Closed actions`)
 */
export function isPlan(reading: Reading, titled: boolean, hasStatus = false): boolean {
  const { region, assigned, ofPlan, confidence } = reading;
  const has = (fields: readonly SlotField[]) =>
    assigned.some(({ field }) => fields.includes(field)) || (hasStatus && fields.includes('status'));
  const isAnswered = has(answers) || (has(['finding']) && has(['action']));
  if (
    !has(main) ||
    !isAnswered ||
    isOnlyAhead(reading) ||
    spellsOut(region) ||
    (scoresRisks(region) && !asksOf(reading))
  )
    return false;
  const named = region.slots.filter(isNamed);
  // Owners and dates without labels are those of anything: a calendar stands below a plan's title too.
  const isTold = has(tellings) || (titled && named.length > 0);
  if (!isTold && !asksAnything(reading)) return false;
  const isSure = assigned.some(({ field, probability }) => main.includes(field) && probability >= leastMain);
  if (!isSure && region.slots.filter(({ label }) => isForeign(label)).length > 1) return false;
  if (named.length === 0) return isPlainPlan(reading, titled && isTold);
  if (!isSure && !named.some(isKnown)) return false;
  const placed = assigned.filter(({ field }, index) => isNamed(region.slots[index]) && field !== 'extra').length;
  if (placed < leastPlaced && placed < leastShare * named.length && !isPlainPlan(reading, titled && isTold))
    return false;
  const isOverAll =
    asksOf(reading) && !assigned.some(({ field }, index) => field === 'finding' && isNamed(region.slots[index]));
  const told = named.length + (isOverAll ? 1 : 0) + (hasStatus ? 1 : 0);
  if (region.records.length < 2 && told < leastOfOne) return false;
  if (
    named.length < 2 &&
    (ofPlan < leastOfLabel || confidence < leastOfLabel) &&
    !asksOf(reading) &&
    !isPlainPlan(reading, titled)
  )
    return false;
  return ofPlan >= leastOfPlan || isNamedThroughout(reading);
}

/** True for a label or column that the vocabulary knows. */
const isKnown = ({ label }: Slot): boolean => labelScores(label).size > 0;

/**
 * True where all that could tell of a finding under its label stands above that under no label we know, as what inspectors saw in their
 * own report above what they ask for. A date, a post or a status answers wherever it stands.
 */
function isOnlyAhead({ region, assigned }: Reading): boolean {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  if (region.columns !== null || !isNamed(region.slots[finding])) return false;
  const told = assigned.flatMap(({ field }, index) => (answers.includes(field) || field === 'action' ? [index] : []));
  const isFactual = told.some((index) => ahead.has(assigned[index]?.field ?? 'none'));
  return (
    !isFactual && told.every((index) => index < finding && labelScores(region.slots[index]?.label ?? '').size === 0)
  );
}

const ahead: ReadonlySet<SlotField> = new Set(['timescale', 'lead', 'status']);

/** True where the vocabulary knows every column and label for the field that it stands for. */
const isNamedThroughout = ({ region, assigned }: Reading): boolean =>
  region.slots.every(
    (slot, index) =>
      !isNamed(slot) ||
      assigned[index]?.field === 'update' ||
      (labelScores(slot.label).get(assigned[index]?.field as RawField) ?? 0) >= leastKnown,
  );

const leastKnown = 0.9;

/** Where nothing tells how it goes, some finding at least asks something of the service, or has a reference: any list of tasks has owners and dates. */
function asksAnything({ region, assigned }: Reading): boolean {
  return region.slots.some(({ values }, index) => {
    const said = values.filter(isSaid);
    const telling = said.filter((value) => value !== null && (asksOfService(value.text) || isRef(value.text)));
    return ['finding', 'action', 'ref', 'summary'].includes(assigned[index]?.field ?? 'none') && telling.length > 0;
  });
}

/** True where most records ask something of the service. */
function asksOf({ region, assigned }: Reading): boolean {
  const asking = region.records.filter((_, record) =>
    region.slots.some(
      ({ values }, index) => assigned[index]?.field === 'finding' && asksOfService(values[record]?.text ?? ''),
    ),
  );
  return asking.length > leastShare * region.records.length;
}

/**
 * Without one label only records of several kinds of answers are a plan: what was found or asked of the service, or a reference
 * beside what is to be done or a title that names the inspection, and two of status, date, lead and progress, or one where the references name
 * what inspectors found. What was found under a reference that names its kind needs nothing but the progress.
 */
function isPlainPlan(reading: Reading, titled: boolean): boolean {
  const { region, assigned, confidence } = reading;
  if (region.records.length < 2 || confidence < leastSure) return false;
  const values = (field: SlotField) =>
    region.slots.flatMap(({ values: own }, index) => (assigned[index]?.field === field ? own : [])).filter(isSaid);
  const least = leastOfPlan * region.records.length;
  const kinds = values('ref').filter((value) => value !== null && kindOf(value.text) !== null).length;
  const isFound = assigned.some(({ field, probability }) => field === 'finding' && probability >= leastFound);
  if ((isFound || asksOf(reading)) && kinds >= least && values('progress').length >= least) return true;
  if (region.records.length < leastOfPlain) return false;
  const asks = values('finding').filter((value) => value !== null && asksOfService(value.text)).length;
  const isLikely = assigned.some(({ field, probability }) => main.includes(field) && probability >= leastMain);
  if (asks < least && values('ref').length < least && !isFound && !(titled && isLikely)) return false;
  return facts.filter((field) => values(field).length >= least).length >= (kinds >= least ? 1 : 2);
}

const leastOfPlain = 3;
const leastSure = 0.6;
const leastFound = 0.75;
