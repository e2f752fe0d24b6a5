import type { Block } from '../../src/model/document.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { labelScores } from '../recognise/labels.ts';
import { isOfInspection, namesPlan, textsOf } from '../recognise/on-inspection.ts';
import { asksOfService, blockTitle, looksLikeTitle } from '../recognise/sections.ts';
import { isNamed, isSaid } from './kinds-of-field.ts';
import type { Reading } from './reading.ts';

/** So many of the records ask something of the service, or have a reference that names a kind of finding. */
const leastAsking = 0.25;
const leastLabel = 0.9;

/**
 * True for a region that answers an inspection, as tasks, pledges and cases of a service's own do not: a title above it names a
 * plan or what inspectors found, a label stands for a finding, or its records ask something of the service. A paper without any
 * title says nothing against it.
 */
export function answersInspection({ region }: Reading, blocks: readonly Block[]): boolean {
  const titles = titlesAbove(blocks, Math.min(...region.blocks));
  if (titles.length === 0 || titles.some(namesPlan)) return true;
  if (
    region.slots.some(
      (slot) =>
        isNamed(slot) && (isFindingLabel(slot.label) || kindOf(slot.label) !== null || isOfInspection(slot.label)),
    )
  )
    return true;
  const asking = region.records.filter((_, record) =>
    region.slots.some(({ values }) => {
      const value = values[record] ?? null;
      return value !== null && isSaid(value) && (asksOfService(value.text) || kindOf(value.text) !== null);
    }),
  );
  return asking.length >= leastAsking * region.records.length;
}

const isFindingLabel = (label: string): boolean => (labelScores(label).get('finding') ?? 0) >= leastLabel;

/** The titles that a block stands below, and the paper's first. */
function titlesAbove(blocks: readonly Block[], index: number): readonly string[] {
  const titles: string[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let at = index; at >= 0; at--) {
    const block = blocks[at];
    const title = block === undefined ? null : blockTitle(block);
    if (title === null || title.level >= level) continue;
    titles.push(title.text);
    level = title.level;
  }
  return [...titles, ...frontLines(blocks)];
}

/** A paper's title stands among its first blocks, however it is set. */
const frontLines = (blocks: readonly Block[]): readonly string[] =>
  blocks.slice(0, mostOfFront).flatMap((block) => ('text' in block && looksLikeTitle(block.text) ? [block.text] : []));

const mostOfFront = 6;

/** True for a paper in which anything at all answers an inspection: a title, a label, what is asked of the service, a name. */
export function hasAnswers(blocks: readonly Block[]): boolean {
  const titles = [...blocks.flatMap((block) => blockTitle(block)?.text ?? []), ...frontLines(blocks)];
  const answers = ({ text }: { readonly text: string }) =>
    isOfInspection(text) || asksOfService(text) || kindOf(text) !== null || isFindingLabel(text);
  return titles.length === 0 || titles.some(namesPlan) || blocks.flatMap(textsOf).some(answers);
}
