import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL of its own, on a socket in its folder; it loses nothing by crashes, and syncs no disk. */
export interface Postgres {
  /** For `--queue`. */
  readonly address: string;
  /** Runs statements; what they print. */
  sql(statement: string): string;
  /** Kills all its processes at once, as a crash would, and starts it again. */
  crash(): void;
  /** Seconds of processor time that all its processes have used, those that have ended too; Linux alone tells. */
  processorTime(): number;
  /** Ends it and removes its folder. */
  stop(): void;
}

const folderOfPrograms = globSync('/usr/lib/postgresql/*/bin')
  .toSorted()
  .findLast((folder) => existsSync(path.join(folder, 'initdb')));

/** Why there is no PostgreSQL for tests; null where there is one. */
export const noPostgres = folderOfPrograms === undefined ? 'PostgreSQL is not installed (Debian: postgresql)' : null;

/** Makes one, in a new folder, and starts it. */
export function startPostgres(): Postgres {
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(path.join(tmpdir(), 'bt-postgres-'));
  // It refuses to run as root; Debian's package brings a user for it.
  const owner = isRoot ? Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })) : null;
  if (owner !== null) chownSync(folder, owner, owner);
  const run = (program: string, ...args: readonly string[]): string => {
    const command = path.join(folderOfPrograms ?? '', program);
    const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', command, ...args] : [command, ...args];
    return execFileSync(first ?? '', rest, { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const data = path.join(folder, 'data');
  const log = path.join(folder, 'log');
  const settings = `-k ${folder} -c listen_addresses='' -c fsync=off -c max_connections=60`;
  const start = () => run('pg_ctl', '-D', data, '-o', settings, '-l', log, '-w', 'start', '-s');
  run('initdb', '-D', data, '-A', 'trust', '-U', 'boardtrail', '-N', '--no-instructions');
  start();
  return {
    address: `postgres://boardtrail@/postgres?host=${folder}`,
    sql: (statement) => run('psql', '-h', folder, '-U', 'boardtrail', '-d', 'postgres', '-Atc', statement).trim(),
    crash: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop', '-s');
      start();
    },
    processorTime: () => processorTime(Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])),
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop', '-s');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Seconds of processor time of a process, its children that have ended, and those that have not (proc(5): utime, stime,
 * cutime, cstime).
 */
export function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) / 100;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + processorTime(Number(child)), own);
}
