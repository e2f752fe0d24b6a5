import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectRoot, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { takeIn } from '../support/take-in.ts';
import { rowsOf } from './open-site.ts';

const deed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      at: fc.nat(50),
      field: fc.constantFrom('lead', 'progress'),
      isCut: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), at: fc.nat(50), isCut: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read again' as const), after: fc.nat(900) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** A site in a process of its own, which can be killed. */
interface Running {
  readonly address: string;
  readonly process: ChildProcess;
}

async function start(database: string): Promise<Running> {
  const child = spawn(
    process.execPath,
    [path.join(projectRoot, 'src/cli.ts'), 'serve', '--db', database, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  for await (const address of createInterface(child.stdout)) return { address, process: child };
  throw new Error('the site did not start');
}

async function kill({ process: child }: Running): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

interface Said {
  readonly id: number;
  readonly entry: string;
  readonly field: string;
  readonly value: string;
}

const saidIn = (database: string) =>
  rowsOf<Said>(
    database,
    "SELECT id, entry_id AS entry, field, json_extract(value, '$') AS value FROM corrections WHERE undone IS NULL AND replaced_by IS NULL ORDER BY id",
  );
const entriesIn = (database: string) =>
  rowsOf<{ id: string; lead: string | null; progress: string | null }>(
    database,
    'SELECT id, lead, progress FROM entries ORDER BY id',
  );
const plainValues = (said: readonly Said[]) =>
  said.map(({ entry, field, value }) => `${entry} ${field} ${value}`).toSorted();

test('whatever is said through the site, undone or not, read again and killed on the way: nothing is lost or doubled', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 16, maxLength: 20 }), async (deeds) => {
      const database = path.join(temporaryFolder(), 'plans.db');
      await takeIn(database, path.join(projectRoot, 'fixtures/series/thornbeck-2024-03.html'));
      const asRead = entriesIn(database);
      let site = await start(database);
      try {
        for (const [number, one] of deeds.entries()) {
          const before = saidIn(database);
          const [address, body, after] = formOf(
            one,
            number,
            before,
            asRead.map(({ id }) => id),
          );
          if (one.do === 'read again') await readAgain(database, one.after);
          else if (address === null) continue;
          else if (!one.isCut) expect((await post(site, address, body)).status).toBe(303);
          else {
            // The answer may come before the kill or not; what was asked is done whole or not at all.
            const asked = post(site, address, body).catch(() => null);
            await new Promise((resolve) => setTimeout(resolve, number % 4));
            await kill(site);
            await asked;
            site = await start(database);
          }
          const now = plainValues(saidIn(database));
          const isDone = 'isCut' in one && one.isCut ? [plainValues(before), plainValues(after)] : [plainValues(after)];
          expect(isDone).toContainEqual(now);
          expectShown(database, asRead);
        }
        for (let left = saidIn(database); left.length > 0; left = saidIn(database))
          await post(site, 'undo', { id: String(left.at(-1)?.id) });
        expect(entriesIn(database)).toEqual(asRead);
      } finally {
        await kill(site);
      }
    }),
    { numRuns: 1, endOnFailure: true },
  );
});

/** The form of a deed, and what should stand after it. */
function formOf(
  one: Deed,
  number: number,
  before: readonly Said[],
  ids: readonly string[],
): readonly [address: string | null, body: Readonly<Record<string, string>>, after: readonly Said[]] {
  if (one.do === 'read again') return [null, {}, before];
  if (one.do === 'undo') {
    // The last word on a value, so that none that it took the place of stands again.
    const chosen = before[one.at % Math.max(1, before.length)];
    return chosen === undefined
      ? [null, {}, before]
      : ['undo', { id: String(chosen.id) }, before.filter((said) => said !== chosen)];
  }
  const entry = ids.filter((id) => before.every((said) => said.entry !== id || said.field !== one.field))[
    one.at % ids.length
  ];
  if (entry === undefined) return [null, {}, before];
  const value = `Word ${number}`;
  const body = { target: entry, verdict: 'correct', [`was-${one.field}`]: '', [`set-${one.field}`]: value };
  return ['say', body, [...before, { id: 0, entry, field: one.field, value }]];
}

function post({ address }: Running, to: string, body: Readonly<Record<string, string>>): Promise<Response> {
  const headers = { origin: new URL(address).origin, 'content-type': 'application/x-www-form-urlencoded' };
  return fetch(`${address}${to}`, { method: 'POST', headers, body: new URLSearchParams(body), redirect: 'manual' });
}

/** Reads the papers again; killed after so many milliseconds where that is soon. */
async function readAgain(database: string, after: number): Promise<void> {
  await runCli(['reextract', '--db', database], {
    watch: (child) => void (after < 600 && setTimeout(() => child.kill('SIGKILL'), after)),
  });
}

/** Every value shows what stands of it, and what was read where nothing does. */
function expectShown(database: string, asRead: ReturnType<typeof entriesIn>): void {
  const said = saidIn(database);
  const wanted = asRead.map((entry) => ({
    ...entry,
    ...Object.fromEntries(said.filter((one) => one.entry === entry.id).map(({ field, value }) => [field, value])),
  }));
  expect(entriesIn(database)).toEqual(wanted);
}
