/** Threads through successive papers, what changed on them, and what follows from it. All but `decisions` is derived. */
export const sql = `
CREATE TABLE editions (
  paper_id TEXT PRIMARY KEY,
  edition_id TEXT NOT NULL,
  service TEXT,
  position INTEGER NOT NULL,
  source INTEGER NOT NULL,
  date TEXT,
  run_id INTEGER NOT NULL,
  stamp TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX editions_by_service ON editions (service, position);
CREATE INDEX editions_by_edition ON editions (edition_id);

CREATE TABLE reports (
  edition_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  track TEXT NOT NULL,
  plan TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  PRIMARY KEY (edition_id, track, plan)
) STRICT, WITHOUT ROWID;

CREATE TABLE thread_entries (
  entry_id TEXT PRIMARY KEY,
  thread_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_entries_by_thread ON thread_entries (thread_id);

CREATE TABLE thread_names (
  former_id TEXT PRIMARY KEY,
  thread_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  edition_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  to_entry_id TEXT NOT NULL,
  from_entry_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('same', 'split', 'merged')),
  score REAL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  made_by TEXT NOT NULL CHECK (made_by IN ('rule', 'person')),
  PRIMARY KEY (edition_id, to_entry_id, from_entry_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidates (
  edition_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  to_entry_id TEXT NOT NULL,
  from_entry_id TEXT NOT NULL,
  score REAL NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  PRIMARY KEY (edition_id, to_entry_id, from_entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
  from_entry_id TEXT NOT NULL,
  to_entry_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  decided TEXT NOT NULL,
  PRIMARY KEY (from_entry_id, to_entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  edition_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  position INTEGER NOT NULL,
  thread_id TEXT NOT NULL,
  from_paper_id TEXT,
  to_paper_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  field TEXT,
  before TEXT,
  after TEXT,
  before_places TEXT NOT NULL CHECK (json_valid(before_places)),
  after_places TEXT NOT NULL CHECK (json_valid(after_places)),
  inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
  evidence TEXT,
  sentence TEXT NOT NULL,
  UNIQUE (edition_id, position)
) STRICT;
CREATE INDEX changes_by_thread ON changes (thread_id);

CREATE VIEW dropped AS
SELECT changes.thread_id, editions.service, editions.date, changes.to_paper_id AS paper_id, changes.before, changes.sentence
FROM changes JOIN editions ON editions.paper_id = changes.edition_id WHERE changes.kind = 'dropped';

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('editions', '', 'Every paper that is followed: which edition it belongs to (the same paper in two formats is one edition)'),
  ('editions', 'paper_id', 'The paper'),
  ('editions', 'edition_id', 'The edition: the id of the paper that changes are told from'),
  ('editions', 'service', 'The service or force; null where the paper does not say, and then it is followed alone'),
  ('editions', 'position', 'Order of the edition among the service''s, by date, from 1'),
  ('editions', 'source', '1 for the paper the edition is read from, 2 and up for its other forms'),
  ('editions', 'date', 'What the edition is placed by: the date of its data, else of its meeting, else in its file''s name; null where nothing dates it, and then no change is derived from it'),
  ('editions', 'run_id', 'The run whose reading of the paper was followed'),
  ('editions', 'stamp', 'Digest of all that the links up to this edition were made from'),
  ('reports', '', 'The plans each edition reports on'),
  ('reports', 'edition_id', 'The edition'),
  ('reports', 'track', 'Name for one plan through all of a service''s editions, whatever each calls it'),
  ('reports', 'plan', 'Name of the plan as this edition prints it'),
  ('reports', 'state', 'closed where the edition says or proposes that the plan ends, else open'),
  ('thread_entries', '', 'The thread of every entry; kept when a paper is removed, so that it comes back to its threads'),
  ('thread_entries', 'entry_id', 'The entry'),
  ('thread_entries', 'thread_id', 'Its thread'),
  ('thread_names', '', 'Former ids of threads: where a paper that came late showed two threads to be one, both ids lead to it'),
  ('thread_names', 'former_id', 'The id that is not used any more'),
  ('thread_names', 'thread_id', 'The thread it leads to'),
  ('links', '', 'Entries of different editions that belong together, and why'),
  ('links', 'edition_id', 'The later entry''s edition'),
  ('links', 'to_entry_id', 'The later entry'),
  ('links', 'from_entry_id', 'The earlier entry'),
  ('links', 'kind', 'same (the entry goes on), split (the later is a part of the earlier) or merged (the earlier went into the later)'),
  ('links', 'score', 'Sum of the weights of evidence, as natural logarithms of odds; null where a person decided'),
  ('links', 'reasons', 'JSON array of what spoke for and against'),
  ('links', 'made_by', 'rule or person'),
  ('candidates', '', 'Entries that may belong together, for a person to decide: boardtrail threads'),
  ('candidates', 'edition_id', 'The later entry''s edition'),
  ('candidates', 'to_entry_id', 'The later entry'),
  ('candidates', 'from_entry_id', 'The earlier entry'),
  ('candidates', 'score', 'Sum of the weights of evidence, as natural logarithms of odds'),
  ('candidates', 'reasons', 'JSON array of what spoke for and against'),
  ('decisions', '', 'What a person said of two entries; outranks all evidence'),
  ('decisions', 'from_entry_id', 'The earlier entry'),
  ('decisions', 'to_entry_id', 'The later entry'),
  ('decisions', 'verdict', 'same or different'),
  ('decisions', 'decided', 'When, ISO 8601 in UTC'),
  ('changes', '', 'What happened on a thread between one edition and the next'),
  ('changes', 'id', 'Number of the row; not kept'),
  ('changes', 'edition_id', 'The edition that shows it'),
  ('changes', 'position', 'Order in that edition, from 1'),
  ('changes', 'thread_id', 'The thread'),
  ('changes', 'from_paper_id', 'The paper before'),
  ('changes', 'to_paper_id', 'The paper that shows it'),
  ('changes', 'kind', 'added, dropped, retired, completed, closed, deferred, reopened, status_changed, slipped, brought_forward, timescale_changed, lead_changed, reworded, progress_updated, rag_changed, split, merged or moved'),
  ('changes', 'field', 'The field that changed; null where the whole entry came or went'),
  ('changes', 'before', 'The earlier paper''s words'),
  ('changes', 'after', 'The later paper''s words'),
  ('changes', 'before_places', 'JSON array of where the earlier words stand'),
  ('changes', 'after_places', 'JSON array of where the later words stand'),
  ('changes', 'inferred', '1 where the paper says so of the plan as a whole and not of this entry'),
  ('changes', 'evidence', 'The sentence the inference rests on'),
  ('changes', 'sentence', 'The change in plain English'),
  ('status_counts', '', 'How many entries have which status, by paper, plan and pillar'),
  ('status_counts', 'service', 'The service or force'),
  ('status_counts', 'paper_id', 'The paper the edition is read from'),
  ('status_counts', 'date', 'Date of the edition'),
  ('status_counts', 'plan', 'Name of the plan as printed'),
  ('status_counts', 'pillar', 'effectiveness, efficiency or people; null where not said'),
  ('status_counts', 'status_value', 'The status; null where not said'),
  ('status_counts', 'entries', 'How many entries'),
  ('promises', '', 'First promised date of each thread against the latest'),
  ('promises', 'thread_id', 'The thread'),
  ('promises', 'service', 'The service or force'),
  ('promises', 'first_raw', 'The date first promised, as printed'),
  ('promises', 'first_end', 'Its last day'),
  ('promises', 'latest_raw', 'The latest date promised, as printed'),
  ('promises', 'latest_end', 'Its last day'),
  ('promises', 'slip_days', 'Days from the first to the latest; below 0 where it was brought forward'),
  ('promises', 'slips', 'How often it slipped'),
  ('silences', '', 'How long the progress text of each thread has stayed the same'),
  ('silences', 'thread_id', 'The thread'),
  ('silences', 'service', 'The service or force'),
  ('silences', 'papers_since_progress', 'How many papers have shown it since its progress text last changed'),
  ('dropped', '', 'Entries that went without having been finished'),
  ('dropped', 'thread_id', 'The thread'),
  ('dropped', 'service', 'The service or force'),
  ('dropped', 'date', 'Date of the edition that does not have it any more'),
  ('dropped', 'paper_id', 'That edition''s paper'),
  ('dropped', 'before', 'The words that named it'),
  ('dropped', 'sentence', 'The same in plain English');
`;
