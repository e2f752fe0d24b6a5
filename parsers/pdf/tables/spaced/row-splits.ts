import { isNumericText, isYear } from '../../text/numbers.ts';
import type { Chunk, TextRow } from '../../text/rows.ts';
import type { Edge } from '../ruled/edge.ts';
import { type Group, isWide, narrowed, toGroup } from './row-groups.ts';

/** Two tables side by side: rules stand over and under the one and the other, and none runs across the gap between. */
export function splitSideBySide(group: Group, flats: readonly Edge[]): readonly Group[] {
  const [first, last] = [group.rows[0], group.rows.at(-1)];
  if (first === undefined || last === undefined) return [group];
  const near = flats.filter((flat) => flat.at > first.top - 2 * first.size && flat.at < last.bottom + 2 * last.size);
  const ends = near.map((flat) => flat.to).filter((to) => to > group.left && to < group.right);
  for (const end of new Set(ends.map(Math.round))) {
    const start = Math.min(...near.map((flat) => flat.from).filter((from) => from > end));
    const clear = !near.some((flat) => flat.from < end - 1 && flat.to > start + 1);
    const whole = group.rows.every((row) => row.chunks.every((chunk) => chunk.x1 <= start || chunk.x0 >= end));
    if (!Number.isFinite(start) || start - end < 0.8 * first.size || !clear || !whole) continue;
    const sides = [
      group.rows.flatMap((row) => sideOf(row, (chunk) => chunk.x1 <= start)),
      group.rows.flatMap((row) => sideOf(row, (chunk) => chunk.x1 > start)),
    ];
    const isTable = (rows: readonly TextRow[]) => {
      const side = rows.length < 2 ? null : toGroup(rows);
      return (
        side !== null &&
        rows.some((row) => row.chunks.length > 1) &&
        near.filter((flat) => isWide(flat, side.left, side.right)).length > 1
      );
    };
    if (sides.every(isTable)) return sides.flatMap((rows) => splitSideBySide(toGroup(rows), flats));
  }
  return [group];
}

function sideOf(row: TextRow, belongs: (chunk: Chunk) => boolean): readonly TextRow[] {
  const chunks = row.chunks.filter(belongs);
  return chunks.length === 0 ? [] : [narrowed(row, chunks)];
}

/** True for names of columns: no numbers beyond the first text, but for years and for numbers that count up. */
function namesColumns(row: TextRow): boolean {
  const values = row.chunks.slice(1).filter(({ text }) => isNumericText(text) && !isYear(text));
  const numbers = values.map(({ text }) => Number.parseFloat(text));
  return (
    values.length === 0 || (values.length > 2 && numbers.every((value, index) => value > (numbers[index - 1] ?? -1)))
  );
}

/** Two tables in one group: the label that heads the first column stands there again further down. */
export function splitAtRepeatedHeading(group: Group): readonly Group[] {
  const head = group.rows
    .slice(0, 4)
    .find((row) => row.chunks.length > 2 && !isNumericText(row.chunks[0]?.text ?? '') && namesColumns(row));
  const label = head?.chunks[0];
  if (head === undefined || label === undefined) return [group];
  const at = group.rows.findIndex((row, index) => {
    const [first] = row.chunks;
    const sameLabel =
      first?.text === label.text && Math.abs(first.x0 - label.x0) < 2 * row.size && row.chunks.length > 2;
    return index >= 5 && sameLabel && namesColumns(row) && group.rows[index - 1]?.chunks.length !== head.chunks.length;
  });
  if (at === -1) return [group];
  let start = at;
  while (start > 1 && (group.rows[start - 1]?.x0 ?? 0) > label.x1) start--;
  return [toGroup(group.rows.slice(0, start)), ...splitAtRepeatedHeading(toGroup(group.rows.slice(start)))];
}
