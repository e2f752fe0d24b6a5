/** Picking up new papers: what was fetched, what is amiss, what was told. */
export const sql = `
CREATE TABLE rounds (
  run_id INTEGER PRIMARY KEY REFERENCES runs,
  round INTEGER NOT NULL
) STRICT;

CREATE TABLE collect_sources (
  name TEXT PRIMARY KEY,
  service TEXT,
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  licence TEXT,
  attribution TEXT,
  expected INTEGER,
  listed INTEGER,
  run_id INTEGER NOT NULL REFERENCES runs
) STRICT, WITHOUT ROWID;

CREATE TABLE source_papers (
  source TEXT NOT NULL REFERENCES collect_sources ON DELETE CASCADE,
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  address TEXT NOT NULL,
  date TEXT,
  PRIMARY KEY (source, paper_id, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_papers_by_paper ON source_papers (paper_id);

CREATE TABLE hosts (
  host TEXT PRIMARY KEY,
  asked REAL NOT NULL,
  delay REAL NOT NULL,
  not_before REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE addresses (
  key TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  sha256 TEXT,
  paper_id TEXT,
  etag TEXT,
  last_modified TEXT,
  fetched TEXT,
  checked TEXT,
  round INTEGER,
  suspect TEXT,
  failures INTEGER NOT NULL,
  not_before TEXT,
  trouble_code TEXT,
  trouble_message TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE link_pages (
  key TEXT PRIMARY KEY REFERENCES addresses ON DELETE CASCADE,
  content_type TEXT,
  deflated BLOB NOT NULL
) STRICT;

CREATE TABLE arrivals (
  key TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  fetched TEXT NOT NULL,
  replaces TEXT,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE visits (
  run_id INTEGER NOT NULL REFERENCES runs,
  source TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('complete', 'partial', 'failed')),
  listed INTEGER NOT NULL,
  offered INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  added INTEGER NOT NULL,
  replaced INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  PRIMARY KEY (run_id, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE conditions (
  id INTEGER PRIMARY KEY,
  source TEXT,
  code TEXT NOT NULL,
  subject TEXT NOT NULL,
  message TEXT NOT NULL,
  opened TEXT NOT NULL,
  seen TEXT NOT NULL,
  acknowledged TEXT,
  mended TEXT
) STRICT;
CREATE UNIQUE INDEX conditions_open ON conditions (coalesce(source, ''), code, subject) WHERE mended IS NULL;

CREATE TABLE tellings (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'replaced', 'paper')),
  service TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  date TEXT,
  paper_id TEXT NOT NULL,
  from_paper_id TEXT,
  address TEXT,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  revision INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_by_time ON tellings (updated);

CREATE TABLE channels (
  channel TEXT PRIMARY KEY,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL REFERENCES channels ON DELETE CASCADE,
  position INTEGER NOT NULL,
  created TEXT NOT NULL,
  payload TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  delivered TEXT,
  problem TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE told (
  channel TEXT NOT NULL REFERENCES channels ON DELETE CASCADE,
  telling_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  delivery_id TEXT NOT NULL REFERENCES deliveries ON DELETE CASCADE,
  PRIMARY KEY (channel, telling_id, revision)
) STRICT, WITHOUT ROWID;

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('rounds', '', 'Which round of collecting a run belongs to: a run that follows a stopped one goes on with its round'),
  ('rounds', 'run_id', 'The run'),
  ('rounds', 'round', 'The first run of the round'),
  ('collect_sources', '', 'Where papers are collected from, as the sources file said last'),
  ('collect_sources', 'name', 'Its name in the sources file'),
  ('collect_sources', 'service', 'The service it publishes for'),
  ('collect_sources', 'kind', 'folder, moderngov, cmis, page or feed'),
  ('collect_sources', 'address', 'Web address or path'),
  ('collect_sources', 'licence', 'The licence its papers are under'),
  ('collect_sources', 'attribution', 'What to print beside what was taken from it'),
  ('collect_sources', 'expected', 'How many days there usually are between two papers, where the sources file says so'),
  ('collect_sources', 'listed', 'How many meetings, items or documents it listed when it was last well: by this a source that went blank is told'),
  ('collect_sources', 'run_id', 'The run that last looked'),
  ('source_papers', '', 'Which papers a source had to offer'),
  ('source_papers', 'source', 'The source'),
  ('source_papers', 'paper_id', 'The paper'),
  ('source_papers', 'address', 'Where'),
  ('source_papers', 'date', 'Day of the meeting or of publication, as the source says, ISO 8601'),
  ('hosts', '', 'How web servers were asked, so that their delays hold from run to run'),
  ('hosts', 'host', 'Name of the host'),
  ('hosts', 'asked', 'When it was last asked, in milliseconds since 1970'),
  ('hosts', 'delay', 'Milliseconds between two requests'),
  ('hosts', 'not_before', 'Until when it asked to be left alone, in milliseconds since 1970'),
  ('addresses', '', 'What is known of every web address that was asked for'),
  ('addresses', 'key', 'The address without scheme, www. and session; pages read for their links end in " (links)"'),
  ('addresses', 'address', 'The address as it is asked for'),
  ('addresses', 'sha256', 'Of the last whole answer'),
  ('addresses', 'paper_id', 'The paper that it is, or says the same as'),
  ('addresses', 'etag', 'What the server called that state (RFC 9110)'),
  ('addresses', 'last_modified', 'When the server said it had changed'),
  ('addresses', 'fetched', 'When the last whole answer came, ISO 8601 in UTC'),
  ('addresses', 'checked', 'When the server last answered well, be it with "not modified"'),
  ('addresses', 'round', 'In which round that was'),
  ('addresses', 'suspect', 'sha256 of an answer that looked cut short'),
  ('addresses', 'failures', 'How many runs in a row failed with it'),
  ('addresses', 'not_before', 'When it is asked again, ISO 8601 in UTC'),
  ('addresses', 'trouble_code', 'Why it failed last, in the form area/what'),
  ('addresses', 'trouble_message', 'Why it failed last, in words'),
  ('link_pages', '', 'Pages of links as they were last fetched'),
  ('link_pages', 'key', 'Which address'),
  ('link_pages', 'content_type', 'What the server said it is'),
  ('link_pages', 'deflated', 'Its bytes, compressed as a zlib stream (RFC 1950)'),
  ('arrivals', '', 'Files that were fetched and are not taken in yet; empty when no run is going and none was stopped'),
  ('arrivals', 'key', 'Which address'),
  ('arrivals', 'sha256', 'Of the bytes'),
  ('arrivals', 'address', 'Where they came from'),
  ('arrivals', 'name', 'File name for people'),
  ('arrivals', 'source', 'The source'),
  ('arrivals', 'fetched', 'When they came, ISO 8601 in UTC'),
  ('arrivals', 'replaces', 'The paper the address held before'),
  ('arrivals', 'bytes', 'The bytes'),
  ('visits', '', 'What each run did at each source'),
  ('visits', 'run_id', 'The run'),
  ('visits', 'source', 'The source'),
  ('visits', 'outcome', 'complete, partial (with trouble: see conditions) or failed (nothing could be listed)'),
  ('visits', 'listed', 'Meetings, items or documents its lists name'),
  ('visits', 'offered', 'Papers that were wanted'),
  ('visits', 'requests', 'Requests to web servers'),
  ('visits', 'unchanged', 'Papers that were as before'),
  ('visits', 'added', 'New papers'),
  ('visits', 'replaced', 'Papers that took the place of another at the same address'),
  ('visits', 'failed', 'Papers that could not be had'),
  ('conditions', '', 'What is amiss at the sources and does not go away by itself'),
  ('conditions', 'id', 'Number, for --acknowledge'),
  ('conditions', 'source', 'The source; null where it concerns the whole run'),
  ('conditions', 'code', 'What, in the form area/what'),
  ('conditions', 'subject', 'The host, address or name it is about'),
  ('conditions', 'message', 'What happened and what to do'),
  ('conditions', 'opened', 'When it was first met, ISO 8601 in UTC'),
  ('conditions', 'seen', 'When it was last met'),
  ('conditions', 'acknowledged', 'When a person said that it is known'),
  ('conditions', 'mended', 'When it was no longer met'),
  ('tellings', '', 'News as it is told: changes of plans, papers replaced in place, new papers'),
  ('tellings', 'id', 'A UUID made from what it is about, the same in every run'),
  ('tellings', 'kind', 'change, replaced or paper'),
  ('tellings', 'service', 'The service'),
  ('tellings', 'title', 'One line'),
  ('tellings', 'text', 'A sentence or two'),
  ('tellings', 'date', 'Date of the paper that shows it, ISO 8601'),
  ('tellings', 'paper_id', 'The paper that shows it'),
  ('tellings', 'from_paper_id', 'The paper before it'),
  ('tellings', 'address', 'Where the paper was seen'),
  ('tellings', 'created', 'When it was first known, ISO 8601 in UTC'),
  ('tellings', 'updated', 'When its words last changed'),
  ('tellings', 'revision', '1, and one more for each edit'),
  ('tellings', 'withdrawn', '1 where it no longer follows from the papers'),
  ('channels', '', 'Where news is sent to'),
  ('channels', 'channel', 'webhook and its address, or exec and its command'),
  ('channels', 'since', 'When it was first named: older news is not sent there'),
  ('deliveries', '', 'What was or is to be sent; sent again unchanged, under the same id, until it is taken'),
  ('deliveries', 'id', 'The id by which a receiver tells a repetition'),
  ('deliveries', 'channel', 'Where to'),
  ('deliveries', 'position', 'Order among those made up at one time'),
  ('deliveries', 'created', 'When it was made up, ISO 8601 in UTC'),
  ('deliveries', 'payload', 'The JSON that is sent'),
  ('deliveries', 'attempts', 'How often it was tried'),
  ('deliveries', 'delivered', 'When it was taken; null while it is not'),
  ('deliveries', 'problem', 'Why not, the last time'),
  ('told', '', 'Which news went into which delivery'),
  ('told', 'channel', 'Where to'),
  ('told', 'telling_id', 'The news'),
  ('told', 'revision', 'Which of its edits'),
  ('told', 'delivery_id', 'The delivery');
`;
