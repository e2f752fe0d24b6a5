import { inLittleMemory } from '../lib/little-memory.ts';
import { UsageError } from '../model/errors.ts';
import { openSite, type ServeOptions } from '../site/server.ts';
import { commandOf } from './command.ts';
import { today } from './dates.ts';
import { databaseOption, defaultDatabase, flag, numberOf, takes } from './options.ts';
import { glanceAtStore } from './with-store.ts';

const defaultPort = 8420;

export const command = commandOf({
  name: 'serve',
  help: `Examples:
  boardtrail serve                        open the site over ${defaultDatabase} and print its address
  boardtrail serve --read-only            only to look; nothing can be changed
  boardtrail serve --port 0               on any port that is free

Usage: boardtrail serve [OPTION…]

Browse, filter and search entries, see each value on the picture of its page, check and correct what was read. Only this
computer can open the site, and only with the token in the address. Stop it with Ctrl-C; "ingest" can run meanwhile.
`,
  options: {
    port: takes(`NUMBER the port (default ${defaultPort}); 0 for any that is free`, String(defaultPort)),
    token: takes('WORD the token, so that addresses stay the same the next time (default: a new one each time)'),
    'read-only': flag('nothing can be changed'),
    ...databaseOption,
  },
  instead: '--db',
  async run({ values }) {
    const port = numberOf('--port', values.port, 0);
    if (!Number.isInteger(port) || port > 65_535) throw new UsageError('--port takes a whole number up to 65535');
    if (values.token !== undefined && !/^[\w-]{8,100}$/.test(values.token))
      throw new UsageError('--token takes 8 to 100 letters, digits, "-" and "_"');
    const options: ServeOptions = {
      database: values.db,
      port,
      token: values.token ?? null,
      isReadOnly: values['read-only'],
      today: () => today(),
      onFault: (error) => process.stderr.write(`boardtrail: ${error instanceof Error ? error.stack : String(error)}\n`),
    };
    // Whoever looks is told where the job that collects has stopped.
    await glanceAtStore(values.db, () => undefined);
    // It may stand open for days beside everything else.
    await inLittleMemory(() => openUntilStopped(options));
  },
});

async function openUntilStopped(options: ServeOptions): Promise<void> {
  const site = await openSite(options).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && /^E(ADDRINUSE|ACCES)$/.test(String(error.code)))
      throw new UsageError(
        `port ${options.port} cannot be had (${error.message}); name another with --port, or 0 for any`,
      );
    throw error;
  });
  // Before the address is known: whoever reads it may stop the site at once.
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  process.stdout.write(`${site.address}\n`);
  process.stderr.write('Open this address in a browser; stop the site with Ctrl-C.\n');
  await stopped;
  await site.close();
}
