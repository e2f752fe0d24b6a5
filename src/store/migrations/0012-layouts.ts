/** What people said of layouts, and which tables and forms each paper has, by their labels. */
export const sql = `
CREATE TABLE taught_layouts ( -- What people said that the columns or labels of a layout stand for; it outranks the reader in every paper that has the layout
  id INTEGER PRIMARY KEY, -- Number of the row, counting up
  form TEXT NOT NULL CHECK (form IN ('columns', 'labels')), -- columns (a header row over columns) or labels (labels with their values)
  is_plan INTEGER NOT NULL CHECK (is_plan IN (0, 1)), -- 0 where it is no part of any plan
  labels TEXT NOT NULL CHECK (json_valid(labels)), -- JSON: each label as printed, and what it stands for
  who TEXT NOT NULL, -- Who said so
  at TEXT NOT NULL, -- When, ISO 8601 in UTC
  forgotten TEXT, -- When it was taken back, ISO 8601 in UTC; null while it stands
  forgotten_by TEXT -- Who took it back
) STRICT;

CREATE TABLE paper_layouts ( -- The tables and forms of each paper by their labels, read or not
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE, -- The paper
  position INTEGER NOT NULL, -- Its order in the paper
  form TEXT NOT NULL, -- columns (a header row over columns) or labels (labels with their values)
  labels TEXT NOT NULL CHECK (json_valid(labels)), -- JSON: its labels as printed
  records INTEGER NOT NULL, -- How many rows or forms it has
  is_read INTEGER NOT NULL CHECK (is_read IN (0, 1)), -- 1 where entries were read from it
  PRIMARY KEY (paper_id, position)
) STRICT, WITHOUT ROWID;
`;
