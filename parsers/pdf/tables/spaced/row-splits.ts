import { isNumericText, isYear } from '../../text/numbers.ts';
import type { TextRow } from '../../text/rows.ts';
import { type Group, toGroup } from './row-groups.ts';

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
