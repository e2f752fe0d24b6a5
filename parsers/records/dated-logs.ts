import type { Block, Cell, Table } from '../../src/model/document.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { tableToGrid } from '../../src/tables/grid.ts';
import type { RecordEvent } from './model.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';

/** True for a table of days and what was noted on each, right below a label that returns: the notes are what stands under it. */
export function isDatedLog(block: Block, above: Block | undefined, labels: Labels): block is Table {
  if (block.kind !== 'table' || block.columns !== 2 || above === undefined || !('text' in above)) return false;
  return isWholeLabel(labels, above.text) && datedRows(block).length === block.rows;
}

/** The notes of a log, a line each, with its day in front. */
export const logToEvents = (table: Table, block: number): readonly RecordEvent[] =>
  datedRows(table).map(([day, note]) => ({
    kind: 'line',
    value: {
      text: `${day.text.trim()} ${note?.text.trim() ?? ''}`.trim(),
      places: [...day.places, ...(note?.places ?? [])],
      fill: null,
    },
    block,
  }));

const datedRows = (table: Table): readonly (readonly [Cell, Cell | null])[] =>
  tableToGrid(table).flatMap(([day = null, note = null]) =>
    day !== null && isWholeDate(day.text) ? [[day, note === day ? null : note] as const] : [],
  );
