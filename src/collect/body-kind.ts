import { decodeText } from '../../parsers/markup/decode.ts';

/** What bytes are, whatever the server or the address says they are. */
export type BodyKind = 'pdf' | 'zip' | 'ole' | 'html' | 'xml' | 'image' | 'text' | 'empty' | 'unknown';

/** PDF readers look for the header in the first 1024 bytes. */
const pdfHeaderWithin = 1024;

export function bodyKind(bytes: Uint8Array): BodyKind {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (head.slice(0, pdfHeaderWithin).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'zip';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'ole';
  if (/^(\u0089PNG|\u00ff\u00d8\u00ff|GIF8|RIFF....WEBP)/s.test(head)) return 'image';
  // UTF-16 has a zero beside every letter of markup.
  const text = head.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\u0000', '');
  // Any number of comments is one stretch from the first to the last: told apart, the time would double with each.
  if (/^\s*(<!--.*?-->\s*)?<(!doctype html|html|head|body)/is.test(text)) return 'html';
  if (/^\s*<(\?xml|rss|feed|rdf:)/i.test(text)) return /<html[\s>]/i.test(text) ? 'html' : 'xml';
  if (/<(html|body|table|div|p|h[1-6])[\s>]/i.test(text)) return 'html';
  return isText(bytes) ? 'text' : 'unknown';
}

/** The file name's ending for bytes of a kind. */
export const endingOf: Readonly<Record<BodyKind, string>> = {
  pdf: '.pdf',
  zip: '.docx',
  ole: '.doc',
  html: '.html',
  xml: '.xml',
  image: '.image',
  text: '.txt',
  empty: '',
  unknown: '',
};

/**
 * True where the end that whole files of the kind have is missing: a PDF's trailer, a ZIP's directory, the end tag of a
 * page that has the start tag, XML's root element. (HTML may leave it out, and some old writers of PDF do: it is only a suspicion.)
 */
export function looksCut(bytes: Uint8Array, kind: BodyKind): boolean {
  // UTF-16 has a zero beside every letter of markup.
  const ascii = (part: Uint8Array) => Buffer.from(part).toString('latin1').replaceAll('\u0000', '');
  const tail = ascii(bytes.subarray(-4096));
  if (kind === 'pdf') return !/%%EOF|startxref/.test(tail);
  // The directory's end record has at most 65,535 bytes of comment behind it (APPNOTE 4.3.16).
  if (kind === 'zip') return !Buffer.from(bytes.subarray(-65_557)).includes('PK\u0005\u0006', 0, 'latin1');
  const head = ascii(bytes.subarray(0, 4096));
  if (kind === 'xml') return xmlIsCut(head, tail);
  const start = kind === 'html' ? /<(html|body)[\s>]/i.exec(head)?.[1] : undefined;
  return start !== undefined && !/<\/(html|body)\s*>/i.test(tail);
}

/** XML ends with the end tag of its root element, and nothing behind it but comments and instructions (XML 1.0, 2.1). */
function xmlIsCut(head: string, tail: string): boolean {
  const root = /<([a-z_][\w.:-]*)/i.exec(head.replace(/<!--.*?-->|<!doctype[^>]*>/gis, ''))?.[1];
  const end = /<(?:\/([a-z_][\w.:-]*)\s*|([a-z_][\w.:-]*)[^<>]*\/)>\s*$/i.exec(
    tail.replace(/<!--.*?-->|<\?.*?\?>/gs, ''),
  );
  return root !== undefined && (end?.[1] ?? end?.[2])?.toLowerCase() !== root.toLowerCase();
}

function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

/** Text of markup: in the encoding that the server names, or else the page itself, where its bytes do not say otherwise. */
export function decodeMarkup(bytes: Uint8Array, contentType: string | null): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const told = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1];
  const own = /<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)|<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head);
  return decodeText(bytes, told ?? own?.[1] ?? own?.[2] ?? null).text;
}
