import type { Block, Cell } from '../../src/model/document.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { isDatedLine } from '../../src/normalise/updates.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import type { RecordEvent, TextValue } from './model.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';
import { filled } from './row-shape.ts';
import { labelsInLine } from './run-in-labels.ts';
import { textEvents } from './text-events.ts';

/**
 * The notes of a log as events, a line each with its day in front: a table of days and what was noted on each, right below a label or
 * what stands under one, or above rows of labels with their values. Null for any other block.
 */
export function logToEvents(
  block: Block,
  above: Block | undefined,
  index: number,
  labels: Labels,
): readonly RecordEvent[] | null {
  if (block.kind !== 'table' || block.columns > mostColumns || !isWholeDate(block.cells[0]?.text ?? '')) return null;
  const rows = tableToGrid(block).map((row) => distinctCells(row).filter(filled));
  const first = rows.findIndex((row) => noteOf(row) === null);
  const notes = first < 0 ? rows : rows.slice(0, first);
  const facts = rows.slice(notes.length);
  const isBelowLabel = above !== undefined && 'text' in above && holdsLabel(above.text, labels);
  if (notes.length === 0 || !(facts.length > 0 || isBelowLabel)) return null;
  if (!facts.every((row) => row.length > 0 && row.every(({ text }) => labelsAtFront(text, labels)))) return null;
  return [
    ...notes.flatMap((row): readonly RecordEvent[] => {
      const value = noteOf(row);
      return value === null ? [] : [{ kind: 'line', value, block: index }];
    }),
    ...facts.flatMap((row) =>
      row.flatMap(({ text, places, fill, bold }) => textEvents({ text, places, fill }, bold, index, labels)),
    ),
  ];
}

/** Day, note, and a column that only other rows use. */
const mostColumns = 4;

/** A day and what was noted on it, as one text; null for any other cells of a row: months and quarters are labels of what they stand beside. */
export function noteOf([day, note, ...others]: readonly Cell[]): TextValue | null {
  const text = `${day?.text.trim()} ${note?.text.trim() ?? ''}`.trim();
  if (day === undefined || others.length > 0 || !isWholeDate(day.text) || !isDatedLine(text)) return null;
  return {
    text,
    places: [...day.places, ...(note?.places ?? [])],
    fill: null,
  };
}

const holdsLabel = (text: string, labels: Labels): boolean => isWholeLabel(labels, text) || labelsAtFront(text, labels);

const labelsAtFront = (text: string, { runIn }: Labels): boolean => labelsInLine(text, runIn)[0]?.from === 0;
