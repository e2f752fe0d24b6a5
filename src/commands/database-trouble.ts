import { codeOf } from '../lib/reason.ts';
import { QueueTrouble } from '../model/errors.ts';

/** What SQLite's codes mean for a person, and what to do; by the front of the code (https://sqlite.org/rescode.html). */
const troubles: readonly (readonly [string, string])[] = [
  [
    'SQLITE_FULL',
    'the disk with the database is full. Make room and run the same command again; what was stored is safe',
  ],
  ['SQLITE_READONLY', 'the database cannot be written to. Check who owns it and its folder, or name another with --db'],
  [
    'SQLITE_CANTOPEN',
    'the database cannot be opened or made there. Check that its folder exists, or name another with --db',
  ],
  ['SQLITE_NOTADB', 'that file is no database. Name another with --db'],
  [
    'SQLITE_CORRUPT',
    'the database is damaged. Restore it from a copy, try "sqlite3 FILE .recover", or read the papers again into a new one',
  ],
  [
    'SQLITE_IOERR',
    'the disk with the database failed to read or write. Check it and run the same command again; what was stored is safe',
  ],
  ['SQLITE_BUSY', 'another run has held the database for too long. Wait for it to end and run the same command again'],
];

/** A sentence on trouble with the database's file or disk, or with the queue; null for an error of any other kind. */
export function databaseTrouble(error: unknown): string | null {
  if (error instanceof QueueTrouble) return error.message;
  const code = codeOf(error);
  return troubles.find(([front]) => code.startsWith(front))?.[1] ?? null;
}
