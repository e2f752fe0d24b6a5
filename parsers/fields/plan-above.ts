import { rememberByObject } from '../../src/lib/remember.ts';
import type { Block } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { answersFindings, improves } from '../../src/vocabulary/plan-names.ts';
import type { Context } from '../recognise/draft.ts';
import { isOfInspection } from '../recognise/on-inspection.ts';
import { planName } from '../recognise/plan-name.ts';
import { blockTitle } from '../recognise/sections.ts';
import type { PaperAround } from './evidence.ts';

/** What stands over a plan that is told in prose: its name, null where the title over it names the inspection alone. */
export interface PlanAbove {
  readonly plan: RawValue | null;
}

/**
 * What the titles over a block say of a plan that follows an inspection: the plan that they name, where it is one for improvement
 * or the paper speaks of the inspectorate, or the inspection itself; null where they name neither.
 */
export function planAbove(
  blocks: readonly Block[],
  contexts: readonly Context[],
  index: number,
  { ofInspection, title }: Pick<PaperAround, 'ofInspection' | 'title'>,
): PlanAbove | null {
  const { plan, isInspection } = namedBefore(blocks)[index] ?? nothingNamed;
  const named = contexts[index]?.plan ?? plan ?? planOf(title);
  if (named !== null && (improves.test(named.text) || (ofInspection && answersFindings.test(named.text))))
    return { plan: named };
  return isInspection ? { plan: named } : null;
}

/** The plan that a paper's title names, which can stand in the table at its top. */
function planOf(title: RawValue | null): RawValue | null {
  const name = title === null ? null : planName(title.text);
  return title === null || name === null ? null : { text: name, places: title.places };
}

interface Named {
  /** The plan that a title before named last. */
  readonly plan: RawValue | null;
  /** True where a title before names the inspection. */
  readonly isInspection: boolean;
}

const nothingNamed: Named = { plan: null, isInspection: false };

/** For each block what the titles before it name. */
const namedBefore: (blocks: readonly Block[]) => readonly Named[] = rememberByObject((blocks) => {
  let named = nothingNamed;
  return blocks.map((block) => {
    const before = named;
    const title = blockTitle(block);
    const name = title === null ? null : planName(title.text);
    if (title !== null)
      named = {
        plan: name === null ? named.plan : { text: name, places: title.value.places },
        isInspection: named.isInspection || isOfInspection(title.text),
      };
    return before;
  });
});

/** True for the name of a plan that is made where something was found: for improvement, action, recovery or response. */
export const namesAnswer = (plan: string): boolean => improves.test(plan) || answersFindings.test(plan);
