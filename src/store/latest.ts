import { endedColumn, goneKinds } from '../model/ended.ts';
import type { Store } from './store.ts';
import { type Family, rowsOf } from './trail-papers.ts';

/**
 * What became of a thread that has an entry in one edition and none in those after it, as an SQL expression; null where nothing did.
 * @param row a row with the thread, and the date of that edition
 * @param position the position of that edition
 * @param until a condition on `later`, the edition that shows it
 */
export const goneAfter = (row: string, position: string, until = 'TRUE'): string => `
  (SELECT kind FROM changes JOIN editions AS later ON later.paper_id = changes.edition_id
    WHERE changes.thread_id = ${row}.thread_id AND ${row}.date IS NOT NULL AND later.position > ${position} AND ${until}
      AND kind IN (${goneKinds.map((kind) => `'${kind}'`).join(', ')})
    ORDER BY later.position, changes.position LIMIT 1)`;

/**
 * The latest state of each thread: its entry in the last edition that has it, dated ones before others, in the form that
 * it is read from; and the same entry in a form with pages, to be shown by.
 * @param which a condition on `editions`
 */
const latest = (which: string): string => `
INSERT OR REPLACE INTO latest_entries
WITH ranked AS (
  SELECT thread_entries.thread_id, actions.id AS action_id, actions.entry_id, editions.service, editions.edition_id,
    editions.date, editions.position,
    row_number() OVER (
      PARTITION BY thread_entries.thread_id
      ORDER BY editions.date IS NULL, editions.position DESC, thread_entries.is_read DESC, editions.source, actions.position
    ) AS rank
  FROM editions
  JOIN actions ON actions.paper_id = editions.paper_id
  JOIN thread_entries ON thread_entries.entry_id = actions.entry_id
  WHERE ${which}
)
SELECT ranked.thread_id, ranked.entry_id,
  coalesce(
    (SELECT ranked.entry_id FROM places WHERE places.action_id = ranked.action_id AND page IS NOT NULL),
    (SELECT twin.entry_id FROM thread_entries AS other
      JOIN actions AS twin ON twin.entry_id = other.entry_id
      JOIN editions AS form ON form.paper_id = twin.paper_id AND form.edition_id = ranked.edition_id
      WHERE other.thread_id = ranked.thread_id
        AND EXISTS (SELECT 1 FROM places WHERE places.action_id = twin.id AND page IS NOT NULL)
      ORDER BY form.source, twin.position LIMIT 1),
    ranked.entry_id
  ),
  ranked.service, ranked.edition_id, ranked.date, actions.status_value, actions.timescale_end,
  ${endedColumn('actions')},
  ${goneAfter('ranked', 'ranked.position')}
FROM ranked JOIN actions ON actions.id = ranked.action_id WHERE rank = 1`;

/** Puts the latest states of a family's threads in the place of those before. Part of the caller's transaction. */
export function writeLatest(store: Store, family: Family): void {
  const [which, key] = rowsOf(family, 'edition_id');
  store.run(`DELETE FROM latest_entries WHERE ${which}`, key);
  store.run(latest(`editions.${which.replace('AND ', 'AND editions.')}`), key);
}

/** All latest states of a database that was followed before they were kept. */
export const latestOfAll = `DELETE FROM latest_entries; ${latest('TRUE')};`;
