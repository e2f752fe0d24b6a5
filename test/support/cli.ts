import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Command } from '../../src/commands/command.ts';
import { UsageError } from '../../src/model/errors.ts';

export const projectRoot = path.join(import.meta.dirname, '../..');

export interface CliResult {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `boardtrail ARGS` as a user would, from the project's folder; `watch` sees the process while it runs. */
export async function runCli(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; uid?: number; watch?: (child: ChildProcess) => void } = {},
): Promise<CliResult> {
  const { cwd = projectRoot, env = {}, uid, watch } = options;
  const child = spawn(process.execPath, [path.join(projectRoot, 'src/cli.ts'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  watch?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}

/**
 * What `runCli` gives for a command, run in this process: for tests of what commands say and store, which need not wait for a
 * process that starts. One at a time, and without the words of `cli.ts` itself.
 */
export async function callCli([name = '', ...args]: readonly string[]): Promise<
  Pick<CliResult, 'status' | 'stdout' | 'stderr'>
> {
  const file = name === 'progress' ? 'progress-command' : name;
  const { command } = (await import(`../../src/commands/${file}.ts`)) as { readonly command: Command };
  const [stdout, stderr] = [keepWritten(process.stdout), keepWritten(process.stderr)];
  let status = 0;
  let refusal = '';
  try {
    status = await command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    status = 2;
    refusal = `boardtrail: ${error.message}\n`;
  } finally {
    stdout.end();
    stderr.end();
  }
  return { status, stdout: stdout.text(), stderr: stderr.text() + refusal };
}

const nodeWarning = /^\(node:\d+\) |^\(Use `node --trace-warnings/;

/** Keeps what is written to a stream, instead of passing it on, until it is ended. */
function keepWritten(stream: NodeJS.WriteStream): { readonly text: () => string; readonly end: () => void } {
  const pieces: Buffer[] = [];
  const write = stream.write;
  stream.write = (piece: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    // What Node warns of is of this process, in which other tests run too, and none of the command's words.
    if (nodeWarning.test(String(piece))) return write.call(stream, piece as string);
    pieces.push(Buffer.from(piece as string));
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done as () => void);
    return true;
  };
  return {
    text: () => Buffer.concat(pieces).toString('utf8'),
    end: () => {
      stream.write = write;
    },
  };
}
