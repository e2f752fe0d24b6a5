import type { Design } from '../design.ts';
import { type Block, heading, type Line, line, paragraph, plainText } from '../page.ts';
import { nameWithRef, type Parted, partedOf } from './facts.ts';
import { type Form, ofSingle, type Placed, wordsOf } from './place.ts';

/** Numbered paragraphs of a committee report: a finding, then what has been done, then what stays to be said of it. */
export const numberedProse: Form = (groups, plan, design) => {
  const section = design.variant + 2;
  const records = groups.map((group) => {
    const parted = partedOf(ofSingle(group, plan));
    const headed = parted.ref !== undefined && design.look % 3 === 0 && !/^\d/.test(wordsOf(parted.ref));
    return {
      heading: headed && parted.ref !== undefined ? wordsOf(parted.ref) : null,
      texts: textsOf(parted, headed, design),
    };
  });
  const starts = records.map((_, index) => records.slice(0, index).reduce((sum, { texts }) => sum + texts.length, 1));
  return [
    heading(2, `${section}. ${design.look % 2 === 0 ? 'Progress' : 'What has been done'}`),
    ...records.flatMap((record, index): readonly Block[] => [
      ...(record.heading === null ? [] : [heading(3, record.heading)]),
      ...record.texts.map((text, at) => paragraph(`${section}.${(starts[index] ?? 1) + at} ${plainText(text)}`)),
    ]),
  ];
};

function textsOf(parted: Parted, headed: boolean, design: Design): readonly Line[] {
  const { progress, facts } = parted;
  const said = nameWithRef(headed ? { ...parted, ref: undefined } : parted, ': ');
  const sentences = facts.map((one) => sentenceOf(one, design));
  return [line(said), ...(progress?.value.lines ?? []), ...(sentences.length === 0 ? [] : [line(sentences.join(' '))])];
}

/** A fact as the sentence in which officers say it. */
function sentenceOf(fact: Placed, { look }: Design): string {
  const words = wordsOf(fact);
  const { key } = fact.slot;
  if (key === 'lead') return look % 2 === 0 ? `The lead officer is ${words}.` : `Lead officer: ${words}.`;
  if (key === 'due') return look % 2 === 0 ? `The target date is ${words}.` : `To be finished by: ${words}.`;
  return look % 2 === 0 ? `The status of this item is: ${words}.` : `Status: ${words}.`;
}
