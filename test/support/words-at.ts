import { execFileSync } from 'node:child_process';
import type { Block, Document } from '../../src/model/document.ts';
import type { Box, Place } from '../../src/model/place.ts';
import type { Entry, EntryField, Extraction } from '../../src/model/plan.ts';

/** A value of a reading: the paper's own words that it gives, and where it says they stand. */
export interface PlacedWords {
  readonly what: string;
  readonly words: readonly string[];
  readonly places: readonly Place[];
}

/** Every value of a reading that is in the paper's own words, with its places. */
export function placedWords({ entries, paper }: Extraction): readonly PlacedWords[] {
  const own = (['title', 'body', 'agendaItem', 'author'] as const).flatMap((field): readonly PlacedWords[] => {
    const text = paper[field];
    return text === null ? [] : [{ what: `paper ${field}`, words: [text], places: paper.places[field] ?? [] }];
  });
  return [...own, ...entries.flatMap((entry, index) => entryWords(entry, `entry ${index + 1}`))];
}

function entryWords(entry: Entry, where: string): readonly PlacedWords[] {
  const raw: readonly (readonly [EntryField, readonly (string | null | undefined)[]])[] = [
    ['ref', [entry.ref]],
    ['finding', [entry.finding]],
    ['summary', [entry.summary]],
    ['theme', [entry.theme]],
    ['action', [entry.action]],
    ['progress', [entry.progress]],
    ['updates', entry.updates.map(({ text }) => text)],
    ['future', [entry.future]],
    ['timescale', [entry.timescale?.raw]],
    ['status', [entry.status?.raw.startsWith('#') ? null : entry.status?.raw]],
    ['rag', [entry.rag?.from === 'words' ? entry.rag.raw : null]],
    ['lead', [entry.lead]],
    ['extra', Object.values(entry.extra)],
  ];
  return raw.flatMap(([field, texts]): readonly PlacedWords[] => {
    const words = texts.filter((text): text is string => text !== null && text !== undefined && text !== '');
    return words.length === 0 ? [] : [{ what: `${where} ${field}`, words, places: entry.places[field] ?? [] }];
  });
}

/** Letters and digits alone: what two readers of one page cannot differ in. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Values whose words are not in the document at their paths. */
export function missingByPath(document: Document, values: readonly PlacedWords[]): readonly string[] {
  const texts = textsByPath(document);
  return values.flatMap(({ what, words, places }) => {
    const found = bare(places.map(({ path }) => texts.get(path) ?? '').join(' '));
    const lines = words.flatMap((text) => text.split('\n'));
    return lines.filter((text) => !found.includes(bare(text))).map((text) => `${what}: ${text}`);
  });
}

function textsByPath({ blocks, furniture, meta }: Document): ReadonlyMap<string, string> {
  const texts = new Map<string, string>([['meta/title', meta.title ?? '']]);
  const add = (places: readonly Place[], text: string) => {
    for (const path of new Set(places.map((place) => place.path))) texts.set(path, `${texts.get(path) ?? ''} ${text}`);
  };
  for (const block of blocks) for (const piece of piecesOf(block)) add(piece.places, piece.text);
  for (const { places, text } of furniture) add(places, text);
  return texts;
}

function piecesOf(block: Block): readonly { readonly places: readonly Place[]; readonly text: string }[] {
  if (block.kind === 'table') return block.cells;
  return block.kind === 'list'
    ? block.items.map((item) => ({ ...item, text: `${item.label ?? ''} ${item.text}` }))
    : [block];
}

interface Word {
  readonly page: number;
  readonly box: Box;
  readonly text: string;
}

/** Every word of a PDF as poppler reads it, with its page and box in points from the top left. */
export function popplerWords(file: string): readonly Word[] {
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 27 });
  return xml.split(/<page /).flatMap((part, page) =>
    [...part.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(
      ([, x0, y0, x1, y1, text = '']): Word => ({
        page,
        box: [Number(x0), Number(y0), Number(x1), Number(y1)],
        text: text
          .replace(/&amp;/g, '&')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"'),
      }),
    ),
  );
}

/** How far outside a box a word's middle may stand, in points: two programs measure fonts differently. */
const slack = 2;

/** Values of which a word does not stand, as poppler sees the page, on the page and in the box that the value names. */
export function missingOnPage(words: readonly Word[], values: readonly PlacedWords[]): readonly string[] {
  const onPages = values.filter(({ places }) => !places.every(({ path }) => path.startsWith('meta/')));
  return onPages.flatMap(({ what, words: texts, places }) => {
    const inside = (those: readonly Place[]) =>
      bare(
        words
          .filter((word) => those.some((place) => isInside(word, place)))
          .map(({ text }) => text)
          .join(''),
      );
    const found = [inside(places), ...places.map((place) => inside([place]))].join(' ');
    return texts.flatMap((text) => {
      const lost = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !found.includes(bare(word)));
      return lost.length === 0 ? [] : [`${what}: "${lost.join(' ')}" of "${text}"`];
    });
  });
}

function isInside({ page, box }: Word, place: Place): boolean {
  if (place.page !== page || place.bbox === undefined) return false;
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const [x0, y0, x1, y1] = place.bbox;
  return x >= x0 - slack && x <= x1 + slack && y >= y0 - slack && y <= y1 + slack;
}
