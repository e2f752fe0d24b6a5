import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { linePitch } from '../../text/bands.ts';
import type { TextRow } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { BodyRow } from './body-rows.ts';
import type { WrappedTable } from './wrapped.ts';

/** Points by which what begins at one place differs. */
const slack = 2;
/** Labels: one beside its value is a line of text that begins in bold. */
const fewestLabels = 2;
/** Times the usual distance of lines: a label further below the line above is another one, and not the rest of it. */
const nextLabel = 1.15;
/** Times the blank between words: the least white between a label and a value in bold as well. */
const widerThanBlank = 1.3;
const confidence = 0.75;

/** A label's lines, with those of its value. */
interface Pair {
  readonly label: readonly Word[];
  readonly value: readonly Word[];
  readonly lines: readonly TextRow[];
}

/**
 * Tables of labels in bold in one column, each beside its value in another, whether or not any of them wraps: values that
 * begin at one place behind labels of different lengths are set in a column.
 * @param rows lines of text in one box, from the top down
 */
export function findLabelsBesideValues(rows: readonly TextRow[]): readonly WrappedTable[] {
  const tables: WrappedTable[] = [];
  let pairs: Pair[] = [];
  let start = 0;
  const flush = () => {
    const table = toTable(pairs, start);
    if (table !== null) tables.push(table);
    pairs = [];
  };
  const pitch = linePitch(rows);
  for (const row of rows) {
    const [label, value] = partsOf(row, pairs.length === 0 ? null : start);
    const open = pairs.at(-1);
    const left = open?.label[0]?.box[0] ?? label[0]?.box[0] ?? 0;
    const isInColumn = label.length === 0 || Math.abs((label[0]?.box[0] ?? 0) - left) <= slack;
    const goesOn =
      open !== undefined && isInColumn && (value.length === 0 || Math.abs(startOf(value) - start) <= slack);
    if (!goesOn) flush();
    const below = row.baseline - (open?.lines.at(-1)?.baseline ?? row.baseline);
    if (goesOn && (label.length === 0 || (value.length === 0 && below < nextLabel * pitch)))
      pairs[pairs.length - 1] = {
        label: [...open.label, ...label],
        value: [...open.value, ...value],
        lines: [...open.lines, row],
      };
    else if (goesOn || (label.length > 0 && value.length > 0)) {
      if (!goesOn) start = startOf(value);
      pairs.push({ label, value, lines: [row] });
    }
  }
  flush();
  return tables;
}

const startOf = (words: readonly Word[]): number => leastOf(words, ({ box }) => box[0]);

/**
 * The words of a line that are in bold from its start on, and those behind them.
 * @param start where values begin; null before the first of them is known
 */
function partsOf(
  { words, blank }: TextRow,
  start: number | null,
): readonly [label: readonly Word[], value: readonly Word[]] {
  const isApart = ({ box }: Word, index: number) => box[0] - (words[index - 1]?.box[2] ?? 0) > widerThanBlank * blank;
  const end = words.findIndex(
    (word, index) => !word.bold || (start !== null && word.box[0] >= start - slack && isApart(word, index)),
  );
  return end === -1 ? [words, []] : [words.slice(0, end), words.slice(end)];
}

function toTable(pairs: readonly Pair[], start: number): WrappedTable | null {
  const filled = pairs.filter(({ value }) => value.length > 0);
  const ends = pairs.map(({ label }) => Math.round(mostOf(label, ({ box }) => box[2])));
  if (filled.length < fewestLabels || new Set(ends).size < 2) return null;
  const rows = pairs.flatMap(({ lines }) => lines);
  const left = leastOf(rows, ({ x0 }) => x0);
  const columns = [
    { x0: left, x1: start - 1 },
    { x0: start, x1: mostOf(rows, ({ x1 }) => x1) },
  ];
  return { rows, columns, body: pairs.map(toBodyRow), headerRows: 0, confidence };
}

const toBodyRow = ({ label, value, lines }: Pair): BodyRow => ({
  cells: [label, value].map((runs, column) => ({ from: column, to: column, runs })),
  top: leastOf(lines, ({ top }) => top),
  bottom: mostOf(lines, ({ bottom }) => bottom),
});
