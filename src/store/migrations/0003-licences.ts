/** On which terms a source was published; null where nobody has said. */
export const sql = `
ALTER TABLE sources ADD COLUMN licence TEXT; -- Licence the source is published under, as its publisher names it; null where it is not known
ALTER TABLE sources ADD COLUMN attribution TEXT; -- Words the publisher asks to be named with; null where not known
`;
