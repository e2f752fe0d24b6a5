import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { linePitch, toBands } from '../../text/bands.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edge } from '../ruled/edge.ts';
import type { BodyRow } from './body-rows.ts';
import type { Column } from './columns.ts';
import type { WrappedTable } from './wrapped.ts';

/** Points by which what begins or ends at one place differs. */
const slack = 2;
/** Rows of labels: fewer show no stack of them. */
const fewestLabels = 2;
/** Rules of one length that tell rows: below two labels and the value between them. */
const fewestRules = 3;
/** Ems from a rule to the text of its row, and from line to line in it: wider white parts tables. */
const farthestFrom = 1.2;
const confidence = 0.75;

/** Lines of one row of a stack: labels in bold, or the values below them. */
interface Layer {
  readonly isLabel: boolean;
  readonly lines: readonly TextRow[];
}

/**
 * Tables in which labels in bold stand over their values, several beside each other in some rows: no column runs through
 * all of them, so that neither lines nor white part them. Rules below the rows tell what belongs together.
 * @param runs words outside tables that lines draw, and outside frames
 */
export function findStackedLabels(runs: readonly Word[], flats: readonly Edge[]): readonly WrappedTable[] {
  const repeated = repeatedRules(flats);
  if (repeated.length === 0 || !runs.some(({ bold }) => bold)) return [];
  return ruledStretches(toTextRows(runs), repeated)
    .map(({ rows, rules }) => stackOf(rows, rules, isInBold))
    .filter((table) => table !== null);
}

/** The same in one frame: there labels in smaller type than their values tell them too, and a head may stand over the first. */
export function stackedLabelsIn(framed: readonly Word[]): WrappedTable | null {
  const rows = toTextRows(framed);
  const size = Math.max(...rows.slice(1).map((row) => row.size));
  const isSmall = (row: TextRow) => row.size < smallType * size;
  return stackOf(rows, [], isInBold) ?? stackOf(rows, [], isSmall) ?? stackOf(rows.slice(1), [], isSmall);
}

/** Of the type of the values: what is no larger is set in small type. */
const smallType = 0.9;

const isInBold = ({ words }: TextRow): boolean => words.every(({ bold }) => bold);

/** Rules of one length, as many as tell rows. */
function repeatedRules(flats: readonly Edge[]): readonly (readonly Edge[])[] {
  const byEnds = Map.groupBy(flats, ({ from, to }) => `${Math.round(from / slack)}/${Math.round(to / slack)}`);
  return [...byEnds.values()].filter((rules) => rules.length >= fewestRules);
}

/** Lines of text that stand over rules of one length, each stretch up to the white that parts it from the next. */
function ruledStretches(
  rows: readonly TextRow[],
  repeated: readonly (readonly Edge[])[],
): readonly { readonly rows: readonly TextRow[]; readonly rules: readonly number[] }[] {
  return repeated.flatMap((rules) => {
    const [{ from, to } = { from: 0, to: 0 }] = rules;
    const lines = rows.filter(({ x0, x1 }) => x0 >= from - slack && x1 <= to + slack);
    const heights = rules.map(({ at }) => at).toSorted((a, b) => a - b);
    const parts = Map.groupBy(lines, ({ baseline }) => heights.findIndex((at) => at >= baseline - 1));
    const left = commonest(
      [...parts.values()].flatMap((between) => Math.min(...between.slice(-2).map(({ x0 }) => x0))),
    );
    const stretches: TextRow[][] = [];
    for (const [next, between] of parts) {
      const own = linesOver(heights[next] ?? Number.POSITIVE_INFINITY, between, left);
      const [first] = own;
      if (first === undefined) continue;
      const above = heights[next - 1] ?? Number.NEGATIVE_INFINITY;
      const last = stretches.at(-1);
      const goesOn = first.top - above < farthestFrom * first.size && !isTextBetween(rows, last?.at(-1), first);
      if (last !== undefined && goesOn) last.push(...own);
      else stretches.push([...own]);
    }
    return stretches.map((own) => ({ rows: own, rules: heights }));
  });
}

/** True where another line of text stands between two. */
const isTextBetween = (rows: readonly TextRow[], above: TextRow | undefined, below: TextRow): boolean =>
  above !== undefined && (rows[rows.indexOf(above) + 1] ?? below) !== below;

/** The position that is the most frequent, to the point. */
function commonest(positions: readonly number[]): number {
  const byPoint = [...Map.groupBy(positions, Math.round).values()].toSorted((a, b) => b.length - a.length);
  return byPoint[0]?.[0] ?? 0;
}

