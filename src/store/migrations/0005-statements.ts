/** Papers say in two ways what became of the entries they do not show. */
export const sql = `
UPDATE about SET meaning = 'rest_complete, rest_unchanged, plan_closed or count'
WHERE table_name = 'statements' AND column_name = 'kind';
`;
