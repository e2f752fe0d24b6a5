#!/usr/bin/env node
import type { Command } from './commands/command.ts';
import { version } from './lib/version.ts';
import { exitCode, UsageError } from './model/errors.ts';

/** What each command does, in a line; and how it is loaded, when it is called, so that `--help` does not pay for the parsers. */
const commands: Readonly<
  Record<string, readonly [summary: string, load: () => Promise<{ readonly command: Command }>]>
> = {
  ingest: ['take papers in, from files and folders', () => import('./commands/ingest.ts')],
  extract: ['read one paper and print what it says, without a database', () => import('./commands/extract.ts')],
  changes: ['what changed from paper to paper', () => import('./commands/changes.ts')],
  progress: [
    'status counts, slippage and silence over time, or at any day',
    () => import('./commands/progress-command.ts'),
  ],
  search: ['find words in what the plans say', () => import('./commands/search.ts')],
  compare: ['what several services were told alike, and how far each is', () => import('./commands/compare.ts')],
  fix: [
    'correct a value, a date, a service; say that a file is no paper; take that back',
    () => import('./commands/fix.ts'),
  ],
  forget: ['take a paper out and keep it out', () => import('./commands/forget.ts')],
  layouts: [
    'what the columns and labels of layouts stand for, as people said: list, export, import, forget',
    () => import('./commands/layouts.ts'),
  ],
  reextract: ['read stored papers again with a better reader', () => import('./commands/reextract.ts')],
  threads: ['decide which entries are one, and see one from paper to paper', () => import('./commands/threads.ts')],
  export: ['take the data away: workbook, CSV, JSON, Parquet', () => import('./commands/export.ts')],
  collect: ['pick up new papers from configured sources, made for cron', () => import('./commands/collect.ts')],
  feed: ['write what changed as an Atom feed', () => import('./commands/feed.ts')],
  report: ['one HTML page to look at, to print and to send on', () => import('./commands/report.ts')],
  serve: [
    'a local site: browse, search, see each value on its page, check and correct',
    () => import('./commands/serve.ts'),
  ],
  status: ['what is stored, which papers are overdue, what needs a look', () => import('./commands/status.ts')],
  work: ['read papers for other machines, at a queue', () => import('./commands/work.ts')],
  tables: ['print every table of a document as a grid', () => import('./commands/tables.ts')],
};

const help = `Examples:
  boardtrail ingest papers/                      read a folder of papers into output/boardtrail.db
  boardtrail changes --service "Essex"           what changed from paper to paper
  boardtrail export --format csv --out export/   take the data away
  boardtrail extract paper.pdf --json            one paper, no database

Usage: boardtrail COMMAND [OPTION…]      boardtrail COMMAND --help

Commands:
${Object.entries(commands)
  .map(([name, [summary]]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')}
`;

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === 'help' && rest[0] !== undefined) return main([rest[0], '--help']);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help);
    if (name !== undefined) return exitCode.well;
    throw new UsageError('a command is missing; it stands before all else, as in "boardtrail ingest papers/"');
  }
  if (name === '--version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    const { meant } = await import('./lib/nearest.ts');
    throw new UsageError(
      `there is no command "${name}"${meant(name, Object.keys(commands))}; "boardtrail --help" lists them`,
    );
  }
  const { keepCompiledCode } = await import('./lib/compiling.ts');
  keepCompiledCode();
  const { command } = await entry[1]();
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(rest);
}

/** Whoever reads the output has had enough (`| head`), or there is no room for it where it goes. */
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`boardtrail: what is printed cannot be written where it goes (${message})\n`);
  process.exit(1);
});
// There is nobody left to tell; the exit code still does.
process.stderr.on('error', () => undefined);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`boardtrail: ${error.message}\n`);
    process.exitCode = exitCode.usage;
  } else {
    const { databaseTrouble } = await import('./commands/database-trouble.ts');
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`boardtrail: ${databaseTrouble(error) ?? stack}\n`);
    process.exitCode = exitCode.fault;
  }
}
