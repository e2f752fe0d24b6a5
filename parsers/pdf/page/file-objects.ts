import { inflateSync } from 'node:zlib';

/** A value of a PDF (ISO 32000-2, 7.3): names begin with `/`; strings are left out as null. */
export type PdfValue = number | string | boolean | null | Reference | readonly PdfValue[] | Dictionary;

export interface Reference {
  readonly ref: number;
}

export type Dictionary = ReadonlyMap<string, PdfValue>;

/** A stream's dictionary and its bytes as they stand in the file. */
export interface RawStream {
  readonly dictionary: Dictionary;
  readonly data: Uint8Array;
  /** False where the file ends within it. */
  readonly ended: boolean;
}

/** A file's objects as they stand in its bytes, whatever its table of them says. */
export interface FileObjects {
  /** The object of a number: a stream, or any other value; undefined where the file does not hold it. */
  object(number: number): RawStream | PdfValue | undefined;
  /** The numbers of all objects that it holds, each once. */
  numbers(): readonly number[];
}

/** Where an object's value begins and ends, and where a stream's bytes begin; `data` is -1 for what is no stream. */
interface Extent {
  readonly from: number;
  readonly to: number;
  readonly data: number;
  readonly end: number;
}

/** Bytes that an object stream may inflate to. */
const mostInflated = 64 * 2 ** 20;

/**
 * Looks through a file for its objects. Of two of one number the later counts, as after an incremental update. What is
 * packed in object streams is unpacked when the first object is asked for that stands in none of the others.
 */
export function fileObjects(file: Uint8Array): FileObjects {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const extents = findExtents(bytes);
  let packed: ReadonlyMap<number, PdfValue> | null = null;
  const inStreams = () => {
    packed ??= unpackObjects(bytes, extents);
    return packed;
  };
  const known = new Map<number, RawStream | PdfValue | undefined>();
  const read = (number: number): RawStream | PdfValue | undefined => {
    const extent = extents.get(number);
    if (extent !== undefined) return readObject(bytes, extent);
    return inStreams().get(number);
  };
  return {
    object: (number) => {
      if (!known.has(number)) known.set(number, read(number));
      return known.get(number);
    },
    numbers: () => [...new Set([...extents.keys(), ...inStreams().keys()])],
  };
}

export const isStream = (value: RawStream | PdfValue | undefined): value is RawStream =>
  typeof value === 'object' && value !== null && 'data' in value;

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'ref' in value;

export const isDictionary = (value: unknown): value is Dictionary => value instanceof Map;

/** `12 0 obj` opens an object. Bytes of streams are skipped, for anything may stand in them. */
function findExtents(bytes: Buffer): ReadonlyMap<number, Extent> {
  const extents = new Map<number, Extent>();
  let stream = nextStream(bytes, 0);
  let open: { number: number; from: number } | null = null;
  const close = (to: number, data = -1, end = to) => {
    if (open !== null) extents.set(open.number, { from: open.from, to, data, end });
    open = null;
  };
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    while (stream !== null && stream.keyword < at) {
      close(stream.keyword, stream.data, stream.end);
      if (stream.end > at) at = bytes.indexOf('obj', stream.end);
      stream = nextStream(bytes, stream.end);
      if (at < 0) return extents;
    }
    const number = numberBefore(bytes, at);
    if (number === null) continue;
    close(at);
    open = { number, from: at + 3 };
  }
  if (stream !== null) close(stream.keyword, stream.data, stream.end);
  close(bytes.length);
  return extents;
}

/** The number of the object whose `obj` stands at a position; null where none opens there. */
function numberBefore(bytes: Buffer, at: number): number | null {
  const before = bytes.toString('latin1', Math.max(0, at - 24), at);
  const digits = /(?<number>\d{1,10})\s+\d{1,5}\s+$/.exec(before)?.groups?.number;
  return digits === undefined ? null : Number(digits);
}

