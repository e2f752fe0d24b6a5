import { type EntryFieldRow, entryFieldRows, paperFieldRows } from '../model/fields.ts';
import { storedColumn } from './entry-columns.ts';

/**
 * The views that are made of the fields, and what `about` says of each field's columns: made anew after every
 * migration, so that a field's row in `src/model/fields.ts` is all that a view knows of it.
 */
export function fieldViews(): string {
  const paper = paperFieldRows.map(([, { column }]) => column).filter(({ name }) => inEntries.has(name));
  return `
DROP VIEW IF EXISTS entries;
CREATE VIEW entries AS
SELECT
  actions.entry_id AS id,
  actions.paper_id,
  papers.file,
  ${paper.map(({ name }) => (name === 'as_at' ? 'coalesce(plans.as_at, papers.as_at) AS as_at' : `papers.${name}`)).join(',\n  ')},
  ${entryFieldRows.flatMap(([, field]) => selectsOf(field)).join(',\n  ')},
  (SELECT page FROM places WHERE action_id = actions.id ORDER BY id LIMIT 1) AS page,
  (SELECT path FROM places WHERE action_id = actions.id ORDER BY id LIMIT 1) AS place,
  actions.confidence
FROM actions
JOIN findings ON findings.id = actions.finding_id
JOIN papers ON papers.id = actions.paper_id
LEFT JOIN plans ON plans.id = findings.plan_id;
${meanings()
  .map(([table, column, meaning]) => said(table, column, meaning))
  .join('\n')}`;
}

const inEntries: ReadonlySet<string> = new Set(['service', 'body', 'meeting_date', 'as_at']);

function selectsOf({ kind, of, columns }: EntryFieldRow): readonly string[] {
  if (kind !== 'updates') return columns.map((column) => `${storedColumn(of, column)} AS ${column.name}`);
  return columns.map(
    ({ name }) => `(SELECT group_concat(line, char(10)) FROM (
    SELECT period || ': ' || text AS line FROM updates WHERE action_id = actions.id ORDER BY position
  )) AS ${name}`,
  );
}

function meanings(): readonly (readonly [table: string, column: string, meaning: string])[] {
  const ofFields = entryFieldRows.flatMap(([, { kind, of, columns }]) =>
    columns.flatMap(({ name, meaning, values = [] }) => {
      const words = values.length === 0 ? meaning : `${meaning}: ${values.join(', ')}`;
      return [
        ['entries', name, words] as const,
        ...(kind === 'updates' || of === 'plans' ? [] : [[of, name, words] as const]),
      ];
    }),
  );
  return [
    ...ofFields,
    ...paperFieldRows.map(([, { column }]) => ['papers', column.name, column.meaning] as const),
    ['entries', 'confidence', 'JSON object: how sure the reader is of each value, by field, 0 to 1'],
  ];
}

const said = (table: string, column: string, meaning: string): string =>
  `INSERT OR REPLACE INTO about (table_name, column_name, meaning) VALUES (${[table, column, meaning]
    .map((text) => `'${text.replaceAll("'", "''")}'`)
    .join(', ')});`;
