import { hostname } from 'node:os';
import { version } from '../lib/version.ts';
import type { Queue } from './readings.ts';
import { jobs, tables } from './schema.ts';

/*
 * graphile-worker lets go of a killed worker's jobs after four hours. So each worker says every few seconds that it is
 * alive, and whoever is alive frees what is held by one that has not said so for longer. A worker that was only slow
 * loses nothing by it: the first answer to a paper counts.
 */

/** Milliseconds between a worker's signs of life. */
export const beatInterval = 2000;
/** After this a worker counts as gone. */
export const lostAfter = `interval '10 seconds'`;

/** A worker at a queue; `holder` is the name under which graphile-worker locks its jobs. */
export interface WorkerSign {
  readonly holder: string;
  readonly readers: number;
  /** Papers answered since it started. */
  readonly papers: number;
}

/** Says that a worker is alive. */
export async function beat({ database }: Queue, { holder, readers, papers }: WorkerSign): Promise<void> {
  await database.query(
    `INSERT INTO ${tables}.workers AS old (holder, host, pid, version, readers, papers) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (holder) DO UPDATE SET seen = now(), papers = excluded.papers`,
    [holder, hostname(), process.pid, version, readers, papers],
  );
}

/** Frees at once what a worker of this process holds, whose end nobody will see otherwise. */
export async function leave({ database }: Queue, holder: string): Promise<void> {
  await database.query(`SELECT ${jobs}.force_unlock_workers(ARRAY[$1])`, [holder]);
  await database.query(`DELETE FROM ${tables}.workers WHERE holder = $1`, [holder]);
}

/**
 * Frees the jobs of workers that are gone. Not in the first moments after the database started, when nobody has had the
 * time to say that they are alive.
 */
export async function freeLostJobs({ database }: Queue): Promise<void> {
  await database.query(
    `SELECT ${jobs}.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM ${jobs}.jobs
     WHERE locked_at < now() - ${lostAfter} AND pg_postmaster_start_time() < now() - ${lostAfter}
       AND locked_by NOT IN (SELECT holder FROM ${tables}.workers WHERE seen > now() - ${lostAfter})`,
  );
  await database.query(`DELETE FROM ${tables}.workers WHERE seen < now() - interval '1 hour'`);
}

/** How many workers of this version are at the queue. */
export async function countWorkers({ database }: Queue): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${tables}.workers WHERE version = $1 AND seen > now() - ${lostAfter}`,
    [version],
  );
  return row?.count ?? 0;
}
