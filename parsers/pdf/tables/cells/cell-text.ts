import { heightOf, widthOf } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { joinWrapped, type PaperWords } from '../../../../src/lib/hyphens.ts';
import { rememberByObject } from '../../../../src/lib/remember.ts';
import type { Box } from '../../../../src/model/place.ts';
import { type FlowLine, isFull } from '../../text/flow-line.ts';
import { type Line, mergeLines, toLines } from '../../text/lines.ts';
import { readMarker } from '../../text/markers.ts';
import { type Leading, measureLeading, measureWrapping, toGroups } from '../../text/paragraphs.ts';
import type { Word } from '../../text/words.ts';

/**
 * The text of a cell as people read it: wrapped lines joined, paragraphs and bullets one a line, bullets without their
 * glyph.
 * @param box the cell's box, by which a line that was ended on purpose is told from a wrapped one
 * @param wrapping as `wrappingOf` finds it in all of the table's cells
 */
export function composeCell(runs: readonly Word[], box: Box, paper: PaperWords, wrapping: Leading): string {
  const flow = cellFlow(runs, box);
  const [first] = flow;
  if (first === undefined) return '';
  const groups = toGroups(flow, { leading: cellLeading(flow), wrapping, inCell: true, bodySize: first.line.size });
  const text = groups
    .map((group) => joinWrapped(group.texts, paper, group.lines.slice(-group.texts.length).map(isFull)))
    .filter((line) => line !== '')
    .join('\n');
  return text === '' ? loneSign(flow.map(({ line }) => line)) : text;
}

/** The distance between lines over which sentences run on in the cells of one table. */
export const wrappingOf = (cells: readonly { readonly runs: readonly Word[] }[]): Leading =>
  measureWrapping(cells.flatMap(({ runs }) => cellFlow(runs, nowhere)));

/** Where lines stand from each other shows without their cell's box. */
const nowhere: Box = [0, 0, 0, 0];

/** The lines of a cell with the room they have in it. */
function cellFlow(runs: readonly Word[], box: Box): readonly FlowLine[] {
  const lines = cellLines(runs);
  const [first] = lines;
  if (first === undefined) return [];
  const left = leastOf(lines, (line) => line.x0);
  const right = mostOf(lines, (line) => line.x1);
  const upright = first.angle === 0;
  const padding = upright ? Math.min(Math.max(1, left - box[0]), 12) : 3;
  const room = (first.angle === 90 || first.angle === 270 ? heightOf(box) : widthOf(box)) - 2 * padding;
  const width = Math.max(room, right - left);
  const region = {};
  return lines.map((line) => ({
    kind: 'line',
    line,
    left,
    right: left + width,
    region,
    unit: null,
    underlined: false,
  }));
}

/** True where the first line of a cell is an item of a list. */
export function beginsWithItem(runs: readonly Word[]): boolean {
  const [first] = cellLines(runs);
  return first !== undefined && readMarker(first) !== null;
}

/** A sign alone in a cell (a tick, a square, a star) is what the cell says; only a bullet waits for a text. */
function loneSign(lines: readonly Line[]): string {
  const text = lines.map((line) => line.text.trim()).join('');
  return /^[•·◦‣⁃∙\uf0b7\uf0a7]*$/u.test(text) ? '' : text;
}

/**
 * A cell has few lines to measure by: where they stand further apart than in the widest print, these are not the
 * distances within a paragraph but those between paragraphs.
 */
function cellLeading(flow: readonly FlowLine[]): Leading {
  return new Map([...measureLeading(flow)].filter(([size, step]) => step < widestLeading * size));
}

/** Lines "one and a half apart" in a word processor are 1.75 ems apart. */
const widestLeading = 1.85;

/** Lines of a cell from the top down; everything on one baseline is one line. */
const cellLines = rememberByObject((runs: readonly Word[]): readonly Line[] => {
  const rows: Line[][] = [];
  for (const line of toLines(runs, 0)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const together =
      first !== undefined &&
      first.angle === line.angle &&
      Math.abs(first.baseline - line.baseline) <= 0.3 * Math.min(first.size, line.size);
    if (together && row !== undefined) row.push(line);
    else rows.push([line]);
  }
  return rows.map(mergeLines);
});
