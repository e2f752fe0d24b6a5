import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { linePitch } from '../../text/bands.ts';
import type { TextRow } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { BodyRow } from './body-rows.ts';
import type { Column } from './columns.ts';
import type { WrappedTable } from './wrapped.ts';

/** Labels beside each other: two may be the headings of two columns of text. */
const fewestLabels = 3;
/** Words in a label. */
const longestLabel = 4;
/** Lines of the tallest value: with more of them it is a column of text. */
const mostLines = 3;
/** Points by which what begins at one place differs. */
const slack = 2;
/** Ems of white that part two labels, and from a label down to its value. */
const leastGap = 1.5;
const farthestBelow = 1.2;
/** Times the usual distance of lines: white above and below the values of a strip. */
const apart = 1.3;
/** Times the size of the values: labels set smaller need not be bold. */
const smaller = 0.92;
const confidence = 0.75;

/**
 * Strips of facts, as at the foot of a slide or card: labels beside each other, set apart by their looks, each with a value
 * of a few lines right below that begins where it does.
 * @param rows lines of text from the top down
 */
export function findFactStrips(rows: readonly TextRow[]): readonly WrappedTable[] {
  const pitch = linePitch(rows);
  return rows.flatMap((labels, index) => {
    const values = valuesUnder(labels, rows.slice(index + 1, index + 2 + mostLines), pitch);
    return values.length === 0 || values.length > mostLines ? [] : [toTable(labels, values)];
  });
}

/** The lines of the values below a row of labels; none where it is none. */
function valuesUnder(labels: TextRow, below: readonly TextRow[], pitch: number): readonly TextRow[] {
  const [first] = below;
  if (first === undefined || !areLabels(labels) || !isSetApart(labels, first)) return [];
  if (first.top - labels.bottom > farthestBelow * first.size || first.chunks.length < 2) return [];
  const starts = labels.chunks.map(({ x0 }) => x0);
  const values: TextRow[] = [];
  for (const row of below) {
    const above = values.at(-1);
    if (above !== undefined && row.baseline - above.baseline > apart * Math.max(pitch, above.size)) break;
    if (!isSetApart(labels, row) || !row.chunks.every(({ x0 }) => starts.some((x) => Math.abs(x0 - x) <= slack))) break;
    values.push(row);
  }
  const next = below[values.length];
  const last = values.at(-1);
  const goesOn = next !== undefined && last !== undefined && next.top - last.bottom < 0.5 * last.size;
  return goesOn ? [] : values;
}

const areLabels = ({ chunks, size }: TextRow): boolean =>
  chunks.length >= fewestLabels &&
  chunks.every(({ words, text }) => words.length <= longestLabel && !/[.:;,]$/u.test(text)) &&
  chunks.slice(1).every(({ x0 }, index) => x0 - (chunks[index]?.x1 ?? x0) > leastGap * size);

/** True for labels all of which are in bold or smaller, and values none of which are. */
const isSetApart = (labels: TextRow, values: TextRow): boolean =>
  labels.size <= smaller * values.size ||
  (labels.words.every(({ bold }) => bold) && !values.words.some(({ bold }) => bold) && labels.size <= values.size + 1);

function toTable(labels: TextRow, values: readonly TextRow[]): WrappedTable {
  const rows = [labels, ...values];
  const starts = labels.chunks.map(({ x0 }) => x0);
  const right = mostOf(rows, ({ x1 }) => x1);
  const columns = starts.map((x0, column): Column => ({ x0, x1: (starts[column + 1] ?? right + 4) - 4 }));
  const inColumn = (word: Word, column: number) =>
    word.box[0] >= (starts[column] ?? 0) - slack && word.box[0] < (starts[column + 1] ?? Infinity) - slack;
  const toRow = (lines: readonly TextRow[]): BodyRow => ({
    cells: starts.map((_, column) => ({
      from: column,
      to: column,
      runs: lines.flatMap(({ runs }) => runs.filter((word) => inColumn(word, column))),
    })),
    top: leastOf(lines, ({ top }) => top),
    bottom: mostOf(lines, ({ bottom }) => bottom),
  });
  return { rows, columns, body: [toRow([labels]), toRow(values)], headerRows: 0, confidence };
}
