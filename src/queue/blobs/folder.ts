import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../lib/reason.ts';
import { UsageError } from '../../model/errors.ts';
import type { Blobs } from './blobs.ts';

/**
 * A shared folder as the place for large papers.
 * @throws UsageError where the folder cannot be written to
 */
export async function folderOfBlobs(folder: string): Promise<Blobs> {
  const root = path.resolve(folder);
  try {
    await mkdir(root, { recursive: true });
  } catch (error) {
    throw new UsageError(
      `--blobs names a folder that cannot be used (${error instanceof Error ? error.message : error})`,
    );
  }
  const fileOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256);
  return {
    put: async (sha256, bytes) => {
      const file = fileOf(sha256);
      const unfinished = `${file}.${process.pid}`;
      await mkdir(path.dirname(file), { recursive: true });
      // Other machines may read it as soon as the queue speaks of it.
      await writeFile(unfinished, bytes, { flush: true });
      await rename(unfinished, file);
    },
    get: async (sha256) => {
      try {
        return await readFile(fileOf(sha256));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
    remove: (sha256) => rm(fileOf(sha256), { force: true }),
  };
}
