import { containsPoint, middleX, middleY } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { TextPage } from '../../text/words.ts';
import { fillBoxes } from '../ruled/edges.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { gridsOf } from '../ruled/ruled-tables.ts';
import { bandStrip } from '../spaced/band-strips.ts';
import type { Card } from './cards.ts';
import { fromStrip } from './to-page-table.ts';

/** Bands of a card: its head, and what stands below it in one text and in several beside each other. */
const fewestBands = 3;
/** Points by which a painted band may miss the sides of its frame. */
const reach = 3.5;

/**
 * Frames without upright lines in them, such as cards, whose ground or rules from side to side part them into bands: in some
 * of them labelled texts stand beside each other, in others one text alone, so that no column runs through all.
 */
export function bandedCards(page: TextPage): readonly Card[] {
  const frames = gridsOf(page).filter(({ grid }) => grid.xs.length === 2);
  if (frames.length === 0) return [];
  const areas = fillBoxes(page.fills, page.runs, page.width * page.height);
  return frames.flatMap((frame) => {
    const bands = bandsOf(frame, areas).map((band) =>
      toTextRows(page.runs.filter(({ box }) => containsPoint(band, middleX(box), middleY(box)))),
    );
    const filled = bands.filter((rows) => rows.length > 0);
    const strips = filled.map(bandStrip).filter((strip) => strip.length > 0);
    const hasRows = filled.some((rows) => bandStrip(rows).length === 0 && rows.some(isRowOfCells));
    const isCard = filled.length >= fewestBands && strips.length > 0 && strips.length < filled.length && !hasRows;
    return isCard ? [{ box: frame.box, tables: strips.map((strip) => fromStrip(strip, page)) }] : [];
  });
}

/** True for more texts beside each other than a head and what stands at its end: a row of a table, which no label of its own heads. */
const isRowOfCells = ({ chunks }: TextRow): boolean => chunks.length > 2;

/** The bands of a frame from the top down: between its rules, and the sides of areas painted from its left to its right. */
function bandsOf({ grid, box }: RuledTable, areas: readonly Box[]): readonly Box[] {
  const [left, top, right, bottom] = box;
  const sides = areas
    .filter((area) => Math.abs(area[0] - left) <= reach && Math.abs(area[2] - right) <= reach)
    .flatMap((area) => [area[1], area[3]])
    .filter((y) => y > top + reach && y < bottom - reach);
  const ys = [...grid.ys, ...sides]
    .toSorted((a, b) => a - b)
    .filter((y, index, all) => y - (all[index - 1] ?? 0) > reach);
  return ys.slice(1).map((y, index): Box => [left, ys[index] ?? y, right, y]);
}
