/** Causes of concern and the inspectorate's questions; who speaks for a service, from when to when. Filled with the views. */
export const sql = `
ALTER TABLE findings ADD COLUMN question TEXT;
ALTER TABLE findings ADD COLUMN cause TEXT;

CREATE TABLE authorities ( -- Bodies that publish papers for a service or force under a name of their own
  name TEXT NOT NULL, -- As they sign their papers
  service TEXT NOT NULL, -- Official name of the service or force
  from_date TEXT, -- When it began to speak for it, a year or month; null where that is not known
  to_date TEXT, -- When it stops; null where that is not known or not set
  PRIMARY KEY (name, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE inspection_rounds ( -- Rounds of inspections of all fire and rescue services
  round TEXT PRIMARY KEY, -- Its years
  questions INTEGER NOT NULL -- How many questions it asks
) STRICT, WITHOUT ROWID;

CREATE TABLE inspection_questions ( -- The questions of each round whose wordings are known; a number means another question in another round
  round TEXT NOT NULL REFERENCES inspection_rounds (round), -- The round
  question TEXT NOT NULL, -- A lasting code of boardtrail's own, as in entries and current
  number TEXT NOT NULL, -- Its number in that round
  pillar TEXT NOT NULL, -- effectiveness, efficiency or people
  wording TEXT NOT NULL, -- What it asks, in lower case and without signs
  PRIMARY KEY (round, question)
) STRICT, WITHOUT ROWID;
`;
