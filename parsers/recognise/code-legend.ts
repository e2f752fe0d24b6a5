import { foldPlain } from '../../src/lib/fold.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import type { StatusValue } from '../../src/model/plan.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { statusValue } from '../../src/normalise/status.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { codeAndMeaning, codeInSentence, legendTitle } from '../../src/vocabulary/legend-words.ts';
import { ragWords } from '../../src/vocabulary/rag-words.ts';

type Pair = readonly [code: string, value: StatusValue];
type MeaningOf = (words: string) => StatusValue | null;

/** A code of a paper's own is short: `C`, `OT`, `Level 4`. */
const longestCode = 12;
const mostCodeWords = 3;

/**
 * What a paper's own codes mean, by its key: a table of codes and meanings, in as many pairs a row as it has, or a line or
 * a list of them. They count where one of them stands alone in a cell elsewhere in the paper, or behind a label.
 * @param elsewhere the values that stand in other blocks than one
 */
export function codesOf(
  block: Block,
  elsewhere: (own: Block) => ReadonlySet<string>,
  meaningOf: MeaningOf,
): readonly Pair[] {
  const said = block.kind === 'table' ? (cellCodes(block) ?? tableCodes(block)) : textCodes(block);
  return keyOf(said, () => elsewhere(block), meaningOf);
}

/** What the rows over the whole width of a plan's own table say of codes in it. */
export function codesOfStrips(
  table: Table,
  elsewhere: (own: Block) => ReadonlySet<string>,
  meaningOf: MeaningOf,
): readonly Pair[] {
  const strips = table.cells.filter(({ columnSpan }) => columnSpan === table.columns && table.columns > 1);
  const own = () => new Set([...elsewhere(table), ...valuesOf(table).map((text) => foldPlain(text))]);
  return [
    ...strips.flatMap(({ text }) => keyOf([...sentencesOrLines(text.split('\n'))], own, meaningOf)),
    ...keyRows(table).flatMap((texts) => keyOf(lineCodes(texts), own, meaningOf)),
  ];
}

/** The cells of rows of a plan's own table that are its key, a code and its meaning in each, behind a cell that says so (`Key | B – finished | A – late`). */
export const keyRows = (table: Table): readonly (readonly string[])[] =>
  tableToGrid(table).flatMap((row) => {
    const [first, ...others] = distinctCells(row).filter(({ text }) => text.trim() !== '');
    if (first === undefined || others.length < 2) return [];
    const texts = (legendTitle.test(first.text) ? others : [first, ...others]).map(({ text }) => text);
    const codes = lineCodes(texts);
    return codes.length === texts.length && codes.every(([code]) => code !== '') ? [texts] : [];
  });

function keyOf(
  said: readonly (readonly [string, string])[],
  values: () => ReadonlySet<string>,
  meaningOf: MeaningOf,
): readonly Pair[] {
  const pairs = said.flatMap(([code, meaning]): readonly Pair[] => {
    const value = meaningOf(meaning.trim().replace(/[.;,]$/, '')) ?? (meaning.trim() === '' ? null : statusValue(code));
    return value === null || !isCode(code) ? [] : [[foldPlain(code), value]];
  });
  const codes = pairs.map(([code]) => code);
  const isKey = pairs.length > 1 && pairs.length > 0.5 * said.length && new Set(codes).size === codes.length;
  const ofColours = codes.every((code) => ragWords.has(code));
  if (!isKey || ofColours) return [];
  const used = values();
  return codes.some((code) => used.has(code)) ? pairs : [];
}

function isCode(text: string): boolean {
  const words = foldPlain(text);
  return (
    words !== '' && text.length <= longestCode && words.split(' ').length <= mostCodeWords && kindOf(text) === null
  );
}

/** Cells that each hold a code and its meaning (`C = Complete`), but for a title over all of them; null where any other cell does not. */
function cellCodes({ cells, columns }: Table): readonly (readonly [string, string])[] | null {
  const said = cells.filter(({ text, columnSpan }) => text.trim() !== '' && (columns < 2 || columnSpan < columns));
  const codes = lineCodes(said.map(({ text }) => text));
  return codes.length > 1 && codes.length === said.length && codes.every(([code]) => code !== '') ? codes : null;
}

