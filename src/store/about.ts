/** SQL that puts what a table or view means (its column empty), or one of its columns, into `about`. */
export const said = (...words: readonly [table: string, column: string, meaning: string]): string =>
  `INSERT OR REPLACE INTO about (table_name, column_name, meaning) VALUES (${words.map(literal).join(', ')});`;

/** A text as SQL writes it. */
export const literal = (text: string | null): string => (text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`);

/**
 * SQL that makes tables and views, in which what one of them or of its columns means stands behind it on its line
 * (`-- …`): the same without these words, which go into `about`. A table's column begins its line, a view's ends it.
 */
export function explained(sql: string): string {
  const meanings: string[] = [];
  let [kind, table] = ['', ''];
  const lines = sql.split('\n').map((line) => {
    const [, code = line, meaning] = /^(.*?) -- (.*)$/.exec(line) ?? [];
    const made = /^CREATE (?:VIRTUAL )?(TABLE|VIEW) (\w+)/.exec(code);
    if (made !== null) [, kind = '', table = ''] = made;
    if (meaning === undefined) return line;
    const [, altered = table, added] = /^ALTER TABLE (\w+) ADD COLUMN (\w+)/.exec(code) ?? [];
    const [, listed = ''] = made === null ? ((kind === 'VIEW' ? /(\w+),?$/ : /(\w+)/).exec(code) ?? []) : [];
    meanings.push(said(altered, added ?? listed, meaning));
    return code;
  });
  return [...lines, ...meanings].join('\n');
}
