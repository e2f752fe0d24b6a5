import type { Document } from '../../src/model/document.ts';
import type { Random } from './random.ts';

/** Ways in which a download, a disk or a clumsy program damages a PDF. */
export const damages = ['flipped', 'length', 'cut', 'removed', 'key'] as const;
export type Damage = (typeof damages)[number];

/** A damaged copy of a PDF, and what was done to it, for a person to repeat. */
export interface Mutant {
  readonly bytes: Uint8Array;
  readonly what: string;
}

/**
 * A copy of a PDF with one damage.
 * @returns null where the file has nothing that can be damaged so, as one without streams of a direct length
 */
export function mutate(pdf: Uint8Array, damage: Damage, random: Random): Mutant | null {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  switch (damage) {
    case 'flipped':
      return flipped(bytes, text, random);
    case 'length':
      return wrongLength(bytes, text, random);
    case 'cut': {
      const end = random.whole(Math.floor(bytes.length / 4), bytes.length - 1);
      return { bytes: bytes.subarray(0, end), what: `cut at byte ${end} of ${bytes.length}` };
    }
    case 'removed':
      return removed(bytes, text, random);
    case 'key':
      return damagedKey(bytes, text, random);
  }
}

/**
 * One to three bytes of one stream with a checksum. In a plain one a letter becomes another letter, and nobody can tell.
 */
function flipped(bytes: Buffer, text: string, random: Random): Mutant | null {
  const streams = [...text.matchAll(/\/FlateDecode[^<>]{0,200}>>\s*stream\r?\n(?<data>[\s\S]+?)\r?\nendstream/g)];
  if (streams.length === 0) return null;
  const { index, 0: whole, groups } = random.pick(streams);
  const from = index + whole.indexOf(groups?.data ?? '');
  const at = Array.from({ length: random.whole(1, 3) }, () => from + random.whole(0, (groups?.data ?? '').length - 1));
  for (const place of at) bytes[place] = (bytes[place] ?? 0) ^ random.whole(1, 255);
  return { bytes, what: `bytes ${at.join(', ')} flipped in the stream at ${from}` };
}

/** The length of one stream, in as many digits. */
function wrongLength(bytes: Buffer, text: string, random: Random): Mutant | null {
  const direct = [...text.matchAll(/\/Length (\d+)(?! \d+ R)/g)];
  const indirect = [...text.matchAll(/\/Length (\d+) \d+ R/g)].flatMap(([, number]) => {
    const held = new RegExp(`(?<=[\\r\\n]${number} \\d+ obj\\s+)\\d+`).exec(text);
    return held === null ? [] : [{ index: held.index, digits: held[0] }];
  });
  const places = [
    ...direct.map(({ index, 1: digits = '' }) => ({ index: index + '/Length '.length, digits })),
    ...indirect,
  ];
  if (places.length === 0) return null;
  const { index, digits } = random.pick(places);
  const wrong = String(random.whole(0, 10 ** digits.length - 1)).padStart(digits.length, '0');
  bytes.write(wrong, index, 'latin1');
  return { bytes, what: `length ${digits} at ${index} made ${wrong}` };
}

/** One object overwritten by blanks. */
function removed(bytes: Buffer, text: string, random: Random): Mutant | null {
  const objects = [...text.matchAll(/\d+ \d+ obj\b[\s\S]*?endobj/g)];
  if (objects.length === 0) return null;
  const { index, 0: whole } = random.pick(objects);
  bytes.fill(0x20, index, index + whole.length);
  return { bytes, what: `object "${whole.slice(0, 10).split('\n')[0]}" at ${index} removed` };
}

/** One letter of one key of a dictionary. */
function damagedKey(bytes: Buffer, text: string, random: Random): Mutant | null {
  const dictionaries = [...text.matchAll(/\d+ \d+ obj\s*<<[\s\S]*?(?:endobj|stream\r?\n)/g)];
  const keys = dictionaries.flatMap(({ index, 0: whole }) =>
    [...whole.matchAll(/\/[A-Z][A-Za-z]{2,}/g)].map((key) => ({ index: index + key.index, key: key[0] })),
  );
  if (keys.length === 0) return null;
  const { index, key } = random.pick(keys);
  const at = index + random.whole(1, key.length - 1);
  bytes[at] = 0x61 + (((bytes[at] ?? 0x61) - 0x61 + random.whole(1, 25) + 26) % 26);
  return { bytes, what: `${key} at ${index} made ${bytes.subarray(index, index + key.length).toString('latin1')}` };
}

/** Every word of a document with how often it stands there: in blocks, in furniture and in issues. */
export function wordsOf({ blocks, furniture, issues }: Document): ReadonlyMap<string, number> {
  const texts = [
    ...blocks.flatMap((block): readonly string[] => {
      if (block.kind === 'table') return block.cells.map((cell) => cell.text);
      if (block.kind === 'list') return block.items.flatMap((item) => [item.label ?? '', item.text]);
      return [block.text];
    }),
    ...furniture.map(({ text }) => text),
    ...issues.map(({ message }) => message),
  ];
  const counts = new Map<string, number>();
  for (const word of texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words of the whole document that the other one has fewer times. */
export function lostWords(whole: Document, damaged: Document): readonly string[] {
  const left = wordsOf(damaged);
  return [...wordsOf(whole)].flatMap(([word, count]) => (count > (left.get(word) ?? 0) ? [word] : []));
}
