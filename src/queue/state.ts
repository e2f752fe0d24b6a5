import type { Queue } from './readings.ts';
import { tables } from './schema.ts';
import { lostAfter } from './workers.ts';

/** What is asked for in one manner of reading, and who of its version is there. */
export interface MannerState {
  /** Version, options, and what people taught (see `mannerOf`). */
  readonly manner: string;
  /** Papers that nobody reads yet, and since when the longest of them waits: ISO 8601, null where none does. */
  readonly waiting: number;
  readonly since: string | null;
  readonly reading: number;
  /** Papers that are answered, and not yet fetched by who asked. */
  readonly answered: number;
  /** Answers of the last ten minutes and of those days that nobody came for: all, and failures among them. */
  readonly kept: number;
  readonly failed: number;
  /** True where workers of this version are at the queue. */
  readonly served: boolean;
}

export interface WorkerState {
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  readonly readers: number;
  readonly papers: number;
  readonly started: string;
  readonly seen: string;
  /** False where it has not been heard of for so long that others took what it had. */
  readonly alive: boolean;
}

/** A queue as it stands. */
export interface QueueState {
  readonly asked: readonly MannerState[];
  readonly workers: readonly WorkerState[];
  /** Bytes that the queue takes in the database. */
  readonly bytes: number;
}

export async function queueState({ database }: Queue): Promise<QueueState> {
  const asked = await database.query<MannerState>(
    `SELECT manner,
       count(*) FILTER (WHERE answered IS NULL AND NOT begun)::int AS waiting,
       to_json(min(asked) FILTER (WHERE answered IS NULL AND NOT begun)) #>> '{}' AS since,
       count(*) FILTER (WHERE answered IS NULL AND begun)::int AS reading,
       count(*) FILTER (WHERE answered IS NOT NULL AND taken IS NULL)::int AS answered,
       count(*) FILTER (WHERE answered IS NOT NULL)::int AS kept,
       count(*) FILTER (WHERE NOT ok)::int AS failed,
       EXISTS (SELECT FROM ${tables}.workers
         WHERE seen > now() - ${lostAfter} AND split_part(manner, ',', 1) = 'boardtrail ' || version) AS served
     FROM (SELECT *, EXISTS (SELECT FROM ${tables}.workers
         WHERE holder = worker AND seen > now() - ${lostAfter}) AND tries > 0 AS begun
       FROM ${tables}.readings) AS readings
     GROUP BY manner ORDER BY manner`,
  );
  const workers = await database.query<WorkerState>(
    `SELECT host, pid, version, readers, papers::int AS papers, to_json(started) #>> '{}' AS started,
       to_json(seen) #>> '{}' AS seen, seen > now() - ${lostAfter} AS alive
     FROM ${tables}.workers ORDER BY host, pid, started`,
  );
  const [size] = await database.query<{ bytes: number }>(
    `SELECT sum(pg_total_relation_size(oid))::float8 AS bytes FROM pg_class
     WHERE relkind = 'r' AND relnamespace = '${tables}'::regnamespace`,
  );
  return { asked, workers, bytes: size?.bytes ?? 0 };
}
