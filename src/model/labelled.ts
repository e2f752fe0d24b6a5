/** Texts under their labels or periods, one a line as people write and read them. */
export const labelledLines = (pairs: readonly (readonly [label: string, text: string])[]): string =>
  pairs.map(([label, text]) => `${label}: ${text}`).join('\n');

/** The same of progress by period. */
export const updateLines = (updates: readonly { readonly period: string; readonly text: string }[]): string =>
  labelledLines(updates.map(({ period, text }) => [period, text]));
