import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite, { type Database, type Statement } from 'better-sqlite3';
import { codeOf } from '../lib/reason.ts';
import { rememberByText } from '../lib/remember.ts';
import { UsageError } from '../model/errors.ts';
import { isNamed, isServiceNamed } from '../normalise/named.ts';
import { isCurrent, migrate } from './migrate.ts';

/** How long a statement waits for another process's transaction, in milliseconds. */
const busyTimeout = 60_000;

/**
 * Values of a new row under the names of their columns, in our spelling (`paperId` for `paper_id`). True and false stand
 * there as 1 and 0, lists and records as JSON.
 */
export type NewRow = Readonly<Record<string, string | number | boolean | object | null>>;

/** An open database. Only the files of src/store look inside. */
export interface Store {
  readonly file: string;
  readonly db: Database;
  /** The prepared statement for `sql`, prepared once. */
  sql<Row = unknown>(sql: string): Statement<unknown[], Row>;
  /** Every row that a query gives. */
  all<Row = unknown>(sql: string, ...given: readonly unknown[]): Row[];
  /** The first of them; undefined where it gives none. */
  get<Row = unknown>(sql: string, ...given: readonly unknown[]): Row | undefined;
  /** The row of a query that always gives one. */
  one<Row>(sql: string, ...given: readonly unknown[]): Row;
  /** The first column of every row. */
  values<Value = unknown>(sql: string, ...given: readonly unknown[]): Value[];
  /** The first column of the first row; undefined where there is none. */
  value<Value = unknown>(sql: string, ...given: readonly unknown[]): Value | undefined;
  /** Does what a statement says. */
  run(sql: string, ...given: readonly unknown[]): Sqlite.RunResult;
  /**
   * Puts a row into a table, each value into the column of its name.
   * @param or what happens where a row with its key is there already: an error where nothing is said
   * @returns the number of the row
   */
  insert(table: string, row: NewRow, or?: 'REPLACE' | 'IGNORE'): number;
  /** Puts a row into a table; where one with the same `key` is there already, its values take the place of that one's. */
  upsert(table: string, key: string, row: NewRow): void;
  /** Puts values into the row of a table that has this id; its others stay. */
  update(table: string, id: number | string, values: NewRow): void;
  /** Runs `work` as one transaction that takes the right to write first, so that it cannot lose a race half-way. */
  write<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens the database, making it (and its folder) where it is missing and bringing it to the present version.
 * @param file a path, or `:memory:`
 * @throws UsageError where it cannot be opened, is not ours, or was written by a newer version
 */
export function openStore(file: string): Store {
  if (file !== ':memory:') makeFolder(path.dirname(file), file);
  return open(file, {}, (db) => {
    if (file !== ':memory:') enterWal(db);
    migrate(db, file);
  });
}

/**
 * Opens a database that is there already, for reading, after bringing it to the present version. All that is read until
 * it is closed is the state of one moment, whatever others write. One that may only be read is read all the same.
 * @throws UsageError where there is none, and as `openStore`
 */
export function openStoreToRead(file: string): Store {
  if (!existsSync(file)) {
    throw new UsageError(`there is no database at ${file}; "boardtrail ingest PATH" makes one, --db names another`);
  }
  try {
    return openCurrent(file);
  } catch (error) {
    if (!(error instanceof Error && isNotForUs(error.cause))) throw error;
    return openCopy(file);
  }
}

function openCurrent(file: string): Store {
  // A file that is no database shows at the first look into it.
  const store = open(file, { readonly: true }, (db) => void db.pragma('schema_version'));
  if (isCurrent(store.db, file)) {
    store.db.exec('BEGIN');
    return store;
  }
  store.close();
  openStore(file).close();
  return openCurrent(file);
}

/** True where SQLite wanted to write: it does for reading too, beside the file, for its write-ahead log. */
const isNotForUs = (error: unknown): boolean => /^SQLITE_(READONLY|CANTOPEN)/.test(codeOf(error));

/** A database that may only be read, on a disk or in a folder of somebody else: its copy is read, and removed. */
function openCopy(file: string): Store {
  const { copy, remove } = temporaryPlace(file);
  try {
    for (const ending of ['', '-wal']) {
      if (!existsSync(file + ending)) continue;
      copyFileSync(file + ending, copy + ending);
      chmodSync(copy + ending, 0o600);
    }
    const store = openTemporary(copy, remove);
    store.db.exec('BEGIN');
    return { ...store, file };
  } catch (error) {
    remove();
    throw explained(error, file);
  }
}

/** A copy of a database to try something on; it is removed when it is closed. */
export async function copyOf({ db, file }: Store): Promise<Store> {
  const { copy, remove } = temporaryPlace(file);
  try {
    await db.backup(copy);
    return openTemporary(copy, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

function temporaryPlace(file: string): { readonly copy: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { copy: path.join(folder, path.basename(file)), remove };
}

function openTemporary(copy: string, remove: () => void): Store {
  const store = openStore(copy);
  const close = () => {
    store.close();
    remove();
  };
  return { ...store, close };
}

/**
 * Looks through the whole file: what a command does not read may be damaged, and it would end well.
 * @throws Error with SQLite's code where the database is damaged
 */
export function mindDamage({ db }: Store): void {
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
    throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
  }
}

function open(file: string, options: Sqlite.Options, prepare: (db: Database) => void): Store {
  let db: Database;
  try {
    db = new Sqlite(file, { ...options, timeout: busyTimeout });
  } catch (error) {
    throw explained(error, file);
  }
  try {
    db.pragma('foreign_keys = ON');
    for (const [name, is] of [
      ['is_named', isNamed],
      ['is_service', isServiceNamed],
    ] as const) {
      db.function(name, { deterministic: true }, (found, asked) =>
        Number(typeof found === 'string' && typeof asked === 'string' && is(found, asked)),
      );
    }
    prepare(db);
  } catch (error) {
    db.close();
    throw explained(error, file);
  }
  const prepared = new Map<string, Statement<unknown[], unknown>>();
  return {
    file,
    db,
    sql<Row>(sql: string) {
      const statement = prepared.get(sql) ?? db.prepare<unknown[], unknown>(sql);
      prepared.set(sql, statement);
      return statement as Statement<unknown[], Row>;
    },
    all<Row>(sql: string, ...given: readonly unknown[]) {
      return this.sql<Row>(sql).all(...given);
    },
    get<Row>(sql: string, ...given: readonly unknown[]) {
      return this.sql<Row>(sql).get(...given);
    },
    one<Row>(sql: string, ...given: readonly unknown[]) {
      const row = this.get<Row>(sql, ...given);
      if (row === undefined) throw new Error('a query for counts gave no row');
      return row;
    },
    values<Value>(sql: string, ...given: readonly unknown[]) {
      return this.sql<Value>(sql)
        .pluck()
        .all(...given);
    },
    value<Value>(sql: string, ...given: readonly unknown[]) {
      return this.sql<Value>(sql)
        .pluck()
        .get(...given);
    },
    run(sql: string, ...given: readonly unknown[]) {
      return this.sql(sql).run(...given);
    },
    insert(table, row, or) {
      const columns = Object.keys(row).map(columnNamed);
      const words = or === undefined ? 'INSERT' : `INSERT OR ${or}`;
      const { lastInsertRowid } = this.run(`${words} ${into(table, columns)}`, ...Object.values(row).map(inCell));
      return Number(lastInsertRowid);
    },
    upsert(table, key, row) {
      const columns = Object.keys(row).map(columnNamed);
      const changes = columns.map((name) => `${name} = excluded.${name}`).join(', ');
      this.run(
        `INSERT ${into(table, columns)} ON CONFLICT (${key}) DO UPDATE SET ${changes}`,
        ...Object.values(row).map(inCell),
      );
    },
    update(table, id, values) {
      const columns = Object.keys(values).map((name) => `${columnNamed(name)} = ?`);
      this.run(`UPDATE ${table} SET ${columns.join(', ')} WHERE id = ?`, ...Object.values(values).map(inCell), id);
    },
    write: (work) => db.transaction(work).immediate(),
    close: () => {
      db.close();
    },
  };
}

const columnNamed = rememberByText((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

const into = (table: string, columns: readonly string[]): string =>
  `INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

function inCell(value: NewRow[string]): string | number | Uint8Array | null {
  if (typeof value === 'boolean') return Number(value);
  return typeof value !== 'object' || value === null || value instanceof Uint8Array ? value : JSON.stringify(value);
}

/** Write-ahead logging: readers never wait, and a kill at any moment leaves the last whole transaction. */
function enterWal(db: Database): void {
  if (db.pragma('journal_mode', { simple: true }) === 'wal') return;
  // The switch needs the file alone and does not wait for it by itself; an empty transaction does.
  for (let attempt = 0; ; attempt += 1) {
    try {
      db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || attempt === 20) throw error;
      db.exec('BEGIN IMMEDIATE; COMMIT');
    }
  }
}

function makeFolder(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (existsSync(file) && statSync(file).isDirectory())
      throw new UsageError(`${file} is a folder; name a file with --db`);
  } catch (error) {
    throw explained(error, file);
  }
}

/** SQLite's and the file system's refusals in words; anything else as it is. */
function explained(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof UsageError) return error;
  const { code } = error;
  if (code === 'SQLITE_NOTADB') return new UsageError(`${file} is not an SQLite database; name another one with --db`);
  return /^(EACCES|EROFS|ENOTDIR|EEXIST|SQLITE_(CANTOPEN|READONLY)\w*)$/.test(String(code))
    ? new UsageError(`${file} cannot be opened (${error.message}); name another database with --db`, { cause: error })
    : error;
}
