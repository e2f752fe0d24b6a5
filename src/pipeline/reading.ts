import { version } from '../lib/version.ts';
import type { SourceFile } from '../model/document.ts';
import type { Issue } from '../model/issue.ts';
import { defaultParseOptions, type ParseOptions } from '../model/parsing.ts';
import type { Extraction } from '../model/plan.ts';

/** What a reader process is asked. */
export interface ReadingTask {
  readonly file: SourceFile;
  readonly options: ParseOptions;
}

/** What it answers: the extraction, or why there is none. `stack` is there where the fault is ours. */
export type ReadingAnswer =
  | { readonly ok: true; readonly extraction: Extraction }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly stack?: string };

/** The extraction of a file of which nothing could be read. */
export function failedExtraction(file: SourceFile, code: string, message: string): Extraction {
  const issue: Issue = { code, severity: 'error', message, place: null };
  return {
    paper: {
      id: file.sha256,
      file: file.name,
      format: null,
      pages: null,
      service: null,
      title: null,
      body: null,
      meetingDate: null,
      asAt: null,
      agendaItem: null,
      author: null,
      outcome: 'failed',
      places: {},
    },
    plans: [],
    entries: [],
    statements: [],
    issues: [issue],
  };
}

/** Names a way of reading: the version, and the options that are not as usual. */
export function extractorName(options: ParseOptions): string {
  return [
    `boardtrail ${version}`,
    ...(options.evidence === defaultParseOptions.evidence ? [] : [`evidence ${options.evidence}`]),
    ...(options.stitch === defaultParseOptions.stitch ? [] : ['no stitch']),
    ...(options.ocr === defaultParseOptions.ocr ? [] : ['ocr']),
  ].join(', ');
}
