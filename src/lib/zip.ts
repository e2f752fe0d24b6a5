import { crc32, inflateRawSync } from 'node:zlib';

/** Why a zip archive, or one file in it, cannot be read. */
export type ZipTrouble = 'broken' | 'encrypted' | 'too-large' | 'unknown-method';

export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly trouble: ZipTrouble;

  constructor(trouble: ZipTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.trouble = trouble;
  }
}

/** A file in an archive; sizes are what the archive says and are not believed. */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly offset: number;
}

export interface ZipArchive {
  readonly names: readonly string[];
  /**
   * The file's bytes, checked against its checksum; null where the archive has no such file.
   * @param limit most bytes it may unpack to
   * @throws ZipError where it is broken, encrypted, larger than the limit or packed in an unknown way
   */
  read(name: string, limit: number): Uint8Array | null;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Bytes of the end record, and of the longest comment that may follow it (APPNOTE.TXT 4.3.16). */
const endLength = 22;
const longestComment = 0xffff;

/**
 * Opens a zip archive by its central directory (PKWARE APPNOTE.TXT 6.3); unpacks nothing yet.
 * @throws ZipError where the directory is missing or runs over the end: the file is cut short or is no archive
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  let at = directoryStart(view);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === entrySignature) {
    const entry = readEntry(bytes, view, at);
    if (!entries.has(entry.name)) entries.set(entry.name, entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (entries.size === 0) throw new ZipError('broken', 'its list of contents is missing');
  return {
    names: [...entries.keys()],
    read(name, limit) {
      const entry = entries.get(name);
      return entry === undefined ? null : unpack(bytes, view, entry, limit);
    },
  };
}

function directoryStart(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return view.getUint32(at + 16, true);
  }
  throw new ZipError('broken', 'its end is missing');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  return {
    name: new TextDecoder().decode(name).replaceAll('\\', '/'),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
}

function unpack(bytes: Uint8Array, view: DataView, entry: ZipEntry, limit: number): Uint8Array {
  const { name, offset } = entry;
  if (entry.encrypted) throw new ZipError('encrypted', `“${name}” in it is encrypted`);
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature) {
    throw new ZipError('broken', `“${name}” in it is not where its list of contents says`);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  const content = entry.method === 0 ? packed : inflate(packed, entry, limit);
  if (content.length > limit) throw tooLarge(name, limit);
  if (crc32(content) !== entry.crc) throw new ZipError('broken', `“${name}” in it is damaged`);
  return content;
}

function inflate(packed: Uint8Array, { name, method }: ZipEntry, limit: number): Uint8Array {
  if (method !== 8)
    throw new ZipError('unknown-method', `“${name}” in it is packed in a way that is not known (${method})`);
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(name, limit);
    throw new ZipError('broken', `“${name}” in it cannot be unpacked`, { cause: error });
  }
}

const tooLarge = (name: string, limit: number): ZipError =>
  new ZipError('too-large', `“${name}” in it unpacks to more than ${Math.round(limit / 2 ** 20)} MB`);
