/** Text and the name of the encoding it was read in (WHATWG label); `certain` is false where it had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly certain: boolean;
}

const byteOrderMarks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Reads bytes as text: by their byte order mark, else by the encoding the file declares, else as UTF-8 where the bytes
 * are valid UTF-8, as UTF-16 where every other byte is zero, and as windows-1252 where they are neither.
 * A declared encoding that the bytes contradict is not believed.
 * @param declared the label the file gives itself, null where it gives none
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return { text: decodeAs(marked[0], bytes), encoding: marked[0], certain: true };
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return { text: decodeAs(wide, bytes), encoding: wide, certain: true };
  const label = declared === null ? null : knownEncoding(declared);
  if (label !== null && label !== 'utf-8' && !label.startsWith('utf-16')) {
    return { text: decodeAs(label, bytes), encoding: label, certain: true };
  }
  if (isUtf8(bytes)) return { text: decodeAs('utf-8', bytes), encoding: 'utf-8', certain: true };
  return { text: decodeAs('windows-1252', bytes), encoding: 'windows-1252', certain: false };
}

/** True where the bytes are valid UTF-8; a character cut off at the very end does not count against them. */
function isUtf8(bytes: Uint8Array): boolean {
  const tail = Math.max(0, bytes.length - 3);
  const cut = bytes.subarray(tail).findIndex((byte) => byte >= 0xc0);
  const whole = [bytes, cut === -1 ? bytes : bytes.subarray(0, tail + cut)];
  return whole.some(decodesStrictly);
}

function decodesStrictly(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The encoding a label stands for as the WHATWG names it; null for a label nobody knows. */
function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const decodeAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** UTF-16 in western text has a zero in nearly every other byte; told from the first kilobyte. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 1024 & ~1);
  const pairs = sample.length >> 1;
  if (pairs < 4) return null;
  const zeros = (offset: number) => sample.filter((byte, index) => index % 2 === offset && byte === 0).length;
  if (zeros(1) > 0.7 * pairs && zeros(0) < 0.05 * pairs) return 'utf-16le';
  if (zeros(0) > 0.7 * pairs && zeros(1) < 0.05 * pairs) return 'utf-16be';
  return null;
}

/**
 * True where the text is made of characters people write: hardly any control characters but tab, line ends and form feed,
 * of which converters leave one here and there, no zeros, and hardly any that stand for what could not be decoded.
 */
export function isReadable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  const undecoded = text.split('\ufffd').length - 1;
  return !text.includes('\u0000') && controls <= Math.max(2, text.length / 400) && undecoded <= text.length / 200;
}
