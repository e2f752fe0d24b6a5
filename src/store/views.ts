import type { Column } from '../model/column.ts';
import { endedColumn } from '../model/ended.ts';
import { entryFacts } from '../model/entry-facts.ts';
import { type EntryFieldRow, entryFieldRows, paperFieldRows } from '../model/fields.ts';
import { codedOrganisations } from '../normalise/service.ts';
import { authorities } from '../vocabulary/authorities.ts';
import { questions, rounds } from '../vocabulary/questions.ts';
import { explained, literal, said } from './about.ts';
import { stands, withFinding } from './conditions.ts';
import { storedColumn } from './entry-columns.ts';
import { placeOfEntry } from './places.ts';

/** A column of a view: what it selects, and what `about` says of it. */
interface ViewColumn extends Pick<Column, 'name' | 'meaning' | 'values'> {
  readonly select: string;
}

const selecting = (select: string, name: string, meaning: string): ViewColumn => ({ select, name, meaning });

/**
 * The views that are made of the fields, and what `about` says of their columns: made anew after every migration, so
 * that a field's row in `src/model/fields.ts` is all that a view knows of it.
 */
export function fieldViews(): string {
  return [
    view(
      'entries',
      'Every entry of every paper and form: a line of a plan as people read it. For the present state see current',
      selectOf(entriesColumns(), entriesFrom),
    ),
    view(
      'current',
      "One row an entry: its latest state. Start here. Late on a day: WHERE open = 1 AND timescale_end < '2025-01-01'",
      currentSelect('latest_entries'),
    ),
    view('steps', "Each thread's entry in each edition", selectOf(stepsColumns(), stepsFrom)),
    ofSteps(),
    causes(),
    tableMeanings(),
    knownServices(),
    inspections(),
  ].join('\n');
}

/** A column that `src/model/entry-facts.ts` describes. */
const fact = (name: keyof typeof entryFacts, select: string): ViewColumn => ({ ...entryFacts[name], select });

const ended = (row: string) => fact('ended', endedColumn(row));

const corrected = (entryId: string) =>
  fact(
    'corrected',
    `(SELECT json_group_object(field, json_object('by', who, 'at', at, 'why', why, 'read', read -> '$.value')) FROM corrections
    WHERE corrections.entry_id = ${entryId} AND verdict = 'corrected' AND ${stands}
    HAVING count(*) > 0)`,
  );

/** Where an entry and each of its values stand, beside `joinedPlace`. @param action the number of its row */
const whereRead = (action: string): readonly ViewColumn[] => [
  fact('page', 'telling.page'),
  fact('place', 'telling.path'),
  fact(
    'pages',
    `(SELECT json_group_object(field, page) FROM (
    SELECT field, min(page) AS page FROM places WHERE action_id = ${action} AND page IS NOT NULL GROUP BY field
  ) HAVING count(*) > 0)`,
  ),
];

const joinedPlace = (action: string): string =>
  `LEFT JOIN places AS telling ON telling.id = ${placeOfEntry('id', action)}`;

const confidence = fact('confidence', 'actions.confidence');

/** The columns of an entry's fields, those of `but` left out. */
const valueColumns = (but: readonly string[] = []): readonly ViewColumn[] =>
  entryFieldRows
    .flatMap(([, row]) => row.columns.map((own) => ({ ...own, select: valueSelect(row, own) })))
    .filter(({ name }) => !but.includes(name));

function valueSelect({ kind, of }: EntryFieldRow, own: Column): string {
  if (kind !== 'updates') return storedColumn(of, own);
  return `(SELECT group_concat(line, char(10)) FROM (
    SELECT period || ': ' || text AS line FROM updates WHERE action_id = actions.id ORDER BY position
  ))`;
}

const paperColumns = (...names: readonly string[]): readonly ViewColumn[] =>
  paperFieldRows.flatMap(([, { column: own }]) =>
    names.includes(own.name) ? [{ ...own, select: `papers.${own.name}` }] : [],
  );

