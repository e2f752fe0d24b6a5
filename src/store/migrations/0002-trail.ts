/** Threads through successive papers, what changed on them, and what follows from it. All but `decisions` is derived. */
export const sql = `
CREATE TABLE editions ( -- Every paper that is followed: which edition it belongs to (the same paper in two formats is one edition)
  paper_id TEXT PRIMARY KEY, -- The paper
  edition_id TEXT NOT NULL, -- The edition: the id of the paper that changes are told from
  service TEXT, -- The service or force; null where the paper does not say, and then it is followed alone
  position INTEGER NOT NULL, -- Order of the edition among the service's, by date, from 1
  source INTEGER NOT NULL, -- 1 for the paper the edition is read from, 2 and up for its other forms
  date TEXT, -- What the edition is placed by: the date of its data, else of its meeting, else in its file's name; null where nothing dates it, and then no change is derived from it
  run_id INTEGER NOT NULL, -- The run whose reading of the paper was followed
  stamp TEXT NOT NULL -- Digest of all that the links up to this edition were made from
) STRICT, WITHOUT ROWID;
CREATE INDEX editions_by_service ON editions (service, position);
CREATE INDEX editions_by_edition ON editions (edition_id);

CREATE TABLE reports ( -- The plans each edition reports on
  edition_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The edition
  track TEXT NOT NULL, -- Name for one plan through all of a service's editions, whatever each calls it
  plan TEXT NOT NULL, -- Name of the plan as this edition prints it
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')), -- closed where the edition says or proposes that the plan ends, else open
  PRIMARY KEY (edition_id, track, plan)
) STRICT, WITHOUT ROWID;

CREATE TABLE thread_entries ( -- The thread of every entry; kept when a paper is removed, so that it comes back to its threads
  entry_id TEXT PRIMARY KEY, -- The entry
  thread_id TEXT NOT NULL -- Its thread
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_entries_by_thread ON thread_entries (thread_id);

CREATE TABLE thread_names ( -- Former ids of threads: where a paper that came late showed two threads to be one, both ids lead to it
  former_id TEXT PRIMARY KEY, -- The id that is not used any more
  thread_id TEXT NOT NULL -- The thread it leads to
) STRICT, WITHOUT ROWID;

CREATE TABLE links ( -- Entries of different editions that belong together, and why
  edition_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The later entry's edition
  to_entry_id TEXT NOT NULL, -- The later entry
  from_entry_id TEXT NOT NULL, -- The earlier entry
  kind TEXT NOT NULL CHECK (kind IN ('same', 'split', 'merged')), -- same (the entry goes on), split (the later is a part of the earlier) or merged (the earlier went into the later)
  score REAL, -- Sum of the weights of evidence, as natural logarithms of odds; null where a person decided
  reasons TEXT NOT NULL CHECK (json_valid(reasons)), -- JSON array of what spoke for and against
  made_by TEXT NOT NULL CHECK (made_by IN ('rule', 'person')), -- rule or person
  PRIMARY KEY (edition_id, to_entry_id, from_entry_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidates ( -- Entries that may belong together, for a person to decide: boardtrail threads
  edition_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The later entry's edition
  to_entry_id TEXT NOT NULL, -- The later entry
  from_entry_id TEXT NOT NULL, -- The earlier entry
  score REAL NOT NULL, -- Sum of the weights of evidence, as natural logarithms of odds
  reasons TEXT NOT NULL CHECK (json_valid(reasons)), -- JSON array of what spoke for and against
  PRIMARY KEY (edition_id, to_entry_id, from_entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions ( -- What a person said of two entries; outranks all evidence
  from_entry_id TEXT NOT NULL, -- The earlier entry
  to_entry_id TEXT NOT NULL, -- The later entry
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')), -- same or different
  decided TEXT NOT NULL, -- When, ISO 8601 in UTC
  PRIMARY KEY (from_entry_id, to_entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes ( -- What happened on a thread between one edition and the next
  id INTEGER PRIMARY KEY, -- Number of the row; not kept
  edition_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The edition that shows it
  position INTEGER NOT NULL, -- Order in that edition, from 1
  thread_id TEXT NOT NULL, -- The thread
  from_paper_id TEXT, -- The paper before
  to_paper_id TEXT NOT NULL, -- The paper that shows it
  kind TEXT NOT NULL, -- added, dropped, retired, completed, closed, deferred, reopened, status_changed, slipped, brought_forward, timescale_changed, lead_changed, reworded, progress_updated, rag_changed, split, merged or moved
  field TEXT, -- The field that changed; null where the whole entry came or went
  before TEXT, -- The earlier paper's words
  after TEXT, -- The later paper's words
  before_places TEXT NOT NULL CHECK (json_valid(before_places)), -- JSON array of where the earlier words stand
  after_places TEXT NOT NULL CHECK (json_valid(after_places)), -- JSON array of where the later words stand
  inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)), -- 1 where the paper says so of the plan as a whole and not of this entry
  evidence TEXT, -- The sentence the inference rests on
  sentence TEXT NOT NULL, -- The change in plain English
  UNIQUE (edition_id, position)
) STRICT;
CREATE INDEX changes_by_thread ON changes (thread_id);

CREATE VIEW dropped AS -- Entries that went without having been finished
SELECT
  changes.thread_id, -- The thread
  editions.service, -- The service or force
  editions.date, -- Date of the edition that does not have it any more
  changes.to_paper_id AS paper_id, -- That edition's paper
  changes.before, -- The words that named it
  changes.sentence -- The same in plain English
FROM changes JOIN editions ON editions.paper_id = changes.edition_id WHERE changes.kind = 'dropped';
`;
