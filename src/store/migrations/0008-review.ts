/** What people said of papers and entries, kept apart from what was read; and the latest state of every thread. */
export const sql = `
CREATE TABLE corrections ( -- What people said of papers, entries and their values; it outlasts every reading. boardtrail fix writes it
  id INTEGER PRIMARY KEY, -- Number of the row, counting up
  verdict TEXT NOT NULL CHECK (verdict IN ('corrected', 'accepted', 'rejected', 'forgotten')), -- corrected (the value is another), accepted (it is as read), rejected (this is no entry, or no paper) or forgotten (the paper was taken out and stays out)
  paper_id TEXT NOT NULL, -- The paper; it may not be stored any more
  file TEXT NOT NULL, -- Name of its file when that was said
  entry_id TEXT, -- The entry; null where it is said of the paper. With a ~ at its end: no entry of the present reading is that one
  field TEXT, -- The field, by its name in the JSON shapes; null where it is said of the whole
  value TEXT CHECK (json_valid(value)), -- JSON: the value as the person gave it
  read TEXT CHECK (json_valid(read)), -- JSON: what the reader last made of it
  why TEXT, -- Why, in the person's words
  who TEXT NOT NULL, -- Who said so
  at TEXT NOT NULL, -- When, ISO 8601 in UTC
  undone TEXT, -- When it was taken back, ISO 8601 in UTC; null while it stands
  undone_by TEXT, -- Who took it back
  replaced_by INTEGER REFERENCES corrections -- The later word on the same value that took its place
) STRICT;
CREATE INDEX corrections_of_entry ON corrections (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX corrections_of_paper ON corrections (paper_id);

CREATE TABLE latest_entries ( -- The latest state of each thread, for the view current; derived
  thread_id TEXT PRIMARY KEY, -- The thread
  entry_id TEXT NOT NULL UNIQUE, -- Its latest entry
  shown_entry_id TEXT NOT NULL, -- The same entry in a form of the paper that has pages, where there is one
  service TEXT, -- The service or force
  edition_id TEXT NOT NULL, -- The edition
  date TEXT, -- Date of the edition; null where nothing dates it
  status_value TEXT, -- Its status
  timescale_end TEXT, -- Last day of when it is due
  ended INTEGER NOT NULL CHECK (ended IN (0, 1)), -- 1 where nothing more is to be done: see current.ended
  gone TEXT -- What became of it in the first paper that has it no more: see current.gone
) STRICT, WITHOUT ROWID;
CREATE INDEX latest_by_service ON latest_entries (service, status_value, timescale_end);
CREATE INDEX latest_by_due ON latest_entries (timescale_end, ended);

ALTER TABLE papers ADD COLUMN no_paper TEXT; -- Why the file is no paper on a plan and counts nowhere; null for a paper
`;