/** The last of some lines, close above a rule and no further left than the rows of its table: a row's, without what stands above the table. */
function linesOver(rule: number, lines: readonly TextRow[], left: number): readonly TextRow[] {
  const own: TextRow[] = [];
  let below = rule;
  for (const line of lines.toReversed()) {
    if (below - line.bottom > farthestFrom * line.size || line.x0 < left - slack) break;
    own.unshift(line);
    below = line.top;
  }
  return own;
}

/** Lines as a stack of labels over values; null where they are none, or where no labels stand beside each other. */
function stackOf(
  rows: readonly TextRow[],
  rules: readonly number[],
  isLabel: (row: TextRow) => boolean,
): WrappedTable | null {
  const layers = toLayers(rows, rules, isLabel);
  const labels = layers.filter(({ isLabel }) => isLabel);
  const over = labels.filter((layer) => isOverValues(layer, layers[layers.indexOf(layer) + 1]));
  // With values under but one layer of labels, these are the names of a table's columns.
  if (layers[0]?.isLabel !== true || over.length < fewestLabels) return null;
  if (!over.some((layer) => startsOf(layer).length > 1)) return null;
  const left = leastOf(rows, ({ x0 }) => x0);
  const starts = distinct([left, ...labels.flatMap(startsOf)]);
  const right = mostOf(rows, ({ x1 }) => x1);
  const columns = starts.map((x0, index): Column => ({ x0, x1: (starts[index + 1] ?? right + 4) - 4 }));
  const body: BodyRow[] = [];
  let heads: readonly number[] = [left];
  for (const layer of layers) {
    if (layer.isLabel) heads = distinct([left, ...startsOf(layer)]);
    const row = toRow(layer, heads, starts);
    if (row === null) return null;
    body.push(row);
  }
  return { rows, columns, body, headerRows: 0, confidence };
}

/** Lines in layers: labels and others by turns, parted by rules, and labels by white too: those whose value is blank. */
function toLayers(
  rows: readonly TextRow[],
  rules: readonly number[],
  isLabelRow: (row: TextRow) => boolean,
): readonly Layer[] {
  const layers: { isLabel: boolean; lines: TextRow[] }[] = [];
  for (const row of rows) {
    const isLabel = isLabelRow(row);
    const last = layers.at(-1);
    const above = last?.lines.at(-1)?.baseline ?? Number.POSITIVE_INFINITY;
    const isRuled = rules.some((at) => at > above - 1 && at < row.baseline - 1);
    if (last?.isLabel === isLabel && !isRuled) last.lines.push(row);
    else layers.push({ isLabel, lines: [row] });
  }
  const pitch = linePitch(rows);
  return layers.flatMap(({ isLabel, lines }): readonly Layer[] =>
    isLabel ? toBands(lines, pitch).map((band) => ({ isLabel, lines: band })) : [{ isLabel, lines }],
  );
}

const startsOf = ({ lines: [first] }: Layer): readonly number[] => (first?.chunks ?? []).map(({ x0 }) => x0);

/** True for labels with a value below one of them that begins right under it, and for one label over one text. */
function isOverValues(labels: Layer, values: Layer | undefined): boolean {
  const starts = startsOf(labels);
  const isUnder = ({ chunks }: TextRow) =>
    starts.length === 1
      ? chunks.length === 1
      : chunks.every(({ x0 }) => starts.some((start) => Math.abs(x0 - start) <= slack));
  return values?.isLabel === false && values.lines.every(isUnder);
}

function distinct(positions: readonly number[]): readonly number[] {
  const sorted = positions.toSorted((a, b) => a - b);
  return sorted.filter((x, index) => index === 0 || x - (sorted[index - 1] ?? 0) > slack);
}

/** A layer's texts, each from where its label begins up to the next one; null where words stand over two of them. */
function toRow({ lines }: Layer, heads: readonly number[], starts: readonly number[]): BodyRow | null {
  const runs = heads.map((): Word[] => []);
  for (const word of lines.flatMap((line) => line.runs)) {
    const at = heads.findLastIndex((head) => word.box[0] >= head - slack);
    if (at === -1 || word.box[2] > (heads[at + 1] ?? Number.POSITIVE_INFINITY) + slack) return null;
    runs[at]?.push(word);
  }
  const columnAt = (x: number) => starts.findIndex((start) => Math.abs(start - x) <= slack);
  const cells = heads.map((head, index) => {
    const next = heads[index + 1];
    return {
      from: columnAt(head),
      to: next === undefined ? starts.length - 1 : columnAt(next) - 1,
      runs: runs[index] ?? [],
    };
  });
  return { cells, top: leastOf(lines, ({ top }) => top), bottom: mostOf(lines, ({ bottom }) => bottom) };
}
