import { inflateSync } from 'node:zlib';
import {
  type Dictionary,
  type FileObjects,
  isDictionary,
  isReference,
  isStream,
  type PdfValue,
  type RawStream,
} from '../page/file-objects.ts';

/** Turns a string of a content stream into its letters, a to z alone; null where the font does not say what it shows. */
export type LettersOf = ((bytes: string) => string) | null;

/** Bytes that a stream may inflate to. */
const mostInflated = 64 * 2 ** 20;

/** The value itself, where it is an object of its own. */
export function resolved(objects: FileObjects, value: PdfValue | undefined): RawStream | PdfValue | undefined {
  return isReference(value) ? objects.object(value.ref) : value;
}

/** A dictionary, or that of a stream; null for anything else. */
export function dictionaryOf(objects: FileObjects, value: PdfValue | undefined): Dictionary | null {
  const found = resolved(objects, value);
  if (isStream(found)) return found.dictionary;
  return isDictionary(found) ? found : null;
}

/** A stream's bytes as Latin-1, by the one filter that writers of text use; null where it has another, or is damaged. */
export function streamText(objects: FileObjects, stream: RawStream): string | null {
  const filter = resolved(objects, stream.dictionary.get('Filter'));
  const only = Array.isArray(filter)
    ? filter.length === 1
      ? filter[0]
      : filter.length === 0
        ? undefined
        : null
    : filter;
  if (only === undefined) return Buffer.from(stream.data).toString('latin1');
  if (only !== '/FlateDecode' || stream.dictionary.has('DecodeParms')) return null;
  try {
    return inflateSync(stream.data, { maxOutputLength: mostInflated }).toString('latin1');
  } catch {
    // pdf.js may make something of it.
    return null;
  }
}

/** How a font's codes become letters: by its own table (ISO 32000-2, 9.10.3), else by the names of its characters. */
export function lettersOfFont(objects: FileObjects, font: Dictionary | null): LettersOf {
  if (font === null) return null;
  const table = resolved(objects, font.get('ToUnicode'));
  if (isStream(table)) {
    const text = streamText(objects, table);
    return text === null ? null : byTable(text);
  }
  if (font.get('Subtype') === '/Type0') return null;
  const encoding = resolved(objects, font.get('Encoding'));
  // All of these have the letters of ASCII in their places (ISO 32000-2, annex D).
  if (typeof encoding === 'string') return isLatin(encoding) ? asciiLetters : null;
  if (isDictionary(encoding)) return byDifferences(objects, encoding, isStandard(font));
  return isStandard(font) ? asciiLetters : null;
}

const isLatin = (name: string): boolean => /^\/(?:WinAnsi|MacRoman|Standard|PDFDoc)Encoding$/.test(name);

/** A font that is not in the file has the usual characters; one that is may have its own. */
const isStandard = (font: Dictionary): boolean =>
  !font.has('FontDescriptor') && !/Symbol|Dingbat/i.test(String(font.get('BaseFont') ?? ''));

const asciiLetters = (bytes: string): string => bytes.toLowerCase().replace(/[^a-z]+/g, '');

function byDifferences(objects: FileObjects, encoding: Dictionary, isUsual: boolean): LettersOf {
  const differences = resolved(objects, encoding.get('Differences'));
  if (!Array.isArray(differences)) return asciiLetters;
  const names = new Map<number, string>();
  let code = 0;
  for (const item of differences as readonly PdfValue[]) {
    if (typeof item === 'number') code = item;
    else if (typeof item === 'string') names.set(code++, lettersOfName(item.slice(1)));
  }
  // Characters named g12 or a7 say nothing; a font of ligatures alone says little.
  if (![...names.values()].some((letters) => letters.length > 0))
    return isUsual || encoding.has('BaseEncoding') ? asciiLetters : null;
  return (bytes) => [...bytes].map((char) => names.get(char.charCodeAt(0)) ?? asciiLetters(char)).join('');
}

const lettersOfName = (name: string): string => (/^(?:[a-z]|f[fil]{1,2})$/i.test(name) ? name.toLowerCase() : '');

/** Reads the pairs and ranges of a ToUnicode table; codes are as long as the table says. */
function byTable(text: string): LettersOf {
  const letters = new Map<number, string>();
  const width = /begincodespacerange\s*<([0-9a-f\s]+)>/i.exec(text)?.[1]?.replace(/\s/g, '').length ?? 4;
  for (const [, pairs = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of pairs.matchAll(/<([0-9a-f\s]+)>\s*<([0-9a-f\s]*)>/gi)) {
      letters.set(Number.parseInt(code, 16), lettersOfCodes(to));
    }
  }
  for (const [, ranges = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', list, first = ''] of ranges.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:\[([^\]]*)\]|<([0-9a-f\s]+)>)/gi,
    )) {
      const [low, high] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const listed = list?.match(/<[^>]*>/g)?.map((one) => lettersOfCodes(one.slice(1, -1)));
      const base = Number.parseInt(first, 16);
      for (let code = low; code <= Math.min(high, low + 0xffff); code++) {
        letters.set(code, listed === undefined ? lettersOfPoint(base + code - low) : (listed[code - low] ?? ''));
      }
    }
  }
  if (letters.size === 0) return null;
  const bytesOfCode = width <= 2 ? 1 : 2;
  return (bytes) => {
    let found = '';
    for (let at = 0; at + bytesOfCode <= bytes.length; at += bytesOfCode) {
      const code = bytesOfCode === 1 ? bytes.charCodeAt(at) : bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1);
      found += letters.get(code) ?? '';
    }
    return found;
  };
}

/** UTF-16 in hexadecimal digits. */
const lettersOfCodes = (digits: string): string =>
  (digits.replace(/\s/g, '').match(/.{4}/g) ?? []).map((code) => lettersOfPoint(Number.parseInt(code, 16))).join('');

/** Ligatures are their letters. */
const lettersOfPoint = (point: number): string =>
  asciiLetters(Number.isInteger(point) && point < 0x10000 ? String.fromCharCode(point).normalize('NFKC') : '');
