import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../model/errors.ts';

/**
 * Writes a file, making its folder where it is missing. The file is whole or not there: it gets its name when it is
 * finished.
 * @throws UsageError where it cannot be written
 */
export async function writeWhole(
  target: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const unfinished = `${target}.${process.pid}.part`;
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeTo(unfinished, pieces);
    await rename(unfinished, target);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw new UsageError(`${target} cannot be written (${error.message}); name another place with --out`);
    }
    throw error;
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