/** Pairs of neighbouring cells, row by row. */
function tableCodes(table: Table): readonly (readonly [string, string])[] {
  if (table.columns % 2 !== 0) return [];
  return tableToGrid(table).flatMap((row) =>
    row.flatMap((cell, column) => {
      const meaning = row[column + 1];
      const isPair = column % 2 === 0 && cell !== null && meaning !== null && meaning !== undefined && meaning !== cell;
      return isPair && meaning.text.trim() !== '' ? [[cell.text, meaning.text] as const] : [];
    }),
  );
}

function textCodes(block: Exclude<Block, Table>): readonly (readonly [string, string])[] {
  const lines = block.kind === 'list' ? block.items.map(itemText) : block.text.split('\n');
  return sentencesOrLines(lines);
}

function sentencesOrLines(lines: readonly string[]): readonly (readonly [string, string])[] {
  const inSentence = lines.flatMap(sentenceCodes);
  return inSentence.length > 1 ? inSentence : lineCodes(lines);
}

/** `1 means not started, 2 means in progress and 3 means complete`: capitals, numbers and levels before a verb or `=`. */
function sentenceCodes(line: string): readonly (readonly [string, string])[] {
  const found = [...line.matchAll(codeInSentence)];
  return found.map(({ 0: words, index, groups }, at) => {
    const meaning = line.slice(index + words.length, found[at + 1]?.index).split(/[;.]/)[0] ?? '';
    return [groups?.code ?? '', meaning.replace(/[\s,]*(?:\band\b)?[\s,(]*$/i, '')] as const;
  });
}

function lineCodes(lines: readonly string[]): readonly (readonly [string, string])[] {
  const parts = lines
    .flatMap((line) =>
      line.split(
        /\s*[;|]\s*|\.\s+(?=[\p{L}\p{N} ]{1,12}\s*[=:])|,\s+(?=[\p{L}\p{N} ]{1,12}\s*(?:[=:]|[-–—]\s))|\s+(?=\p{Lu}[\p{L}' ]{1,24}:\s)/u,
      ),
    )
    .filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const { code = '', meaning = '' } = codeAndMeaning.exec(part.trim())?.groups ?? {};
    return [code, meaning] as const;
  });
}

/** `1. Not started` in a numbered list gives the number as its code. */
const itemText = ({ label, text }: { readonly label: string | null; readonly text: string }): string =>
  label === null ? text : `${label.replace(/[.)]$/, '')} = ${text}`;

/** The short texts that stand where a status would: alone in a cell, but for the numbers that rows begin with, or behind a label. */
export function valuesIn(blocks: readonly Block[]): ReadonlyMap<Block, ReadonlySet<string>> {
  return new Map(blocks.map((block) => [block, new Set(valuesOf(block).map((text) => foldPlain(text)))]));
}

function valuesOf(block: Block): readonly string[] {
  if (block.kind === 'table')
    return block.cells.flatMap((cell) => [...(isValue(cell) ? [cell.text] : []), ...behindLabels(cell.text)]);
  const texts = block.kind === 'list' ? block.items.map(({ text }) => text) : [block.text];
  return texts.flatMap((text) => [text, ...behindLabels(text)]);
}

/** `Status: C; Lead: …`, a label a line or several run on in one: what stands short behind a colon. */
const behindLabels = (text: string): readonly string[] =>
  [...text.matchAll(shortBehindColon)].map(({ groups }) => groups?.value ?? '');

const shortBehindColon = /[^:\n]:\s{0,3}(?<value>[^\s:;.][^:;.\n]{0,11}?)(?=\s{0,3}(?:[;.\n]|$))/gu;

const isValue = ({ column, text, header }: Cell): boolean =>
  (column > 0 || /\p{L}/u.test(text)) && !header && text.length <= longestCode;
