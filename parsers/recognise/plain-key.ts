import { foldWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { StatusValue } from '../../src/model/plan.ts';
import { colourAndWords, letterAndWords } from '../../src/vocabulary/legend-words.ts';
import { ragWords } from '../../src/vocabulary/rag-words.ts';

type Pair = readonly [colour: string, value: StatusValue];

/** So many different colours, each with words behind it, are a key. */
const leastColours = 3;
const leastUnderstood = 0.5;
/** No key has so many lines: a longer run of such lines is looked at once. */
const mostLines = 20;

/**
 * Keys whose colours have no sign before what they mean: lines below each other that begin with a letter or a colour each
 * (`G  Will be finished in time`), or one line of colours (`Blue Finished Green As planned`).
 * @returns what they mean, and the blocks that are keys
 */
export function plainKeys(
  blocks: readonly Block[],
  meaningOf: (words: string) => StatusValue | null,
): { readonly meanings: readonly Pair[]; readonly used: readonly number[] } {
  const meanings: Pair[] = [];
  const used: number[] = [];
  for (let from = 0; from < blocks.length; from++) {
    const inLine = keyOf(partsOfLine(textsOf(blocks[from])), meaningOf);
    let to = from;
    const lines: string[] = [];
    for (let texts = textsOf(blocks[to]); texts.length > 0 && texts.every(isKeyLine); texts = textsOf(blocks[to])) {
      lines.push(...texts);
      to += 1;
    }
    const pairs = inLine ?? keyOf(lines, meaningOf);
    if (pairs === null) {
      if (to - from > mostLines) from = to - 1;
      continue;
    }
    meanings.push(...pairs);
    for (let at = from; at < Math.max(to, from + 1); at++) used.push(at);
    from = Math.max(to - 1, from);
  }
  return { meanings, used };
}

const isKeyLine = (text: string): boolean => letterAndWords.test(text);

function textsOf(block: Block | undefined): readonly string[] {
  if (block === undefined || block.kind === 'table') return [];
  return block.kind === 'list' ? block.items.map(({ text }) => text) : block.text.split('\n');
}

/** A line of several colours, cut before each of them; none where it begins with something else. */
function partsOfLine(texts: readonly string[]): readonly string[] {
  const [text = '', ...others] = texts;
  const starts = others.length > 0 ? [] : [...text.matchAll(colourAndWords)].map(({ index }) => index);
  return starts[0] === 0 ? starts.map((start, at) => text.slice(start, starts[at + 1]).trim()) : [];
}

/** What lines of a colour and its meaning each say; null where they are no key. */
function keyOf(lines: readonly string[], meaningOf: (words: string) => StatusValue | null): readonly Pair[] | null {
  const found = lines.map((line) => {
    const { colour = '', words = '' } = letterAndWords.exec(line)?.groups ?? {};
    return { rag: ragWords.get(foldWords(colour)), value: meaningOf(words) };
  });
  const colours = new Set(found.map(({ rag }) => rag));
  const pairs = found.flatMap(({ rag, value }): readonly Pair[] =>
    rag === undefined || value === null ? [] : [[rag, value]],
  );
  const isKey = colours.size >= leastColours && colours.size === found.length && !colours.has(undefined);
  return isKey && pairs.length >= leastUnderstood * found.length ? pairs : null;
}
