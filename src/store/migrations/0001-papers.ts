/** Papers, what they say, and where each value stands. Every table and column is explained in `about`. */
export const sql = `
CREATE TABLE about (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  meaning TEXT NOT NULL,
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  extractor TEXT NOT NULL,
  files INTEGER,
  read INTEGER,
  known INTEGER,
  partial INTEGER,
  failed INTEGER,
  exit_code INTEGER
) STRICT;

CREATE TABLE papers (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  file TEXT NOT NULL,
  format TEXT,
  pages INTEGER,
  service TEXT,
  title TEXT,
  body TEXT,
  meeting_date TEXT,
  as_at TEXT,
  agenda_item TEXT,
  author TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'partial', 'failed')),
  size INTEGER NOT NULL,
  extractor TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs
) STRICT, WITHOUT ROWID;
CREATE INDEX papers_by_service ON papers (service, as_at);

CREATE TABLE paper_bytes (
  paper_id TEXT PRIMARY KEY REFERENCES papers ON DELETE CASCADE,
  deflated BLOB NOT NULL
) STRICT;

CREATE TABLE sources (
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  address TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs,
  PRIMARY KEY (paper_id, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_by_address ON sources (address);

CREATE TABLE unread_files (
  address TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs
) STRICT, WITHOUT ROWID;

CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  as_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  UNIQUE (paper_id, position)
) STRICT;

CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  plan_id INTEGER REFERENCES plans ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT,
  pillar TEXT,
  finding TEXT,
  summary TEXT,
  theme TEXT,
  UNIQUE (paper_id, position)
) STRICT;
CREATE INDEX findings_by_plan ON findings (plan_id);

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE,
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  finding_id INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
  position INTEGER NOT NULL,
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

CREATE TABLE updates (
  action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
  position INTEGER NOT NULL,
  period TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (action_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  plan TEXT,
  text TEXT NOT NULL,
  count REAL,
  total REAL,
  status TEXT,
  UNIQUE (paper_id, position)
) STRICT;

CREATE TABLE issues (
  id INTEGER PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  message TEXT NOT NULL,
  path TEXT,
  page INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  UNIQUE (paper_id, position)
) STRICT;
CREATE INDEX issues_by_code ON issues (code);

CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  action_id INTEGER REFERENCES actions ON DELETE CASCADE,
  statement_id INTEGER REFERENCES statements ON DELETE CASCADE,
  paper_id TEXT REFERENCES papers ON DELETE CASCADE,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  page INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  CHECK ((action_id IS NOT NULL) + (statement_id IS NOT NULL) + (paper_id IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX places_of_action ON places (action_id, field, position) WHERE action_id IS NOT NULL;
CREATE UNIQUE INDEX places_of_statement ON places (statement_id, field, position) WHERE statement_id IS NOT NULL;
CREATE UNIQUE INDEX places_of_paper ON places (paper_id, field, position) WHERE paper_id IS NOT NULL;

CREATE VIRTUAL TABLE entries_search USING fts5 (
  entry_id UNINDEXED, finding, summary, theme, action, progress, updates, future, lead, extra,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER actions_leave_search AFTER DELETE ON actions BEGIN
  DELETE FROM entries_search WHERE rowid = old.id;
END;

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('about', '', 'What every table, view and column means; the row of a table or view itself has an empty column_name'),
  ('about', 'table_name', 'Name of a table or view'),
  ('about', 'column_name', 'Name of its column, or empty'),
  ('about', 'meaning', 'A sentence'),
  ('runs', '', 'Every run of boardtrail that could write to this database; one without "finished" was stopped on its way or is still going'),
  ('runs', 'id', 'Number of the run, counting up'),
  ('runs', 'command', 'The command that ran'),
  ('runs', 'started', 'When it began, ISO 8601 in UTC'),
  ('runs', 'finished', 'When it ended, ISO 8601 in UTC'),
  ('runs', 'extractor', 'Which version of the reader, with which options, it read papers with'),
  ('runs', 'files', 'How many files it found'),
  ('runs', 'read', 'How many papers it read and stored, those read in part or failed among them'),
  ('runs', 'known', 'How many files held bytes that were stored already'),
  ('runs', 'partial', 'How many of its files are papers that were read only in part, now or before'),
  ('runs', 'failed', 'How many of its files could not be read, now or before'),
  ('runs', 'exit_code', '0 all well, 3 some papers failed or were read only in part'),
  ('papers', '', 'One row a published document, known by its bytes; failed ones too'),
  ('papers', 'id', 'sha256 of the bytes, lower-case hex'),
  ('papers', 'file', 'Name of the file it was first read from'),
  ('papers', 'format', 'pdf, docx, html or text, told by the bytes; null where unknown'),
  ('papers', 'pages', 'How many pages it has; null where the format has none'),
  ('papers', 'outcome', 'ok, partial (some of it could not be read: see issues) or failed (none of it: see issues)'),
  ('papers', 'size', 'Length of the file in bytes'),
  ('papers', 'extractor', 'Which version of the reader, with which options, read it'),
  ('papers', 'run_id', 'The run that read it'),
  ('paper_bytes', '', 'The documents themselves, so that a better reader can read them again'),
  ('paper_bytes', 'paper_id', 'The paper'),
  ('paper_bytes', 'deflated', 'Its bytes, compressed as a zlib stream (RFC 1950)'),
  ('sources', '', 'Where the bytes of a paper were seen; one paper can be seen at several addresses, and one address can hold several papers over time'),
  ('sources', 'paper_id', 'The paper'),
  ('sources', 'address', 'Absolute path of a file, or a web address'),
  ('sources', 'run_id', 'The run that first saw it there'),
  ('unread_files', '', 'Files whose bytes could not be had when last looked at, so that they are no papers yet'),
  ('unread_files', 'address', 'Absolute path of the file'),
  ('unread_files', 'code', 'Why, in the form area/what'),
  ('unread_files', 'message', 'Why, and what to do'),
  ('unread_files', 'run_id', 'The run that last said so'),
  ('plans', '', 'The improvement or action plans a paper reports on'),
  ('plans', 'id', 'Number of the row; not kept when the paper is read again'),
  ('plans', 'paper_id', 'The paper'),
  ('plans', 'position', 'Order in the paper, from 1'),
  ('plans', 'name', 'Name of the plan, as printed'),
  ('plans', 'as_at', 'Date its data stands at, ISO 8601, shorter where the paper gives no more'),
  ('plans', 'state', 'closed where the paper says or proposes that the plan ends, else open'),
  ('findings', '', 'What HMICFRS said, or the theme the paper puts its actions under; each has one action or more'),
  ('findings', 'id', 'Number of the row; not kept when the paper is read again'),
  ('findings', 'paper_id', 'The paper'),
  ('findings', 'plan_id', 'The plan it stands in; null where the paper names none'),
  ('findings', 'position', 'Order in the paper, from 1'),
  ('actions', '', 'What the service does about a finding; one row is one entry, see the view entries'),
  ('actions', 'id', 'Number of the row, and rowid in entries_search; not kept when the paper is read again'),
  ('actions', 'entry_id', 'Lasting id of the entry: first 16 digits of the paper''s id, and its position'),
  ('actions', 'paper_id', 'The paper'),
  ('actions', 'finding_id', 'The finding it answers'),
  ('actions', 'position', 'Order in the paper, from 1'),
  ('updates', '', 'Progress under a column or label for one period'),
  ('updates', 'action_id', 'The action'),
  ('updates', 'position', 'Order in the paper, from 1'),
  ('updates', 'period', 'The period, as printed'),
  ('updates', 'text', 'The progress, as printed'),
  ('statements', '', 'Sentences about a whole plan that say something of its entries'),
  ('statements', 'id', 'Number of the row; not kept when the paper is read again'),
  ('statements', 'paper_id', 'The paper'),
  ('statements', 'position', 'Order in the paper, from 1'),
  ('statements', 'kind', 'rest_complete, plan_closed or count'),
  ('statements', 'plan', 'Name of the plan; null where the sentence does not tell'),
  ('statements', 'text', 'The paper''s own sentence'),
  ('statements', 'count', 'For a count: how many'),
  ('statements', 'total', 'For a count: of how many; null where not said'),
  ('statements', 'status', 'For a count: which status they have'),
  ('issues', '', 'What was not understood, was odd or was lost in a paper'),
  ('issues', 'id', 'Number of the row; not kept when the paper is read again'),
  ('issues', 'paper_id', 'The paper'),
  ('issues', 'position', 'Order in which they were found, from 1'),
  ('issues', 'code', 'What kind of issue, in the form area/what'),
  ('issues', 'severity', 'error (part of the paper could not be read), warning (a person should look) or info'),
  ('issues', 'message', 'What was found, and what to do'),
  ('issues', 'path', 'Where: see places.path; null where it is about the whole paper'),
  ('issues', 'page', 'Page, from 1'),
  ('issues', 'x0', 'Left edge, in points from the left of the page'),
  ('issues', 'y0', 'Top edge, in points from the top of the page'),
  ('issues', 'x1', 'Right edge, in points from the left of the page'),
  ('issues', 'y1', 'Bottom edge, in points from the top of the page'),
  ('places', '', 'Where each value stands in its paper; a value cut by a page break has several'),
  ('places', 'id', 'Number of the row; not kept when the paper is read again'),
  ('places', 'action_id', 'The action whose value it is (values of its finding are given for each action), or null'),
  ('places', 'statement_id', 'The statement it is the place of, or null'),
  ('places', 'paper_id', 'The paper whose own value (service, title, …) it is, or null'),
  ('places', 'field', 'Which value, by its name in the JSON shapes: progress, timescale, meetingDate, …'),
  ('places', 'position', 'Order among the places of one value, from 1'),
  ('places', 'path', 'Path in the document, counting from 1: h3 heading, p7 paragraph, l2/i4 item of a list, t1/r4/c2 table, row and column, f1 running header or footer, meta/title'),
  ('places', 'page', 'Page, from 1; null where the format has no pages'),
  ('places', 'x0', 'Left edge, in points from the left of the page as a reader sees it'),
  ('places', 'y0', 'Top edge, in points from the top of the page'),
  ('places', 'x1', 'Right edge, in points from the left of the page'),
  ('places', 'y1', 'Bottom edge, in points from the top of the page'),
  ('entries_search', '', 'Full text: SELECT entries.* FROM entries_search JOIN entries ON entries.id = entry_id WHERE entries_search MATCH ''smoke alarms'' ORDER BY rank'),
  ('entries_search', 'entry_id', 'Lasting id of the entry'),
  ('entries_search', 'finding', 'Searched'),
  ('entries_search', 'summary', 'Searched'),
  ('entries_search', 'theme', 'Searched'),
  ('entries_search', 'action', 'Searched'),
  ('entries_search', 'progress', 'Searched'),
  ('entries_search', 'updates', 'Searched'),
  ('entries_search', 'future', 'Searched'),
  ('entries_search', 'lead', 'Searched'),
  ('entries_search', 'extra', 'Searched');
`;
