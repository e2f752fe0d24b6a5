/** The services and forces that are known by name, each with a lasting code. Filled from `src/vocabulary` with the views. */
export const sql = `
CREATE TABLE services (
  name TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('fire', 'police')),
  governance TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('services', '', 'The fire and rescue services and police forces known by name'),
  ('services', 'name', 'Official name, as every table has it'),
  ('services', 'code', 'A lasting code of boardtrail''s own: fire-essex, police-kent'),
  ('services', 'kind', 'fire or police'),
  ('services', 'governance', 'Who answers for a fire and rescue service: combined (authority), metropolitan, county council, unitary council and so on; null for forces');
`;
