/** The services and forces that are known by name, each with a lasting code. Filled from `src/vocabulary` with the views. */
export const sql = `
CREATE TABLE services ( -- The fire and rescue services and police forces known by name
  name TEXT PRIMARY KEY, -- Official name, as every table has it
  code TEXT NOT NULL UNIQUE, -- A lasting code of boardtrail's own: fire-essex, police-kent
  kind TEXT NOT NULL CHECK (kind IN ('fire', 'police')), -- fire or police
  governance TEXT -- Who answers for a fire and rescue service: combined (authority), metropolitan, county council, unitary council and so on; null for forces
) STRICT, WITHOUT ROWID;
`;
