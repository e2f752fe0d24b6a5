import { isRuleLine } from './headings.ts';
import type { TextLine } from './lines.ts';

/** Fewer texts than these, each under a line of dashes, are no cards. */
const fewest = 2;

/** The lines of texts that stand right under lines of dashes, again and again: cards, in which a line that ends early ends its text. */
export function linesOfCards(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const cards: TextLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const last = cards.at(-1);
    if (isRuleLine(line.text) || above === undefined || line.gap > 0 || line.newPage) continue;
    if (isRuleLine(above.text) && !isHeadingRule(lines, at - 1)) cards.push([line]);
    else if (last !== undefined && last.at(-1) === above) last.push(line);
  }
  const real = cards.filter((card) => card.length > 1);
  return new Set(real.length < fewest ? [] : real.flat());
}

/** True for a line that underlines the one above it. */
const isHeadingRule = (lines: readonly TextLine[], at: number): boolean => at > 0 && (lines[at]?.gap ?? 0) === 0;
