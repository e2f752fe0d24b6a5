import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import type { Box } from '../../../../src/model/place.ts';
import { type Chunk, median, type TextRow } from '../../text/rows.ts';
import { between, type Column, clearestPart, type Gutter, isIn, middleOf, whiteStrips } from './columns.ts';

/**
 * The columns of a table whose rows are bands of several text rows each: strips that most bands leave white. A band
 * may cross a strip where one of its cells spans columns.
 */
export function findBandColumns(bands: readonly (readonly TextRow[])[]): readonly Column[] {
  const rows = bands.flat();
  const chunks = rows.flatMap((row) => row.chunks);
  const words = rows.flatMap((row) => row.words);
  if (words.length === 0) return [];
  const left = leastOf(chunks, (chunk) => chunk.x0);
  const right = mostOf(chunks, (chunk) => chunk.x1);
  const size = median(rows.map((row) => row.size));
  const covered = bands.map((band) => merged(band.flatMap((row) => row.chunks)));
  // Columns at a side that few bands fill stand in a strip as well: between the others and what bounds all of them.
  const framed = covered.map((band) => [{ box: beside(left - 2) }, ...band, { box: beside(right + 2) }]);
  const strips = whiteStrips(framed, left - 3, right + 3, Math.floor(0.5 * bands.length));
  const gutters = strips
    .flatMap((strip) => aroundInner(strip, chunks))
    .map((strip) => clearestPart(strip, chunks))
    .filter((strip) => {
      const middle = middleOf(strip);
      const parted = covered.filter(
        (band) =>
          band.some(({ box }) => box[2] < middle) &&
          band.some(({ box }) => box[0] > middle) &&
          !band.some(({ box }) => box[0] < middle && box[2] > middle),
      );
      return strip.to - strip.from >= 0.22 * size && parted.length >= Math.max(2, 0.2 * bands.length);
    });
  return withNames(between(gutters, left, right, words), bands, size);
}

const beside = (x: number): Box => [x - 0.5, 0, x + 0.5, 0];

/**
 * Joins a column that only the first band fills to the neighbour that this band leaves blank: a name set in the middle of
 * a wide column stands beside short values at its left.
 */
function withNames(
  columns: readonly Column[],
  bands: readonly (readonly TextRow[])[],
  size: number,
): readonly Column[] {
  const filled = columns.map((column) =>
    bands.flatMap((band, index) => (band.some((row) => row.words.some((run) => isIn(run, column))) ? [index] : [])),
  );
  const isName = (column: number) => String(filled[column]) === '0';
  const at = columns.findIndex((column, index) => {
    const [next, near] = [columns[index + 1], filled[index + 1]];
    if (next === undefined || near === undefined || next.x0 - column.x1 > 2.5 * size) return false;
    return (isName(index) && !near.includes(0)) || (isName(index + 1) && !(filled[index] ?? []).includes(0));
  });
  const [name, values] = [columns[at], columns[at + 1]];
  if (name === undefined || values === undefined) return columns;
  return withNames(columns.toSpliced(at, 2, { x0: name.x0, x1: values.x1 }), bands, size);
}

/** A strip in which a sparsely filled column stands as the strips on both sides of that column. */
function aroundInner(strip: Gutter, chunks: readonly Chunk[]): readonly Gutter[] {
  const inner = merged(
    chunks.filter((chunk) => chunk.x0 > strip.from + 1 && chunk.x1 < strip.to + 1 && chunk.x1 > chunk.x0),
  );
  const bounds = [strip.from, ...inner.flatMap(({ box }) => [box[0], box[2]]), strip.to];
  const parts: Gutter[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 2) {
    const [from = 0, to = 0] = [bounds[index], bounds[index + 1]];
    if (to > from) parts.push({ from, to });
  }
  return parts;
}

/** Stretches that chunks cover, as boxes without height. */
function merged(chunks: readonly Chunk[]): readonly { readonly box: Box }[] {
  const stretches: [number, number][] = [];
  for (const { x0, x1 } of chunks.toSorted((a, b) => a.x0 - b.x0)) {
    const last = stretches.at(-1);
    if (last !== undefined && x0 <= last[1]) last[1] = Math.max(last[1], x1);
    else stretches.push([x0, x1]);
  }
  return stretches.map(([x0, x1]) => ({ box: [x0, 0, x1, 0] }));
}
