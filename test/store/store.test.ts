import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/errors.ts';
import type { Extraction } from '../../src/model/plan.ts';
import {
  bytesOfPaper,
  entriesOfPaper,
  knownPaper,
  openStore,
  openStoreToRead,
  paperById,
  paperIds,
  removePaper,
  type Store,
  searchEntries,
  startRun,
  writePaper,
  writeSource,
  writeUnreadFile,
} from '../../src/store/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { dumpContent, temporaryFolder } from '../support/database.ts';
import { extractionArbitrary } from '../support/extractions.ts';
import { sampleEntry, sampleExtraction } from '../support/sample-extraction.ts';

const start = new Date('2024-01-02T03:04:05Z');
const newPaper = (extraction: Extraction) => ({
  extraction,
  bytes: Buffer.from(extraction.paper.id),
  size: 64,
  extractor: 'test',
});

function store(extraction: Extraction, to: Store = openStore(':memory:'), replace = false): Store {
  writePaper(to, newPaper(extraction), startRun(to, 'test', 'test', start), { replace });
  return to;
}

const paperId = 'a1b2c3d4e5f60718'.padEnd(64, '0');
const sample = sampleExtraction('a1b2c3d4e5f60718', [{}, { action: 'Buy a second van.', progress: null }]);

describe('papers', () => {
  test('what is stored comes back, whatever the words', () => {
    fc.assert(
      fc.property(extractionArbitrary, (extraction) => {
        const db = store(extraction);
        const stored = paperById(db, extraction.paper.id) ?? expect.fail();
        const { sources, plans, statements, issues, corrected, noPaper, ...paper } = stored;
        expect([corrected, noPaper]).toEqual([{}, null]);
        const entries = entriesOfPaper(db, extraction.paper.id);
        expect({ paper, plans, statements, issues }).toEqual({ ...extraction, entries: undefined });
        expect(sources).toEqual([]);
        expect(entries.map(({ id, paperId, threadId, isCurrent, corrected: _, ...entry }) => entry)).toEqual(
          extraction.entries,
        );
        expect(bytesOfPaper(db, extraction.paper.id)).toEqual(Buffer.from(extraction.paper.id));
        db.close();
      }),
      { numRuns: 100 },
    );
  });

  test('entries have lasting ids, and stand under findings', () => {
    const db = store(sample);
    expect(entriesOfPaper(db, paperId).map(({ id }) => id)).toEqual(['a1b2c3d4e5f60718-e001', 'a1b2c3d4e5f60718-e002']);
    expect(db.db.prepare('SELECT count(*) FROM findings').pluck().get()).toBe(1);
  });

  test('a plan that only its entries name is a plan', () => {
    const db = store({ ...sample, plans: [] });
    expect(paperById(db, paperId)?.plans).toEqual([{ name: 'Improvement Plan', asAt: null, state: 'open' }]);
  });

  test('the same bytes again change nothing, unless they are to be read anew', () => {
    const file = path.join(temporaryFolder(), 'a.db');
    const db = store(sample, openStore(file));
    writeSource(db, paperId, '/papers/a.pdf', 1);
    const before = dumpContent(file);
    store(sampleExtraction('a1b2c3d4e5f60718', [{ action: 'Other words.' }]), db);
    expect(dumpContent(file)).toEqual(before);

    store(sampleExtraction('a1b2c3d4e5f60718', [{ action: 'Better words.' }]), db, true);
    expect(entriesOfPaper(db, paperId).map(({ action }) => action)).toEqual(['Better words.']);
    expect(paperById(db, paperId)?.sources).toEqual(['/papers/a.pdf']);
    expect(searchEntries(db, 'inspectors')).toEqual([]);
    store(sample, db, true);
    expect(dumpContent(file)).toEqual(before);
    db.close();
  });

  test('a paper is stored whole or not at all', () => {
    const db = store(sample);
    const broken = { ...sampleExtraction('b'), entries: [{ ...sampleEntry, percent: Number.NaN }] };
    expect(() => store(broken, db)).toThrow(/percent/);
    db.db.exec(`CREATE TRIGGER full BEFORE INSERT ON issues BEGIN SELECT raise(ABORT, 'disk full'); END`);
    const issue = { code: 'a/b', severity: 'info', message: 'm', place: null } as const;
    expect(() => store({ ...sampleExtraction('c'), issues: [issue] }, db)).toThrow('disk full');
    expect(paperIds(db)).toEqual([paperId]);
    expect(db.db.prepare('SELECT count(*) FROM entries_search').pluck().get()).toBe(2);
  });

  test('removing a paper removes all of it', () => {
    const db = store(sample);
    writeSource(db, paperId, '/papers/a.pdf', 1);
    removePaper(db, paperId);
    for (const table of ['papers', 'plans', 'findings', 'actions', 'updates', 'places', 'sources', 'entries_search']) {
      expect(db.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    }
  });

  test('a file that could not be had is forgotten when it was read', () => {
    const db = store(sample);
    const issue = { code: 'file/changing', severity: 'error', message: 'm', place: null } as const;
    writeUnreadFile(db, '/papers/a.pdf', issue, 1);
    writeUnreadFile(db, '/papers/a.pdf', { ...issue, code: 'file/unreadable' }, 1);
    expect(db.db.prepare('SELECT code FROM unread_files').pluck().all()).toEqual(['file/unreadable']);
    writeSource(db, paperId, '/papers/a.pdf', 1);
    expect(db.db.prepare('SELECT code FROM unread_files').pluck().all()).toEqual([]);
  });

  test('what is known of bytes', () => {
    const db = store(sample);
    expect(knownPaper(db, paperId)).toMatchObject({ outcome: 'ok', entries: 2, issues: 0, date: '2023-05', pages: 4 });
    expect(knownPaper(db, 'b'.repeat(64))).toBeNull();
    expect(paperById(db, 'b'.repeat(64))).toBeNull();
    expect(bytesOfPaper(db, 'b'.repeat(64))).toBeNull();
  });

  test('rows that somebody else wrote wrongly are noticed', () => {
    const db = store(sample);
    db.db.exec(`UPDATE actions SET status_value = 'finished'`);
    expect(() => entriesOfPaper(db, paperId)).toThrow(/status/);
  });
});

describe('search', () => {
  test('finds other forms of a word, phrases, and any column', () => {
    const db = store(sample);
    expect(searchEntries(db, 'hydrants inspected')).toHaveLength(2);
    expect(searchEntries(db, '"second van"')).toEqual(['a1b2c3d4e5f60718-e002']);
    expect(searchEntries(db, '"van second"')).toEqual([]);
    expect(searchEntries(db, 'training log')).toHaveLength(2);
  });

  test('no query is an error', () => {
    const db = store(sample);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        expect(searchEntries(db, query)).toBeInstanceOf(Array);
      }),
    );
    for (const query of ['', '"', 'a"b', 'NOT', 'action:', '*', 'AND OR', '^x', '-van']) searchEntries(db, query);
  });
});

