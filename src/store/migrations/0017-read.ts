/** Which form of an edition an entry is read from is told of each entry, for one form can say more of one than another. */
export const sql = `
ALTER TABLE thread_entries ADD COLUMN is_read INTEGER NOT NULL DEFAULT 1 CHECK (is_read IN (0, 1)); -- 1 where the entry is read from here, 0 where another form of the edition says as much of it or more
UPDATE thread_entries SET is_read = 0 WHERE EXISTS (
  SELECT 1 FROM actions JOIN editions ON editions.paper_id = actions.paper_id
  JOIN editions AS first ON first.edition_id = editions.edition_id AND first.source < editions.source
  JOIN actions AS other ON other.paper_id = first.paper_id
  JOIN thread_entries AS known ON known.entry_id = other.entry_id
  WHERE actions.entry_id = thread_entries.entry_id AND known.thread_id = thread_entries.thread_id
);
`;
