import type { Cell } from '../../src/model/document.ts';
import { endsInNumber, isRef, splitRef } from '../../src/normalise/ref.ts';
import { distinctCells } from '../../src/tables/grid.ts';
import { countOf } from './counted-labels.ts';
import { labelKey } from './kinds-of-text.ts';
import { filled, type Row, type RowShape } from './row-shape.ts';

/**
 * A first row that begins with a reference, above labels and a table of their own in one grid, heads both: `AFI 1`, and its topic. So does
 * one that counts the forms, with what it says beside that: `Matter 4`, and `Standing: overdue`.
 */
export function headsOfForms(printed: readonly RowShape[]): readonly RowShape[] {
  const shapes = refsOverPairs(printed);
  const [first, next] = shapes;
  if (first?.kind === 'pairs' && first.over === undefined && next?.kind === 'pairs') {
    const [[label, value] = [], ...others] = first.pairs;
    if (label !== undefined && value != null && others.length === 0 && countOf(label.text) !== null)
      return [{ kind: 'band', cells: [label] }, { kind: 'lines', cells: [value] }, ...shapes.slice(1)];
  }
  if (first?.kind !== 'data' || (next?.kind !== 'pairs' && next?.kind !== 'label')) return shapes;
  const cells = distinctCells(first.cells).filter(filled);
  const hasGrid = shapes.some(({ kind }) => kind === 'header');
  return hasGrid && isRef(cells[0]?.text ?? '') ? [{ kind: 'band', cells }, ...shapes.slice(1)] : shapes;
}

/** Most rows of a table of forms are a label and its value. */
const mostPairs = 0.6;

/** Rows of a reference and what it is of, each above its labels, as titles of these. */
function refsOverPairs(shapes: readonly RowShape[]): readonly RowShape[] {
  const pairs = shapes.filter(({ kind }) => kind === 'pairs').length;
  if (pairs < mostPairs * shapes.length || shapes.some(({ kind }) => kind === 'header')) return shapes;
  return shapes.map((shape, row) => {
    const own = shape.kind === 'data' ? distinctCells(shape.cells) : [];
    const cells = own.filter(filled);
    const isRated = own.some((cell) => cell.fill !== null && !filled(cell));
    const isOver =
      cells.length === 2 && !isRated && shapes[row + 1]?.kind === 'pairs' && endsInNumber(cells[0]?.text ?? '');
    return isOver ? { kind: 'band', cells } : shape;
  });
}

/**
 * Rows of labels that each stand over one row of values, other labels each time, are forms and no columns:
 * `Lead | Target date` over `Head of Fleet | March 2025`, then `Action required` over its text.
 */
export function labelsOverValues(shapes: readonly RowShape[]): readonly RowShape[] {
  const isHead = (shape: RowShape | undefined) => shape?.kind === 'header' || shape?.kind === 'label';
  const heads = shapes.flatMap((shape, index) => {
    const next = shapes[index + 1];
    if (!isHead(shape) || next === undefined || isHead(next) || next.kind === 'pairs') return [];
    const after = shapes[index + 2];
    return shape.kind === 'label' || after === undefined || isHead(after) ? [shapeKey(shape)] : [];
  });
  if (new Set(heads).size < 2 && !isBox(shapes) && !standsInForm(shapes)) return shapes;
  const result: RowShape[] = [];
  for (let index = 0; index < shapes.length; index++) {
    const shape = shapes[index];
    const next = shapes[index + 1];
    const after = shapes[index + 2];
    if (shape === undefined) break;
    const single = after === undefined || isHead(after) || after.kind === 'pairs' || after.kind === 'band';
    if (shape.kind === 'header' && next !== undefined && (next.kind === 'data' || next.kind === 'pairs') && single) {
      result.push({
        kind: 'pairs',
        pairs: pairsOver(shape.cells, next.kind === 'data' ? next.cells : next.pairs.flat()),
      });
      index += 1;
    } else if (shape.kind === 'label' && next?.kind === 'band') {
      const [value] = next.cells;
      result.push({ kind: 'pairs', pairs: [[shape.cell, value ?? null]] });
      index += 1;
    } else result.push(shape);
  }
  return result;
}

/** Two labels over one row of values, with labels beside their values above them and below. More are the columns of a table in the form. */
const standsInForm = (shapes: readonly RowShape[]): boolean =>
  shapes.some(
    (shape, index) =>
      shape.kind === 'header' &&
      distinctCells(shape.cells).length <= mostInForm &&
      [shapes[index - 1], shapes[index + 2]].every((around) => around?.kind === 'pairs'),
  );
const mostInForm = 2;

/** A table of two rows: a label, and the text below it. What begins with a reference heads what follows. */
const isBox = ([label, value, ...others]: readonly RowShape[]): boolean =>
  label?.kind === 'label' && value?.kind === 'band' && others.length === 0 && splitRef(label.cell.text) === null;

const shapeKey = (shape: RowShape): string =>
  shape.kind === 'header'
    ? distinctCells(shape.cells)
        .map(({ text }) => labelKey(text))
        .join(' | ')
    : shape.kind === 'label'
      ? labelKey(shape.cell.text)
      : '';

function pairsOver(heads: Row, values: Row): readonly (readonly [Cell, Cell | null])[] {
  const below = distinctCells(values);
  return distinctCells(heads)
    .filter(filled)
    .map((head) => {
      const value = below.find(
        ({ column, columnSpan }) => column < head.column + head.columnSpan && head.column < column + columnSpan,
      );
      return [head, value ?? null];
    });
}
