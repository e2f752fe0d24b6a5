/** How sure the reader is of each value of an entry. */
export const sql = `
ALTER TABLE actions ADD COLUMN confidence TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(confidence)); -- JSON object: how sure the reader is of each value, by field, 0 to 1; of the values with 0.9, nine in ten are right
`;
