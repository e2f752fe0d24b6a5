/** Papers, what they say, and where each value stands. What each table and column means stands behind it. */
export const sql = `
CREATE TABLE about ( -- What every table, view and column means; the row of a table or view itself has an empty column_name
  table_name TEXT NOT NULL, -- Name of a table or view
  column_name TEXT NOT NULL, -- Name of its column, or empty
  meaning TEXT NOT NULL, -- A sentence
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs ( -- Every run of boardtrail that could write to this database; one without "finished" was stopped on its way or is still going
  id INTEGER PRIMARY KEY, -- Number of the run, counting up
  command TEXT NOT NULL, -- The command that ran
  started TEXT NOT NULL, -- When it began, ISO 8601 in UTC
  finished TEXT, -- When it ended, ISO 8601 in UTC
  extractor TEXT NOT NULL, -- Which version of the reader, with which options, it read papers with
  files INTEGER, -- How many files it found
  read INTEGER, -- How many papers it read and stored, those read in part or failed among them
  known INTEGER, -- How many files held bytes that were stored already
  partial INTEGER, -- How many of its files are papers that were read only in part, now or before
  failed INTEGER, -- How many of its files could not be read, now or before
  exit_code INTEGER -- 0 all well, 3 some papers failed or were read only in part
) STRICT;

CREATE TABLE papers ( -- One row a published document, known by its bytes; failed ones too
  id TEXT PRIMARY KEY CHECK (length(id) = 64), -- sha256 of the bytes, lower-case hex
  file TEXT NOT NULL, -- Name of the file it was first read from
  format TEXT, -- pdf, docx, html or text, told by the bytes; null where unknown
  pages INTEGER, -- How many pages it has; null where the format has none
  service TEXT,
  title TEXT,
  body TEXT,
  meeting_date TEXT,
  as_at TEXT,
  agenda_item TEXT,
  author TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'partial', 'failed')), -- ok, partial (some of it could not be read: see issues) or failed (none of it: see issues)
  size INTEGER NOT NULL, -- Length of the file in bytes
  extractor TEXT NOT NULL, -- Which version of the reader, with which options, read it
  run_id INTEGER NOT NULL REFERENCES runs -- The run that read it
) STRICT, WITHOUT ROWID;
CREATE INDEX papers_by_service ON papers (service, as_at);

CREATE TABLE paper_bytes ( -- The documents themselves, so that a better reader can read them again
  paper_id TEXT PRIMARY KEY REFERENCES papers ON DELETE CASCADE, -- The paper
  deflated BLOB NOT NULL -- Its bytes, compressed as a zlib stream (RFC 1950)
) STRICT;

CREATE TABLE sources ( -- Where the bytes of a paper were seen; one paper can be seen at several addresses, and one address can hold several papers over time
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The paper
  address TEXT NOT NULL, -- Absolute path of a file, or a web address
  run_id INTEGER NOT NULL REFERENCES runs, -- The run that first saw it there
  PRIMARY KEY (paper_id, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_by_address ON sources (address);

CREATE TABLE unread_files ( -- Files whose bytes could not be had when last looked at, so that they are no papers yet
  address TEXT PRIMARY KEY, -- Absolute path of the file
  code TEXT NOT NULL, -- Why, in the form area/what
  message TEXT NOT NULL, -- Why, and what to do
  run_id INTEGER NOT NULL REFERENCES runs -- The run that last said so
) STRICT, WITHOUT ROWID;

CREATE TABLE plans ( -- The improvement or action plans a paper reports on
  id INTEGER PRIMARY KEY, -- Number of the row; not kept when the paper is read again
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The paper
  position INTEGER NOT NULL, -- Order in the paper, from 1
  name TEXT NOT NULL, -- Name of the plan, as printed
  as_at TEXT, -- Date its data stands at, ISO 8601, shorter where the paper gives no more
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')), -- closed where the paper says or proposes that the plan ends, else open
  UNIQUE (paper_id, position)
) STRICT;

CREATE TABLE findings ( -- What HMICFRS said, or the theme the paper puts its actions under; each has one action or more
  id INTEGER PRIMARY KEY, -- Number of the row; not kept when the paper is read again
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The paper
  plan_id INTEGER REFERENCES plans ON DELETE CASCADE, -- The plan it stands in; null where the paper names none
  position INTEGER NOT NULL, -- Order in the paper, from 1
  kind TEXT,
  pillar TEXT,
  finding TEXT,
  summary TEXT,
  theme TEXT,
  UNIQUE (paper_id, position)
) STRICT;
CREATE INDEX findings_by_plan ON findings (plan_id);

CREATE TABLE actions ( -- What the service does about a finding; one row is one entry, see the view entries
  id INTEGER PRIMARY KEY, -- Number of the row, and rowid in entries_search; not kept when the paper is read again
  entry_id TEXT NOT NULL UNIQUE, -- Lasting id of the entry: first 16 digits of the paper's id, and its position
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The paper
  finding_id INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE, -- The finding it answers
  position INTEGER NOT NULL, -- Order in the paper, from 1
  ref TEXT,
  action TEXT,
  progress TEXT,
  future TEXT,
  timescale_raw TEXT,
  timescale_start TEXT,
  timescale_end TEXT,
  timescale_precision TEXT,
  status_raw TEXT,
  status_value TEXT,
  rag_raw TEXT,
  rag_value TEXT,
  rag_from TEXT,
  lead TEXT,
  percent REAL,
  extra TEXT NOT NULL CHECK (json_valid(extra)),
  UNIQUE (paper_id, position)
) STRICT;
CREATE INDEX actions_by_finding ON actions (finding_id);

CREATE TABLE updates ( -- Progress under a column or label for one period
  action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE, -- The action
  position INTEGER NOT NULL, -- Order in the paper, from 1
  period TEXT NOT NULL, -- The period, as printed
  text TEXT NOT NULL, -- The progress, as printed
  PRIMARY KEY (action_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements ( -- Sentences about a whole plan that say something of its entries
  id INTEGER PRIMARY KEY, -- Number of the row; not kept when the paper is read again
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The paper
  position INTEGER NOT NULL, -- Order in the paper, from 1
  kind TEXT NOT NULL, -- rest_complete, plan_closed or count
  plan TEXT, -- Name of the plan; null where the sentence does not tell
  text TEXT NOT NULL, -- The paper's own sentence
  count REAL, -- For a count: how many
  total REAL, -- For a count: of how many; null where not said
  status TEXT, -- For a count: which status they have
  UNIQUE (paper_id, position)
) STRICT;

CREATE TABLE issues ( -- What was not understood, was odd or was lost in a paper
  id INTEGER PRIMARY KEY, -- Number of the row; not kept when the paper is read again
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The paper
  position INTEGER NOT NULL, -- Order in which they were found, from 1
  code TEXT NOT NULL, -- What kind of issue, in the form area/what
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')), -- error (part of the paper could not be read), warning (a person should look) or info
  message TEXT NOT NULL, -- What was found, and what to do
  path TEXT, -- Where: see places.path; null where it is about the whole paper
  page INTEGER, -- Page, from 1
  x0 REAL, -- Left edge, in points from the left of the page
  y0 REAL, -- Top edge, in points from the top of the page
  x1 REAL, -- Right edge, in points from the left of the page
  y1 REAL, -- Bottom edge, in points from the top of the page
  UNIQUE (paper_id, position)
) STRICT;
CREATE INDEX issues_by_code ON issues (code);

CREATE TABLE places ( -- Where each value stands in its paper; a value cut by a page break has several
  id INTEGER PRIMARY KEY, -- Number of the row; not kept when the paper is read again
  action_id INTEGER REFERENCES actions ON DELETE CASCADE, -- The action whose value it is (values of its finding are given for each action), or null
  statement_id INTEGER REFERENCES statements ON DELETE CASCADE, -- The statement it is the place of, or null
  paper_id TEXT REFERENCES papers ON DELETE CASCADE, -- The paper whose own value (service, title, …) it is, or null
  field TEXT NOT NULL, -- Which value, by its name in the JSON shapes: progress, timescale, meetingDate, …
  position INTEGER NOT NULL, -- Order among the places of one value, from 1
  path TEXT NOT NULL, -- Path in the document, counting from 1: h3 heading, p7 paragraph, l2/i4 item of a list, t1/r4/c2 table, row and column, f1 running header or footer, meta/title
  page INTEGER, -- Page, from 1; null where the format has no pages
  x0 REAL, -- Left edge, in points from the left of the page as a reader sees it
  y0 REAL, -- Top edge, in points from the top of the page
  x1 REAL, -- Right edge, in points from the left of the page
  y1 REAL, -- Bottom edge, in points from the top of the page
  CHECK ((action_id IS NOT NULL) + (statement_id IS NOT NULL) + (paper_id IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX places_of_action ON places (action_id, field, position) WHERE action_id IS NOT NULL;
CREATE UNIQUE INDEX places_of_statement ON places (statement_id, field, position) WHERE statement_id IS NOT NULL;
CREATE UNIQUE INDEX places_of_paper ON places (paper_id, field, position) WHERE paper_id IS NOT NULL;

CREATE VIRTUAL TABLE entries_search USING fts5 ( -- Full text: SELECT entries.* FROM entries_search JOIN entries ON entries.id = entry_id WHERE entries_search MATCH 'smoke alarms' ORDER BY rank
  entry_id UNINDEXED, finding, summary, theme, action, progress, updates, future, lead, extra,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER actions_leave_search AFTER DELETE ON actions BEGIN
  DELETE FROM entries_search WHERE rowid = old.id;
END;

INSERT INTO about VALUES ('entries_search', 'entry_id', 'Lasting id of the entry');
INSERT INTO about SELECT 'entries_search', name, 'Searched' FROM pragma_table_info('entries_search') WHERE name <> 'entry_id';
`;
