import type { Cell, Table } from '../../src/model/document.ts';
import { labelKey } from './kinds-of-text.ts';
import { countRuns, labelsInLine } from './run-in-labels.ts';

type Row = readonly (Cell | null)[];

/** `1.`, `2)` before the words of an item. */
const numbered = /^(?<number>\d{1,2})[.)]\s+(?=\S)/;

/** How often each run of words could be a label in those cells of a table that are numbered lists. */
export const labelsInItems = ({ cells }: Table): ReadonlyMap<string, number> =>
  countRuns(cells.flatMap(({ text }) => itemsOf(text)).flatMap((item) => item.split('\n')));

/**
 * A row of a table one cell of which holds a numbered list of records, each with labels of its own that return from item to
 * item, as a row for each item: the other cells hold for all of them. The row alone where no cell does.
 * @param counts how often each run of words could be a label in such cells of the table
 */
export function rowToItemRows(cells: Row, counts: ReadonlyMap<string, number>): readonly Row[] {
  const column = cells.findIndex((cell, at) => cell !== null && cells.indexOf(cell) === at && hasItems(cell, counts));
  const cell = cells[column];
  if (cell == null) return [cells];
  return itemsOf(cell.text).map((text) => cells.map((other) => (other === cell ? { ...cell, text } : other)));
}

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
