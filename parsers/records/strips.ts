import { foldWords } from '../../src/lib/fold.ts';
import type { Block, List } from '../../src/model/document.ts';
import { isDatedLine } from '../../src/normalise/updates.ts';
import { isTimeOfYear } from '../../src/vocabulary/months.ts';
import type { RecordEvent } from './model.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';

const fewestTimes = 3;

/**
 * True for a strip of months or quarters with nothing but marks and shades below them: a picture of when something goes on, which
 * says nothing in words and parts no record. What it marks is told as an issue.
 */
export function isStrip(block: Block): boolean {
  if (block.kind !== 'table' || block.columns < fewestTimes) return false;
  const said = block.cells.filter(({ text }) => text.trim() !== '');
  const times = said.filter(({ text }) => isTimeOfYear.test(foldWords(text)));
  const others = said.filter((cell) => !times.includes(cell));
  return times.length >= block.columns - 1 && others.every(({ text }) => !/[\p{L}\p{N}]{2}/u.test(text));
}

/**
 * The notes of a list that tells what was done in which month or quarter (`May: Form agreed.`) as one text: the value of the label right
 * above them where that has none yet, else a part of the record by themselves. Null for any other block.
 */
export function notesToEvents(
  block: Block,
  above: Block | undefined,
  index: number,
  labels: Labels,
): readonly RecordEvent[] | null {
  if (block.kind !== 'list' || !block.items.every(isNote)) return null;
  const value = {
    text: block.items.map(({ text }) => text.trim()).join('\n'),
    places: block.items.flatMap(({ places }) => places),
    fill: null,
  };
  const isAwaited =
    above !== undefined && 'text' in above && (isWholeLabel(labels, above.text) || /:\s*$/.test(above.text));
  return [isAwaited ? { kind: 'line', value, block: index } : { kind: 'label', label: '', value, block: index }];
}

const isNote = ({ text }: List['items'][number]): boolean => {
  const { time = '' } = /^\s*(?<time>[^:–—]{2,12}?)\s*(?::|\s[–—-])\s/u.exec(text)?.groups ?? {};
  return isTimeOfYear.test(foldWords(time)) && isDatedLine(text);
};
