import type { QueueDatabase } from './database.ts';
import { wanted } from './wanted.ts';

/** Our tables; a queue of another make has another name, and both can stand in one database. */
export const tables = 'boardtrail_queue_1';
/** The tables of `graphile-worker`: of its own version, and not those of other programs in the same database. */
export const jobs = 'boardtrail_jobs';

/** Any number that no other program locks. */
const setupLock = 0x626f6172;

const setup = `
CREATE SCHEMA IF NOT EXISTS ${tables};
SET search_path TO ${tables};

-- The papers whose bytes workers may ask for. 'database': in pieces below; 'blobs': where --blobs says.
CREATE TABLE IF NOT EXISTS papers (
  sha256 text PRIMARY KEY,
  size bigint NOT NULL,
  place text NOT NULL CHECK (place IN ('database', 'blobs')),
  put timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS pieces (
  sha256 text NOT NULL REFERENCES papers ON DELETE CASCADE,
  piece int NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (sha256, piece)
);
-- Papers are packed already.
ALTER TABLE pieces ALTER bytes SET STORAGE EXTERNAL;

-- What is asked of workers and what they answer; jobs only say what to do next.
CREATE TABLE IF NOT EXISTS readings (
  manner text NOT NULL,
  sha256 text NOT NULL,
  asked timestamptz NOT NULL DEFAULT now(),
  job bigint,
  tries int NOT NULL DEFAULT 0,
  started timestamptz,
  worker text,
  answered timestamptz,
  ok boolean,
  answer bytea,
  taken timestamptz,
  PRIMARY KEY (manner, sha256)
);
ALTER TABLE readings ALTER answer SET STORAGE EXTERNAL;
CREATE INDEX IF NOT EXISTS readings_of_papers ON readings (sha256);
CREATE INDEX IF NOT EXISTS readings_answered ON readings (answered);

-- Workers that are alive, and what they said last. "holder": under which name graphile-worker locks their jobs.
CREATE TABLE IF NOT EXISTS workers (
  holder text PRIMARY KEY,
  host text NOT NULL,
  pid int NOT NULL,
  version text NOT NULL,
  readers int NOT NULL,
  started timestamptz NOT NULL DEFAULT now(),
  seen timestamptz NOT NULL DEFAULT now(),
  papers bigint NOT NULL DEFAULT 0
);
SET search_path TO DEFAULT;
`;

/** Makes the tables where they are not there yet; any number of programs may do so at once. */
export async function prepare(database: QueueDatabase): Promise<void> {
  const { runMigrations } = await wanted('graphile-worker', () => import('graphile-worker'));
  await database.transaction(async (query) => {
    await query(`SELECT pg_advisory_xact_lock(${setupLock})`);
    const [{ ready } = { ready: false }] = await query<{ ready: boolean }>(
      `SELECT to_regclass('${tables}.workers') IS NOT NULL AS ready`,
    );
    // On a connection of its own, so it is done before the lock is let go.
    await runMigrations({ pgPool: database.connections, schema: jobs });
    if (!ready) await query(setup);
  });
}
