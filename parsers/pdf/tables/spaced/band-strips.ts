import type { Chunk, TextRow } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';

/** Texts beside each other in one band of a card. */
const fewestTexts = 2;
/** Words in a label. */
const longestLabel = 5;
/** Points by which what begins at one place differs. */
const slack = 2;

/** A label's words and those of its text. */
export interface LabelledText {
  readonly label: readonly Word[];
  readonly text: readonly Word[];
}

/**
 * Labelled texts beside each other in one band of a card, from the left: labels in bold, each above its text or at the front
 * of it, and every further line in the columns that they begin. None where the band holds anything else.
 * @param rows all lines of text in the band, from the top down
 */
export function bandStrip(rows: readonly TextRow[]): readonly LabelledText[] {
  const [first, ...further] = rows;
  if (first === undefined || first.chunks.length < fewestTexts) return [];
  const starts = first.chunks.map(({ x0 }) => x0);
  const begins = ({ x0 }: Chunk) => starts.some((start) => Math.abs(x0 - start) <= slack);
  const labels = first.chunks.map(labelOf);
  const isLabelled = labels.every(({ length }) => length > 0 && length <= longestLabel);
  if (!isLabelled || !further.every(({ chunks }) => chunks.every(begins))) return [];
  const inLabels = new Set(labels.flat());
  const texts = rows.flatMap(({ runs }) => runs).filter((word) => !inLabels.has(word));
  const inFront = first.chunks.filter(({ words }, index) => words.length > (labels[index]?.length ?? 0)).length;
  const isOneKind = inFront === 0 ? texts.some(({ bold }) => !bold) : inFront === labels.length;
  if (!isOneKind) return [];
  return labels.map((label, index) => {
    const [start = 0, end = Number.POSITIVE_INFINITY] = [starts[index], starts[index + 1]];
    return { label, text: texts.filter(({ box }) => box[0] >= start - slack && box[0] < end - slack) };
  });
}

/** The words in bold at the front of a text. */
function labelOf({ words }: Chunk): readonly Word[] {
  const end = words.findIndex(({ bold }) => !bold);
  return end === -1 ? words : words.slice(0, end);
}
