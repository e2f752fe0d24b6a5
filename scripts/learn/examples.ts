import { createHash } from 'node:crypto';
import { prepareDocument } from '../../parsers/fields/around.ts';
import { regionToEvidence } from '../../parsers/fields/evidence.ts';
import { labelToFeatures } from '../../parsers/fields/label-features.ts';
import type { SlotField } from '../../parsers/fields/model.ts';
import type { Features } from '../../parsers/fields/value-features.ts';
import { readDocument } from '../../parsers/index.ts';
import { blocksToRegions } from '../../parsers/records/index.ts';
import type { Region } from '../../parsers/records/model.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { Random } from '../../test/support/random.ts';
import type { Example } from './regression.ts';
import { slotTruths, type TrueEntry } from './truth.ts';
import { wordingsOf } from './wordings.ts';

/** A paper whose truth is known. */
export interface TruePaper {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly entries: readonly TrueEntry[];
}

/** The slots of a paper that are found in it, each with what it stands for by the paper's truth. */
export async function paperToExamples(
  { name, bytes, entries }: TruePaper,
  random: Random,
): Promise<readonly Example<SlotField>[]> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const read = await readDocument({ name, path: name, bytes, sha256 }, defaultParseOptions);
  const { document, around, taken } = prepareDocument(read);
  return blocksToRegions(document.blocks, (index) => !taken.has(index)).flatMap((region) => {
    const truths = slotTruths(region, entries);
    const fields: readonly SlotField[] = truths ?? region.slots.map(() => 'none');
    const views =
      truths === null
        ? [region]
        : [region, ...fewRecords(region), ...sameTwice(region, random), ...inSigns(region, truths, random)];
    return views.flatMap((view) =>
      regionToEvidence(view, around).flatMap((evidence, index) =>
        view === region || view.slots[index]?.values.some((value) => value !== null)
          ? [{ evidence, field: fields[index] ?? 'none', paper: name }]
          : [],
      ),
    );
  });
}

/** The first record alone, and the first two, as papers with few of them have: what repeats little is to be read by its words. */
const fewRecords = (region: Region): readonly Region[] =>
  [1, 2]
    .filter((count) => count < region.records.length)
    .map((count) => ({
      ...region,
      records: region.records.slice(0, count),
      slots: region.slots.map((slot) => ({ ...slot, values: slot.values.slice(0, count) })),
    }));

/** The first two records, the second with some of the words of the first: papers say the same of several findings. */
function sameTwice(region: Region, random: Random): readonly Region[] {
  const [first, second] = region.records;
  if (first === undefined || second === undefined) return [];
  const slots = region.slots.map((slot) => {
    const [said = null, next = null] = slot.values;
    return { ...slot, values: [said, random.chance(0.4) ? said : next] };
  });
  return [{ ...region, records: [first, second], slots }];
}

/** Statuses as signs or letters of the paper's own, as where its key is a picture or is missing. */
function inSigns(region: Region, fields: readonly SlotField[], random: Random): readonly Region[] {
  if (!fields.includes('status') || !random.chance(0.3)) return [];
  const signs = random.pick(ownSigns);
  const slots = region.slots.map((slot, index) => {
    if (fields[index] !== 'status') return slot;
    const said = [...new Set(slot.values.flatMap((value) => value?.text ?? []))];
    const sign = (text: string) => signs[said.indexOf(text) % signs.length] ?? text;
    return {
      ...slot,
      values: slot.values.map((value) => (value === null ? null : { ...value, text: sign(value.text) })),
    };
  });
  return [{ ...region, slots }];
}

const ownSigns = [
  ['▲', '●', '◆', '○'],
  ['●', '◐', '○', '◔'],
  ['↑', '→', '↓', '–'],
  ['C', 'P', 'D', 'N'],
  ['1', '2', '3', '4'],
];

/**
 * The examples as they are, and again under labels of other wording, with some of the label's words gone, or with no label
 * known at all: labels that nobody has seen are to be read by all else.
 */
export function withOtherLabels(
  examples: readonly Example<SlotField>[],
  random: Random,
): readonly Example<SlotField>[] {
  return examples.flatMap((example): readonly Example<SlotField>[] => {
    if (![...example.evidence.keys()].some((name) => labelEvidence.test(name) && name !== 'label: none'))
      return [example];
    const others = wordingsOf(example.field);
    const reworded =
      others.length === 0
        ? []
        : [{ ...example, evidence: relabelled(example.evidence, labelToFeatures(random.pick(others))) }];
    const copy = random.chance(0.5) ? withoutLabel(example.evidence) : fewerWords(example.evidence, random);
    return [example, ...reworded, { ...example, evidence: copy }];
  });
}

const labelEvidence = /^(?:words?|first|known|label): /;

const relabelled = (evidence: Features, label: Features): Features =>
  new Map([...[...evidence].filter(([name]) => !labelEvidence.test(name)), ...label]);

const withoutLabel = (evidence: Features): Features => relabelled(evidence, new Map([['known: none', 1]]));

const fewerWords = (evidence: Features, random: Random): Features =>
  new Map([...evidence].filter(([name]) => !/^(?:words?|first|known): /.test(name) || random.chance(0.5)));
