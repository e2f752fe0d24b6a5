import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../src/lib/version.ts';
import { UsageError } from '../../src/model/errors.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { ReadingAnswer } from '../../src/pipeline/reading.ts';
import { queueState } from '../../src/queue/index.ts';
import { wanted } from '../../src/queue/wanted.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { noPostgres, type Postgres, startPostgres } from '../support/queue/postgres.ts';
import { askerAt, paperOf, queueAt, workerAt } from '../support/queue/queue.ts';

let postgres: Postgres;

const codeOf = (answer: ReadingAnswer) => (answer.ok ? 'ok' : answer.code);
const taskOf = (words: string, size?: number) => ({ file: paperOf(words, size), options: defaultParseOptions });
const sql = (statement: string) => postgres.sql(statement);
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
};
const isBegun = (words: string) => () =>
  sql(`SELECT tries FROM boardtrail_queue_1.readings WHERE sha256 = '${paperOf(words).sha256}'`) === '1';

describe.skipIf(noPostgres !== null)('over a queue', () => {
  beforeAll(async () => {
    postgres = startPostgres();
    await (await queueAt(postgres.address)).database.close();
  });
  afterAll(() => postgres.stop());

  test('papers come back as they were read, under the names that they have where they were asked for', async () => {
    await workerAt(postgres.address);
    const asker = await askerAt(postgres.address);
    const answers = await Promise.all(['plain', 'strange', 'exit'].map((words) => asker.read(taskOf(words))));
    expect(answers.map(codeOf)).toEqual(['ok', 'ok', 'ingest/crash']);
    const [, strange] = answers;
    expect(strange?.ok && strange.extraction.paper.file).toBe('a.txt');
    // Neither is text to PostgreSQL.
    expect(strange?.ok && strange.extraction.entries[0]?.finding).toBe('half a pair \ud83d and a \u0000 in it');
  });

  test('what two ask for at once is read once', async () => {
    const askers = [await askerAt(postgres.address), await askerAt(postgres.address)];
    const answers = askers.map((asker) => asker.read(taskOf('twice')));
    const worker = await workerAt(postgres.address);
    expect((await Promise.all(answers)).map(codeOf)).toEqual(['ok', 'ok']);
    expect(await worker.stop()).toBe(1);
  });

  test('a worker that is to stop ends what it reads', async () => {
    const asker = await askerAt(postgres.address);
    const worker = await workerAt(postgres.address);
    const answer = asker.read(taskOf('slow'));
    await until(isBegun('slow'));
    expect(await worker.stop()).toBe(1);
    expect(codeOf(await answer)).toBe('ok');
  });

  test('a worker that is to stop gives back what takes longer than its grace, and the rest of its batch', async () => {
    const asker = await askerAt(postgres.address);
    const worker = await workerAt(postgres.address, { grace: 100 });
    // In one batch, in order of their ids.
    const words = ['long a', 'long b'].sort((a, b) => (paperOf(a).sha256 < paperOf(b).sha256 ? -1 : 1));
    const answers = words.map((one) => asker.read(taskOf(one)));
    await until(isBegun(words[0] ?? ''));
    expect(await worker.stop()).toBe(0);
    const ids = words.map((one) => `'${paperOf(one).sha256}'`).join();
    expect(sql(`SELECT sum(tries) FROM boardtrail_queue_1.readings WHERE sha256 IN (${ids})`)).toBe('0');
    expect(sql('SELECT count(*), count(locked_at) FROM boardtrail_jobs.jobs')).toBe('1|0');
    sql('TRUNCATE boardtrail_queue_1.readings; DELETE FROM boardtrail_jobs._private_jobs');
    asker.close();
    void Promise.allSettled(answers);
  });

  test('what a killed worker had is read by another', async () => {
    const asker = await askerAt(postgres.address);
    const answer = asker.read(taskOf('held'));
    await until(() => sql('SELECT count(*) FROM boardtrail_jobs.jobs') === '1');
    sql(
      `UPDATE boardtrail_jobs._private_jobs SET locked_by = 'pool-of-the-killed', locked_at = now() - interval '1 minute'`,
    );
    await workerAt(postgres.address);
    expect(codeOf(await answer)).toBe('ok');
  });

  test('a paper over which three workers ended fails by name, and is read anew when it is asked for again', async () => {
    const asker = await askerAt(postgres.address);
    const answer = asker.read(taskOf('poison'));
    await until(() => sql('SELECT count(*) FROM boardtrail_jobs.jobs') === '1');
    sql(`UPDATE boardtrail_queue_1.readings SET tries = 3 WHERE sha256 = '${paperOf('poison').sha256}'`);
    await workerAt(postgres.address);
    const failed = await answer;
    expect(codeOf(failed)).toBe('ingest/workers-lost');
    expect(!failed.ok && failed.message).toMatch(/^3 workers ended/);
    expect(codeOf(await asker.read(taskOf('poison')))).toBe('ok');
  });

  test('a worker of one version leaves the papers of another alone, and status says that nobody is there for them', async () => {
    sql(`INSERT INTO boardtrail_queue_1.readings (manner, sha256) VALUES ('boardtrail 9.9.9', '${'9'.repeat(64)}');
      SELECT boardtrail_jobs.add_job('read by boardtrail 9.9.9', '{"papers":[]}')`);
    const asker = await askerAt(postgres.address);
    await workerAt(postgres.address);
    expect(codeOf(await asker.read(taskOf('of this version')))).toBe('ok');
    expect(sql('SELECT task_identifier, attempts FROM boardtrail_jobs.jobs')).toBe('read by boardtrail 9.9.9|0');
    const state = await queueState(await queueAt(postgres.address));
    expect(state.asked.map(({ manner, waiting, served }) => ({ manner, waiting, served }))).toEqual([
      { manner: `boardtrail ${version}`, waiting: 0, served: true },
      { manner: 'boardtrail 9.9.9', waiting: 1, served: false },
    ]);
    const { status, stdout } = await runCli(['status', '--queue', postgres.address]);
    expect(stdout).toMatch(
      /^1 worker with 1 reader; .*\n.*\nboardtrail 9\.9\.9: 1 waiting .*\n {2}No worker of this version/,
    );
    expect(status).toBe(3);
    sql('DELETE FROM boardtrail_jobs._private_jobs');
  });

  test('large papers go by the shared folder; one that is damaged there is sent again', async () => {
    const blobs = temporaryFolder();
    const asker = await askerAt(postgres.address, blobs);
    const answer = asker.read(taskOf('large', 1_500_000));
    const files = () => globSync(`${blobs}/*/*`);
    await until(() => files().length === 1 && sql('SELECT count(*) FROM boardtrail_jobs.jobs') === '1');
    expect(path.basename(files()[0] ?? '')).toBe(paperOf('large', 1_500_000).sha256);
    writeFileSync(files()[0] ?? '', 'something else');
    await workerAt(postgres.address, { blobs });
    expect(codeOf(await answer)).toBe('ok');
    expect(readFileSync(files()[0] ?? '').length).toBe(1_500_000);
    expect(readdirSync(blobs)).toHaveLength(1);
  });

  test('a worker that cannot have the bytes says so', async () => {
    const asker = await askerAt(postgres.address, temporaryFolder());
    await workerAt(postgres.address);
    expect(codeOf(await asker.read(taskOf('elsewhere', 1_500_000)))).toBe('ingest/bytes-lost');
  });
});

test.each([
  ['no address', ['ingest', 'fixtures/series', '--queue', 'somewhere'], /--queue takes the address/],
  ['blobs without a queue', ['ingest', 'fixtures/series', '--blobs', '/tmp'], /--blobs goes with --queue/],
  ['work without a queue', ['work'], /work needs --queue/],
])('%s is told in one line', async (_, args, message) => {
  const { status, stderr } = await runCli([...args, ...(args[0] === 'ingest' ? ['--db', ':memory:'] : [])]);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});

test('a package that is not installed is named', async () => {
  const name = 'graphile-worker-that-is-not-there';
  await expect(wanted('graphile-worker', () => import(name))).rejects.toThrow(UsageError);
});

test('without --queue nothing of it is loaded', async () => {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load: (url, context, next) => { process.stderr.write(url + '\\n'); return next(url, context); } });`;
  const { stderr } = await runCli(['ingest', 'fixtures/series', '--db', ':memory:', '--quiet'], {
    env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(hook)}` },
  });
  expect(stderr).toContain('src/pipeline/ingest.ts');
  expect(
    stderr.split('\n').filter((url) => /src\/queue\/|node_modules\/(?:pg|graphile-worker|aws4fetch)\//.test(url)),
  ).toEqual([]);
});
