import { printable } from '../lib/printable.ts';
import { UsageError } from '../model/errors.ts';
import type { Difference } from '../pipeline/differences.ts';
import { defaultLimits } from '../pipeline/limits.ts';
import { type RereadPaper, reread as readAgain } from '../pipeline/reread.ts';
import { openStore } from '../store/index.ts';
import type { Command } from './command.ts';
import { limitHelp, limitOptions, limitsOf } from './limits.ts';
import { defaultDatabase, numberOf, readArgs } from './options.ts';

const help = `Examples:
  boardtrail reread --dry-run       what a new version of boardtrail reads otherwise
  boardtrail reread                 let its readings take the place of those before
  boardtrail reread --all --ocr     every stored paper again, with character recognition

Usage: boardtrail reread [OPTION…]

Reads stored papers again, from the bytes in the database, where they were read by another version or with other
options. Entries stay on their threads, and what was decided of them stays. Where a paper cannot be read any more, the
reading before stays.

Options:
  --dry-run           say what would change and change nothing
  --all               also papers this version has read
  --ocr               read pages that are images by character recognition
  --jobs N            how many papers to read side by side (default: one a processor, here ${defaultLimits.size})
${limitHelp}
  --json              print what changed as JSON
  --db FILE           the database (default ${defaultDatabase})

Exit code 3 where papers could not be read, or only in part; each is named.
`;

export const reread: Command = {
  name: 'reread',
  summary: 'read stored papers again with this version',
  help,
  async run(args) {
    const { values, positionals } = readArgs('reread', args, {
      'dry-run': { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      ocr: { type: 'boolean', default: false },
      jobs: { type: 'string', default: String(defaultLimits.size) },
      json: { type: 'boolean', default: false },
      db: { type: 'string', default: defaultDatabase },
      ...limitOptions,
    });
    if (positionals.length > 0) throw new UsageError('reread takes no files; "boardtrail ingest" does');
    const size = Math.floor(numberOf('--jobs', values.jobs, 1));
    const { timeout, memory } = limitsOf(values);
    const store = openStore(values.db);
    try {
      const papers = await readAgain(store, {
        timeout,
        memory,
        size,
        parse: { evidence: 'auto', stitch: true, ocr: values.ocr },
        all: values.all,
        dryRun: values['dry-run'],
        onPaper: ({ file, differences }, { done, papers: all }) => {
          process.stderr.write(`${done}/${all} ${printable(file)}: ${differences.length} differences\n`);
        },
      });
      process.stdout.write(values.json ? `${JSON.stringify(papers, null, 2)}\n` : describe(papers, values['dry-run']));
      for (const paper of papers.filter(({ outcome }) => outcome !== 'ok')) process.stderr.write(trouble(paper));
      return papers.every(({ outcome }) => outcome === 'ok') ? 0 : 3;
    } finally {
      store.close();
    }
  },
};

function describe(papers: readonly RereadPaper[], dryRun: boolean): string {
  if (papers.length === 0) return 'No paper to read again: this version has read them all. --all reads them anyway.\n';
  const changed = papers.filter(({ differences }) => differences.length > 0);
  const lines = changed.map(
    ({ file, differences }) =>
      `${printable(file)}\n${differences.map((difference) => describeDifference(difference)).join('')}`,
  );
  const verb = dryRun ? 'would read otherwise' : 'read otherwise';
  return `${lines.join('')}${papers.length} papers read again, ${changed.length} ${verb}.\n`;
}

function describeDifference({ entryId, field, before, after }: Difference): string {
  const place = [entryId ?? 'paper', field].join(' ');
  return `  ${place}\n    - ${printable(before ?? '(nothing)')}\n    + ${printable(after ?? '(nothing)')}\n`;
}

function trouble({ file, outcome, taken, problem, fault }: RereadPaper): string {
  const words = outcome === 'partial' ? 'read only in part' : taken ? 'failed' : 'failed; the reading before stays';
  const why = problem === null ? '' : `\n  ${printable(problem)}`;
  return `${printable(file)}: ${words}${why}\n${fault === null ? '' : `${fault}\n`}`;
}
