/** What people said of papers and entries, kept apart from what was read; and the latest state of every thread. */
export const sql = `
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL CHECK (verdict IN ('corrected', 'accepted', 'rejected', 'forgotten')),
  paper_id TEXT NOT NULL,
  file TEXT NOT NULL,
  entry_id TEXT,
  field TEXT,
  value TEXT CHECK (json_valid(value)),
  read TEXT CHECK (json_valid(read)),
  why TEXT,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  undone TEXT,
  undone_by TEXT,
  replaced_by INTEGER REFERENCES corrections
) STRICT;
CREATE INDEX corrections_of_entry ON corrections (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX corrections_of_paper ON corrections (paper_id);

CREATE TABLE latest_entries (
  thread_id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE,
  shown_entry_id TEXT NOT NULL,
  service TEXT,
  edition_id TEXT NOT NULL,
  date TEXT,
  status_value TEXT,
  timescale_end TEXT,
  ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
  gone TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX latest_by_service ON latest_entries (service, status_value, timescale_end);
CREATE INDEX latest_by_due ON latest_entries (timescale_end, ended);

ALTER TABLE papers ADD COLUMN no_paper TEXT;

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('papers', 'no_paper', 'Why the file is no paper on a plan and counts nowhere; null for a paper'),
  ('corrections', '', 'What people said of papers, entries and their values; it outlasts every reading. boardtrail fix writes it'),
  ('corrections', 'id', 'Number of the row, counting up'),
  ('corrections', 'verdict', 'corrected (the value is another), accepted (it is as read), rejected (this is no entry, or no paper) or forgotten (the paper was taken out and stays out)'),
  ('corrections', 'paper_id', 'The paper; it may not be stored any more'),
  ('corrections', 'file', 'Name of its file when that was said'),
  ('corrections', 'entry_id', 'The entry; null where it is said of the paper. With a ~ at its end: no entry of the present reading is that one'),
  ('corrections', 'field', 'The field, by its name in the JSON shapes; null where it is said of the whole'),
  ('corrections', 'value', 'JSON: the value as the person gave it'),
  ('corrections', 'read', 'JSON: what the reader last made of it'),
  ('corrections', 'why', 'Why, in the person''s words'),
  ('corrections', 'who', 'Who said so'),
  ('corrections', 'at', 'When, ISO 8601 in UTC'),
  ('corrections', 'undone', 'When it was taken back, ISO 8601 in UTC; null while it stands'),
  ('corrections', 'undone_by', 'Who took it back'),
  ('corrections', 'replaced_by', 'The later word on the same value that took its place'),
  ('latest_entries', '', 'The latest state of each thread, for the view current; derived'),
  ('latest_entries', 'thread_id', 'The thread'),
  ('latest_entries', 'entry_id', 'Its latest entry'),
  ('latest_entries', 'shown_entry_id', 'The same entry in a form of the paper that has pages, where there is one'),
  ('latest_entries', 'service', 'The service or force'),
  ('latest_entries', 'edition_id', 'The edition'),
  ('latest_entries', 'date', 'Date of the edition; null where nothing dates it'),
  ('latest_entries', 'status_value', 'Its status'),
  ('latest_entries', 'timescale_end', 'Last day of when it is due'),
  ('latest_entries', 'ended', '1 where nothing more is to be done: see current.ended'),
  ('latest_entries', 'gone', 'What became of it in the first paper that has it no more: see current.gone');
`;
