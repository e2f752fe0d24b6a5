import { type BigIntStats, type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { codeOf, reasonOf } from '../lib/reason.ts';
import { UsageError } from '../model/errors.ts';
import { type Issue, type IssueCode, issueOf } from '../model/issue.ts';

/** A file to be taken in. */
export interface FoundFile {
  /** Absolute path, to be shown and stored; bytes that are not UTF-8 are written `\xNN`. */
  readonly address: string;
  /** The same path for the file system. */
  readonly handle: Buffer;
  /** Length in bytes when it was found. */
  readonly size: number;
}

/** A file or folder that cannot be had, and why. */
export interface UnreadFile {
  readonly address: string;
  readonly issue: Issue;
}

/** What a walk over files and folders found, each in order of the addresses' bytes. */
export interface Walk {
  readonly files: readonly FoundFile[];
  readonly unread: readonly UnreadFile[];
  /** Hidden files and what operating systems and Office leave lying about; taken in only where named by themselves. */
  readonly litter: number;
}

/** Left behind by systems and programs, never papers. */
const litter = /^(\..*|~\$.*|thumbs\.db|desktop\.ini|__macosx|.*\.(part|crdownload|partial))$/i;

/**
 * Finds every file below the given paths. Links are followed; a folder reached twice, by a link in a circle perhaps, is
 * read once. The order of `paths` makes no difference.
 * @throws UsageError where a path is not there
 */
export function walk(paths: readonly string[]): Walk {
  const files = new Map<string, FoundFile>();
  const unread = new Map<string, UnreadFile>();
  const foldersSeen = new Set<string>();
  let ignored = 0;

  const refuse = (handle: Buffer, code: IssueCode, message: string) => {
    const address = addressOf(handle);
    unread.set(address, { address, issue: issueOf(code, message) });
  };

  const visit = (handle: Buffer) => {
    const stat = statOf(handle, refuse);
    if (stat === null) return;
    if (stat.isDirectory()) visitFolder(handle);
    else if (stat.isFile())
      files.set(addressOf(handle), { address: addressOf(handle), handle, size: Number(stat.size) });
    else refuse(handle, 'file/not-a-file', 'It is a pipe, a socket or a device and has no end. Name files or folders.');
  };

  const visitFolder = (handle: Buffer) => {
    let children: Dirent<NonSharedBuffer>[];
    try {
      const real = realpathSync(handle, { encoding: 'latin1' });
      if (foldersSeen.has(real)) return;
      foldersSeen.add(real);
      children = readdirSync(handle, { encoding: 'buffer', withFileTypes: true });
    } catch (error) {
      refuse(handle, 'file/unreadable-folder', `The folder cannot be opened (${reasonOf(error)}). ${grantAccess}`);
      return;
    }
    for (const { name } of children.sort((a, b) => Buffer.compare(a.name, b.name))) {
      if (litter.test(name.toString('latin1'))) ignored += 1;
      else visit(Buffer.concat([handle, Buffer.from(path.sep), name]));
    }
  };

  for (const handle of handlesOf(paths).sort(Buffer.compare)) visit(handle);
  const sorted = <T extends { address: string }>(found: ReadonlyMap<string, T>) =>
    [...found.values()].sort((a, b) => Buffer.compare(Buffer.from(a.address), Buffer.from(b.address)));
  return { files: sorted(files), unread: sorted(unread), litter: ignored };
}

/**
 * The paths a person gave, for the file system.
 * @throws UsageError where one is not there
 */
export function handlesOf(paths: readonly string[]): Buffer[] {
  const handles = paths.map((given) => Buffer.from(path.resolve(given)));
  for (const handle of handles) {
    if (lstatSync(handle, { throwIfNoEntry: false }) !== undefined) continue;
    throw new UsageError(`there is no file or folder ${addressOf(handle)}`);
  }
  return handles;
}

/** What to do where the system says no. */
export const grantAccess = 'Let the user who runs boardtrail read it, and run again.';

function statOf(
  handle: Buffer,
  refuse: (handle: Buffer, code: IssueCode, message: string) => void,
): BigIntStats | null {
  try {
    return statSync(handle, { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      refuse(handle, 'file/broken-link', 'The link leads to nothing. Mend or remove it.');
    } else {
      refuse(handle, 'file/unreadable', `It cannot be looked at (${reasonOf(error)}). ${grantAccess}`);
    }
    return null;
  }
}

/** The path in UTF-8, with `\xNN` for bytes that are none. */
function addressOf(handle: Buffer): string {
  const text = handle.toString('utf8');
  if (Buffer.from(text).equals(handle)) return text;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let address = '';
  for (let at = 0; at < handle.length; ) {
    const length = [1, 2, 3, 4].find((bytes) => decodes(decoder, handle.subarray(at, at + bytes)));
    const piece = handle.subarray(at, at + (length ?? 1));
    address += length === undefined ? `\\x${piece.toString('hex')}` : piece.toString('utf8');
    at += piece.length;
  }
  return address;
}

function decodes(decoder: { decode(bytes: Uint8Array): string }, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
