import type { Table } from '../../src/model/document.ts';
import { tableToGrid } from '../../src/tables/grid.ts';
import { cellLines } from './cell-lines.ts';
import { knownLabel, labelKey } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';
import { labelsInLine } from './run-in-labels.ts';

/**
 * The rows of a table of which the first cell names a record, another in each, and the second tells of it under the same label each time
 * (`Order two engines`, then `Finding: …`), as titles and what stands below them; null for any other table.
 * @param level of the titles
 */
export function namedRowsToEvents(
  table: Table,
  block: number,
  labels: Labels,
  level: number,
): readonly RecordEvent[] | null {
  const rows = tableToGrid(table).flatMap(([name, told]) => (name && told && name !== told ? [{ name, told }] : []));
  if (table.columns !== 2 || rows.length < fewestRows || rows.length < table.rows) return null;
  const names = new Set(rows.map(({ name }) => labelKey(name.text)));
  const isLabel = (text: string) => knownLabel(text, 0.5) || isWholeLabel(labels, text);
  if (names.size < rows.length || rows.some(({ name }) => name.text === '' || isLabel(name.text))) return null;
  const firsts = rows.map(({ told }) => {
    const [first] = labelsInLine(told.text.split('\n', 1)[0] ?? '', labels.runIn);
    return first?.from === 0 && first.mark === ':' ? labelKey(first.label) : null;
  });
  if (firsts.includes(null) || new Set(firsts).size > 1) return null;
  return rows.flatMap(({ name, told }): readonly RecordEvent[] => [
    { kind: 'title', level, value: { text: name.text.trim(), places: name.places, fill: name.fill }, block },
    ...cellLines(told, block, labels),
  ]);
}

const fewestRows = 2;
