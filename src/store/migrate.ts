import type { Database } from 'better-sqlite3';
import { applicationId } from '../lib/own-mark.ts';
import { UsageError } from '../model/errors.ts';
import { explained } from './about.ts';
import { latestOfAll } from './latest.ts';
import { migrations } from './migrations/index.ts';
import { fieldViews } from './views.ts';

/**
 * Brings the database to the version this program knows, one transaction for all that is missing, so that a kill on
 * the way leaves the old version whole; two processes may do it at once.
 * @param file named in messages
 * @throws UsageError where it was made by a newer version, or by another program
 */
export function migrate(db: Database, file: string, steps: readonly string[] = migrations): void {
  if (isCurrent(db, file, steps.length)) return;
  db.transaction(() => {
    if (isCurrent(db, file, steps.length)) return;
    for (const sql of steps.slice(versionOf(db))) db.exec(explained(sql));
    if (steps === migrations) db.exec(`${fieldViews()}\n${latestOfAll}`);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${steps.length}`);
  }).immediate();
}

/**
 * Checks without writing that the database is boardtrail's.
 * @returns true where no migration is missing
 * @throws UsageError where it was made by a newer version, or by another program
 */
export function isCurrent(db: Database, file: string, latest = migrations.length): boolean {
  const version = versionOf(db);
  const owner = db.pragma('application_id', { simple: true });
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (owner !== applicationId && (version !== 0 || owner !== 0 || tables !== 0)) {
    throw new UsageError(`${file} is a database of another program; name another one with --db`);
  }
  if (version > latest) {
    throw new UsageError(
      `${file} was written by a newer boardtrail (its version is ${version}, this one knows ${latest}); ` +
        'update boardtrail, or name another database with --db',
    );
  }
  return version === latest;
}

function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
