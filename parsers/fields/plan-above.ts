import type { Block } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import type { Context } from '../recognise/draft.ts';
import { namesInspection } from '../recognise/on-inspection.ts';
import { planName } from '../recognise/plan-name.ts';
import { blockTitle } from '../recognise/sections.ts';

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
  ofInspection: boolean,
): PlanAbove | null {
  const titles = blocks.slice(0, index).filter((block) => blockTitle(block) !== null);
  const named = contexts[index]?.plan ?? titles.map(titleToPlan).findLast((plan) => plan !== null) ?? null;
  if (named !== null && (improves.test(named.text) || (ofInspection && answersFindings.test(named.text))))
    return { plan: named };
  return titles.some((title) => namesInspection([title])) ? { plan: named } : null;
}

function titleToPlan(block: Block): RawValue | null {
  const title = blockTitle(block);
  const name = title === null ? null : planName(title.text);
  return title === null || name === null ? null : { text: name, places: title.value.places };
}

const improves = /\b(?:improve\w*|hmic(?:frs)?|inspection|peel)\b/i;
/** Any service has a delivery plan; one of these is made where something was found. */
const answersFindings = /\b(?:action|recovery|response)\b/i;
