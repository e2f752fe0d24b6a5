import type { Block } from '../../src/model/document.ts';
import type { RawEntry } from '../../src/model/raw.ts';
import { namesBody, titlesAudit, titlesPlan } from '../../src/normalise/inspection-title.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { auditors, inspectors } from '../../src/vocabulary/inspection.ts';
import { impactSections } from '../../src/vocabulary/sections.ts';
import { labelScores } from '../recognise/labels.ts';
import { isOfInspection, textsOf } from '../recognise/on-inspection.ts';
import { packStarts } from '../recognise/pack-items.ts';
import { asksOfService, blockTitle, looksLikeTitle } from '../recognise/sections.ts';
import { isNamed, isSaid } from './kinds-of-field.ts';
import type { Reading } from './reading.ts';
import { titlesAbove } from './titles-above.ts';

/** So many of the records ask something of the service, quote inspectors, or have a reference that names a kind of finding. */
const leastAsking = 0.25;
/** Auditors look at how a service answers inspectors too: below their title most records must name these. */
const leastBelowAudit = 0.6;
const leastLabel = 0.9;

/**
 * True for a region that answers an inspection, as tasks, pledges and cases of a service's own do not: a title above it names a
 * plan or what inspectors found, a label stands for a finding, or its records ask something of the service. A paper without any
 * title says nothing against it.
 */
export function answersInspection({ region }: Reading, blocks: readonly Block[]): boolean {
  const first = region.records[0]?.block ?? 0;
  const paper = packStarts(blocks).findLast((start) => start <= first) ?? 0;
  const above = titlesAbove(blocks)[first] ?? [];
  if (impactSections.test(above.at(-1)?.text ?? '') && !asksMostly(region)) return false;
  const front = frontLines(blocks.slice(paper, first));
  const titles = [...above.map(({ text }) => text), ...front];
  const isAudit = isBelowAudit([...ofSections(above), ...front]);
  if (titles.length === 0 || titles.some((title) => titlesPlan(title) && (!isAudit || isOfInspection(title))))
    return true;
  const answers = answersBelow(isAudit);
  if (region.slots.some((slot) => isNamed(slot) && answers.label(slot.label))) return true;
  const asking = region.records.filter((_, record) =>
    region.slots.some(({ values }) => {
      const value = values[record] ?? null;
      return value !== null && isSaid(value) && answers.text(value.text);
    }),
  );
  return asking.length >= (isAudit ? leastBelowAudit : leastAsking) * region.records.length;
}

/** True where most records ask something of the service, whatever section they stand in. */
const asksMostly = ({ slots, records }: Reading['region']): boolean =>
  slots.some(
    ({ values }) =>
      values.filter((value) => asksOfService(value?.text ?? '')).length > leastBelowAudit * records.length,
  );

/**
 * True for a paper in which anything at all answers an inspection: a title, a label, a name, what is asked of the service or
 * was read as its finding or action.
 */
export function hasAnswers(blocks: readonly Block[], entries: readonly RawEntry[]): boolean {
  const own = blocks.flatMap((block) => blockTitle(block) ?? []);
  const titles = [...own.map(({ text }) => text), ...frontLines(blocks)];
  const isAudit = isBelowAudit([...ofSections(own), ...frontLines(blocks)]);
  if (titles.length === 0 || titles.some((title) => titlesPlan(title) && (!isAudit || isOfInspection(title))))
    return true;
  const { text, label } = answersBelow(isAudit);
  const told = entries.flatMap(({ fields }) => [fields.finding ?? [], fields.action ?? [], fields.ref ?? []].flat());
  return told.some((one) => text(one.text)) || blocks.flatMap(textsOf).some((one) => text(one.text) || label(one.text));
}

/** The titles of a paper and its sections; those below head records, which may be of audits in any plan. */
const ofSections = (titles: readonly { readonly text: string; readonly level: number }[]): readonly string[] =>
  titles.flatMap(({ text, level }) => (level <= deepestSection ? [text] : []));
const deepestSection = 2;

/** True below a title of auditors; one that asks for audits itself is a finding. */
const isBelowAudit = (titles: readonly string[]): boolean =>
  titles.some((title) => titlesAudit(title) && !asksOfService(title));

/** What shows that a text or a label answers inspectors; below a title of auditors only a name does. */
const answersBelow = (isAudit: boolean) =>
  isAudit
    ? { text: (text: string) => inspectors.test(text), label: isOfInspection }
    : { text: answersInspectors, label: namesFinding };

const answersInspectors = (text: string): boolean =>
  asksOfService(text) || kindOf(text) !== null || inspectors.test(text);

const namesFinding = (label: string): boolean =>
  isOfInspection(label) ||
  (!auditors.test(label) && (kindOf(label) !== null || (labelScores(label).get('finding') ?? 0) >= leastLabel));

/** A paper's title stands among its first blocks, however it is set; so does the name of the body that it goes to, which is none. */
const frontLines = (blocks: readonly Block[]): readonly string[] =>
  blocks
    .slice(0, mostOfFront)
    .flatMap((block) => ('text' in block && looksLikeTitle(block.text) && !namesBody(block.text) ? [block.text] : []));

const mostOfFront = 6;
