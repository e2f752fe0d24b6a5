import type { FlatTableName } from '../model/stored.ts';
import { entriesOf } from './conditions.ts';
import type { Scope } from './export-scope.ts';
import { promisesOf, silencesOf } from './views.ts';

/** A select whose one parameter is what its rows are drawn by: each paper's id in turn, or each service's name. */
export interface FlatSelect {
  readonly by: 'paper' | 'service';
  readonly sql: string;
}

/** Where the rows of the flat tables come from. Column names are those of `src/export/tables.ts`. */
export function flatSelects(scope: Scope): Readonly<Record<FlatTableName, FlatSelect>> {
  return {
    current: byPaper(`
      SELECT nullif(current.extra, '{}') AS extra, current.*, current.id AS entry_id, ${source('current.paper_id')}, ${licence('current.paper_id')}
      FROM ${scope.current} AS current
      WHERE current.id IN (SELECT entry_id FROM actions WHERE paper_id = ?) AND ${scope.entry('current.id')} ORDER BY current.id`),
    entries: byPaper(`
      SELECT entries.id AS entry_id, thread_id, nullif(entries.extra, '{}') AS extra, entries.*, editions.date,
        ${source('entries.paper_id')}, ${licence('entries.paper_id')}
      FROM actions JOIN entries ON entries.id = actions.entry_id
      LEFT JOIN editions ON editions.paper_id = entries.paper_id
      LEFT JOIN thread_entries ON thread_entries.entry_id = entries.id
      WHERE actions.paper_id = ? AND ${scope.entry('actions.entry_id')} ORDER BY actions.position`),
    changes: byPaper(`
      SELECT substr(changes.edition_id, 1, 16) || '-c' || format('%03d', changes.position) AS change_id, thread_id,
        editions.service, editions.date, from_paper_id, to_paper_id, kind, field, before, after, inferred, evidence,
        sentence, (SELECT file FROM papers WHERE id = from_paper_id) AS from_file,
        (SELECT file FROM papers WHERE id = to_paper_id) AS to_file,
        before_places ->> '$[0].page' AS before_page, before_places ->> '$[0].path' AS before_place,
        after_places ->> '$[0].page' AS after_page, after_places ->> '$[0].path' AS after_place, ${source('to_paper_id')}
      FROM changes JOIN editions ON editions.paper_id = changes.edition_id
      WHERE changes.edition_id = ? AND ${scope.told('changes.to_paper_id')} AND ${scope.thread('thread_id')}
      ORDER BY changes.position`),
    threads: { by: 'service', sql: threads(scope) },
    papers: byPaper(`
      SELECT papers.id AS paper_id, edition_id, papers.*, editions.date,
        ${entriesOf('papers.id')} AS entries,
        ${source('papers.id')}
      FROM papers LEFT JOIN editions ON editions.paper_id = papers.id WHERE papers.id = ?`),
    plans: byPaper('SELECT paper_id, position, name, as_at, state FROM plans WHERE paper_id = ? ORDER BY position'),
    statements: byPaper(`
      SELECT statements.*, places.page, places.path AS place
      FROM statements LEFT JOIN places ON statement_id = statements.id AND places.position = 1
      WHERE statements.paper_id = ? ORDER BY statements.position`),
    updates: byPaper(`
      SELECT entry_id, updates.position, period, text
      FROM actions JOIN updates ON updates.action_id = actions.id
      WHERE paper_id = ? AND ${scope.entry('entry_id')} ORDER BY actions.position, updates.position`),
    issues: byPaper(`
      SELECT issues.*, issues.path AS place, papers.file, papers.service, ${source('issues.paper_id')}
      FROM issues JOIN papers ON papers.id = paper_id WHERE paper_id = ? ORDER BY position`),
    places: byPaper(`
      SELECT entry_id, field, places.position, path AS place, page, x0, y0, x1, y1
      FROM actions JOIN places ON places.action_id = actions.id
      WHERE actions.paper_id = ? AND ${scope.entry('entry_id')} ORDER BY actions.position, places.id`),
    sources: byPaper('SELECT paper_id, address, licence, attribution FROM sources WHERE paper_id = ? ORDER BY address'),
  };
}

/** Of several addresses the one that others can follow too. */
const source = (paperId: string): string =>
  `(SELECT address FROM sources WHERE sources.paper_id = ${paperId} ORDER BY address NOT LIKE 'http%', address LIMIT 1) AS source`;

const licence = (paperId: string): string =>
  `(SELECT licence FROM sources WHERE sources.paper_id = ${paperId} ORDER BY licence IS NULL, address LIMIT 1) AS licence`;

const byPaper = (sql: string): FlatSelect => ({ by: 'paper', sql });

/** One row a thread: the words of its last entry, and what became of it through the papers. */
const threads = (scope: Scope): string => `
WITH
  told AS MATERIALIZED (SELECT * FROM steps WHERE service IS ? AND ${scope.thread('thread_id')}),
  span AS (
    SELECT thread_id, count(DISTINCT edition) AS papers, min(edition) AS first, max(edition) AS latest FROM told
    GROUP BY thread_id
  ),
  due AS (${promisesOf('told')}),
  silence AS (${silencesOf('told')})
SELECT
  span.thread_id, now.service, now.plan, now.pillar, now.ref, now.finding, now.action, now.lead, now.status_raw,
  now.status_value, now.entry_id AS latest_entry_id, span.papers, was.date AS first_date, now.date AS latest_date,
  due.first_raw AS first_due_raw, due.first_end AS first_due, due.latest_raw AS latest_due_raw,
  due.latest_end AS latest_due, due.slip_days, coalesce(due.slips, 0) AS slips,
  coalesce(silence.papers_since_progress, 0) AS papers_since_progress,
  (SELECT kind FROM changes JOIN editions ON editions.paper_id = changes.edition_id
    WHERE changes.thread_id = span.thread_id AND editions.position > span.latest
    ORDER BY editions.position, changes.position LIMIT 1) AS ended_as
FROM span
JOIN told AS was ON was.thread_id = span.thread_id AND was.edition = span.first
JOIN told AS now ON now.thread_id = span.thread_id AND now.edition = span.latest
LEFT JOIN due ON due.thread_id = span.thread_id
LEFT JOIN silence ON silence.thread_id = span.thread_id
GROUP BY span.thread_id
ORDER BY now.plan, now.entry_id`;
