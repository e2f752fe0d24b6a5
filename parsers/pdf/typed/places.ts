import { union } from '../../../src/lib/box.ts';
import type { Block } from '../../../src/model/document.ts';
import type { Place } from '../../../src/model/place.ts';
import type { Word } from '../text/words.ts';
import type { TypedLine } from './typed-lines.ts';

/** A word in its place among those of all pages. */
interface PlacedWord {
  readonly letters: string;
  readonly word: Word;
  readonly page: number;
  readonly line: number;
}

/** A text goes on in one of so many further lines. */
const farthestLine = 3;

/** Blocks that were read of the text of typed lines, with the places of their words on the pages; paths are empty. */
export function withTypedPlaces(blocks: readonly Block[], lines: readonly TypedLine[]): readonly Block[] {
  const placesOf = finder(lines);
  return blocks.map((block): Block => {
    if (block.kind === 'table') {
      const cells = block.cells.map((cell) => ({ ...cell, places: placesOf(cell.text) }));
      return { ...block, cells, places: around(cells) };
    }
    if (block.kind === 'list') {
      const items = block.items.map((item) => ({ ...item, places: placesOf(item.text) }));
      return { ...block, items, places: around(items) };
    }
    return { ...block, places: placesOf(block.text) };
  });
}

/** Finds the places of texts that are asked for in reading order: each word is of one text alone. */
function finder(lines: readonly TypedLine[]): (text: string) => readonly Place[] {
  const words = lines.flatMap(({ words: all, page }, line) =>
    all
      .map((word): PlacedWord => ({ letters: lettersOf(word.text), word, page, line }))
      .filter(({ letters }) => letters !== ''),
  );
  const taken = new Set<PlacedWord>();
  let from = 0;
  return (text) => {
    const letters = lettersOf(text);
    if (letters === '') return [];
    for (let at = from; at < words.length; at++) {
      const found = wordsFrom(words, at, letters, taken);
      if (found === null) continue;
      for (const word of found) taken.add(word);
      const first = (found[0]?.line ?? 0) - farthestLine;
      from = Math.max(
        from,
        words.findIndex(({ line }) => line >= first),
      );
      return around(found.map(({ word, page }) => ({ places: [{ path: '', page, bbox: word.box }] })));
    }
    return [];
  };
}

/** The words that a text is of, where it begins with a given one; null where it does not. */
function wordsFrom(
  words: readonly PlacedWord[],
  first: number,
  letters: string,
  taken: ReadonlySet<PlacedWord>,
): readonly PlacedWord[] | null {
  const found: PlacedWord[] = [];
  let rest = letters;
  let last = words[first]?.line ?? 0;
  for (let at = first; at < words.length && rest !== ''; at++) {
    const next = words[at];
    if (next === undefined || next.line > last + farthestLine) return null;
    if (taken.has(next) || !rest.startsWith(next.letters)) {
      if (found.length === 0) return null;
      continue;
    }
    found.push(next);
    rest = rest.slice(next.letters.length);
    last = next.line;
  }
  return rest === '' ? found : null;
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** One place a page around the places of several parts. */
function around(parts: readonly { readonly places: readonly Place[] }[]): readonly Place[] {
  const byPage = new Map<number | undefined, Place>();
  for (const place of parts.flatMap(({ places }) => places)) {
    const known = byPage.get(place.page);
    byPage.set(place.page, known?.bbox && place.bbox ? { ...known, bbox: union(known.bbox, place.bbox) } : place);
  }
  return [...byPage.values()];
}
