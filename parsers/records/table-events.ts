import type { Cell, Table } from '../../src/model/document.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { caption as tableCaption } from '../../src/vocabulary/paper-parts.ts';
import { isPeriod } from '../recognise/labels.ts';
import { cellLines } from './cell-lines.ts';
import { commentRows } from './comment-rows.ts';
import { noteOf } from './dated-logs.ts';
import { headsOfForms, labelsOverValues } from './form-rows.ts';
import { headerRowsOf } from './header-rows.ts';
import { labelsInItems, rowToItemRows } from './items-in-cells.ts';
import { knownLabel, labelKey } from './kinds-of-text.ts';
import type { Columns, RecordEvent, TextValue } from './model.ts';
import { namedRowsToEvents } from './named-rows.ts';
import type { Labels } from './repeated-labels.ts';
import { withoutCount } from './row-pairs.ts';
import { filled, type Row, type RowShape } from './row-shape.ts';
import { rowShapes } from './row-shapes.ts';
import { bandLevel } from './title-levels.ts';
import { actionsUnderDates } from './under-dates.ts';

/**
 * A table as events: each row by itself is a header, a row under one, a band over those that follow, labels with the values
 * beside or below them, or texts; one table may change on the way down.
 */
export function tableToEvents(table: Table, block: number, labels: Labels): readonly RecordEvent[] {
  const apart = actionsUnderDates(table, block) ?? namedRowsToEvents(table, block, labels, bandLevel);
  if (apart !== null) return [{ kind: 'edge', block }, ...apart, { kind: 'edge', block }];
  const grid = tableToGrid(table);
  const comments = commentRows(table, grid, new Set(headerRowsOf(table)));
  const shapes = headsOfForms(labelsOverValues(rowShapes(table, grid, labels, comments)));
  const events: RecordEvent[] = [{ kind: 'edge', block }, ...captionOfForm(table, shapes, block)];
  let columns: Columns | null = null;
  let heads: Row | null = null;
  const isForm = shapes.some(({ kind }) => kind === 'lines' || kind === 'pairs');
  const counts = labelsInItems(table);
  for (const shape of shapes) {
    if (shape.kind === 'header') {
      columns = headerColumns(shape.cells, heads, columns);
      heads = shape.cells;
      continue;
    }
    heads = null;
    const note =
      shape.kind === 'data' && columns === null && isForm ? noteOf(distinctCells(shape.cells).filter(filled)) : null;
    if (note !== null) events.push({ kind: 'line', value: note, block });
    else if (shape.kind === 'data') {
      columns ??= unnamedColumns(table.columns);
      for (const cells of rowToItemRows(shape.cells, counts)) events.push({ kind: 'row', columns, cells, block });
    } else events.push(...shapeEvents(shape, block, labels));
  }
  return [...events, { kind: 'edge', block }];
}

/** The caption of a form is the title of its record; that of columns names the table. */
const captionOfForm = (
  { caption, places }: Table,
  shapes: readonly RowShape[],
  block: number,
): readonly RecordEvent[] =>
  caption === null ||
  tableCaption.test(caption) ||
  !shapes.every(({ kind }) => kind === 'pairs' || kind === 'label' || kind === 'lines')
    ? []
    : [{ kind: 'title', level: bandLevel, value: { text: caption, places, fill: null }, block }];

const unnamedColumns = (count: number): Columns => ({
  key: `${count} columns`,
  labels: Array.from({ length: count }, () => ''),
});

function shapeEvents(
  shape: Exclude<RowShape, { kind: 'header' | 'data' }>,
  block: number,
  labels: Labels,
): readonly RecordEvent[] {
  if (shape.kind === 'band')
    return shape.cells.map((cell, index) => ({
      kind: 'title',
      level: bandLevel + index,
      value: cellText(cell),
      block,
    }));
  if (shape.kind === 'label') return [{ kind: 'label', label: shape.cell.text.trim(), value: null, block }];
  if (shape.kind === 'lines') return shape.cells.flatMap((cell) => cellLines(cell, block, labels));
  const over: readonly RecordEvent[] =
    shape.over === undefined ? [] : [{ kind: 'title', level: bandLevel, value: cellText(shape.over), block }];
  return [
    ...over,
    ...shape.pairs.map(
      ([label, value]): RecordEvent => ({
        kind: 'label',
        label: withoutCount(label.text.replace(/\s+/g, ' ').trim()),
        value: value === null ? emptyText : cellText(value),
        block,
      }),
    ),
  ];
}

const emptyText: TextValue = { text: '', places: [], fill: null };
const cellText = (cell: Cell): TextValue => ({ text: cell.text.trim(), places: cell.places, fill: cell.fill });

function headerColumns(cells: Row, groups: Row | null, above: Columns | null): Columns {
  const labels = cells.map((cell, column) => {
    const text = (cell?.text ?? '').replace(/\s+/g, ' ').trim();
    const group = groups === null ? '' : (above?.labels[column] ?? '');
    if (cell === null || text === '' || groups?.[column] === cell) return group;
    const spans = (groups?.[column]?.columnSpan ?? 1) > 1;
    return group === '' || !spans || knownLabel(text, 0.5) || isPeriod(text) ? text : `${group}: ${text}`;
  });
  return { key: labels.map(labelKey).join(' | '), labels };
}
