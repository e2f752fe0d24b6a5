import { readFileSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { reasonOf } from '../lib/reason.ts';
import { UsageError } from '../model/errors.ts';

/**
 * The words of a file that a person named, or might have.
 * @param advice what to do where it cannot be read
 * @param what what it is called
 * @throws UsageError where it cannot
 */
export function textOfFile(file: string, advice: string, what = file): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${what} cannot be read (${reasonOf(error)}); ${advice}`);
  }
}

/** With what an SQLite database begins (SQLite, Database File Format, 1.3.1). */
const databaseHeader = 'SQLite format 3\0';

/**
 * Writes a file, making its folder where it is missing. The file is whole or as it was before: it gets its name when it
 * is finished.
 * @param option by which another place is named
 * @throws UsageError where it cannot be written, or where a database stands there: nothing that is taken away replaces
 *   what it was taken from
 */
export async function writeWhole(
  target: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  option = '--out',
): Promise<void> {
  if (await isDatabase(target)) {
    throw new UsageError(
      `${target} is a database, and writing there would destroy it; name another place with ${option}`,
    );
  }
  const unfinished = `${target}.${process.pid}.part`;
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeTo(unfinished, pieces);
    await rename(unfinished, target);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw new UsageError(`${target} cannot be written (${error.message}); name another place with ${option}`);
    }
    throw error;
  }
}

/** Prints a text or, where a file is named, writes it there and says so. @param note what else to say of the file */
export async function printOrWrite(text: string, out: string | undefined, note = '', option?: string): Promise<void> {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeWhole(out, [text], option);
  process.stderr.write(`Written: ${out}${note}\n`);
}

async function isDatabase(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => null);
  if (stats === null || !stats.isFile()) return false;
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(databaseHeader.length));
    return buffer.toString('latin1', 0, bytesRead) === databaseHeader;
  } finally {
    await handle.close();
  }
}

async function writeTo(file: string, pieces: Parameters<typeof writeWhole>[1]): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await pipeline(Readable.from(pieces), handle.createWriteStream());
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
