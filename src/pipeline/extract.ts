import { scriptBeside } from '../lib/compiling.ts';
import type { DrawnPage, Table } from '../model/document.ts';
import type { Issue } from '../model/issue.ts';
import type { ParseOptions } from '../model/parsing.ts';
import type { Extraction } from '../model/plan.ts';
import { loadNamed } from './load.ts';
import { type ReaderOptions, readAlone } from './reader-process.ts';
import type { ReadingAnswer, ReadingTask } from './reading.ts';
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

/** A document's tables, in order, and what was odd about it. */
export interface TablesReading {
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
  /** Where drawing was asked for, the pages that were read. */
  readonly pages: readonly DrawnPage[];
}

/** What its reader is asked; `draw`: draw the pages too. */
export interface TablesTask extends ReadingTask {
  readonly draw: boolean;
}

const script = scriptBeside(import.meta, 'tables-reader');

/**
 * Reads one file's tables under the same limits as `extractFile`.
 * @throws UsageError where there is no such file, or its bytes cannot be had
 */
export async function readTables(
  file: string,
  options: Omit<ReaderOptions, 'script'> & {
    readonly parse: ParseOptions;
    readonly maxSize: number;
    readonly draw: boolean;
  },
): Promise<ReadingAnswer<TablesReading>> {
  const source = await loadNamed(file, options.maxSize);
  return readAlone({ ...options, script }, { file: source, options: options.parse, draw: options.draw });
}
