import { hasEntries, ofService, onPlan } from './conditions.ts';
import { named, type Scope } from './progress.ts';
import type { Store } from './store.ts';

/** An edition of which two forms that were read whole say different things, or have not the same entries. */
export interface Disagreement {
  /** The paper that the edition is read from. */
  readonly paperId: string;
  readonly service: string | null;
  readonly date: string | null;
  /** The file of the form that it is read from, and those of the others. */
  readonly file: string;
  readonly others: readonly string[];
  /** Entries whose status or date is another in another form, or that not every form has. */
  readonly apart: number;
  readonly entries: number;
}

/**
 * Editions whose forms disagree, by service and date. A form that was read only in part has no say: what it does not
 * show may well stand in it.
 */
export function disagreements(store: Store, scope: Scope = {}): readonly Disagreement[] {
  return store
    .all<Omit<Disagreement, 'others'> & { readonly others: string }>(
      `WITH forms AS MATERIALIZED (
         SELECT editions.*, papers.file, count(*) OVER (PARTITION BY edition_id, part) AS forms,
           row_number() OVER (PARTITION BY edition_id, part ORDER BY source) AS form
         FROM editions JOIN papers ON papers.id = editions.paper_id
         WHERE outcome = 'ok' AND ${hasEntries('papers.id')}
       ), threads AS (
         SELECT edition_id, part, thread_id,
           count(DISTINCT forms.paper_id) < forms
             OR count(DISTINCT coalesce(status_value, '') || ' ' || coalesce(timescale_end, '')) > 1 AS apart
         FROM forms JOIN actions ON actions.paper_id = forms.paper_id
         JOIN thread_entries ON thread_entries.entry_id = actions.entry_id
         WHERE forms > 1 GROUP BY edition_id, part, thread_id
       )
       SELECT forms.paper_id AS paperId, forms.service, forms.date, forms.file,
         (SELECT json_group_array(file ORDER BY source) FROM forms AS other
          WHERE other.edition_id = forms.edition_id AND other.part = forms.part AND other.form > 1) AS others,
         sum(apart) AS apart, count(*) AS entries
       FROM forms JOIN threads ON threads.edition_id = forms.edition_id AND threads.part = forms.part
       WHERE form = 1
         AND ${ofService('forms.service')}
         AND ${onPlan('forms.paper_id')}
       GROUP BY forms.paper_id HAVING sum(apart) > 0
       ORDER BY forms.service IS NULL, forms.service, forms.position, forms.part`,
      named(scope),
    )
    .map((row) => ({ ...row, others: JSON.parse(row.others) as string[] }));
}

/** That two forms of a paper disagree, in words; without the name of the file. */
export const disagreementWords = ({ others, apart, entries }: Disagreement): string =>
  `Read otherwise in its other form (${others.join(', ')}): the status or date of ${apart} of ${entries} entries, or whether they are there. No change is taken from that; each entry is told by the form that says more of it, or else by the one taken in last. "boardtrail forget FILE" leaves out a form that another takes the place of, "boardtrail fix ENTRY" sets a value.`;
