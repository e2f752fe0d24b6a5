/** What people said of layouts, and which tables and forms each paper has, by their labels. */
export const sql = `
CREATE TABLE taught_layouts (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL CHECK (form IN ('columns', 'labels')),
  is_plan INTEGER NOT NULL CHECK (is_plan IN (0, 1)),
  labels TEXT NOT NULL CHECK (json_valid(labels)),
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  forgotten TEXT,
  forgotten_by TEXT
) STRICT;

CREATE TABLE paper_layouts (
  paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
  position INTEGER NOT NULL,
  form TEXT NOT NULL,
  labels TEXT NOT NULL CHECK (json_valid(labels)),
  records INTEGER NOT NULL,
  is_read INTEGER NOT NULL CHECK (is_read IN (0, 1)),
  PRIMARY KEY (paper_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('taught_layouts', '', 'What people said that the columns or labels of a layout stand for; it outranks the reader in every paper that has the layout'),
  ('taught_layouts', 'id', 'Number of the row, counting up'),
  ('taught_layouts', 'form', 'columns (a header row over columns) or labels (labels with their values)'),
  ('taught_layouts', 'is_plan', '0 where it is no part of any plan'),
  ('taught_layouts', 'labels', 'JSON: each label as printed, and what it stands for'),
  ('taught_layouts', 'who', 'Who said so'),
  ('taught_layouts', 'at', 'When, ISO 8601 in UTC'),
  ('taught_layouts', 'forgotten', 'When it was taken back, ISO 8601 in UTC; null while it stands'),
  ('taught_layouts', 'forgotten_by', 'Who took it back'),
  ('paper_layouts', '', 'The tables and forms of each paper by their labels, read or not'),
  ('paper_layouts', 'paper_id', 'The paper'),
  ('paper_layouts', 'position', 'Its order in the paper'),
  ('paper_layouts', 'form', 'columns (a header row over columns) or labels (labels with their values)'),
  ('paper_layouts', 'labels', 'JSON: its labels as printed'),
  ('paper_layouts', 'records', 'How many rows or forms it has'),
  ('paper_layouts', 'is_read', '1 where entries were read from it');
`;
