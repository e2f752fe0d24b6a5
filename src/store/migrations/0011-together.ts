/** Papers that a source offers together, and how often the job that collects is said to run. */
export const sql = `
ALTER TABLE source_papers ADD COLUMN item TEXT; -- What it was offered under: papers of one agenda item of one meeting (cover, letter, plan) have the same
CREATE INDEX source_papers_by_item ON source_papers (item);
ALTER TABLE rounds ADD COLUMN every INTEGER; -- Days between two runs as the sources file says, 0 where it runs by hand
`;
