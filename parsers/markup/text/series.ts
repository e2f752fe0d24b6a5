import { isRuleLine } from './headings.ts';
import type { TextLine } from './lines.ts';

/** Fewer lines than these with a reference of one form are no series. */
const fewest = 3;
/** Words before the number of a reference (`Area for improvement 1`). */
const reference =
  /^(?<ref>(?:\p{L}[\p{L}&]*[ -]){0,4}[\p{L}/-]*\d+(?:[./-]\d+)*[a-z]?)(?:$|[.:)]\s|\s?[-–—•·|:]\s|\s{2,})/u;

/**
 * Lines apart from what stands above them, or in a card, that begin with references of one form, each another: titles of records, or
 * numbered paragraphs (`AFI 1.1: …`, `2.1 – …`, `FP/23/1 • Started`, `Recommendation 3`, `AFI 2   …`).
 */
export function linesInSeries(lines: readonly TextLine[], cards: ReadonlySet<TextLine>): ReadonlySet<TextLine> {
  const found = lines.flatMap((line, at) => {
    const ref =
      cards.has(line) || isApart(line, lines[at - 1]) ? reference.exec(line.raw.trim())?.groups?.ref : undefined;
    return ref === undefined ? [] : [{ line, ref }];
  });
  const series = [...Map.groupBy(found, ({ ref }) => ref.replace(/\d+/g, '#')).values()].filter(
    (own) => own.length >= fewest && new Set(own.map(({ ref }) => ref)).size === own.length,
  );
  return new Set(series.flat().map(({ line }) => line));
}

const isApart = (line: TextLine, above: TextLine | undefined): boolean =>
  above === undefined || line.gap > 0 || line.newPage || isRuleLine(above.text);
