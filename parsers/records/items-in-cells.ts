import type { Cell, Table } from '../../src/model/document.ts';
import { distinctCells } from '../../src/tables/grid.ts';
import { labelKey } from './kinds-of-text.ts';
import { countRuns, labelsInLine } from './run-in-labels.ts';

type Row = readonly (Cell | null)[];

/** `1.`, `2)` before the words of an item. */
const numbered = /^\(?(?<number>\d{1,2})[.)]\s+(?=\S)/;

/** How often each run of words could be a label in those cells of a table that are numbered lists. */
export const labelsInItems = ({ cells }: Table): ReadonlyMap<string, number> =>
  countRuns(cells.flatMap(({ text }) => itemsOf(text)).flatMap((item) => item.split('\n')));

/**
 * A row of a table as a row for each item of the numbered lists in its cells, where lists in several columns are numbered alike
 * (the actions and the progress of each) or one list's items have labels of their own that return: the other cells hold for all.
 * @param counts how often each run of words could be a label in such cells of the table
 */
export function rowToItemRows(cells: Row, counts: ReadonlyMap<string, number>): readonly Row[] {
  const own = distinctCells(cells);
  const lists = own.filter(({ text }) => itemsOf(text).length > 0);
  const split = lists.length > 1 && tellEach(own, lists) ? lists : lists.filter((cell) => hasItems(cell, counts));
  const count = Math.max(0, ...split.map(({ text }) => itemsOf(text).length));
  if (count === 0) return [cells];
  const items = new Map(split.map((cell) => [cell, itemsOf(cell.text)]));
  return Array.from({ length: count }, (_, item) =>
    cells.map((cell) => {
      const texts = cell === null ? undefined : items.get(cell);
      return cell === null || texts === undefined ? cell : { ...cell, text: texts[item] ?? '' };
    }),
  );
}

/** True where no longer text behind the first list tells of all its items at once. */
const tellEach = (own: readonly Cell[], lists: readonly Cell[]): boolean =>
  own
    .slice(own.findIndex((cell) => lists.includes(cell)))
    .every((cell) => lists.includes(cell) || cell.text.split(/\s+/).length <= longestFact);
const longestFact = 8;

/** A list from 1 on, in each of whose items lines begin with labels that return. */
function hasItems({ text }: Cell, counts: ReadonlyMap<string, number>): boolean {
  const items = itemsOf(text);
  return items.length > 0 && items.every((item) => labelled(item, counts) >= leastLabels);
}

const leastLabels = 2;

const labelled = (item: string, counts: ReadonlyMap<string, number>): number =>
  item
    .split('\n')
    .slice(1)
    .filter((line) => {
      const [first] = labelsInLine(line, counts);
      return first?.from === 0 && (counts.get(labelKey(first.label)) ?? 0) > 1;
    }).length;

/** The items of a text that is a numbered list from 1 on and nothing else, without their numbers. */
function itemsOf(text: string): readonly string[] {
  const items: string[][] = [];
  for (const line of text.split('\n')) {
    if (Number(numbered.exec(line)?.groups?.number) === items.length + 1) items.push([line.replace(numbered, '')]);
    else if (items.length === 0) return [];
    else items.at(-1)?.push(line);
  }
  return items.map((lines) => lines.join('\n'));
}
