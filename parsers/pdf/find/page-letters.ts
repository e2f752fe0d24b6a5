import { type Dictionary, type FileObjects, isDictionary, isStream, type PdfValue } from '../page/file-objects.ts';
import { dictionaryOf, type LettersOf, lettersOfFont, resolved, streamText } from './font-letters.ts';

/** What a page says, run together without anything between its letters. */
export interface PageLetters {
  /** a to z alone, in the order in which they are drawn. */
  readonly letters: string;
  /** False where something is drawn whose letters cannot be told so simply. */
  readonly whole: boolean;
  readonly hasImage: boolean;
}

/** Deepest nesting of forms that is followed. */
const deepest = 8;

const operation =
  /\/(?<font>[^\s/[\]()<>{}%]+)\s+-?[\d.]+\s+Tf|\/(?<drawn>[^\s/[\]()<>{}%]+)\s+Do\b|\((?<text>(?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<(?<hex>[0-9A-Fa-f\s]*)>/g;
const inlineImage = /\bBI\b[^()]*?\bID\s[\s\S]*?\sEI\b/g;

/**
 * Reads the letters of pages straight from a file's objects, for looking through many pages: no fonts are loaded, and
 * nothing is placed. Enough to tell which words a page may have, and for nothing else.
 */
export function pageLetters(objects: FileObjects): (page: Dictionary) => PageLetters {
  const fonts = new Map<PdfValue, LettersOf>();
  const forms = new Map<PdfValue, PageLetters>();

  const fontOf = (resources: Dictionary | null, name: string): LettersOf => {
    const value = dictionaryOf(objects, resources?.get('Font'))?.get(name);
    const key = typeof value === 'object' && value !== null && 'ref' in value ? value.ref : (value ?? null);
    const known = fonts.get(key);
    if (known !== undefined || fonts.has(key)) return known ?? null;
    const font = lettersOfFont(objects, dictionaryOf(objects, value));
    fonts.set(key, font);
    return font;
  };

  const drawn = (resources: Dictionary | null, name: string, depth: number): PageLetters => {
    const value = dictionaryOf(objects, resources?.get('XObject'))?.get(name);
    const key = typeof value === 'object' && value !== null && 'ref' in value ? value.ref : null;
    const known = forms.get(key);
    if (key !== null && known !== undefined) return known;
    const form = resolved(objects, value);
    if (!isStream(form)) return { ...nothing, whole: false };
    if (form.dictionary.get('Subtype') !== '/Form') return { ...nothing, hasImage: true };
    const text = depth < deepest ? streamText(objects, form) : null;
    const own = dictionaryOf(objects, form.dictionary.get('Resources')) ?? resources;
    const letters = text === null ? { ...nothing, whole: false } : read(text, own, depth + 1);
    if (key !== null) forms.set(key, letters);
    return letters;
  };

  const read = (content: string, resources: Dictionary | null, depth: number): PageLetters => {
    const parts: string[] = [];
    let [font, whole, hasImage]: [LettersOf, boolean, boolean] = [null, true, false];
    const clean = content.includes('BI') ? content.replace(inlineImage, ' ') : content;
    for (const { groups } of clean.matchAll(operation)) {
      if (groups?.font !== undefined) font = fontOf(resources, groups.font);
      else if (groups?.drawn !== undefined) {
        const inner = drawn(resources, groups.drawn, depth);
        parts.push(inner.letters);
        whole &&= inner.whole;
        hasImage ||= inner.hasImage;
      } else {
        const bytes = groups?.text === undefined ? ofHex(groups?.hex ?? '') : unescaped(groups.text);
        if (font === null) whole &&= bytes.trim() === '';
        else parts.push(font(bytes));
      }
    }
    return { letters: parts.join(''), whole, hasImage: hasImage || clean.length < content.length };
  };

  return (page) => {
    const { text, whole } = contentOf(objects, page);
    const letters = read(text, inheritedResources(objects, page), 0);
    // What is pinned on a page has appearances of its own.
    const isPinned = page.has('Annots') && hasAppearance(objects, page);
    return { ...letters, whole: letters.whole && whole && !isPinned };
  };
}

/** A page's content streams as one text; not whole where one of them cannot be read. */
function contentOf(objects: FileObjects, page: Dictionary): { readonly text: string; readonly whole: boolean } {
  const contents = resolved(objects, page.get('Contents'));
  const streams = Array.isArray(contents)
    ? contents.map((one: PdfValue) => resolved(objects, one))
    : contents === undefined || contents === null
      ? []
      : [contents];
  const texts = streams.map((stream) => (isStream(stream) ? streamText(objects, stream) : null));
  return { text: texts.filter((text) => text !== null).join('\n'), whole: texts.every((text) => text !== null) };
}

const nothing: PageLetters = { letters: '', whole: true, hasImage: false };

/** Resources may stand at any node above a page (ISO 32000-2, 7.7.3.4). */
function inheritedResources(objects: FileObjects, page: Dictionary): Dictionary | null {
  let node: Dictionary | null = page;
  for (let level = 0; node !== null && level < 50; level++) {
    const own = dictionaryOf(objects, node.get('Resources'));
    if (own !== null) return own;
    node = dictionaryOf(objects, node.get('Parent'));
  }
  return null;
}

function hasAppearance(objects: FileObjects, page: Dictionary): boolean {
  const pinned = resolved(objects, page.get('Annots'));
  if (!Array.isArray(pinned)) return false;
  return pinned.some((one: PdfValue) => {
    const annotation = resolved(objects, one);
    return isDictionary(annotation) && annotation.has('AP') && annotation.get('Subtype') !== '/Link';
  });
}

function ofHex(digits: string): string {
  const packed = digits.replace(/\s+/g, '');
  return Buffer.from(packed.length % 2 === 0 ? packed : `${packed}0`, 'hex').toString('latin1');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A literal string without its escapes (ISO 32000-2, 7.3.4.2). */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal?: string, char?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return char === undefined || char === '\n' || char === '\r' ? '' : (escapes[char] ?? char);
  });
}
