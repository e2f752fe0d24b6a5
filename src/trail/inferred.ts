import type { Entry, Statement } from '../model/plan.ts';
import { outsidePlan } from '../vocabulary/plan-statements.ts';
import type { EditionText } from './edition-text.ts';
import { narrative } from './features.ts';

/** What a paper's prose says became of an entry that it does not list any more. */
export interface Inference {
  readonly kind: 'completed' | 'closed';
  readonly statement: Statement;
}

/**
 * What became of an entry that is gone: completed where the paper says that all else is delivered, closed where it says
 * that the plan ends, null where it says nothing.
 * @param about tells whether a statement about the named plan (null: the paper's) is one about the entry's plan
 */
export function inferEnd(
  entry: Entry | undefined,
  edition: EditionText,
  about: (plan: string | null) => boolean,
): Inference | null {
  const statements = edition.papers.flatMap((paper) => paper.statements).filter(({ plan }) => about(plan));
  const within = entry === undefined || !outsidePlan.test([entry.action, narrative(entry)].join(' '));
  const rest = statements.find(({ kind }) => kind === 'rest_complete');
  if (rest !== undefined && within) return { kind: 'completed', statement: rest };
  const closing = statements.find(({ kind }) => kind === 'plan_closed');
  return closing === undefined ? null : { kind: 'closed', statement: closing };
}
