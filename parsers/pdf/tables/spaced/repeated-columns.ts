import { mostOf } from '../../../../src/lib/extremes.ts';
import { isNumericText } from '../../text/numbers.ts';
import { type Chunk, type TextRow, toChunk } from '../../text/rows.ts';
import { textOf } from '../../text/words.ts';
import type { Edge } from '../ruled/edge.ts';
import { type Column, findColumns, isIn } from './columns.ts';
import { type Group, narrowed, toGroup } from './row-groups.ts';

/** How many times over the same columns may stand beside each other. */
const mostParts = 4;
/** Rows with words in more than one column that a part holds at least. */
const fewestRows = 3;
/** Times the widest gap inside a part: the gap between parts whose columns are set alike, and between any others. */
const gapOfLike = 1.5;
const gapOfOthers = 2.5;
/** Ems: the least gap between parts, and how far columns of one setting may stand from where they would. */
const leastGap = 2;
const slack = 1.2;

/**
 * A list that goes on beside itself, or tables side by side, without a line that holds them together: behind a gap wider
 * than those among the columns stand the same kinds of columns again, or others that begin with names for their numbers.
 * Where the same names of columns stand there again, the gap need be no wider.
 */
export function splitAtRepeatedColumns(group: Group, flats: readonly Edge[]): readonly Group[] {
  if (group.rows.length < fewestRows) return [group];
  for (const sides of divisions(findColumns(group.rows, []))) {
    const named = namesAnew(sides, group.rows[0]);
    if (!named && !areApart(sides, group, flats)) continue;
    const cuts = sides.slice(1).map((side, index) => ((sides[index]?.at(-1)?.x1 ?? 0) + (side[0]?.x0 ?? 0)) / 2);
    const tables = sides.map((_, part) =>
      rowsWithin(group.rows, cuts[part - 1] ?? Number.NEGATIVE_INFINITY, cuts[part] ?? Number.POSITIVE_INFINITY),
    );
    const kinds = sides.map((side, part) => side.map((column) => kindOf(textsIn(tables[part] ?? [], column))));
    const enough = sides.every((side, part) => fullRows(tables[part] ?? [], side) >= fewestRows);
    const alike = named || (haveSameKinds(kinds) && nameRowsAnew(sides, tables));
    if (enough && (alike || kinds.every(namesNumbers)))
      return tables.map((rows, part) => toGroup(rows.map((row) => inChunks(row, sides[part] ?? []))));
  }
  return [group];
}

/** True where the first row has the same texts, one to a column, part by part. */
function namesAnew(sides: readonly (readonly Column[])[], row: TextRow | undefined): boolean {
  const names = row?.chunks.map(({ text }) => text) ?? [];
  const [first] = sides;
  const columns = first?.length ?? 0;
  const isLike = sides.every((side) => side.length === columns) && names.length === columns * sides.length;
  return isLike && names.every((name, index) => name === names[index % columns] && !isNumericText(name));
}

/** Columns in parts of two and more: of as many each first, then in two of any. */
function divisions(columns: readonly Column[]): readonly (readonly (readonly Column[])[])[] {
  const equal = Array.from({ length: mostParts - 1 }, (_, index) => index + 2)
    .filter((parts) => columns.length % parts === 0 && columns.length / parts >= 2)
    .map((parts) =>
      Array.from({ length: parts }, (_, part) =>
        columns.slice((part * columns.length) / parts, ((part + 1) * columns.length) / parts),
      ),
    );
  const others = columns.slice(2, -1).map((_, index) => [columns.slice(0, index + 2), columns.slice(index + 2)]);
  return [...equal, ...others];
}

/** The rows of a part: the chunks nearer to its columns than to those of another part. */
function rowsWithin(rows: readonly TextRow[], from: number, to: number): readonly TextRow[] {
  return rows.flatMap((row) => {
    const chunks = row.chunks.filter(({ x0, x1 }) => (x0 + x1) / 2 > from && (x0 + x1) / 2 < to);
    return chunks.length === 0 ? [] : [narrowed(row, chunks)];
  });
}

/** The row with a chunk for each column, where its columns stand closer than most do. */
function inChunks(row: TextRow, side: readonly Column[]): TextRow {
  const chunks = row.chunks.flatMap((chunk): readonly Chunk[] => {
    const parts = side.map((column) => chunk.runs.filter((run) => isIn(run, column))).filter((runs) => runs.length > 0);
    return parts.flat().length === chunk.runs.length ? parts.map(toChunk) : [chunk];
  });
  return narrowed(row, chunks);
}

/** True where the gaps between the parts are wider than those inside, and no text and no line runs across them. */
function areApart(sides: readonly (readonly Column[])[], { rows }: Group, flats: readonly Edge[]): boolean {
  const size = mostOf(rows, (row) => row.size);
  const inner = Math.max(...sides.flatMap(gapsOf));
  const times = sides.slice(1).every((side) => isSetLike(sides[0] ?? [], side, slack * size)) ? gapOfLike : gapOfOthers;
  const [top, bottom] = [(rows[0]?.top ?? 0) - 2 * size, (rows.at(-1)?.bottom ?? 0) + 2 * size];
  const near = flats.filter((flat) => flat.at > top && flat.at < bottom);
  return sides.slice(1).every((side, index) => {
    const [from, to] = [sides[index]?.at(-1)?.x1 ?? 0, side[0]?.x0 ?? 0];
    const crosses = ({ x0, x1 }: { readonly x0: number; readonly x1: number }) => x0 < from + 1 && x1 > to - 1;
    return (
      to - from >= Math.max(leastGap * size, times * inner) &&
      !near.some((flat) => crosses({ x0: flat.from, x1: flat.to })) &&
      !rows.some((row) => row.chunks.some(crosses))
    );
  });
}

const gapsOf = (columns: readonly Column[]): readonly number[] =>
  columns.slice(1).map((column, index) => column.x0 - (columns[index]?.x1 ?? 0));

/** True where each column begins or ends as far from the first as its like does. */
function isSetLike(some: readonly Column[], others: readonly Column[], tolerance: number): boolean {
  const offset = (others[0]?.x0 ?? 0) - (some[0]?.x0 ?? 0);
  return some.every((column, index) => {
    const other = others[index] ?? column;
    const off = Math.min(Math.abs(other.x0 - column.x0 - offset), Math.abs(other.x1 - column.x1 - offset));
    return off < tolerance;
  });
}

type Kind = 'numbers' | 'words' | 'mixed';

/** What stands in each column is of the same kind part by part. */
const haveSameKinds = (kinds: readonly (readonly Kind[])[]): boolean =>
  kinds.every(
    (some) =>
      some.length === kinds[0]?.length && some.every((kind, index) => kind !== 'mixed' && kind === kinds[0]?.[index]),
  );

/** Names, and numbers behind them in every column. */
const namesNumbers = ([first, ...others]: readonly Kind[]): boolean =>
  first === 'words' && others.every((kind) => kind === 'numbers');

function kindOf(texts: readonly string[]): Kind {
  const share = texts.filter(isNumericText).length / texts.length;
  return share >= 0.6 ? 'numbers' : share <= 0.3 ? 'words' : 'mixed';
}

/** The first column of each part holds words, or numbers that count on from the last of the part before. */
function nameRowsAnew(sides: readonly (readonly Column[])[], tables: readonly (readonly TextRow[])[]): boolean {
  const firsts = sides.map(([first], part) => (first === undefined ? [] : textsIn(tables[part] ?? [], first)));
  return firsts.every((texts) => kindOf(texts) === 'words') || countsOn(firsts);
}

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