/** The next `stream` after a dictionary (ISO 32000-2, 7.3.8), and where its bytes begin and end. */
function nextStream(bytes: Buffer, from: number): { keyword: number; data: number; end: number } | null {
  for (let keyword = bytes.indexOf('stream', from); keyword >= 0; keyword = bytes.indexOf('stream', keyword + 6)) {
    const line = bytes[keyword + 6] === 13 && bytes[keyword + 7] === 10 ? 2 : 1;
    const ended = bytes[keyword + 6] === 13 || bytes[keyword + 6] === 10 || bytes[keyword + 6] === 32;
    if (!ended || !/>>\s*$/.test(bytes.toString('latin1', Math.max(0, keyword - 8), keyword))) continue;
    const data = keyword + 6 + line;
    const end = bytes.indexOf('endstream', data);
    return { keyword, data, end: end < 0 ? bytes.length : end };
  }
  return null;
}

function readObject(bytes: Buffer, { from, to, data, end }: Extent): RawStream | PdfValue {
  const value = readValue(bytes.toString('latin1', from, to));
  if (data < 0 || !isDictionary(value)) return value;
  return { dictionary: value, data: bytes.subarray(data, end), ended: end < bytes.length };
}

/** The objects in object streams (ISO 32000-2, 7.5.7); those of one that cannot be unpacked are not there. */
function unpackObjects(bytes: Buffer, extents: ReadonlyMap<number, Extent>): ReadonlyMap<number, PdfValue> {
  const objects = new Map<number, PdfValue>();
  for (const extent of extents.values()) {
    if (extent.data < 0 || !bytes.subarray(extent.from, extent.to).includes('/ObjStm')) continue;
    const stream = readObject(bytes, extent);
    const text = isStream(stream) ? inflated(stream.data) : null;
    if (text === null || !isStream(stream)) continue;
    const first = Number(stream.dictionary.get('First'));
    const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const offset = first + (numbers[index + 1] ?? 0);
      const next = index + 3 < numbers.length ? first + (numbers[index + 3] ?? 0) : text.length;
      objects.set(numbers[index] ?? -1, readValue(text.slice(offset, next)));
    }
  }
  return objects;
}

function inflated(data: Uint8Array): string | null {
  try {
    return inflateSync(data, { maxOutputLength: mostInflated }).toString('latin1');
  } catch {
    // Damaged or encrypted: what it holds is not known here, and pdf.js says what it makes of it.
    return null;
  }
}

const token =
  /\s*(?:%[^\r\n]*[\r\n]\s*)*(?<word><<|>>|[[\]]|\/[^\s()<>[\]{}/%]*|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[^>]*>|[^\s()<>[\]{}/%]+)/y;

/** Deepest nesting that is followed. */
const deepest = 40;

/** The first value of a text. */
function readValue(text: string): PdfValue {
  const words = tokensOf(text);
  return nextValue(words, { at: 0 }, 0);
}

function tokensOf(text: string): readonly string[] {
  const words: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) words.push(match.groups?.word ?? '');
  return words;
}

function nextValue(words: readonly string[], place: { at: number }, depth: number): PdfValue {
  const word = words[place.at++];
  if (word === undefined || depth > deepest) return null;
  if (word === '<<') return nextDictionary(words, place, depth);
  if (word === '[') {
    const items: PdfValue[] = [];
    while (place.at < words.length && words[place.at] !== ']') items.push(nextValue(words, place, depth + 1));
    place.at += 1;
    return items;
  }
  if (word.startsWith('/')) return word;
  const number = Number(word);
  if (Number.isFinite(number)) {
    if (words[place.at + 1] !== 'R' || !/^\d+$/.test(words[place.at] ?? '')) return number;
    place.at += 2;
    return { ref: number };
  }
  return word === 'true' ? true : word === 'false' ? false : null;
}

function nextDictionary(words: readonly string[], place: { at: number }, depth: number): Dictionary {
  const entries = new Map<string, PdfValue>();
  while (place.at < words.length && words[place.at] !== '>>') {
    const key = words[place.at++] ?? '';
    if (key.startsWith('/')) entries.set(key.slice(1), nextValue(words, place, depth + 1));
  }
  place.at += 1;
  return entries;
}
