import { isNumericText } from '../../text/numbers.ts';
import type { Column } from './columns.ts';
import type { Piece, PlacedRow } from './placing.ts';

/** How a line stands in a column: it leaves it blank, begins below a blank, or goes below a line with or without room for its first word. */
type Stand = 'blank' | 'begins' | 'fits' | 'full';

/** Shares of lines within a cell that begin below a blank, or had room on the line above (a paragraph of its own). */
const beginsInside = 0.02;
const fitsInside = 0.06;
/** Share of the first lines of rows that leave a column blank, as far as nothing is known. */
const usualBlank = 0.15;
/** Bounds of shares that are counted from few. */
const [least, most] = [0.04, 0.92];
/** Ems between two words of a line, and by which the widest line of a column may be narrower than the column. */
const blank = 0.25;
const slack = 0.3;
/** Least share of lines inside cells that had no room above, and of texts that begin on their row's first line; of those that end a paragraph, which begin a row. */
const mostlyFull = 0.55;
const mostlyTogether = 0.85;
const mostlyAgree = 0.7;
/** Share of the further lines that leave a column blank: where all columns have as many lines, each line may be a row. */
const mostlyUneven = 0.5;

/** Share of the texts that are numbers: where there are more, each line is likely a row. */
const mostNumbers = 0.25;
/** What small letters and the ends of sentences weigh, each: little beside how lines end. */
const tip = 0.7;
/** Columns: where there are fewer, too little agrees by more than chance. */
const fewestColumns = 3;

type Group = readonly PlacedRow[];

/**
 * Text rows grouped into rows of a table where nothing but the ends of lines tells: a line that had room for the next line's
 * first word ends a paragraph, and where the paragraphs of all columns end, and texts begin together, a row begins. Each column
 * gives its evidence by how likely that is at the start of a row and within one.
 * @param isApart says that a line is known to begin a row
 * @returns null where lines do not tell: the groups that they make are no rows of wrapped text
 */
export function groupsByFit(
  rows: readonly PlacedRow[],
  columns: readonly Column[],
  isApart: (row: PlacedRow) => boolean = () => false,
): readonly Group[] | null {
  if (columns.length < fewestColumns || !areWords(rows)) return null;
  const stands = rows.map(({ pieces }, index) =>
    columns.map((column, at) => standOf(pieces, rows[index - 1]?.pieces ?? [], column, at)),
  );
  const known = rows.map((row, index) => index === 0 || isApart(row) || isOtherKind(rows[index - 1], row));
  const usual = usualStarts(stands, columns.length);
  const startsFrom = (before: readonly boolean[] | null) => {
    const blanks = columns.map((_, at) => blankShares(stands, before, at, usual));
    const evidence = (index: number) =>
      blanks.reduce(
        (sum, shares, at) => sum + weightOf(stands[index]?.[at] ?? 'blank', shares, shareOf(rows[index], at, columns)),
        Math.log(usual / (1 - usual)) + caseOf(rows[index - 1], rows[index]),
      );
    return known.map((isStart, index) => isStart || evidence(index) > 0);
  };
  const starts = startsFrom(startsFrom(null));
  const groups: PlacedRow[][] = [];
  rows.forEach((row, index) => {
    if (starts[index] === true) groups.push([row]);
    else groups.at(-1)?.push(row);
  });
  return isTable(groups, stands, starts) ? groups : null;
}

function areWords(rows: readonly PlacedRow[]): boolean {
  const pieces = rows.flatMap((row) => row.pieces);
  return pieces.filter(({ text }) => isNumericText(text)).length <= mostNumbers * pieces.length;
}

const pieceIn = (pieces: readonly Piece[], at: number): Piece | undefined =>
  pieces.find(({ from, to }) => from <= at && to >= at);

function standOf(pieces: readonly Piece[], before: readonly Piece[], column: Column, at: number): Stand {
  const [piece, above] = [pieceIn(pieces, at), pieceIn(before, at)];
  if (piece === undefined) return 'blank';
  if (above === undefined || areValues(above.text, piece.text)) return 'begins';
  const [word] = piece.runs;
  if (word === undefined) return 'full';
  const needed = above.x1 - above.x0 + blank * word.size + (word.box[2] - word.box[0]);
  return needed < column.x1 - column.x0 - slack * word.size ? 'fits' : 'full';
}

/** Two numbers, or two texts that differ in their digits only, as refs do: one each for a row. */
const areValues = (above: string, text: string): boolean =>
  (isNumericText(text) && isNumericText(above)) ||
  (/\d/u.test(text) && text.replaceAll(/\d+/gu, '0') === above.replaceAll(/\d+/gu, '0'));

