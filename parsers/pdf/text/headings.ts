import { mostOf } from '../../../src/lib/extremes.ts';
import { isCapitals } from '../../../src/lib/fold.ts';
import type { FlowLine } from './flow-line.ts';
import type { Group } from './paragraphs.ts';

/** How a heading is told from prose: what makes it stand out, for ranking; null for text that is no heading. */
export interface HeadingLook {
  /** Points. */
  readonly size: number;
  /** Bold or underlined. */
  readonly bold: boolean;
  /** Set in capitals no larger than the prose; larger headings rank by their size alone. */
  readonly capitals: boolean;
  /** Level by the structure tree; null where the look alone says that this is a heading. */
  readonly tagged: number | null;
}

const longestHeading = 220;
const longestBoldHeading = 130;
const longestCapitals = 90;

/** Size that most letters of the paper's prose are set in, points; bold text counts only where nothing else is there. */
export function bodySizeOf(lines: readonly FlowLine[]): number {
  const letters = new Map<number, number>();
  for (const { line } of lines) {
    const weight = line.bold ? 0.05 : 1;
    letters.set(line.size, (letters.get(line.size) ?? 0) + weight * line.text.length);
  }
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [10, 0] as const)[0];
}

/**
 * Tells a heading by its tag, else by its looks: set larger than the prose; bold throughout and no label or sentence;
 * or in capitals on a line of its own.
 */
export function headingLook(group: Group, text: string, bodySize: number): HeadingLook | null {
  const [first] = group.lines;
  if (first === undefined || !/\p{L}/u.test(text)) return null;
  const { unit } = first;
  const lines = group.lines.map(({ line }) => line);
  const size = mostOf(lines, (line) => line.size);
  const look = { size, bold: isBold(group.lines), capitals: isCapitals(text) && size < 1.12 * bodySize };
  if (unit?.role === 'heading') return { ...look, tagged: unit.level };
  if (unit?.role === 'item' || group.marker !== null || text.length > longestHeading) return null;
  if (/[,;]$/u.test(text)) return null;
  const sentence = /\.$/u.test(text) && text.split(' ').length > 4;
  if (look.size >= 1.12 * bodySize && !sentence && lines.length <= 4) return { ...look, tagged: null };
  if (look.size < 0.92 * bodySize || /[.:]$/u.test(text)) return null;
  if (look.bold && text.length <= longestBoldHeading && lines.length <= 2) return { ...look, tagged: null };
  const words = text.split(' ').length;
  const shouted = isCapitals(text) && /\p{Lu}{4}/u.test(text) && !/\d{3}/u.test(text);
  return shouted && text.length <= longestCapitals && words <= 12 && lines.length === 1
    ? { ...look, tagged: null }
    : null;
}

/**
 * Levels of headings, 1 the highest. Looks rank by size, then weight, then capitals; where the structure tree gives
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

const rankKey = (look: HeadingLook): number =>
  Math.round(look.size * 2) * 4 + (look.bold ? 2 : 0) + (look.capitals ? 1 : 0);

/** Bold throughout, or underlined throughout in black: an underlined web address is none. */
const isBold = (lines: readonly FlowLine[]): boolean =>
  lines.every(({ line }) => line.bold) ||
  lines.every(
    ({ line, underlined }) => underlined && Math.max(...line.colour) < 100 && !/:\/\/|www\.|@/u.test(line.text),
  );
