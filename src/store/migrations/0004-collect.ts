/** Picking up new papers: what was fetched, what is amiss, what was told. */
export const sql = `
CREATE TABLE rounds ( -- Which round of collecting a run belongs to: a run that follows a stopped one goes on with its round
  run_id INTEGER PRIMARY KEY REFERENCES runs, -- The run
  round INTEGER NOT NULL -- The first run of the round
) STRICT;

CREATE TABLE collect_sources ( -- Where papers are collected from, as the sources file said last
  name TEXT PRIMARY KEY, -- Its name in the sources file
  service TEXT, -- The service it publishes for
  kind TEXT NOT NULL, -- folder, moderngov, cmis, page or feed
  address TEXT NOT NULL, -- Web address or path
  licence TEXT, -- The licence its papers are under
  attribution TEXT, -- What to print beside what was taken from it
  expected INTEGER, -- How many days there usually are between two papers, where the sources file says so
  listed INTEGER, -- How many meetings, items or documents it listed when it was last well: by this a source that went blank is told
  run_id INTEGER NOT NULL REFERENCES runs -- The run that last looked
) STRICT, WITHOUT ROWID;

CREATE TABLE source_papers ( -- Which papers a source had to offer
  source TEXT NOT NULL REFERENCES collect_sources ON DELETE CASCADE, -- The source
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The paper
  address TEXT NOT NULL, -- Where
  date TEXT, -- Day of the meeting or of publication, as the source says, ISO 8601
  PRIMARY KEY (source, paper_id, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_papers_by_paper ON source_papers (paper_id);

CREATE TABLE hosts ( -- How web servers were asked, so that their delays hold from run to run
  host TEXT PRIMARY KEY, -- Name of the host
  asked REAL NOT NULL, -- When it was last asked, in milliseconds since 1970
  delay REAL NOT NULL, -- Milliseconds between two requests
  not_before REAL NOT NULL -- Until when it asked to be left alone, in milliseconds since 1970
) STRICT, WITHOUT ROWID;

CREATE TABLE addresses ( -- What is known of every web address that was asked for
  key TEXT PRIMARY KEY, -- The address without scheme, www. and session; pages read for their links end in " (links)"
  address TEXT NOT NULL, -- The address as it is asked for
  sha256 TEXT, -- Of the last whole answer
  paper_id TEXT, -- The paper that it is, or says the same as
  etag TEXT, -- What the server called that state (RFC 9110)
  last_modified TEXT, -- When the server said it had changed
  fetched TEXT, -- When the last whole answer came, ISO 8601 in UTC
  checked TEXT, -- When the server last answered well, be it with "not modified"
  round INTEGER, -- In which round that was
  suspect TEXT, -- sha256 of an answer that looked cut short
  failures INTEGER NOT NULL, -- How many runs in a row failed with it
  not_before TEXT, -- When it is asked again, ISO 8601 in UTC
  trouble_code TEXT, -- Why it failed last, in the form area/what
  trouble_message TEXT -- Why it failed last, in words
) STRICT, WITHOUT ROWID;

CREATE TABLE link_pages ( -- Pages of links as they were last fetched
  key TEXT PRIMARY KEY REFERENCES addresses ON DELETE CASCADE, -- Which address
  content_type TEXT, -- What the server said it is
  deflated BLOB NOT NULL -- Its bytes, compressed as a zlib stream (RFC 1950)
) STRICT;

CREATE TABLE arrivals ( -- Files that were fetched and are not taken in yet; empty when no run is going and none was stopped
  key TEXT PRIMARY KEY, -- Which address
  sha256 TEXT NOT NULL, -- Of the bytes
  address TEXT NOT NULL, -- Where they came from
  name TEXT NOT NULL, -- File name for people
  source TEXT NOT NULL, -- The source
  fetched TEXT NOT NULL, -- When they came, ISO 8601 in UTC
  replaces TEXT, -- The paper the address held before
  bytes BLOB NOT NULL -- The bytes
) STRICT;

CREATE TABLE visits ( -- What each run did at each source
  run_id INTEGER NOT NULL REFERENCES runs, -- The run
  source TEXT NOT NULL, -- The source
  outcome TEXT NOT NULL CHECK (outcome IN ('complete', 'partial', 'failed')), -- complete, partial (with trouble: see conditions) or failed (nothing could be listed)
  listed INTEGER NOT NULL, -- Meetings, items or documents its lists name
  offered INTEGER NOT NULL, -- Papers that were wanted
  requests INTEGER NOT NULL, -- Requests to web servers
  unchanged INTEGER NOT NULL, -- Papers that were as before
  added INTEGER NOT NULL, -- New papers
  replaced INTEGER NOT NULL, -- Papers that took the place of another at the same address
  failed INTEGER NOT NULL, -- Papers that could not be had
  PRIMARY KEY (run_id, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE conditions ( -- What is amiss at the sources and does not go away by itself
  id INTEGER PRIMARY KEY, -- Number, for --acknowledge
  source TEXT, -- The source; null where it concerns the whole run
  code TEXT NOT NULL, -- What, in the form area/what
  subject TEXT NOT NULL, -- The host, address or name it is about
  message TEXT NOT NULL, -- What happened and what to do
  opened TEXT NOT NULL, -- When it was first met, ISO 8601 in UTC
  seen TEXT NOT NULL, -- When it was last met
  acknowledged TEXT, -- When a person said that it is known
  mended TEXT -- When it was no longer met
) STRICT;
CREATE UNIQUE INDEX conditions_open ON conditions (coalesce(source, ''), code, subject) WHERE mended IS NULL;

CREATE TABLE tellings ( -- News as it is told: changes of plans, papers replaced in place, new papers
  id TEXT PRIMARY KEY, -- A UUID made from what it is about, the same in every run
  kind TEXT NOT NULL CHECK (kind IN ('change', 'replaced', 'paper')), -- change, replaced or paper
  service TEXT, -- The service
  title TEXT NOT NULL, -- One line
  text TEXT NOT NULL, -- A sentence or two
  date TEXT, -- Date of the paper that shows it, ISO 8601
  paper_id TEXT NOT NULL, -- The paper that shows it
  from_paper_id TEXT, -- The paper before it
  address TEXT, -- Where the paper was seen
  created TEXT NOT NULL, -- When it was first known, ISO 8601 in UTC
  updated TEXT NOT NULL, -- When its words last changed
  revision INTEGER NOT NULL, -- 1, and one more for each edit
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)) -- 1 where it no longer follows from the papers
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_by_time ON tellings (updated);

CREATE TABLE channels ( -- Where news is sent to
  channel TEXT PRIMARY KEY, -- webhook and its address, or exec and its command
  since TEXT NOT NULL -- When it was first named: older news is not sent there
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries ( -- What was or is to be sent; sent again unchanged, under the same id, until it is taken
  id TEXT PRIMARY KEY, -- The id by which a receiver tells a repetition
  channel TEXT NOT NULL REFERENCES channels ON DELETE CASCADE, -- Where to
  position INTEGER NOT NULL, -- Order among those made up at one time
  created TEXT NOT NULL, -- When it was made up, ISO 8601 in UTC
  payload TEXT NOT NULL, -- The JSON that is sent
  attempts INTEGER NOT NULL, -- How often it was tried
  delivered TEXT, -- When it was taken; null while it is not
  problem TEXT -- Why not, the last time
) STRICT, WITHOUT ROWID;

CREATE TABLE told ( -- Which news went into which delivery
  channel TEXT NOT NULL REFERENCES channels ON DELETE CASCADE, -- Where to
  telling_id TEXT NOT NULL, -- The news
  revision INTEGER NOT NULL, -- Which of its edits
  delivery_id TEXT NOT NULL REFERENCES deliveries ON DELETE CASCADE, -- The delivery
  PRIMARY KEY (channel, telling_id, revision)
) STRICT, WITHOUT ROWID;
`;
