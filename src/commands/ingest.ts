import { UsageError } from '../model/errors.ts';
import { ingest as takeIn } from '../pipeline/ingest.ts';
import { defaultLimits } from '../pipeline/limits.ts';
import { mindDamage, openStore } from '../store/index.ts';
import type { Command } from './command.ts';
import { describeIngest } from './describe-ingest.ts';
import { limitHelp, limitOptions, limitsOf } from './limits.ts';
import { defaultDatabase, numberOf, readArgs } from './options.ts';
import { progressOn } from './progress.ts';

const help = `Examples:
  boardtrail ingest papers/                      every paper below the folder, into ${defaultDatabase}
  boardtrail ingest march.pdf april.docx         these two
  boardtrail ingest papers/ --db plans.db        into another database
  boardtrail ingest papers/ --retry              try again what failed or was read only in part

Usage: boardtrail ingest PATH… [OPTION…]

A paper is known by its bytes: what is stored already is not read again, so a run that was stopped is simply started
again. A paper that failed is named again in every run, and tried again where it ran out of time or memory or this
version reads otherwise.

Options:
  --db FILE           the database (default ${defaultDatabase})
  --retry             read papers again that failed, or were read only in part
  --ocr               read pages that are images by character recognition
  --jobs N            how many papers to read side by side (default: one a processor, here ${defaultLimits.size})
${limitHelp}
  --json              print what came in as JSON
  --quiet             print nothing but what went wrong

Exit code 3 where papers could not be read, or only in part; each is named.
`;

export const ingest: Command = {
  name: 'ingest',
  summary: 'take papers in, from files and folders',
  help,
  async run(args) {
    const { values, positionals } = readArgs('ingest', args, {
      db: { type: 'string', default: defaultDatabase },
      retry: { type: 'boolean', default: false },
      ocr: { type: 'boolean', default: false },
      jobs: { type: 'string', default: String(defaultLimits.size) },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      ...limitOptions,
    });
    if (positionals.length === 0) throw new UsageError('ingest needs files or folders: boardtrail ingest papers/');
    const limits = limitsOf(values);
    const size = Math.floor(numberOf('--jobs', values.jobs, 1));
    const store = openStore(values.db);
    const progress = values.quiet ? null : progressOn(process.stderr);
    try {
      mindDamage(store);
      const report = await takeIn(store, positionals, {
        ...limits,
        size,
        retry: values.retry,
        parse: { evidence: 'auto', stitch: true, ocr: values.ocr },
        onFile: (file, state) => progress?.show(file, state),
        onFollowing: () => progress?.follow(),
      });
      progress?.end();
      const { text, problems } = describeIngest(report, values.db);
      process.stderr.write(problems);
      if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      else if (!values.quiet) process.stdout.write(text);
      return report.counts.exitCode;
    } finally {
      progress?.end();
      store.close();
    }
  },
};
