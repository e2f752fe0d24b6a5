import type { ParseOptions } from '../model/parsing.ts';
import type { Extraction } from '../model/plan.ts';
import { loadNamed } from './load.ts';
import { type ReaderOptions, readAlone } from './reader-process.ts';
import { failedExtraction } from './reading.ts';

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
  options: ReaderOptions & { readonly parse: ParseOptions; readonly maxSize: number },
): Promise<ExtractedFile> {
  const source = await loadNamed(file, options.maxSize);
  const answer = await readAlone(options, { file: source, options: options.parse });
  if (answer.ok) return { extraction: answer.extraction, fault: null };
  return { extraction: failedExtraction(source, answer.code, answer.message), fault: answer.stack ?? null };
}