const asAt = selecting(
  'coalesce(plans.as_at, papers.as_at)',
  'as_at',
  "Date the plan's data stands at, or else the paper's",
);

const serviceCode = (name: string) => fact('serviceCode', `(SELECT code FROM services WHERE services.name = ${name})`);

const entryId = selecting('actions.entry_id', 'id', 'Lasting id of the entry');
const paperId = fact('paperId', 'actions.paper_id');
const file = fact('file', 'papers.file');

const entriesColumns = (): readonly ViewColumn[] => [
  entryId,
  paperId,
  file,
  ...paperColumns('service'),
  serviceCode('papers.service'),
  ...paperColumns('body', 'meeting_date'),
  asAt,
  ...valueColumns(),
  ended('actions'),
  ...whereRead('actions.id'),
  fact('isCurrent', 'EXISTS (SELECT 1 FROM latest_entries WHERE latest_entries.entry_id = actions.entry_id)'),
  fact('edition', '(SELECT edition_id FROM editions WHERE editions.paper_id = actions.paper_id)'),
  fact('form', '(SELECT source FROM editions WHERE editions.paper_id = actions.paper_id)'),
  confidence,
  corrected('actions.entry_id'),
];
const entriesFrom = `actions
${withFinding}
JOIN papers ON papers.id = actions.paper_id
${joinedPlace('actions.id')}`;

const currentColumns = (): readonly ViewColumn[] => [
  { ...entryId, select: 'latest.entry_id' },
  fact('threadId', 'latest.thread_id'),
  selecting('latest.service', 'service', 'Official name of the service or force'),
  serviceCode('latest.service'),
  selecting('plans.name', 'plan', 'Name of the plan, as printed'),
  {
    ...fact('date', 'latest.date'),
    meaning: 'When it was last reported: the date of its edition; null where nothing dates it',
  },
  ...valueColumns(['plan']).map((own) => ({
    ...own,
    select: ofLatest.has(own.name) ? `latest.${own.name}` : own.select,
  })),
  fact('ended', 'latest.ended'),
  fact('gone', 'latest.gone'),
  fact('open', 'latest.ended = 0 AND latest.gone IS NULL'),
  paperId,
  file,
  ...paperColumns('body', 'meeting_date'),
  asAt,
  ...whereRead('shown.id'),
  selecting('shown.paper_id', 'page_paper_id', 'The form of the paper that the page is of'),
  fact('edition', 'latest.edition_id'),
  confidence,
  corrected('actions.entry_id'),
];
/**
 * What `current` selects, from another table of latest states.
 * @param table with the columns of `latest_entries`
 */
export const currentSelect = (table: string): string => selectOf(currentColumns(), currentFrom(table));

const ofLatest: ReadonlySet<string> = new Set(['status_value', 'timescale_end']);
const currentFrom = (table: string) => `${table} AS latest
CROSS JOIN actions ON actions.entry_id = latest.entry_id
CROSS JOIN findings ON findings.id = actions.finding_id
CROSS JOIN papers ON papers.id = actions.paper_id
LEFT JOIN plans ON plans.id = findings.plan_id
LEFT JOIN actions AS shown ON shown.entry_id = latest.shown_entry_id
${joinedPlace('shown.id')}`;