describe('the database by itself', () => {
  test('every column of every table and view is explained, and nothing else is', () => {
    const { db } = openStore(':memory:');
    const columns = db
      .prepare<[], { place: string }>(
        `SELECT m.name || '.' || c.name AS place FROM sqlite_schema m, pragma_table_info(m.name) c
         WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'entries_search_%' AND m.name NOT LIKE 'sqlite_%'
         UNION ALL
         SELECT name || '.' FROM sqlite_schema
         WHERE type IN ('table', 'view') AND name NOT LIKE 'entries_search_%' AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    const explained = db
      .prepare<[], { place: string }>(`SELECT table_name || '.' || column_name AS place FROM about`)
      .all();
    const places = (rows: readonly { place: string }[]) => rows.map(({ place }) => place).sort();
    expect(places(explained)).toEqual(places(columns));
  });

  test('every table is strict, and JSON in it is JSON', () => {
    const { db } = store(sample);
    const lax = db
      .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict`)
      .pluck()
      .all();
    expect(lax).toEqual(['sqlite_schema']);
    expect(() => db.exec(`UPDATE actions SET extra = 'words'`)).toThrow(/json_valid/);
  });

  test('the flat view has a row an entry, with where it stands', () => {
    const { db } = store(sample);
    const rows = db.prepare('SELECT * FROM entries ORDER BY id').all();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      id: 'a1b2c3d4e5f60718-e001',
      service: 'Harrowdale Fire and Rescue Service',
      plan: 'Improvement Plan',
      ref: 'AFI 3',
      updates: 'Q3 2022/23: Five had been trained.',
      timescale_end: '2023-03-31',
      status_value: 'in_progress',
      rag_from: 'fill',
      as_at: '2023-05',
      page: 3,
      place: 't1/r2/c2',
    });
  });

  test.skipIf(spawnSync('sqlite3', ['--version']).status !== 0)('opens in the sqlite3 program', () => {
    const file = path.join(temporaryFolder(), 'a.db');
    store(sample, openStore(file)).close();
    const query = `PRAGMA integrity_check; PRAGMA foreign_key_check;
      SELECT e.action FROM entries_search JOIN entries e ON e.id = entry_id WHERE entries_search MATCH 'van';
      SELECT meaning FROM about WHERE table_name = 'current' AND column_name = '';`;
    const { stdout, stderr } = spawnSync('sqlite3', [file, query], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ok\nBuy a second van\.\nOne row an entry/);
  });

  test('lookups of a paper use indexes', () => {
    const { db } = store(sample);
    const plan = db.prepare(
      'EXPLAIN QUERY PLAN SELECT * FROM places WHERE action_id IN (SELECT id FROM actions WHERE paper_id = ?) ORDER BY id',
    );
    expect(JSON.stringify(plan.all('a'))).toMatch(/places_of_action/);
  });
});

