import { foldPlain, foldWords } from '../../src/lib/fold.ts';
import type { Block, Table } from '../../src/model/document.ts';
import type { StatusValue } from '../../src/model/plan.ts';
import type { RawField } from '../../src/model/raw.ts';
import { tableToGrid } from '../../src/tables/grid.ts';
import { beforeKeyWord, explained, joinsKeyWords, leadsToMeaning, saysKey } from '../../src/vocabulary/legend-words.ts';
import { labelField } from './labels.ts';

/** A word of a paper's own for how something stands is short: `Nearly there`, `Not yet assessed`. */
const longestWord = 24;
const mostWords = 4;
/** What stands under such a label says nothing of how an entry stands. */
const otherFields: ReadonlySet<RawField> = new Set([
  'theme',
  'lead',
  'pillar',
  'finding',
  'action',
  'ref',
  'timescale',
  'kind',
]);

/** Meanings that a key gives to the paper's own words, and the blocks that are such keys. */
export interface KeyOfValues {
  readonly meanings: ReadonlyMap<string, StatusValue>;
  readonly used: ReadonlySet<number>;
}

/**
 * What a paper says that its own words for a status mean, wherever it says so. The short values that stand alone in its plan are
 * looked for in its other sentences, lists and tables; what follows each of them, up to the next, is its meaning.
 */
export function keyOfValues(blocks: readonly Block[], meaningOf: (words: string) => StatusValue | null): KeyOfValues {
  const words = wordsOf(blocks);
  const meanings = new Map<string, StatusValue>();
  const used = new Set<number>();
  blocks.forEach((block, index) => {
    const said = block.kind === 'table' ? rowsOfKey(block, index, words) : sentencesOfKey(textOf(block), index, words);
    const understood = said.flatMap(([word, meaning]): readonly (readonly [string, StatusValue])[] => {
      const value = meaningOf(meaning);
      return value === null ? [] : [[word, value]];
    });
    const isExplained = block.kind !== 'table' && isQuotedKey(textOf(block), said);
    if ((new Set(said.map(([word]) => word)).size < 2 && !isExplained) || understood.length === 0) return;
    used.add(index);
    for (const [word, value] of understood) if (!meanings.has(word)) meanings.set(word, value);
  });
  return { meanings, used };
}

/** True where a text sets the one word that it explains in quotation marks. */
const isQuotedKey = (text: string, [first]: readonly (readonly [string, string])[]): boolean =>
  first !== undefined && foldPlain(explained.exec(text)?.groups?.word ?? '') === first[0];

/** The short values of a paper: those that begin with each word, and for each the block it stands in, -1 where it is several. */
interface Values {
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  readonly blockOf: ReadonlyMap<string, number>;
}

function wordsOf(blocks: readonly Block[]): Values {
  const blockOf = new Map<string, number>();
  blocks.forEach((block, index) => {
    for (const word of standingWords(block)) blockOf.set(word, (blockOf.get(word) ?? index) === index ? index : -1);
  });
  return { blockOf, byFirst: Map.groupBy(blockOf.keys(), (word) => firstOf(word)) };
}

const firstOf = (word: string): string => /^[\p{L}]+/u.exec(word)?.[0] ?? '';

/** True for a value that stands in another block than the one that may explain it. */
const isElsewhere = ({ blockOf }: Values, word: string, own: number): boolean => {
  const block = blockOf.get(word);
  return block !== undefined && block !== own;
};

const textOf = (block: Exclude<Block, Table>): string =>
  block.kind === 'list' ? block.items.map(({ text }) => text).join('\n') : block.text;

/** The short texts of a block that stand where the state of an entry could: alone, behind or before a label, or in a cell below a header. */
const standingWords = (block: Block): readonly string[] =>
  block.kind === 'table'
    ? cellWords(block)
    : textOf(block)
        .split(/\n|\s[|·•]\s/)
        .flatMap(lineWords);

function lineWords(line: string): readonly string[] {
  const { label, value = '' } = /^(?<label>[^:]{2,40}):\s+(?<value>.+)$/u.exec(line.trim())?.groups ?? {};
  if (label === undefined) return wordOf(line);
  return [...(couldStand(label) ? wordOf(value) : []), ...wordsBeforeLabel(label)];
}

/** `Nearly there When: Autumn 2025`: what could stand before a label in its line. */
function wordsBeforeLabel(label: string): readonly string[] {
  const words = label.split(/\s+/);
  const ends = words.flatMap((word, at) => (at > 0 && isCapital(word[0]) ? [at] : []));
  return ends.flatMap((end) => wordOf(words.slice(0, end).join(' ')));
}

function cellWords(table: Table): readonly string[] {
  const heads = tableToGrid(table)[Math.max(1, table.headerRows) - 1] ?? [];
  const below = table.cells.filter(({ row }) => row >= Math.max(1, table.headerRows));
  const standing = below.filter(({ column }) => column > 0 && couldStand(heads[column]?.text ?? ''));
  const labelled = below.filter(({ text }) => /^[^:\n]{2,40}:\s/u.test(text));
  return [
    ...standing.flatMap(({ text }) => wordOf(text)),
    ...labelled.flatMap(({ text }) => text.split('\n').flatMap(lineWords)),
  ];
}