const stepsColumns = (): readonly ViewColumn[] => [
  selecting('thread_entries.thread_id', 'thread_id', 'The thread'),
  selecting('editions.service', 'service', 'The service or force'),
  selecting('editions.position', 'edition', "Order of the edition among the service's, from 1"),
  selecting('editions.date', 'date', 'Date of the edition'),
  selecting('editions.edition_id', 'edition_id', 'The edition'),
  selecting('actions.entry_id', 'entry_id', 'The entry'),
  selecting('actions.paper_id', 'paper_id', 'The paper it was read from'),
  selecting("papers.outcome = 'ok'", 'whole', '1 where that paper was read whole'),
  selecting(
    'coalesce(plans.name, (SELECT name FROM plans WHERE plans.paper_id = actions.paper_id ORDER BY position LIMIT 1))',
    'plan',
    'Name of the plan as printed',
  ),
  ...valueColumns(['plan']),
  ended('actions'),
];
const stepsFrom = `editions
JOIN actions ON actions.paper_id = editions.paper_id
JOIN thread_entries ON thread_entries.entry_id = actions.entry_id
${withFinding}
JOIN papers ON papers.id = actions.paper_id
WHERE thread_entries.is_read = 1`;

/**
 * The first and the latest date that each thread of some steps was promised for.
 * @param steps `steps`, or a table with a part of it
 * @param changes `changes`, or a part of it that goes with these steps
 */
export const promisesOf = (steps: string, changes = 'changes'): string => `
SELECT DISTINCT
  thread_id, -- The thread
  service, -- The service or force
  first_value(timescale_raw) OVER earliest AS first_raw, -- The date first promised, as printed
  first_value(timescale_end) OVER earliest AS first_end, -- Its last day
  first_value(timescale_raw) OVER latest AS latest_raw, -- The latest date promised, as printed
  first_value(timescale_end) OVER latest AS latest_end, -- Its last day
  CAST(julianday(first_value(timescale_end) OVER latest) - julianday(first_value(timescale_end) OVER earliest) AS INTEGER)
    AS slip_days, -- Days from the first to the latest; below 0 where it was brought forward
  (SELECT count(*) FROM ${changes} AS changes WHERE changes.thread_id = ${steps}.thread_id AND kind = 'slipped') AS slips -- How often it slipped
FROM ${steps} WHERE timescale_end IS NOT NULL AND date IS NOT NULL
WINDOW earliest AS (PARTITION BY thread_id ORDER BY edition), latest AS (PARTITION BY thread_id ORDER BY edition DESC)`;

/** How many papers have shown each thread of some steps since its progress last changed, by steps and changes as of `promisesOf`. */
export const silencesOf = (steps: string, changes = 'changes'): string => `
WITH news AS (
  SELECT thread_id, max(min(edition), coalesce((
    SELECT max(editions.position) FROM ${changes} AS changes JOIN editions ON editions.paper_id = changes.edition_id
    WHERE changes.thread_id = ${steps}.thread_id AND changes.kind = 'progress_updated'
  ), 0)) AS edition
  FROM ${steps} WHERE date IS NOT NULL GROUP BY thread_id
)
SELECT
  ${steps}.thread_id, -- The thread
  ${steps}.service, -- The service or force
  count(*) FILTER (WHERE ${steps}.edition > news.edition AND ${steps}.whole = 1) AS papers_since_progress -- How many papers have shown it since its progress text last changed
FROM ${steps} JOIN news ON news.thread_id = ${steps}.thread_id
WHERE ${steps}.date IS NOT NULL GROUP BY ${steps}.thread_id, ${steps}.service`;

/** What is told of threads by their steps. A paper that was read only in part says nothing by its silence. */
const ofSteps = (): string =>
  [
    view(
      'status_counts',
      'How many entries have which status, by paper, plan and pillar',
      `SELECT
  service, -- The service or force
  edition_id AS paper_id, -- The paper the edition is read from
  date, -- Date of the edition
  plan, -- Name of the plan as printed
  pillar, -- effectiveness, efficiency or people; null where not said
  status_value, -- The status; null where not said
  count(*) AS entries -- How many entries
FROM steps GROUP BY service, edition_id, date, plan, pillar, status_value`,
    ),
    view('promises', 'First promised date of each thread against the latest', promisesOf('steps')),
    view('silences', 'How long the progress text of each thread has stayed the same', silencesOf('steps')),
  ].join('\n');

