import type { Block } from '../../../src/model/document.ts';
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