describe('opening', () => {
  test('makes the folder, and leaves one file when closed', () => {
    const folder = path.join(temporaryFolder(), 'new', 'folder');
    const db = openStore(path.join(folder, 'a.db'));
    expect(db.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
    expect(readdirSync(folder)).toEqual(['a.db']);
  });

  test('to read needs a database, and sees one moment of it', () => {
    const file = path.join(temporaryFolder(), 'a.db');
    expect(() => openStoreToRead(file)).toThrow(
      new UsageError(`there is no database at ${file}; "boardtrail ingest PATH" makes one, --db names another`),
    );
    const db = store(sample, openStore(file));
    const reading = openStoreToRead(file);
    expect(paperIds(reading)).toHaveLength(1);
    store(sampleExtraction('b'), db);
    expect(paperIds(reading)).toHaveLength(1);
    expect(() => removePaper(reading, paperId)).toThrow(/readonly/);
    reading.close();
    db.close();
  });

  test('refuses what is not its own, with a sentence', () => {
    const folder = temporaryFolder();
    const at = (name: string) => path.join(folder, name);
    writeFileSync(at('text.db'), 'This is a letter and no database at all.'.repeat(100));
    expect(() => openStore(at('text.db'))).toThrow(/text\.db is not an SQLite database; name another one with --db/);
    mkdirSync(at('folder.db'));
    expect(() => openStore(at('folder.db'))).toThrow(/is a folder; name a file with --db/);
    expect(() => openStore(path.join(at('text.db'), 'a.db'))).toThrow(UsageError);

    const other = new Sqlite(at('other.db'));
    other.exec('CREATE TABLE songs (name)');
    expect(() => openStore(at('other.db'))).toThrow(/is a database of another program/);
    expect(other.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['songs']);
    other.close();

    const newer = openStore(at('newer.db'));
    newer.db.pragma(`user_version = ${migrations.length + 1}`);
    newer.close();
    expect(() => openStore(at('newer.db'))).toThrow(/written by a newer boardtrail .* update boardtrail/);
    expect(() => openStoreToRead(at('newer.db'))).toThrow(UsageError);
  });
});

describe('migrations', () => {
  test('are numbered files, all listed, in order', async () => {
    const folder = path.join(import.meta.dirname, '../../src/store/migrations');
    const files = readdirSync(folder)
      .filter((name) => /^\d{4}-.*\.ts$/.test(name))
      .sort();
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
    const listed = await Promise.all(files.map(async (name) => (await import(path.join(folder, name))).sql));
    expect(migrations).toEqual(listed);
  });

  test('bring a database of any version to the tables, views and meanings of a new one', () => {
    const shapeAfter = (version: number) => {
      const file = path.join(temporaryFolder(), 'a.db');
      const db = new Sqlite(file);
      if (version > 0) migrate(db, file, migrations.slice(0, version));
      migrate(db, file);
      const shape = [
        db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all(),
        db.prepare('SELECT * FROM about ORDER BY table_name, column_name').all(),
      ];
      db.close();
      return shape;
    };
    const shape = shapeAfter(0);
    for (const version of migrations.slice(1).keys()) expect(shapeAfter(version + 1)).toEqual(shape);
  });

  test('bring an older database to the present, all or nothing', () => {
    const file = path.join(temporaryFolder(), 'a.db');
    const db = store(sample, openStore(file));
    const steps = [...migrations, 'CREATE TABLE later (a INTEGER) STRICT; INSERT INTO later VALUES (1)'];
    expect(() => migrate(db.db, file, [...steps, 'CREATE TABLE later (again)'])).toThrow(/already exists/);
    expect(db.db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(db.db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'later'`).pluck().get()).toBe(0);
    migrate(db.db, file, steps);
    migrate(db.db, file, steps);
    expect(db.db.prepare('SELECT a FROM later').pluck().all()).toEqual([1]);
    expect(paperIds(db)).toEqual([paperId]);
    db.close();
  });
});
