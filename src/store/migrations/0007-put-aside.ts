/** Papers that could not be followed within the limits of time and memory. */
export const sql = `
CREATE TABLE put_aside (
  paper_id TEXT PRIMARY KEY REFERENCES papers ON DELETE CASCADE,
  run_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  rules TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('put_aside', '', 'Papers whose entries are not followed, because doing so took more time or memory than there is'),
  ('put_aside', 'paper_id', 'The paper'),
  ('put_aside', 'run_id', 'The run whose reading of it this is about: another reading is tried anew'),
  ('put_aside', 'code', 'Why, in the form area/what'),
  ('put_aside', 'message', 'Why, in words'),
  ('put_aside', 'rules', 'Version of the rules that could not follow it: others try anew');
`;
