import { readPaper } from '../../parsers/index.ts';
import { ParseError } from '../../src/model/errors.ts';
import type { Pool } from '../../src/pipeline/pool.ts';
import { withClaimsChecked } from '../../src/trail/claims.ts';

/**
 * Reads papers in this process, without limits, as the pool's processes do: for tests of what becomes of papers, which need not
 * wait for a process that starts. Papers that do harm are none for it.
 */
export function ownReaders(): Pool {
  return {
    ready: async () => undefined,
    read: async ({ file, options }) => {
      try {
        return { ok: true, extraction: withClaimsChecked(await readPaper(file, options)) };
      } catch (error) {
        if (error instanceof ParseError) return { ok: false, code: error.code, message: error.message };
        throw error;
      }
    },
    close: () => undefined,
  };
}
