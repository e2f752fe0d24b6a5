import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { median, type TextRow } from '../../text/rows.ts';

/** Rows of text between two white bands that cross all columns. */
type Band = readonly TextRow[];

/** Times the usual white between rows: less is that between paragraphs of one cell. */
const mostlyAsHigh = 0.75;
/** Columns: where there are fewer, what stands alone in the last column may be a row as well. */
const fewestBeside = 3;
/** Share of the columns that have a text on the first line of a row. */
const mostlyFilled = 0.6;
/** Ems by which texts of the first column begin at different places. */
const unevenness = 1;

/**
 * Bands joined to the rows of a table: one that leaves the first column blank goes on with the row above it where the white
 * between them is lower than that between rows, or where, as word processors set the last paragraph of a cell no closer
 * than others, all such bands stand in one column of three and more. One that has texts in most columns on its first line
 * is a row beside a cell that spans several.
 * @param left where the first column begins
 * @param columns how many columns there are, as far as is known
 */
export function joinParagraphs(bands: readonly Band[], left: number, columns: number): readonly Band[] {
  const isFull = ([first]: Band) =>
    columns >= fewestBeside && (first?.chunks.length ?? 0) >= Math.max(fewestBeside, mostlyFilled * columns);
  const beginsRow = (band: Band) => isFull(band) || band.some((row) => row.x0 - left <= unevenness * row.size);
  const gaps = whiteAbove(bands);
  const between = gaps.filter((_, index) => index > 0 && beginsRow(bands[index] ?? []));
  const further = bands.filter((band, index) => index > 0 && !beginsRow(band)).flat();
  const inOne = columns >= fewestBeside && standInOneColumn(further);
  const least = inOne || between.length === 0 ? Number.POSITIVE_INFINITY : mostlyAsHigh * median(between);
  const joined: Band[] = [];
  bands.forEach((band, index) => {
    const above = joined.at(-1);
    const isUnderText = above !== undefined && (!isBold(above) || isBold(band));
    const goesOn = isUnderText && !beginsRow(band) && (gaps[index] ?? 0) < least;
    if (goesOn) joined[joined.length - 1] = [...above, ...band];
    else joined.push(band);
  });
  return joined;
}

/** True for rows of one text each that begin near each other, or that are items of one list. */
function standInOneColumn(rows: readonly TextRow[]): boolean {
  const left = leastOf(rows, (row) => row.x0);
  return rows.every((row) => row.x0 - left < deepest && row.chunks.length - (isGlyph(row) ? 1 : 0) === 1);
}

/** Points by which items of a list are set in at most. */
const deepest = 40;

const isGlyph = ({ chunks: [first] }: TextRow): boolean => first !== undefined && !/[\p{L}\p{N}]/u.test(first.text);

/** Bold throughout, as the names of columns are. */
const isBold = (band: Band): boolean => band.every(({ words }) => words.every(({ bold }) => bold));

/** Points from the lowest text above to the top of each band. */
function whiteAbove(bands: readonly Band[]): readonly number[] {
  let reach = 0;
  return bands.map((band) => {
    const gap = leastOf(band, ({ top }) => top) - reach;
    reach = Math.max(
      reach,
      mostOf(band, ({ bottom }) => bottom),
    );
    return gap;
  });
}
