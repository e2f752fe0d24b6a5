import { mostOf } from '../../../src/lib/extremes.ts';
import { isCapitals } from '../../../src/lib/fold.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { FlowLine } from './flow-line.ts';
import type { Group } from './paragraphs.ts';

/** How a heading is told from prose: what makes it stand out, for ranking; null for text that is no heading. */
export interface HeadingLook {
  /** Points. */
  readonly size: number;
  /** Bold or underlined. */
  readonly bold: boolean;
  /** Set throughout in a colour that the prose has not. */
  readonly coloured: boolean;
  /** Set larger than the prose. */
  readonly large: boolean;
  /** Set in capitals no larger than the prose; larger headings rank by their size alone. */
  readonly capitals: boolean;
  /** Level by the structure tree; null where the look alone says that this is a heading. */
  readonly tagged: number | null;
}

const longestHeading = 220;
/** Sections that have a number for a title; a number without a dot is as likely a figure. */
const sectionNumber = /^\d{1,2}(?:\.\d{1,2})+\.?$/;
const mostBoldLines = 3;
const longestCapitals = 90;

/** Least distance between the strongest and the weakest part of a colour that is no shade of grey. */
const leastChroma = 48;
/** Two colours that differ by no more, in any part, look the same. */
const sameColour = 40;

/** How most letters of a paper's prose are set. */
export interface ProseLook {
  /** Points. */
  readonly size: number;
  readonly colour: Rgb;
}

/** How most letters of the paper's prose are set; bold text counts only where nothing else is there. */
export function proseLookOf(lines: readonly FlowLine[]): ProseLook {
  const weightOf = ({ line }: FlowLine) => (line.bold ? 0.05 : 1) * line.text.length;
  const size = heaviest(lines, ({ line }) => line.size, weightOf) ?? 10;
  const colour = heaviest(lines, ({ line }) => String(line.colour), weightOf);
  const [red = 0, green = 0, blue = 0] = (colour ?? '').split(',').map(Number);
  return { size, colour: [red, green, blue] };
}

/** The value with the greatest weight; undefined of nothing. */
function heaviest<Value>(
  lines: readonly FlowLine[],
  lookOf: (line: FlowLine) => Value,
  weightOf: (line: FlowLine) => number,
): Value | undefined {
  const weights = new Map<Value, number>();
  for (const line of lines) weights.set(lookOf(line), (weights.get(lookOf(line)) ?? 0) + weightOf(line));
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * Tells a heading by its tag, else by its looks: set larger than the prose; bold or in a colour of its own throughout and
 * no label; or in capitals on a line of its own. A sentence has to stand out by more than its size.
 */
export function headingLook(group: Group, text: string, prose: ProseLook): HeadingLook | null {
  const [first] = group.lines;
  if (first === undefined || !(/\p{L}/u.test(text) || sectionNumber.test(text))) return null;
  const { unit } = first;
  const lines = group.lines.map(({ line }) => line);
  const size = mostOf(lines, (line) => line.size);
  const large = size >= 1.12 * prose.size;
  const [bold, coloured] = [isBold(group.lines), isColoured(group.lines, prose)];
  const look = { size, large, bold, coloured, capitals: isCapitals(text) && !large };
  const standsOut = bold || coloured;
  if (unit?.role === 'heading') return { ...look, tagged: unit.level };
  if (unit?.role === 'item' || group.marker !== null || text.length > longestHeading) return null;
  if (/[,;]$/u.test(text)) return null;
  const sentence = /\.$/u.test(text) && text.split(' ').length > 4 && !standsOut;
  if (large && !sentence && lines.length <= 4) return { ...look, tagged: null };
  if (look.size < 0.92 * prose.size || /:$/u.test(text)) return null;
  if (standsOut && lines.length <= mostBoldLines) return { ...look, tagged: null };
  if (/\.$/u.test(text)) return null;
  const words = text.split(' ').length;
  const shouted = isCapitals(text) && /\p{Lu}{4}/u.test(text) && !/\d{3}/u.test(text);
  return shouted && text.length <= longestCapitals && words <= 12 && lines.length === 1
    ? { ...look, tagged: null }
    : null;
}

/**
 * Levels of headings, 1 the highest. Looks rank by size, then weight, colour and capitals; where the structure tree gives
 * levels, these are kept in their order (without holes) and a heading told by its looks goes below all that are set at
 * least as large.
 */
export function headingLevels(looks: readonly HeadingLook[]): readonly number[] {
  const tagged = looks.filter((look) => look.tagged !== null);
  const ranks = [...new Set(tagged.map((look) => look.tagged ?? 0))].sort((a, b) => a - b);
  if (ranks.length === 0) {
    const keys = [...new Set(looks.map(rankKey))].sort((a, b) => b - a);
    return looks.map((look) => Math.min(6, keys.indexOf(rankKey(look)) + 1));
  }
  return looks.map((look) => {
    if (look.tagged !== null) return ranks.indexOf(look.tagged) + 1;
    const same = tagged.find((other) => Math.abs(other.size - look.size) < 0.3 && other.bold === look.bold);
    if (same !== undefined) return ranks.indexOf(same.tagged ?? 0) + 1;
    const larger = tagged
      .filter((other) => other.size > look.size)
      .map((other) => ranks.indexOf(other.tagged ?? 0) + 1);
    return Math.min(6, Math.max(0, ...larger) + 1);
  });
}

/** A word or several with a number at the front of a title, such as a reference. */
const numbered = /^(\p{L}[\p{L} ]*[-\s]?)0*(\d{1,3})\b(?!\.\d)/u;

/** Levels of headings where one that has the next number of a series stands at the level of the one before it, however it is set. */
export function levelsOfSeries(texts: readonly string[], levels: readonly number[]): readonly number[] {
  const levelAt = new Map<string, number>();
  return texts.map((text, index) => {
    const [, name, number] = numbered.exec(text) ?? [];
    const own = levels[index] ?? 1;
    if (name === undefined) return own;
    const level = levelAt.get(`${name}${Number(number) - 1}`) ?? own;
    levelAt.set(`${name}${Number(number)}`, level);
    return level;
  });
}

const rankKey = (look: HeadingLook): number =>
  Math.round(look.size * 2) * 8 + (look.bold ? 4 : 0) + (look.coloured ? 2 : 0) + (look.capitals ? 1 : 0);

/** Bold throughout, or underlined throughout in black: an underlined web address is none. */
const isBold = (lines: readonly FlowLine[]): boolean =>
  lines.every(({ line }) => line.bold) ||
  lines.every(
    ({ line, underlined }) => underlined && Math.max(...line.colour) < 100 && !/:\/\/|www\.|@/u.test(line.text),
  );

/** Every word in one colour that is neither grey nor the prose's; a link, underlined, is none. */
function isColoured(lines: readonly FlowLine[], prose: ProseLook): boolean {
  const words = lines.flatMap(({ line }) => line.words);
  const [first] = words;
  if (first === undefined || lines.some(({ underlined }) => underlined)) return false;
  const isOwn = Math.max(...first.colour) - Math.min(...first.colour) >= leastChroma;
  return isOwn && differ(first.colour, prose.colour) && !words.some(({ colour }) => differ(colour, first.colour));
}

const differ = (a: Rgb, b: Rgb): boolean => a.some((part, index) => Math.abs(part - (b[index] ?? 0)) > sameColour);
