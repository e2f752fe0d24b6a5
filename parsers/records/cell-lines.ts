import type { Cell } from '../../src/model/document.ts';
import { boxOfCell } from './labels-in-cells.ts';
import type { RecordEvent } from './model.ts';
import type { Labels } from './repeated-labels.ts';
import { textEvents } from './text-events.ts';

/** The lines of a cell as events, below the label that stands over all of them where it has one. */
export function cellLines(cell: Cell, block: number, labels: Labels): readonly RecordEvent[] {
  const box = boxOfCell(cell, labels.inCells);
  const head: readonly RecordEvent[] = box === null ? [] : [{ kind: 'label', label: box.label, value: null, block }];
  const lines = (box?.value ?? cell.text).split('\n').filter((text) => box === null || text !== '');
  return [
    ...head,
    ...lines.flatMap((text) => textEvents({ text, places: cell.places, fill: cell.fill }, cell.bold, block, labels)),
  ];
}
