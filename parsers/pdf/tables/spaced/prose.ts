import { overlap } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { rememberByText } from '../../../../src/lib/remember.ts';
import { isNumeric } from '../../text/numbers.ts';
import type { Chunk, TextRow } from '../../text/rows.ts';

interface Placed {
  readonly chunk: Chunk;
  readonly row: TextRow;
}

/**
 * The chunks that are running text: lines of a paragraph stand under each other, fill their column and hold many
 * words. They take no part in the search for tables without lines.
 */
export function proseChunks(rows: readonly TextRow[]): ReadonlySet<Chunk> {
  const prose = new Set<Chunk>();
  for (const block of toBlocks(rows)) {
    if (isProse(block)) for (const { chunk } of block) prose.add(chunk);
  }
  return prose;
}

/** Lines of one paragraph. Points; `letters` are those of a line on average; `sentences` where one of them ends. */
export interface ProseBlock {
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: number;
  readonly letters: number;
  readonly sentences: boolean;
}

/** The paragraphs of running text among rows of text. */
export function proseBlocks(rows: readonly TextRow[]): readonly ProseBlock[] {
  return toBlocks(rows)
    .filter(isProse)
    .map((block) => ({
      x0: leastOf(block, ({ chunk }) => chunk.x0),
      x1: mostOf(block, ({ chunk }) => chunk.x1),
      top: block[0]?.row.top ?? 0,
      bottom: block.at(-1)?.row.bottom ?? 0,
      lines: block.length,
      letters: sum(block.map(({ chunk }) => chunk.text.length)) / block.length,
      sentences: block.some(({ chunk }) => endsSentence(chunk)),
    }));
}

/** True where a sentence ends in a chunk. */
export const endsSentence = ({ text }: Chunk): boolean => /\p{Ll}[.!?]['"’”)]*(?:\s|$)/u.test(text);

/** Chunks that stand under each other as the lines of one paragraph do. */
function toBlocks(rows: readonly TextRow[]): readonly (readonly Placed[])[] {
  const open: Placed[][] = [];
  const done: Placed[][] = [];
  for (const row of rows) {
    for (let index = open.length - 1; index >= 0; index--) {
      const last = open[index]?.at(-1);
      if (last !== undefined && row.baseline - last.row.baseline > 1.9 * last.row.size)
        done.push(...open.splice(index, 1));
    }
    for (const chunk of row.chunks) {
      const block = open.find((candidate) => follows(candidate.at(-1), chunk, row));
      if (block === undefined) open.push([{ chunk, row }]);
      else block.push({ chunk, row });
    }
  }
  return [...done, ...open];
}

function follows(last: Placed | undefined, chunk: Chunk, row: TextRow): boolean {
  if (last === undefined || row.baseline <= last.row.baseline || Math.abs(row.size - last.row.size) > 0.15 * row.size) {
    return false;
  }
  const shared = overlap(chunk.x0, chunk.x1, last.chunk.x0, last.chunk.x1);
  const indent = Math.abs(chunk.x0 - last.chunk.x0);
  return indent <= 2.5 * row.size && shared > 0.5 * Math.min(chunk.x1 - chunk.x0, last.chunk.x1 - last.chunk.x0);
}

function isProse(block: readonly Placed[]): boolean {
  const left = leastOf(block, ({ chunk }) => chunk.x0);
  const right = mostOf(block, ({ chunk }) => chunk.x1);
  const size = mostOf(block, ({ row }) => row.size);
  const width = right - left;
  if (width < (block.length === 1 ? 30 : 11) * size || beginAnew(block)) return false;
  const words = block.map(({ chunk }) => wordCount(chunk));
  const meanWords = sum(words) / block.length;
  const runs = block.flatMap(({ chunk }) => chunk.words);
  const numbers = runs.filter((run) => isNumeric(run.text)).length;
  if (numbers > 0.35 * runs.length) return false;
  if (block.length === 1) return meanWords >= 9;
  const wrapped = block.slice(1).filter(({ chunk }, index) => isWrapped(block[index]?.chunk, chunk, right, size));
  const share = wrapped.length / (block.length - 1);
  if (block.length === 2) return meanWords >= 7 && share === 1;
  return meanWords >= 3.5 && share >= 0.7;
}

/** Share of lines that begin with a capital or a number: so many do in cells under each other, and not in running text. */
const mostlyBeginning = 0.75;

/** True where most lines begin a text of their own. */
const beginAnew = (block: readonly Placed[]): boolean =>
  block.length > 3 &&
  block.filter(({ chunk }) => /^(?:\p{Lu}(?=.*\p{Ll})|\d)/u.test(chunk.text)).length > mostlyBeginning * block.length;

/** True where the first word of a line did not fit at the end of the line before. */
function isWrapped(above: Chunk | undefined, chunk: Chunk, right: number, size: number): boolean {
  const word = chunk.runs[0];
  return (
    above !== undefined &&
    word !== undefined &&
    above.x1 + 0.2 * size + (word.box[2] - word.box[0]) > right - 0.3 * size
  );
}

export const wordCount = (chunk: { readonly text: string }): number => wordsIn(chunk.text);

/** Remembered, for a page is looked at in many stretches of the same texts. */
const wordsIn = rememberByText((text) => text.match(/[^ ]*[\p{L}\p{N}][^ ]*/gu)?.length ?? 0);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
