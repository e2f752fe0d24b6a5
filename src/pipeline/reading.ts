import { version } from '../lib/version.ts';
import type { SourceFile } from '../model/document.ts';
import { emptyPaperValues } from '../model/fields.ts';
import { type IssueCode, issueOf, lookedThrough } from '../model/issue.ts';
import { defaultParseOptions, type ParseOptions } from '../model/parsing.ts';
import type { Extraction } from '../model/plan.ts';
import { extractionSchema } from '../model/schemas.ts';
import type { NewPaper } from '../model/stored.ts';

/** What a reader process is asked. */
export interface ReadingTask {
  readonly file: SourceFile;
  readonly options: ParseOptions;
}

/** What it answers: what it read, or why there is nothing. `stack` is there where the fault is ours. */
export type ReadingAnswer<Read = Extraction> =
  | { readonly ok: true; readonly extraction: Read }
  | { readonly ok: false; readonly code: IssueCode; readonly message: string; readonly stack?: string };

/** What it says on its way: what it begins with now, for a task of several steps; null as soon as it begins at all. */
export interface ReadingStep {
  readonly step: string | null;
}

/** The extraction of a file of which nothing could be read. */
export function failedExtraction(file: SourceFile, code: IssueCode, message: string): Extraction {
  return {
    paper: {
      id: file.sha256,
      file: file.name,
      format: null,
      pages: null,
      ...emptyPaperValues,
      outcome: 'failed',
      places: {},
    },
    plans: [],
    entries: [],
    statements: [],
    issues: [issueOf(code, message)],
  };
}

/** Nothing of these is worth keeping, no reader to come will make a paper of them; nor of an archive that was looked through. */
const notDocuments = new Set(['file/empty', 'file/unknown-format']);

/**
 * A reader's answer as a paper to store, failed where there is no extraction or one that is not what it should be.
 * @returns `fault`: where the fault is ours, what a developer needs to know
 */
export function answerToPaper(
  file: SourceFile,
  answer: ReadingAnswer,
  extractor: string,
): { readonly paper: NewPaper; readonly fault: string | null } {
  const checked = answer.ok ? checkedAnswer(answer.extraction) : answer;
  const extraction = checked.ok ? checked.extraction : failedExtraction(file, checked.code, checked.message);
  const isKept = checked.ok
    ? !checked.extraction.issues.some(({ code }) => code === lookedThrough)
    : !notDocuments.has(checked.code);
  const bytes = isKept ? file.bytes : null;
  const fault = checked.ok ? null : (checked.stack ?? null);
  return { paper: { extraction, bytes, size: file.bytes.length, extractor }, fault };
}

function checkedAnswer(extraction: Extraction): ReadingAnswer {
  const { success, error } = extractionSchema.safeParse(extraction);
  if (success) return { ok: true, extraction };
  const message = 'What was read has not the shape it should have. Please report this paper to the makers.';
  return { ok: false, code: 'ingest/invalid-reading', message, stack: error.message };
}

/** Names a way of reading: the version, and the options that are not as usual. */
export function extractorName(options: ParseOptions): string {
  return [
    `boardtrail ${version}`,
    ...(options.evidence === defaultParseOptions.evidence ? [] : [`evidence ${options.evidence}`]),
    ...(options.stitch === defaultParseOptions.stitch ? [] : ['no stitch']),
    ...(options.ocr === defaultParseOptions.ocr ? [] : ['ocr']),
    ...(options.find === true ? ['find'] : []),
  ].join(', ');
}
