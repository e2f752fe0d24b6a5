import { createHash } from 'node:crypto';
import { documentAround } from '../../parsers/fields/around.ts';
import { regionToEvidence } from '../../parsers/fields/evidence.ts';
import type { SlotField } from '../../parsers/fields/model.ts';
import type { Features } from '../../parsers/fields/value-features.ts';
import { readDocument } from '../../parsers/index.ts';
import { blocksToRegions } from '../../parsers/records/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { Random } from '../../test/support/random.ts';
import type { Example } from './regression.ts';
import { slotTruths, type TrueEntry } from './truth.ts';

/** A paper whose truth is known. */
export interface TruePaper {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly entries: readonly TrueEntry[];
}

/** The slots of a paper that are found in it, each with what it stands for by the paper's truth. */
export async function paperToExamples({ name, bytes, entries }: TruePaper): Promise<readonly Example[]> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const document = await readDocument({ name, path: name, bytes, sha256 }, defaultParseOptions);
  const { blocks, around, free } = documentAround(document);
  return blocksToRegions(blocks, free).flatMap((region) => {
    const truths = slotTruths(region, entries);
    const fields: readonly SlotField[] = truths ?? region.slots.map(() => 'none');
    return regionToEvidence(region, around).map((evidence, index) => ({
      evidence,
      field: fields[index] ?? 'none',
      paper: name,
    }));
  });
}

/**
 * The examples, and most of them a second time without the words of their labels or without what the vocabulary knows of
 * them, so that labels that nobody has seen are read by all else.
 */
export function withUnseenLabels(examples: readonly Example[], random: Random): readonly Example[] {
  return examples.flatMap((example): readonly Example[] => {
    const isLabelled = [...example.evidence.keys()].some((name) => name.startsWith('word: '));
    if (!isLabelled) return [example];
    const unseen = { ...example, evidence: unknownLabel(example.evidence) };
    const unknown = { ...example, evidence: without(example.evidence, /^known: /) };
    return random.chance(0.5) ? [example, unseen] : [example, unknown];
  });
}

const without = (evidence: Features, names: RegExp): Features => new Map([...evidence].filter(([name]) => !names.test(name)));

const unknownLabel = (evidence: Features): Features =>
  new Map([...without(evidence, /^(?:words?|first|known): /), ['known: none', 1]]);
