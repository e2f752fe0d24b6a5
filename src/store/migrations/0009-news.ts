/** News is told a paper at a time, and what was there when a source was first looked at is none. */
export const sql = `
ALTER TABLE source_papers ADD COLUMN baseline INTEGER NOT NULL DEFAULT 0 CHECK (baseline IN (0, 1)); -- 1 where it was there already when the source was first looked at: it is no news

CREATE TABLE news (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('paper', 'replaced', 'baseline')),
  service TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  items TEXT NOT NULL,
  date TEXT,
  paper_id TEXT,
  from_paper_id TEXT,
  address TEXT,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  revision INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO news
  SELECT id, row_number() OVER (ORDER BY updated, id), kind, service, title, text, '[]', date, paper_id, from_paper_id,
    address, created, updated, revision, withdrawn
  FROM tellings WHERE kind <> 'change';
DELETE FROM told WHERE telling_id IN (SELECT id FROM tellings WHERE kind = 'change');
DROP TABLE tellings;
ALTER TABLE news RENAME TO tellings;

ALTER TABLE channels ADD COLUMN from_number INTEGER NOT NULL DEFAULT 0; -- News with numbers up to this one is not sent there
UPDATE channels SET from_number = (SELECT count(*) FROM tellings WHERE updated < channels.since);

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('tellings', 'number', 'Rises with every piece of news and every edit of one, whatever the clock says'),
  ('tellings', 'items', 'What changed with the paper, worst first: a JSON list of kind, sentence, page and address');
UPDATE about SET meaning = 'News as it is told: one piece a paper, with all that changed with it'
WHERE table_name = 'tellings' AND column_name = '';
UPDATE about SET meaning = 'paper (a new one), replaced (in place of another) or baseline (a source that is looked at for the first time)'
WHERE table_name = 'tellings' AND column_name = 'kind';
UPDATE about SET meaning = 'Some sentences' WHERE table_name = 'tellings' AND column_name = 'text';
UPDATE about SET meaning = 'The paper; null for a baseline' WHERE table_name = 'tellings' AND column_name = 'paper_id';
UPDATE about SET meaning = 'When it was first named' WHERE table_name = 'channels' AND column_name = 'since';
`;
