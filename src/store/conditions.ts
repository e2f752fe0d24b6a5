/** Parts of queries that many of them have: what each of these words means is said here alone. */

/** True of a row of `corrections` that nobody took back or said anew. */
export const stands = 'undone IS NULL AND replaced_by IS NULL';

/** True where a paper has an entry of a plan. @param paper an expression for its id */
export const hasEntries = (paper: string): string => `EXISTS (SELECT 1 FROM actions WHERE actions.paper_id = ${paper})`;

/** How many entries a paper has. @param paper an expression for its id */
export const entriesOf = (paper: string): string => `(SELECT count(*) FROM actions WHERE actions.paper_id = ${paper})`;

/** True where no service is asked for (`@service`), or one of this name. @param name an expression for it */
export const ofService = (name: string): string => `(@service IS NULL OR is_service(${name}, @service))`;

/** True where no plan is asked for (`@plan`), or one of this name. @param name an expression for it */
export const ofPlan = (name: string): string => `(@plan IS NULL OR is_named(${name}, @plan))`;

/** True where no plan is asked for (`@plan`), or the paper reports on one of that name. @param paper an expression for its id */
export const onPlan = (paper: string): string =>
  `(@plan IS NULL OR EXISTS (SELECT 1 FROM plans WHERE plans.paper_id = ${paper} AND is_named(plans.name, @plan)))`;

/** True where no day is asked for (`@asOf`), or one that this date is not after; of a month or year asked for all counts. */
export const until = (date: string): string => `(@asOf IS NULL OR ${date} < @asOf || '~')`;

/** The finding and, where it has one, the plan of each row of `actions`. */
export const withFinding = `JOIN findings ON findings.id = actions.finding_id
  LEFT JOIN plans ON plans.id = findings.plan_id`;
