/** Causes of concern and the inspectorate's questions; who speaks for a service, from when to when. Filled with the views. */
export const sql = `
ALTER TABLE findings ADD COLUMN question TEXT;
ALTER TABLE findings ADD COLUMN cause TEXT;

CREATE TABLE authorities (
  name TEXT NOT NULL,
  service TEXT NOT NULL,
  from_date TEXT,
  to_date TEXT,
  PRIMARY KEY (name, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE inspection_rounds (
  round TEXT PRIMARY KEY,
  questions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE inspection_questions (
  round TEXT NOT NULL REFERENCES inspection_rounds (round),
  question TEXT NOT NULL,
  number TEXT NOT NULL,
  pillar TEXT NOT NULL,
  wording TEXT NOT NULL,
  PRIMARY KEY (round, question)
) STRICT, WITHOUT ROWID;

INSERT INTO about (table_name, column_name, meaning) VALUES
  ('authorities', '', 'Bodies that publish papers for a service or force under a name of their own'),
  ('authorities', 'name', 'As they sign their papers'),
  ('authorities', 'service', 'Official name of the service or force'),
  ('authorities', 'from_date', 'When it began to speak for it, a year or month; null where that is not known'),
  ('authorities', 'to_date', 'When it stops; null where that is not known or not set'),
  ('inspection_rounds', '', 'Rounds of inspections of all fire and rescue services'),
  ('inspection_rounds', 'round', 'Its years'),
  ('inspection_rounds', 'questions', 'How many questions it asks'),
  ('inspection_questions', '', 'The questions of each round whose wordings are known; a number means another question in another round'),
  ('inspection_questions', 'round', 'The round'),
  ('inspection_questions', 'question', 'A lasting code of boardtrail''s own, as in entries and current'),
  ('inspection_questions', 'number', 'Its number in that round'),
  ('inspection_questions', 'pillar', 'effectiveness, efficiency or people'),
  ('inspection_questions', 'wording', 'What it asks, in lower case and without signs');
`;
