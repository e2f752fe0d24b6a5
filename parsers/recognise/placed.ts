import { foldWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { RawEntry, RawValue } from '../../src/model/raw.ts';
import { labelField } from './labels.ts';
import { textNotPlaced } from './unplaced.ts';

/** The words of all that entries say, folded, one text a line. */
export function placedWords(entries: readonly RawEntry[]): string {
  const said = entries.flatMap(({ plan, fields, updates, extra }): readonly (RawValue | null)[] => [
    plan,
    ...Object.values(fields),
    ...[...updates, ...extra].map(({ value }) => value),
  ]);
  return said.map((value) => foldWords(value?.text ?? '')).join('\n');
}

/** Shorter lines are labels, signs or marks of print more often than they say something. */
const leastWords = 3;
/** A line is said where so much of it is: its label, its reference and its status stand elsewhere or mean nothing more. */
const leastSaid = 0.4;

/**
 * One issue for each line of the blocks that entries were read from, of whose words no entry has any and no issue tells: nothing
 * in a plan may vanish.
 * @param labels what a person has named as labels, which say nothing themselves
 */
export function unplacedLines(
  blocks: readonly Block[],
  used: ReadonlySet<number>,
  entries: readonly RawEntry[],
  told: readonly Issue[],
  labels: readonly string[],
): readonly Issue[] {
  const said = [
    ...placedWords(entries).split('\n'),
    ...[...told.map(({ message }) => message), ...labels].map(foldWords),
  ];
  const pairs = new Set(said.flatMap(wordPairs));
  const seen = new Set<string>();
  const isSaid = (line: string): boolean => {
    const words = foldWords(line);
    if (words.split(' ').length < leastWords || labelField(line, 0.5) !== null || seen.has(words)) return true;
    seen.add(words);
    const own = wordPairs(foldWords(line.replace(labelInLine, ' ')));
    return own.filter((pair) => pairs.has(pair)).length >= leastSaid * own.length;
  };
  const values = [...used].flatMap((index) => (blocks[index] === undefined ? [] : blockTexts(blocks[index])));
  return values
    .flatMap(linesOf)
    .filter(({ text }) => !isSaid(text))
    .map(textNotPlaced);
}

/** A label in a line of several, which says nothing itself: `Lead: Head of Fleet | Due: June 2025`. */
const labelInLine = /(?<=^|[|;·•.])\s*[^|;·•.:]{1,40}:(?=\s)/gu;

/** Each two words of a folded text that stand beside each other. */
function wordPairs(text: string): readonly string[] {
  const words = text.split(' ');
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

const linesOf = ({ text, places }: RawValue): readonly RawValue[] =>
  text.split('\n').map((line) => ({ text: line, places }));

function blockTexts(block: Block): readonly RawValue[] {
  if (block.kind === 'table') return block.cells.filter(({ header, row }) => !header && row >= block.headerRows);
  if (block.kind === 'heading') return [];
  return block.kind === 'list' ? block.items : [block];
}
