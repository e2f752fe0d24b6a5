/**
 * A protective marking alone, folded: of the Government Security Classifications, or of the scheme before them. It says
 * who may read a page, not what is on it.
 */
export const protectiveMarking =
  /^(?:(?:protective marking|(?:security )?classification) ?: ?)?(?:official(?: ?[-: ] ?sensitive)?|not protectively marked|unclassified|restricted|secret)$/u;
