import { statSync } from 'node:fs';
import type { SourceFile } from '../model/document.ts';
import { UsageError } from '../model/errors.ts';
import type { ParseOptions } from '../model/parsing.ts';
import type { Extraction } from '../model/plan.ts';
import { loadFile } from './load.ts';
import { openPool, type PoolOptions } from './pool.ts';
import { failedExtraction } from './reading.ts';
import { walk } from './walk.ts';

/** What one file says; `fault` is there where the reader broke down and the fault is ours. */
export interface ExtractedFile {
  readonly extraction: Extraction;
  readonly fault: string | null;
}

/**
 * Reads one file without a database, under the same limits as `ingest`. A file of which nothing can be read gives a
 * failed extraction.
 * @throws UsageError where there is no such file, or its bytes cannot be had
 */
export async function extractFile(
  file: string,
  options: PoolOptions & { readonly parse: ParseOptions; readonly maxSize: number },
): Promise<ExtractedFile> {
  const source = await loadNamed(file, options.maxSize);
  const pool = openPool(options);
  try {
    const answer = await pool.read({ file: source, options: options.parse });
    if (answer.ok) return { extraction: answer.extraction, fault: null };
    return { extraction: failedExtraction(source, answer.code, answer.message), fault: answer.stack ?? null };
  } finally {
    pool.close();
  }
}

/**
 * The one file of that name, with its bytes.
 * @throws UsageError where there is none, or its bytes cannot be had
 */
export async function loadNamed(file: string, maxSize: number): Promise<SourceFile> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${file} is a folder; name one file, or take the folder in with "boardtrail ingest"`);
  }
  const { files, unread } = walk([file]);
  const [found] = files;
  if (found === undefined) throw new UsageError(`${file}: ${unread[0]?.issue.message ?? 'there is nothing'}`);
  const loaded = await loadFile(found, maxSize);
  if ('code' in loaded) throw new UsageError(`${file}: ${loaded.message}`);
  return loaded;
}
