/** Why something failed, in words: of an error of the system its own short ones (`permission denied`), without code and call. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [, reason = error.message] = /^E[A-Z0-9]+: ([^,]+)/.exec(error.message) ?? [];
  return reason;
}

/** The code of an error of the system, of Node or of a library (`ENOENT`); empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code ?? '') : '';

export const errorOf = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
