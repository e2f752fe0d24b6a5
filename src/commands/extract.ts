import { printable } from '../lib/printable.ts';
import { exitCode, UsageError } from '../model/errors.ts';
import { extractFile } from '../pipeline/extract.ts';
import { readLayoutsFile } from '../taught/file.ts';
import { commandOf } from './command.ts';
import { describeExtraction } from './describe-extraction.ts';
import { textOfFile } from './files.ts';
import { flag, takes } from './options.ts';
import { printAnswer } from './print.ts';
import { limitOptions, limitsOf, parseOptions, parseOptionsOf } from './reading-options.ts';

export const command = commandOf({
  name: 'extract',
  help: `Examples:
  boardtrail extract paper.pdf             what the paper says, to read
  boardtrail extract paper.docx --json     the same as data
  boardtrail extract scan.pdf --ocr        read pages that are images
  boardtrail extract odd.pdf --layouts layouts.yaml     by what people said of layouts

Usage: boardtrail extract FILE [OPTION…]
`,
  options: {
    json: flag('print JSON'),
    ...parseOptions({
      evidence: "what to read a PDF's tables from: auto (default), tagged, ruled or spaced",
      stitch: 'leave tables that run over pages in parts',
    }),
    layouts: takes('FILE read layouts as FILE says, which "boardtrail layouts --export" writes'),
    ...limitOptions,
  },
  column: 22,
  notes: `Exit code 3 where the paper could not be read, or only in part; the issues say why.
`,
  async run({ values, positionals }) {
    const [file, second] = positionals;
    if (file === undefined) throw new UsageError('extract needs a file: boardtrail extract paper.pdf');
    if (second !== undefined) throw new UsageError('extract reads one file; "boardtrail ingest" reads many');
    const taught =
      values.layouts === undefined ? [] : readLayoutsFile(textOfFile(values.layouts, 'name another'), values.layouts);
    const { extraction, fault } = await extractFile(file, {
      ...limitsOf(values),
      parse: { ...parseOptionsOf(values), taught },
    });
    printAnswer(values.json, extraction, describeExtraction);
    const { outcome } = extraction.paper;
    if (outcome === 'ok') return exitCode.well;
    const errors = extraction.issues.filter(({ severity }) => severity === 'error');
    for (const { message } of errors) process.stderr.write(`boardtrail: ${printable(file)}: ${printable(message)}\n`);
    if (fault !== null) process.stderr.write(`${fault}\n`);
    return fault === null ? exitCode.incomplete : exitCode.fault;
  },
});
