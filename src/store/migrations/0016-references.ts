/** Full text search finds references, which count for more than other words, and causes of concern. */
export const sql = `
DROP TABLE entries_search;
CREATE VIRTUAL TABLE entries_search USING fts5 (
  entry_id UNINDEXED, ref, finding, cause, summary, theme, action, progress, updates, future, lead, extra,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO entries_search (entries_search, rank) VALUES ('rank', 'bm25(0.0, 10.0)');
INSERT INTO entries_search (rowid, entry_id, ref, finding, cause, summary, theme, action, progress, updates, future, lead, extra)
SELECT actions.id, entry_id, ref, finding, cause, summary, theme, action, progress,
  (SELECT group_concat(period || ': ' || text, char(10)) FROM updates WHERE action_id = actions.id),
  future, lead, (SELECT group_concat(key || ': ' || value, char(10)) FROM json_each(extra))
FROM actions JOIN findings ON findings.id = finding_id;

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('entries_search', 'ref', 'Searched; counts ten times as much as other words'),
  ('entries_search', 'cause', 'Searched');
`;
