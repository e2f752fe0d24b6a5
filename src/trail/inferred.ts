import type { Statement } from '../model/plan.ts';
import type { ChangeKind } from '../model/thread.ts';
import type { Issue } from './editions.ts';
import { narrative } from './features.ts';
import type { Event } from './follow.ts';
import { headingsOf } from './tracks.ts';

/** What a paper's prose says became of an entry that it does not list any more. */
export interface Inference {
  readonly kind: ChangeKind & ('completed' | 'closed');
  readonly statement: Statement;
}

/** An entry that says of itself that it is no part of the plan is not among "all activities of the plan". */
const outsidePlan = /\bnot (?:an? |one of the )?(?:activit\w+|actions?|part)\b[^.]*\bplan\b/i;

/** The statements of an issue about the plan that a run of entries stood under. */
function about(event: Event, issue: Issue, underPlan: (name: string) => boolean): readonly Statement[] {
  const statements = issue.papers.flatMap((paper) => paper.statements);
  const headings = headingsOf(issue, issue.papers[0].paper.service);
  return statements.filter(
    ({ plan }) => (plan === null ? headings.length === 1 : underPlan(plan)) && event.after === null,
  );
}

/**
 * What became of an entry that is gone: completed where the paper says that all else is delivered, closed where it says
 * that the plan ends, null where it says nothing.
 */
export function inferEnd(event: Event, issue: Issue, underPlan: (name: string) => boolean): Inference | null {
  const statements = about(event, issue, underPlan);
  const entry = event.before?.line.record.entry;
  const within = entry === undefined || !outsidePlan.test([entry.action, narrative(entry)].join(' '));
  const rest = statements.find(({ kind }) => kind === 'rest_complete');
  if (rest !== undefined && within) return { kind: 'completed', statement: rest };
  const closing = statements.find(({ kind }) => kind === 'plan_closed');
  return closing === undefined ? null : { kind: 'closed', statement: closing };
}
