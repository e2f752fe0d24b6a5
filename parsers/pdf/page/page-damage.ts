import { inflateSync } from 'node:zlib';
import {
  type Dictionary,
  type FileObjects,
  isDictionary,
  isReference,
  isStream,
  type PdfValue,
  type RawStream,
} from './file-objects.ts';
import { isInflatedWhole } from './inflate.ts';

/** Entries that lead from a page's own parts to other pages, or to what shows no words. */
const elsewhere = new Set(
  'Parent P Pg Popup IRT Dest A AA B Metadata PieceInfo Thumb StructParents Next Prev OC OCGs LastModified'.split(' '),
);
/** Bytes that a stream may inflate to for its checksum to be looked at. */
const mostInflated = 64 * 2 ** 20;

/** Keys of pages and fonts (ISO 32000-2, tables 31, 109, 110, 115 and 119) without which words are lost or misplaced. */
const neededKeys = (
  'Contents Resources Parent MediaBox CropBox Rotate StructParents ' +
  'Subtype Encoding ToUnicode Widths DescendantFonts CIDSystemInfo FontDescriptor'
).split(' ');
const fontKinds = new Set('/Type0 /Type1 /MMType1 /Type3 /TrueType /CIDFontType0 /CIDFontType2'.split(' '));

/** Tells for each page whether parts of what describes it are missing, cut, or other than they were written. */
export interface DamageSeeker {
  /** @param page the number of the page's object */
  isDamaged(page: number): boolean;
}

/**
 * pdf.js draws what it can of a damaged page and mostly says nothing, for it neither compares checksums nor takes an
 * object that is not there for a loss (ISO 32000-2, 7.3.10: it means null). So all that a page is drawn with is looked
 * at in the file's bytes: content, fonts, forms, appearances; but not images.
 * @param sealed true for an encrypted file, whose streams cannot be looked into
 */
export function damageSeeker(objects: FileObjects, sealed: boolean): DamageSeeker {
  const verdicts = new Map<number, boolean>();
  /** Whether the object of a number, or any that it leads to, is damaged or missing. */
  const isBroken = (number: number): boolean => {
    const known = verdicts.get(number);
    if (known !== undefined) return known;
    verdicts.set(number, false);
    const object = objects.object(number);
    const broken = object === undefined || (isStream(object) ? isStreamBroken(object) : leadsToBroken(object));
    verdicts.set(number, broken);
    return broken;
  };
  const isStreamBroken = (stream: RawStream): boolean =>
    !stream.ended || (!sealed && failsChecksum(stream)) || leadsToBroken(stream.dictionary);
  const leadsToBroken = (value: PdfValue): boolean => {
    if (isReference(value)) return isBroken(value.ref);
    if (Array.isArray(value)) return value.some(leadsToBroken);
    if (!isDictionary(value)) return false;
    if (isFontBroken(value)) return true;
    return [...value].some(([key, entry]) => !elsewhere.has(key) && leadsToBroken(entry));
  };
  return {
    isDamaged(number) {
      const page = objects.object(number);
      if (!isDictionary(page)) return false;
      const drawn = [page.get('Contents') ?? null, inherited(page, 'Resources', objects) ?? null];
      // Every page has a size; without one pdf.js takes a letter's, and what stands beyond it is not shown.
      const lacksSize = inherited(page, 'MediaBox', objects) === undefined;
      return drawn.some(leadsToBroken) || hasMisspeltKey(page) || lacksSize || lacksContent(page, objects);
    },
  };
}

/** What a page, or the nearest node above it, has under a key that pages inherit (ISO 32000-2, 7.7.3.4). */
function inherited(page: Dictionary, key: 'Resources' | 'MediaBox', objects: FileObjects): PdfValue | undefined {
  const seen = new Set<Dictionary>();
  for (let node: Dictionary | null = page; node !== null && !seen.has(node); ) {
    seen.add(node);
    const own = node.get(key);
    if (own !== undefined) return own;
    const parent: PdfValue | undefined = node.get('Parent');
    const above: unknown = isReference(parent) ? objects.object(parent.ref) : null;
    node = isDictionary(above) ? above : null;
  }
  return undefined;
}

/** True for a page without content that has fonts of its own, or tagged content: a blank page needs neither. */
function lacksContent(page: Dictionary, objects: FileObjects): boolean {
  if (page.has('Contents')) return false;
  const own = page.get('Resources') ?? null;
  const resources: unknown = isReference(own) ? objects.object(own.ref) : own;
  const fonts = isDictionary(resources) ? resources.get('Font') : undefined;
  return page.has('StructParents') || (isDictionary(fonts) ? fonts.size > 0 : isReference(fonts));
}

const isFontBroken = (value: Dictionary): boolean =>
  value.has('BaseFont') && (hasMisspeltKey(value) || !fontKinds.has(String(value.get('Subtype'))));

/** True where a needed key is not there, but one that differs from it in one letter: a byte of it was damaged. */
function hasMisspeltKey(dictionary: Dictionary): boolean {
  const keys = [...dictionary.keys()];
  return neededKeys.some((needed) => !dictionary.has(needed) && keys.some((key) => differsByOne(key, needed)));
}

const differsByOne = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((letter, index) => letter !== b[index]).length === 1;

/** True where a stream's bytes do not inflate to what their checksum (RFC 1950) was made of. */
function failsChecksum({ dictionary, data }: RawStream): boolean {
  const filters = dictionary.get('Filter');
  const first = Array.isArray(filters) ? filters[0] : filters;
  if (first !== '/FlateDecode' || dictionary.get('Subtype') === '/Image' || isInflatedWhole(data)) return false;
  try {
    inflateSync(data, { maxOutputLength: mostInflated });
    return false;
  } catch (error) {
    return (error as { readonly code?: string }).code !== 'ERR_BUFFER_TOO_LARGE';
  }
}
