import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

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