/** The share of its column that a text's first word takes: so likely the last line of a text has no room for it. */
function shareOf(row: PlacedRow | undefined, at: number, columns: readonly Column[]): number {
  const word = pieceIn(row?.pieces ?? [], at)?.runs[0];
  const column = columns[at];
  if (word === undefined || column === undefined) return 0.5;
  return bounded((word.box[2] - word.box[0] + slack * word.size) / Math.max(1, column.x1 - column.x0));
}

const bounded = (share: number): number => Math.min(most, Math.max(least, share));

/**
 * Share of the lines that begin a row, as far as nothing is known: of those with words in the column that has the fewest but one,
 * for short texts stand on first lines only, and a finding may stand once over several rows.
 */
function usualStarts(stands: readonly (readonly Stand[])[], columns: number): number {
  const filled = Array.from({ length: columns }, (_, at) => stands.filter((line) => line[at] !== 'blank').length);
  const [, few = 0] = filled.toSorted((a, b) => a - b);
  return Math.min(0.6, bounded(few / Math.max(1, stands.length)));
}

/** Shares of a column's blanks on first lines of rows and on further ones. */
function blankShares(
  stands: readonly (readonly Stand[])[],
  starts: readonly boolean[] | null,
  at: number,
  usual: number,
): readonly [number, number] {
  const blankAmong = (some: readonly (readonly Stand[])[], one: number) =>
    bounded((some.filter((line) => line[at] === 'blank').length + one) / (some.length + 1));
  if (starts === null) return [usualBlank, bounded((blankAmong(stands, 0.5) - usual * usualBlank) / (1 - usual))];
  return [
    blankAmong(
      stands.filter((_, index) => starts[index] === true),
      usualBlank,
    ),
    blankAmong(
      stands.filter((_, index) => starts[index] !== true),
      0.5,
    ),
  ];
}

/** For the start of a row above zero, against it below: the logarithm of how much likelier what is seen is there. */
function weightOf(stand: Stand, [first, further]: readonly [number, number], share: number): number {
  if (stand === 'blank') return Math.log(first / further);
  const [start, inside] = {
    begins: [0.5, beginsInside],
    fits: [0.5 * (1 - share), (1 - further) * fitsInside],
    full: [0.5 * share, (1 - further) * (1 - fitsInside)],
  }[stand] as [number, number];
  return Math.log(((1 - first) * start) / inside);
}

/** Tips the scales for texts that begin with a capital below the end of a sentence, against those that go on in small letters. */
function caseOf(above: PlacedRow | undefined, row: PlacedRow | undefined): number {
  const [before, own] = [above?.pieces ?? [], row?.pieces ?? []];
  return own.reduce((sum, { text, from }) => {
    if (/^\p{Ll}/u.test(text)) return sum - tip;
    return sum + (/[.;:!?]$/u.test(pieceIn(before, from)?.text ?? '') ? tip : 0);
  }, 0);
}

/** True for a line in bold below one that is not, or the other way round, and for a text over several columns on either. */
function isOtherKind(above: PlacedRow | undefined, row: PlacedRow): boolean {
  const looks = ({ row: { runs }, pieces }: PlacedRow) =>
    `${runs.every(({ bold }) => bold)} ${pieces.some(({ from, to }) => to > from)}`;
  const isMixed = (line: PlacedRow) =>
    line.row.runs.some(({ bold }) => bold) && !line.row.runs.every(({ bold }) => bold);
  return above !== undefined && looks(above) !== looks(row) && !isMixed(above) && !isMixed(row);
}

/** True where rows begin together, lines inside them wrap, and paragraphs seldom end inside them. */
function isTable(groups: readonly Group[], stands: readonly (readonly Stand[])[], starts: readonly boolean[]): boolean {
  const count = (stand: Stand, atStart: boolean) =>
    stands.reduce(
      (sum, line, index) => sum + (starts[index] === atStart ? line.filter((own) => own === stand).length : 0),
      0,
    );
  const [full, fits, late] = [count('full', false), count('fits', false), count('begins', false)];
  const [agreeing, begun] = [
    count('fits', true) + count('begins', true),
    groups.flatMap(([first]) => first?.pieces ?? []).length,
  ];
  const further = stands.filter((_, index) => starts[index] !== true);
  return (
    groups.length > 1 &&
    further.filter((line) => line.includes('blank')).length >= mostlyUneven * further.length &&
    full >= 1 &&
    full >= mostlyFull * (full + fits) &&
    begun >= mostlyTogether * (begun + late) &&
    agreeing >= mostlyAgree * (agreeing + fits)
  );
}
