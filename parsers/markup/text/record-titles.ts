import type { Block, Heading } from '../../../src/model/document.ts';
import type { Piece } from './prose.ts';

/** A piece of prose, or a table among them. */
export type Part =
  | { readonly kind: 'piece'; readonly piece: Piece; readonly text: string }
  | { readonly kind: 'table'; readonly block: Block };

/** Titles of records followed by another one: more are paragraphs with numbers. */
const mostWithoutText = 0.2;

/**
 * Parts in which the titles of records are headings: texts with the references of a series, where they stand over
 * something, and what stands over the label that begins each record.
 * @param opening as `openingLabel` gives it
 */
export function withRecordTitles(parts: readonly Part[], opening: string | null): readonly Part[] {
  const headed = headsRecords(parts);
  return parts.map((part, at) => {
    if (part.kind === 'table') return part;
    const isTitle = (headed && part.piece.inSeries) || (opening !== null && isPieceOf(parts[at + 1], opening));
    return isTitle ? { ...part, piece: { ...part.piece, kind: 'heading', level: null } } : part;
  });
}

/**
 * The returning label that begins each record: the first of those that return, where what stands right above it is never
 * the one value of another label. Null where there is none.
 */
export function openingLabel(parts: readonly Part[]): string | null {
  const first = parts.find((part) => part.kind === 'piece' && part.piece.repeated);
  if (first?.kind !== 'piece') return null;
  const isValue = (at: number): boolean => {
    const [label, value] = [parts[at - 2], parts[at - 1]];
    return value?.kind !== 'piece' || value.piece.repeated || (label?.kind === 'piece' && label.piece.repeated);
  };
  const found = parts.flatMap((part, at) => (isPieceOf(part, first.text) ? [at] : []));
  return found.some(isValue) ? null : first.text;
}

const isPieceOf = (part: Part | undefined, text: string): boolean => part?.kind === 'piece' && part.text === text;

/** True where texts with the references of a series stand over others: titles of records, not paragraphs with numbers. */
function headsRecords(parts: readonly Part[]): boolean {
  const inSeries = (part: Part | undefined): boolean => part?.kind === 'piece' && part.piece.inSeries;
  const all = parts.flatMap((part, at) => (inSeries(part) ? [at] : []));
  return (
    all.filter((at) => parts[at + 1] === undefined || inSeries(parts[at + 1])).length <= mostWithoutText * all.length
  );
}

/**
 * Blocks in which the last of the lines over a paper is the title of its first record where the titles below it stand over the same label as
 * it does (`Absence`, and `Finding: …`): nothing else sets it apart from the paper's own.
 */
export function withFirstRecordTitle(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex((block) => block.kind !== 'heading');
  const last = blocks[end - 1];
  const label = labelBelow(blocks, end - 1);
  if (end < 2 || last?.kind !== 'heading' || label === null) return blocks;
  const others = blocks.flatMap((block, at) => (at >= end && block.kind === 'heading' ? [{ block, at }] : []));
  const alike = others.filter(({ at }) => labelBelow(blocks, at) === label);
  const [first] = alike;
  if (first === undefined || first.block.level <= last.level || others[0] !== first) return blocks;
  return blocks.with(end - 1, { ...last, level: first.block.level } satisfies Heading);
}

/** The words before a colon that the text below a title begins with. */
function labelBelow(blocks: readonly Block[], at: number): string | null {
  const below = blocks[at + 1];
  const text = below?.kind === 'list' ? below.items[0]?.text : below?.kind === 'paragraph' ? below.text : undefined;
  return /^(\p{Lu}[^:]{1,50}):\s+\S/u.exec(text ?? '')?.[1] ?? null;
}
