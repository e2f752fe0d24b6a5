import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { openPool, type Pool, type PoolOptions } from '../../src/pipeline/pool.ts';
import type { ReadingAnswer, ReadingTask } from '../../src/pipeline/reading.ts';

const script = new URL('../support/reader-of-woes.ts', import.meta.url);
const pools: Pool[] = [];
afterAll(() => {
  for (const pool of pools) pool.close();
});

function poolOf(options: Partial<PoolOptions> = {}): Pool {
  const pool = openPool({ size: 1, timeout: 30_000, memory: 256, script, ...options });
  pools.push(pool);
  return pool;
}

function task(name: string): ReadingTask {
  const file = { name: `${name}.pdf`, path: `/papers/${name}.pdf`, bytes: Buffer.from(name), sha256: 'a'.repeat(64) };
  return { file, options: defaultParseOptions };
}

const codeOf = (answer: ReadingAnswer) => (answer.ok ? 'ok' : answer.code);

describe('a reader that', () => {
  const pool = poolOf({ size: 2, timeout: 5_000 });
  test.each([
    ['reads', 'good', 'ok', /^$/],
    ['throws what the parser knows', 'parse', 'pdf/encrypted', /^The paper is locked/],
    ['throws what it does not know', 'throw', 'ingest/reader-fault', /cannot read this.*report/],
    ['asks for an impossible array', 'length', 'ingest/out-of-memory', /Invalid array length/],
    ['fills its heap with one array', 'array', 'ingest/out-of-memory', /fit into 256 MB .*--memory/],
    ['fills its heap with strings', 'strings', 'ingest/out-of-memory', /fit into 256 MB/],
    ['fills memory outside its heap', 'buffers', 'ingest/out-of-memory', /fit into 256 MB/],
    ['aborts', 'abort', 'ingest/crash', /SIGABRT/],
    ['exits', 'exit', 'ingest/crash', /code 7/],
    ['leaves a promise rejected', 'reject', 'ingest/crash', /code 1/],
    ['never ends', 'hang', 'ingest/timeout', /longer than 5 s.*--timeout/],
    ['waits for ever', 'sleep', 'ingest/timeout', /longer than 5 s/],
  ])('%s is answered for, and the next paper is read', async (_, name, code, message) => {
    const [answer, next] = await Promise.all([pool.read(task(name)), pool.read(task('good'))]);
    expect(codeOf(answer)).toBe(code);
    if (!answer.ok) expect(answer.message).toMatch(message);
    expect(codeOf(next)).toBe('ok');
    expect(codeOf(await pool.read(task('good')))).toBe('ok');
  });
});

test('a paper does not pay for what papers before it left behind', async () => {
  const pool = poolOf();
  expect(codeOf(await pool.read(task('leak')))).toBe('ok');
  expect(codeOf(await pool.read(task('leak')))).toBe('ok');
  expect(codeOf(await pool.read(task('leak')))).toBe('ok');
});

test('a paper that breaks a used reader breaks a fresh one too', async () => {
  const pool = poolOf();
  expect(codeOf(await pool.read(task('good')))).toBe('ok');
  expect(codeOf(await pool.read(task('abort')))).toBe('ingest/crash');
});

test('many papers go through few readers', async () => {
  const pool = poolOf({ size: 2 });
  const names = Array.from({ length: 30 }, (_, index) => (index % 10 === 3 ? 'exit' : 'good'));
  const answers = await Promise.all(names.map((name) => pool.read(task(name))));
  expect(answers.map(codeOf)).toEqual(names.map((name) => (name === 'exit' ? 'ingest/crash' : 'ok')));
});

test('a reader ends when its parent is killed, busy without end or not', async () => {
  const parent = `
    import { openPool } from ${JSON.stringify(new URL('../../src/pipeline/pool.ts', import.meta.url).href)};
    import { execFileSync } from 'node:child_process';
    const pool = openPool({ size: 2, timeout: 600_000, memory: 256, script: new URL(${JSON.stringify(script.href)}) });
    pool.read(${JSON.stringify({ ...task('hang'), file: { ...task('hang').file, bytes: null } })});
    pool.read(${JSON.stringify({ ...task('sleep'), file: { ...task('sleep').file, bytes: null } })});
    setTimeout(() => console.log(execFileSync('pgrep', ['-P', String(process.pid), '-f', 'woes']).toString()), 1500);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const readers = String(line).trim().split('\n').map(Number);
  expect(readers).toHaveLength(2);
  child.kill('SIGKILL');
  await expect.poll(() => readers.filter(isRunning), { timeout: 10_000 }).toEqual([]);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
