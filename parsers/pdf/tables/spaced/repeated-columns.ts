import { mostOf } from '../../../../src/lib/extremes.ts';
import { isNumericText } from '../../text/numbers.ts';
import type { TextRow } from '../../text/rows.ts';
import { textOf } from '../../text/words.ts';
import { type Column, findColumns, isIn } from './columns.ts';
import { type Group, narrowed, toGroup } from './row-groups.ts';

/** How many times over the same columns may stand beside each other. */
const mostParts = 4;
/** Rows with words in more than one column that a part holds at least. */
const fewestRows = 3;
/** Times the widest gap inside a part, and ems: the least gap between parts. */
const gapOfParts = 1.5;
const leastGap = 2;

/**
 * A list that goes on beside itself without a line that holds it together: behind a gap wider than those among the
 * columns stand as many columns again, of which the first holds words, or numbers that count on.
 */
export function splitAtRepeatedColumns(group: Group): readonly Group[] {
  if (group.rows.length < fewestRows) return [group];
  for (const sides of divisions(findColumns(group.rows, []))) {
    if (!areApart(sides, group)) continue;
    const cuts = sides.slice(1).map((side, index) => ((sides[index]?.at(-1)?.x1 ?? 0) + (side[0]?.x0 ?? 0)) / 2);
    const tables = sides.map((_, part) =>
      rowsWithin(group.rows, cuts[part - 1] ?? Number.NEGATIVE_INFINITY, cuts[part] ?? Number.POSITIVE_INFINITY),
    );
    const enough = sides.every((side, part) => fullRows(tables[part] ?? [], side) >= fewestRows);
    if (enough && nameRowsAnew(sides, tables)) return tables.map(toGroup);
  }
  return [group];
}

/** Columns in two parts and more of as many each. */
const divisions = (columns: readonly Column[]): readonly (readonly (readonly Column[])[])[] =>
  Array.from({ length: mostParts - 1 }, (_, index) => index + 2)
    .filter((parts) => columns.length % parts === 0 && columns.length / parts >= 2)
    .map((parts) =>
      Array.from({ length: parts }, (_, part) =>
        columns.slice((part * columns.length) / parts, ((part + 1) * columns.length) / parts),
      ),
    );

/** The rows of a part: the chunks nearer to its columns than to those of another part. */
function rowsWithin(rows: readonly TextRow[], from: number, to: number): readonly TextRow[] {
  return rows.flatMap((row) => {
    const chunks = row.chunks.filter(({ x0, x1 }) => (x0 + x1) / 2 > from && (x0 + x1) / 2 < to);
    return chunks.length === 0 ? [] : [narrowed(row, chunks)];
  });
}

/** True where the gaps between the parts are wider than those inside. */
function areApart(sides: readonly (readonly Column[])[], { rows }: Group): boolean {
  const size = mostOf(rows, (row) => row.size);
  const inner = Math.max(...sides.flatMap(gapsOf));
  return sides
    .slice(1)
    .every(
      (side, index) =>
        (side[0]?.x0 ?? 0) - (sides[index]?.at(-1)?.x1 ?? 0) >= Math.max(leastGap * size, gapOfParts * inner),
    );
}

const gapsOf = (columns: readonly Column[]): readonly number[] =>
  columns.slice(1).map((column, index) => column.x0 - (columns[index]?.x1 ?? 0));

/** The first column of each part holds words, or numbers that count on from the last of the part before. */
function nameRowsAnew(sides: readonly (readonly Column[])[], tables: readonly (readonly TextRow[])[]): boolean {
  const firsts = sides.map(([first], part) => (first === undefined ? [] : textsIn(tables[part] ?? [], first)));
  return firsts.every(areWords) || countsOn(firsts);
}

const areWords = (texts: readonly string[]): boolean => texts.filter(isNumericText).length <= 0.3 * texts.length;

function countsOn(firsts: readonly (readonly string[])[]): boolean {
  const numbers = firsts
    .flat()
    .filter(isNumericText)
    .map((text) => Number.parseFloat(text.replace(/^[^\d]+/u, '')));
  return numbers.length > 0 && numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? value));
}

const fullRows = (rows: readonly TextRow[], side: readonly Column[]): number =>
  rows.filter((row) => side.filter((column) => row.words.some((run) => isIn(run, column))).length > 1).length;

/** What the rows that fill a column have there. */
function textsIn(rows: readonly TextRow[], column: Column): readonly string[] {
  return rows.map((row) => textOf(row.words.filter((run) => isIn(run, column)))).filter((text) => text !== '');
}
