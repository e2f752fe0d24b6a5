import { endsSentence, type TextLine } from './lines.ts';

/** Fewer lines than these with the same words before a colon are a sentence that goes on. */
const fewest = 3;
const lead = /^(?<lead>[([]?\p{Ll}[\p{L} ]{1,40}:)\s+\S/u;

/**
 * Lines below others that are no end of them, though they begin small or in brackets: the words before their colon return (`for: Head of
 * Fleet`, `(finding: The service should …)`), or they stand right below such a line where that is whole.
 */
export function linesLed(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const found = lines.flatMap((line, at) => {
    const words = at > 0 && isBelow(line) ? lead.exec(line.text)?.groups?.lead : undefined;
    return words === undefined ? [] : [{ line, below: lines[at + 1], words }];
  });
  const led = [...Map.groupBy(found, ({ words }) => words).values()].filter((all) => all.length >= fewest).flat();
  const behind = led.flatMap(({ line, below }) =>
    below !== undefined && isBelow(below) && isWhole(line) && /^\p{Lu}/u.test(below.text) ? [below] : [],
  );
  return new Set([...led.map(({ line }) => line), ...(behind.length >= fewest ? behind : [])]);
}

const isBelow = ({ gap, newPage }: TextLine): boolean => gap === 0 && !newPage;
const isWhole = ({ text }: TextLine): boolean => (/^[([]/.test(text) ? /[)\]]$/.test(text) : endsSentence(text));