/** A cause of concern's recommendations close one by one; the cause itself is closed where the paper says so of it. */
const causes = (): string =>
  view(
    'causes',
    'Causes of concern, one a row, with how many of their recommendations or actions are ended and open',
    `SELECT
  service, -- Official name of the service or force
  plan, -- Name of the plan, as printed
  cause, -- The cause of concern, in the words of its latest paper
  max(date) AS date, -- When any of it was last reported
  count(*) FILTER (WHERE is_part) AS recommendations, -- How many recommendations or actions it has
  count(*) FILTER (WHERE is_part AND ended = 1) AS ended, -- How many of them need nothing more
  count(*) FILTER (WHERE is_part AND open = 1) AS open, -- How many of them are listed and not ended
  max(status_value) FILTER (WHERE NOT is_part) AS status_value -- What the paper says of the cause itself; null where it says nothing: a cause can be open when all of it is done
FROM (SELECT *, kind IS NOT 'cause_of_concern' OR action IS NOT NULL AS is_part FROM current WHERE cause IS NOT NULL)
GROUP BY service, plan, cause`,
  );

/** A view in the place of the one before. @param select each column on a line that ends with its name and its meaning */
const view = (name: string, meaning: string, select: string): string =>
  explained(`DELETE FROM about WHERE table_name = '${name}';
DROP VIEW IF EXISTS ${name};
CREATE VIEW ${name} AS -- ${meaning}
${select};`);

/** What the fields' own columns in the tables mean. */
function tableMeanings(): string {
  const ofFields = entryFieldRows.flatMap(([, { kind, of, columns }]) =>
    kind === 'updates' || of === 'plans' ? [] : columns.map((own) => said(of, own.name, inFull(own))),
  );
  return [...ofFields, ...paperFieldRows.map(([, { column: own }]) => said('papers', own.name, inFull(own)))].join(
    '\n',
  );
}

/** The register of services, forces and those who speak for them, as this version has it. */
const knownServices = (): string =>
  [
    filled(
      'services',
      ['name', 'code', 'kind', 'governance'],
      codedOrganisations.map(({ name, code, kind, governance = null }) => [name, code, kind, governance]),
    ),
    filled(
      'authorities',
      ['name', 'service', 'from_date', 'to_date'],
      authorities.map(({ name, service, from, to }) => [name, service, from, to]),
    ),
  ].join('\n');

/** The rounds of inspections, and the questions of those whose wordings are known. */
const inspections = (): string =>
  [
    'DELETE FROM inspection_questions;',
    filled(
      'inspection_rounds',
      ['round', 'questions'],
      rounds.map(({ round, questions: count }) => [round, String(count)]),
    ),
    filled(
      'inspection_questions',
      ['round', 'question', 'number', 'pillar', 'wording'],
      rounds
        .filter(({ worded }) => worded)
        .flatMap(({ round }) =>
          questions.map(({ question, number, pillar, wordings: [wording = ''] }) => [
            round,
            question,
            number,
            pillar,
            wording,
          ]),
        ),
    ),
  ].join('\n');

/** A table's rows in the place of those it has. */
const filled = (table: string, columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string =>
  [
    `DELETE FROM ${table};`,
    ...rows.map((row) => `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${row.map(literal).join(', ')});`),
  ].join('\n');

const inFull = ({ meaning, values = [] }: Pick<Column, 'meaning' | 'values'>): string =>
  values.length === 0 ? meaning : `${meaning}: ${values.join(', ')}`;

/** Every column on a line that ends with its name and, behind that, what it means. */
function selectOf(columns: readonly ViewColumn[], from: string): string {
  const lines = columns.map(
    (own, index) => `${own.select} AS ${own.name}${index < columns.length - 1 ? ',' : ''} -- ${inFull(own)}`,
  );
  return `SELECT\n  ${lines.join('\n  ')}\nFROM ${from}`;
}