function couldStand(label: string): boolean {
  const field = label === '' ? null : labelField(label);
  return field === null || !otherFields.has(field);
}

function wordOf(text: string): readonly string[] {
  const word = foldPlain(text.trim());
  const isShort = word.length > 2 && word.length <= longestWord && word.split(' ').length <= mostWords;
  return isShort && /^\p{L}[\p{L} '’-]*$/u.test(word) ? [word] : [];
}

/** A table of such words, each with its meaning beside it. */
function rowsOfKey(table: Table, own: number, values: Values): readonly (readonly [string, string])[] {
  const rows = tableToGrid(table).map((row) => [row[0], row[1]].map((cell) => cell?.text.trim() ?? ''));
  const pairs = rows.filter(([word = '']) => isElsewhere(values, foldPlain(word), own));
  const areMeant = pairs.every(([, meaning = '']) => foldWords(meaning).split(' ').length >= leastMeaning);
  if (table.columns > mostColumns || pairs.length < 2 || pairs.length < rows.length - 1 || !areMeant) return [];
  return pairs.map(([word = '', meaning = '']) => [foldPlain(word), meaning]);
}

const mostColumns = 3;
const leastMeaning = 2;

const beside = /^\s+(?=\p{Lu})/u;

/** Words and their meanings in running text: `"Stuck" when they are not`, `Landed: finished and in use.`, `High and Medium: …`. */
function sentencesOfKey(text: string, own: number, values: Values): readonly (readonly [string, string])[] {
  const found = occurrences(text, own, values);
  return found.flatMap(({ word, end }, at): readonly (readonly [string, string])[] => {
    const lead = leadOf(text, found, at);
    if (lead === null) return [];
    const next = found[at + lead.joined + 1]?.from ?? text.length;
    const inBrackets = text.slice(0, lead.end).trimEnd().endsWith('(');
    const meaning = text.slice(lead.end, next).split(inBrackets ? ')' : /[.;|\n]/)[0] ?? '';
    const bare = meaning.replace(/[\s,"'“‘(]*(?:\b(?:and|or)\b)?[\s,"'“‘(]*$/iu, '').replace(/^that\s+/i, '');
    return foldWords(bare) === '' || end > lead.end ? [] : [[word, bare]];
  });
}

interface Occurrence {
  readonly word: string;
  readonly from: number;
  readonly end: number;
}

function occurrences(text: string, own: number, values: Values): readonly Occurrence[] {
  const folded = text.toLowerCase();
  const all = [...folded.matchAll(/\p{L}+/gu)].flatMap(({ index: from, 0: first }) =>
    (values.byFirst.get(first) ?? []).flatMap((word): readonly Occurrence[] => {
      const end = from + word.length;
      if (!folded.startsWith(word, from) || !isElsewhere(values, word, own)) return [];
      if (/[\p{L}\d]/u.test(text[end] ?? '') || !(couldOpen(text, from) || isNamedSo(text, from, end))) return [];
      return [{ word, from, end }];
    }),
  );
  const longest = all.filter(
    ({ from, end }) =>
      !all.some((other) => other.from <= from && other.end >= end && other.end - other.from > end - from),
  );
  const led = longest.toSorted((a, b) => a.from - b.from);
  return led.filter((_, at) => leadOf(text, led, at) !== null);
}

/** True where a word of a key could begin: what stands before it ends another meaning, or the line says that it is a key. */
const couldOpen = (text: string, from: number): boolean =>
  beforeKeyWord.test(text.slice(Math.max(0, from - longestBefore), from)) ||
  (saysKey.test(text) && isCapital(text[from]));

/** A capital and a colon: where two columns of a key stand in one line nothing else parts them. */
const isNamedSo = (text: string, from: number, end: number): boolean => isCapital(text[from]) && text[end] === ':';

const longestBefore = 12;

const isCapital = (sign: string | undefined): boolean => /\p{Lu}/u.test(sign ?? '');

/** Where the meaning of a word begins, past the words joined to it; null where nothing leads on from it. */
function leadOf(
  text: string,
  found: readonly Occurrence[],
  at: number,
): { readonly end: number; readonly joined: number } | null {
  for (let joined = 0; found[at + joined] !== undefined; joined++) {
    const { end } = found[at + joined] as Occurrence;
    const next = found[at + joined + 1];
    if (next !== undefined && joinsKeyWords.test(text.slice(end, next.from))) continue;
    const rest = text.slice(end);
    const lead = (leadsToMeaning.exec(rest) ?? (saysKey.test(text) ? beside.exec(rest) : null))?.[0];
    return lead === undefined ? null : { end: end + lead.length, joined };
  }
  return null;
}
