import { UsageError } from '../model/errors.ts';
import { defaultLimits } from '../pipeline/limits.ts';
import { commandOf } from './command.ts';
import { countOf, flag, numberOf, takes } from './options.ts';
import { tellTrouble } from './queue-options.ts';
import { jobsHelp, limitOptions, limitsOf } from './reading-options.ts';

const defaultGrace = 20;
/** Milliseconds that a database which cannot be had is still waited for when all is to end. */
const lastWords = 5000;

export const command = commandOf({
  name: 'work',
  help: `Examples:
  boardtrail work --queue postgres://boardtrail@db/papers                 read what is asked for there, until stopped
  boardtrail work --queue postgres://… --blobs /mnt/papers --jobs 4       four papers at a time, large ones from a folder

Usage: boardtrail work --queue ADDRESS [OPTION…]

Reads papers for "ingest --queue" and "collect --queue", on any number of machines. It needs nothing but the queue. Ctrl-C
or SIGTERM: it finishes what it reads, or gives it back; and it may be killed at any moment, for others read what it had.
It reads for its own version alone. Passwords belong in ~/.pgpass or PGPASSWORD: options can be seen by all users.
`,
  options: {
    queue: takes('ADDRESS the PostgreSQL database: postgres://user@host/database'),
    blobs: takes('PLACE where papers of more than 1 MB are: the folder that all machines share, or s3://bucket/prefix'),
    jobs: takes(jobsHelp, String(defaultLimits.size)),
    grace: takes(
      `SECONDS how long papers may be read on when it is to stop (default ${defaultGrace})`,
      String(defaultGrace),
    ),
    timeout: limitOptions.timeout,
    memory: limitOptions.memory,
    quiet: flag('print nothing but trouble'),
  },
  column: 22,
  async run({ values, positionals }) {
    if (positionals.length > 0)
      throw new UsageError('work takes no files; "boardtrail ingest --queue" asks for papers');
    if (values.queue === undefined) throw new UsageError('work needs --queue postgres://user@host/database');
    const { timeout, memory } = limitsOf({ ...values, 'max-size': limitOptions['max-size'].default });
    const size = countOf('--jobs', values.jobs);
    const grace = numberOf('--grace', values.grace, 0) * 1000;
    const { openQueue, work: workAt } = await import('../queue/index.ts');
    const stop = stopSignal();
    const queue = await openQueue({
      address: values.queue,
      blobs: values.blobs ?? null,
      // Beside those who read: who listens, and who says that they are alive.
      size: size + 3,
      patience: Number.POSITIVE_INFINITY,
      onTrouble: tellTrouble,
      signal: afterwards(stop, grace + lastWords),
    });
    try {
      if (!values.quiet) process.stderr.write(`At the queue, ${size} at a time. Stop with Ctrl-C.\n`);
      const papers = await workAt(queue, { size, timeout, memory, grace, stop, onTrouble: tellTrouble });
      if (!values.quiet) process.stderr.write(`Stopped; ${papers} papers were read.\n`);
    } finally {
      await queue.database.close();
    }
  },
});

/** Aborted by the first wish to stop; the second ends the process, as it would without us. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

/** Aborted some milliseconds after another signal. */
function afterwards(signal: AbortSignal, delay: number): AbortSignal {
  const later = new AbortController();
  signal.addEventListener('abort', () => setTimeout(() => later.abort(), delay).unref(), { once: true });
  return later.signal;
}
