/** Papers under one agenda item are parts of one edition, and what a source says of a paper's day places it. */
export const sql = `
ALTER TABLE editions ADD COLUMN part INTEGER NOT NULL DEFAULT 1; -- Which part of the edition the paper is, from 1: papers under one agenda item (plan, cover, letter) are its parts
CREATE INDEX addresses_by_address ON addresses (address);
CREATE INDEX source_papers_by_address ON source_papers (address);

UPDATE about SET meaning = 'Every paper that is followed: which edition it belongs to (the same paper in two formats, and the papers of one agenda item, are one)'
WHERE table_name = 'editions' AND column_name = '';
UPDATE about SET meaning = '1 for the paper the edition is read from, 2 and up for its other forms and parts'
WHERE table_name = 'editions' AND column_name = 'source';
UPDATE about SET meaning = 'What the edition is placed by: the date of its data, else of its meeting, else in its file''s name, else the day that the source it was collected from gives for the meeting, else when it came there; null where nothing dates it, and then no change is derived from it'
WHERE table_name = 'editions' AND column_name = 'date';
`;
