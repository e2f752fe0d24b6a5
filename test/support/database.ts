import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';

/** A new folder; who makes it removes it. */
export function makeTemporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'boardtrail-test-'));
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Columns that tell when or in what order a row was written, not what it says. */
const incidental = /^(id|run_id|finding_id|plan_id|action_id|statement_id|rowid)$/;

/** Where a number of a row stands for something that lasts. */
const lasting: Readonly<Record<string, string>> = {
  findings: '(SELECT position FROM plans WHERE plans.id = t.plan_id) AS plan_position',
  actions: '(SELECT position FROM findings WHERE findings.id = t.finding_id) AS finding_position',
  updates: '(SELECT entry_id FROM actions WHERE actions.id = t.action_id) AS entry_id',
  places: `(SELECT entry_id FROM actions WHERE actions.id = t.action_id) AS entry_id,
    (SELECT paper_id || '/' || position FROM statements WHERE statements.id = t.statement_id) AS statement`,
};

/**
 * Everything a database says, one row a line in an order of its own, without numbers of rows and times of runs: equal
 * for two databases that hold the same, however they came to. The table of runs is left out.
 */
export function dumpContent(file: string): readonly string[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all()
      .filter((name) => name !== 'runs' && !/^entries_search_/.test(name));
    return tables.flatMap((table) => rowsOf(db, table)).sort();
  } finally {
    db.close();
  }
}

function rowsOf(db: Sqlite.Database, table: string): readonly string[] {
  const more = lasting[table] === undefined ? '' : `, ${lasting[table]}`;
  return db
    .prepare<[], Record<string, unknown>>(`SELECT t.*${more} FROM ${table} t`)
    .all()
    .map((row) => {
      const kept = Object.entries(row).filter(
        ([column]) => !incidental.test(column) || (table === 'papers' && column === 'id'),
      );
      const values = kept.map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('base64') : value]);
      return `${table} ${JSON.stringify(Object.fromEntries(values))}`;
    });
}

/** Lines that only one of two dumps has, marked with `<` or `>`. */
export function differences(left: readonly string[], right: readonly string[]): readonly string[] {
  const inLeft = new Set(left);
  const inRight = new Set(right);
  return [
    ...left.filter((line) => !inRight.has(line)).map((line) => `< ${line}`),
    ...right.filter((line) => !inLeft.has(line)).map((line) => `> ${line}`),
  ];
}
