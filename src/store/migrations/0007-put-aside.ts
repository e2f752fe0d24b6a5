/** Papers that could not be followed within the limits of time and memory. */
export const sql = `
CREATE TABLE put_aside ( -- Papers whose entries are not followed, because doing so took more time or memory than there is
  paper_id TEXT PRIMARY KEY REFERENCES papers ON DELETE CASCADE, -- The paper
  run_id INTEGER NOT NULL, -- The run whose reading of it this is about: another reading is tried anew
  code TEXT NOT NULL, -- Why, in the form area/what
  message TEXT NOT NULL, -- Why, in words
  rules TEXT NOT NULL -- Version of the rules that could not follow it: others try anew
) STRICT, WITHOUT ROWID;
`;
