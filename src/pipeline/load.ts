import { constants, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { sha256Of } from '../lib/digest.ts';
import { codeOf, reasonOf } from '../lib/reason.ts';
import type { SourceFile } from '../model/document.ts';
import { UsageError } from '../model/errors.ts';
import { type Issue, issueOf } from '../model/issue.ts';
import { type FoundFile, grantAccess, walk } from './walk.ts';

const pieceLength = 1 << 20;

/**
 * Reads a found file whole and takes its digest.
 * @param maxSize in bytes; nothing larger is held in memory
 * @returns the file, or why its bytes cannot be had
 */
export async function loadFile(found: FoundFile, maxSize: number): Promise<SourceFile | Issue> {
  let handle: FileHandle | undefined;
  try {
    // Not to wait at a pipe that took the file's place since it was found.
    handle = await open(found.handle, constants.O_RDONLY | constants.O_NONBLOCK);
    const before = await handle.stat();
    if (!before.isFile()) return issueOf('file/not-a-file', 'It is no longer a file. Run again.');
    if (before.size > maxSize) return tooLarge(`The file has ${sizeOf(before.size)}`, maxSize);
    const bytes = await readUpTo(handle, maxSize);
    if (bytes === null) return tooLarge('The file has no end, or grew while it was read', maxSize);
    const after = await handle.stat();
    if (after.size !== bytes.length || after.mtimeMs !== before.mtimeMs) {
      return issueOf('file/changing', 'The file was being written while it was read. Run again when it is finished.');
    }
    const name = path.basename(found.address);
    return { name, path: found.address, bytes, sha256: sha256Of(bytes) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return issueOf('file/vanished', 'The file was there when its folder was listed and is gone now. Run again.');
    }
    return issueOf('file/unreadable', `The file cannot be read (${reasonOf(error)}). ${grantAccess}`);
  } finally {
    await handle?.close();
  }
}

/** @returns null where there is more than `maxSize` */
async function readUpTo(handle: FileHandle, maxSize: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  for (let length = 0; length <= maxSize; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceLength), 0, pieceLength, null);
    if (bytesRead === 0) return Buffer.concat(pieces);
    pieces.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return null;
}

function tooLarge(what: string, maxSize: number): Issue {
  return issueOf(
    'file/too-large',
    `${what}, more than the ${sizeOf(maxSize)} allowed. If it is a paper, raise the limit with --max-size.`,
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 100_000) return `${bytes} bytes`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/**
 * The one file of that name, with its bytes.
 * @throws UsageError where there is none, or its bytes cannot be had
 */
export async function loadNamed(file: string, maxSize: number): Promise<SourceFile> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${file} is a folder; name one file, or take the folder in with "boardtrail ingest"`);
  }
  const { files, unread } = walk([file]);
  const [found] = files;
  if (found === undefined) throw new UsageError(`${file}: ${unread[0]?.issue.message ?? 'there is nothing'}`);
  const loaded = await loadFile(found, maxSize);
  if ('code' in loaded) throw new UsageError(`${file}: ${loaded.message}`);
  return loaded;
}
