import { containsPoint, heightOf, middleX, middleY, shareInside, widthOf } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import { type Turn, turnPage } from '../../page/turned-page.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { TextPage, Word } from '../../text/words.ts';
import type { PageTable } from '../cells/page-table.ts';
import type { Edge, Edges } from '../ruled/edge.ts';
import { edgesOf, withFillEdges, withTypedRules } from '../ruled/edges.ts';
import { readJointedTables } from '../ruled/jointed-rules.ts';
import { snap } from '../ruled/joints.ts';
import { partedUnderNames } from '../ruled/label-rows.ts';
import { readPaintedTables } from '../ruled/painted.ts';
import { withoutFramedProse } from '../ruled/prose-frames.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { amongGrids, gridsOf } from '../ruled/ruled-tables.ts';
import { findFactStrips } from '../spaced/fact-strips.ts';
import { findHeadedTables } from '../spaced/headed-rows.ts';
import { judge, leastConfidence } from '../spaced/judge.ts';
import { findLabelsBesideValues } from '../spaced/labels-beside-values.ts';
import { readLadderTables } from '../spaced/ladders.ts';
import { toStretches } from '../spaced/page-columns.ts';
import { findRegions } from '../spaced/regions.ts';
import { readSpacedTable, type SpacedTable, wrappedCells } from '../spaced/spaced-tables.ts';
import { findStackedLabels, stackedLabelsIn } from '../spaced/stacked-labels.ts';
import { findWrappedTables, type WrappedTable } from '../spaced/wrapped.ts';
import { bandedCards } from './banded-cards.ts';
import { besideCards, type Card, cardsOf } from './cards.ts';
import { takePosted } from './posted.ts';
import { boxesApart, framesOf, isIn } from './side-by-side.ts';
import { fromWrapped, toPageCell } from './to-page-table.ts';
import { partFurther } from './underread.ts';

/** Which evidence to read a page's tables from; `auto` takes the best for each part of the page. */
export type PageEvidence = 'auto' | 'ruled' | 'spaced';

/** The tables of one page, from top to bottom; tables that lie on their side are read as they are meant. */
export function readPageTables(page: TextPage, evidence: PageEvidence): readonly PageTable[] {
  const turned = ([90, 270, 180] as const)
    .filter((angle) => page.runs.filter((run) => run.angle === angle).length >= fewestTurnedRuns)
    .flatMap((angle) => readTurnedTables(page, evidence, angle));
  const upright = readUprightTables(page, evidence).filter(
    (table) => mainAngle(table) === 0 && !turned.some((other) => shareInside(table.box, other.box) > 0.5),
  );
  return [...upright, ...turned].toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** With fewer runs than this at an angle there is no table at that angle. */
const fewestTurnedRuns = 8;

function readTurnedTables(page: TextPage, evidence: PageEvidence, angle: Turn): readonly PageTable[] {
  const turned = turnPage(page, angle);
  return readUprightTables(turned.page, evidence)
    .filter((table) => mainAngle(table) === 0)
    .map((table) => ({
      ...table,
      angle,
      box: turned.boxBack(table.box),
      cells: table.cells.map((cell) => ({
        ...cell,
        box: turned.boxBack(cell.box),
        runs: cell.runs.map((run) => turned.original(run)),
      })),
    }));
}

/** The angle at which most of a table's letters stand. */
function mainAngle(table: PageTable): Word['angle'] {
  const letters = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const { runs } of table.cells) for (const run of runs) letters[run.angle] += run.text.length;
  return ([0, 90, 180, 270] as const).reduce((most, angle) => (letters[angle] > letters[most] ? angle : most));
}

/** The boxes on a page that are read by themselves, with their tables. */
export function readCards(page: TextPage): readonly Card[] {
  const banded = bandedCards(page);
  return [...banded, ...cardsOf(besideCards(page, banded), readCardTables)];
}

/** Frames in which labels stand over their values. */
function stackedCards(page: TextPage): readonly Card[] {
  return framesOf(page).flatMap((box) => {
    const table = stackedLabelsIn(page.runs.filter((run) => isIn(run, box)));
    return table === null ? [] : [{ box, tables: [fromWrapped(table, page)] }];
  });
}

function readCardTables(part: TextPage): readonly PageTable[] {
  const tables = readUprightTables(part, 'auto');
  if (tables.length > 0) return tables;
  return findLabelsBesideValues(toTextRows(part.runs)).map((table) => fromWrapped(table, part));
}

function readUprightTables(page: TextPage, evidence: PageEvidence): readonly PageTable[] {
  const stacked = evidence === 'auto' ? stackedCards(page) : [];
  const cards = evidence === 'auto' ? [...stacked, ...readCards(besideCards(page, stacked))] : [];
  return [...cards.flatMap(({ tables }) => tables), ...readWholeTables(besideCards(page, cards), evidence)];
}

function readWholeTables(original: TextPage, evidence: PageEvidence): readonly PageTable[] {
  const page = withTypedRules(original);
  const { runs } = page;
  const edges = edgesOf(page);
  const filled = withFillEdges(edges, page.fills, runs, page.width * page.height);
  const byLines =
    evidence === 'spaced' ? { posted: [], ruled: [] } : takePosted(amongGrids(gridsOf(page)), edges, runs);
  const { posted, ruled: drawn } = byLines;
  const lined = [...drawn, ...posted].map(({ box }) => box);
  const stacked = evidence === 'auto' ? stackedTables(page, lined, edges) : [];
  const stackedOrLined = [...lined, ...stacked.map(({ box }) => box)];
  const jointed = evidence === 'spaced' ? [] : readJointedTables(page, edges.flat, stackedOrLined);
  const ruledOff = [...stackedOrLined, ...jointed.map(({ box }) => box)];
  const mixed = evidence === 'auto' ? headedTables(page, ruledOff, edges, false) : [];
  const taken = [...ruledOff, ...mixed.map(({ box }) => box)];
  const painted = evidence === 'spaced' || filled === edges ? [] : readPaintedTables(filled, runs, taken);
  const known = [...taken, ...painted.map(({ box }) => box)];
  const laddered =
    evidence === 'auto' ? readLadderTables(withOpenEnds(filled.flat, page), edges.flat, page, known) : [];
  const told = [...known, ...laddered.map(({ box }) => box)];
  const plain = evidence === 'auto' ? headedTables(page, told, edges, true) : [];
  const headed = [...mixed, ...plain];
  const ruled = [...drawn, ...[...jointed, ...painted, ...laddered].map(partedUnderNames)];
  const fromLines = [
    ...ruled.map((table) => fromRuled(table, page, evidence, drawn.includes(table) ? 'ruled' : 'banded')),
    ...posted.map((table) => toPageTable(table, page, 'ruled', postedConfidence)),
    ...stacked,
    ...headed,
  ];
  if (evidence === 'ruled') return fromLines;
  const tables = [...fromLines, ...besideLines(page, [...ruled, ...posted, ...stacked, ...headed], filled)];
  return evidence === 'auto' ? [...tables, ...stripsBeside(page, tables)] : tables;
}

/** Flat lines with the ends of frames that a page's end leaves open. */
function withOpenEnds(flats: readonly Edge[], page: TextPage): readonly Edge[] {
  const ends = framesOf(page).flatMap(([from, top, to, bottom]) => [top, bottom].map((at): Edge => ({ at, from, to })));
  return [...flats, ...ends.filter(({ at }) => !flats.some((flat) => Math.abs(flat.at - at) <= snap))];
}

/** The words of a page outside some boxes. */
const outside = ({ runs }: TextPage, boxes: readonly Box[]): readonly Word[] =>
  boxes.length === 0
    ? runs
    : runs.filter(({ box }) => !boxes.some((other) => containsPoint(other, middleX(box), middleY(box), 1)));

/** The words of a page outside some boxes, and outside frames of text and cards. */
function outsideCards(page: TextPage, boxes: readonly Box[]): readonly Word[] {
  const free = outside(page, boxes);
  return withoutFramedProse(free, [...framesOf(page), ...boxesApart(page, free)]);
}

/** The tables of labels over values in what lines leave of a page. */
function stackedTables(page: TextPage, lined: readonly Box[], { flat }: Edges): readonly PageTable[] {
  return findStackedLabels(outside(page, [...lined, ...framesOf(page)]), flat).map((table) => fromWrapped(table, page));
}

/** The tables under names of columns in what lines leave of a page. */
function headedTables(
  page: TextPage,
  lined: readonly Box[],
  { flat }: Edges,
  allowPlain: boolean,
): readonly PageTable[] {
  const words = allowPlain ? outsideCards(page, lined) : outside(page, lined);
  return findHeadedTables(toTextRows(words), flat, page.fills, allowPlain).map((table) => fromWrapped(table, page));
}

/** The strips of facts in what all tables leave of a page. */
function stripsBeside(page: TextPage, tables: readonly PageTable[]): readonly PageTable[] {
  const boxes = tables.map(({ box }) => box);
  return findFactStrips(toTextRows(outside(page, boxes))).map((table) => fromWrapped(table, page));
}

/** The tables that gaps show in what those that lines draw leave of the page. */
function besideLines(page: TextPage, drawn: readonly { readonly box: Box }[], { flat }: Edges): readonly PageTable[] {
  const isOutside = (x: number, y: number, slack: number) => !drawn.some(({ box }) => containsPoint(box, x, y, slack));
  const boxes = drawn.map(({ box }) => box);
  const rows = toTextRows(outsideCards(page, boxes));
  if (!rows.some(isTabular)) return [];
  const flats = flat.filter(({ at, from, to }) => isOutside((from + to) / 2, at, 3));
  const uprights = edgesOf(page).upright.filter(({ at, from, to }) => isOutside(at, (from + to) / 2, 3));
  const wrapped = findWrappedTables(rows);
  const wholes = wrapped.map((table) => wrappedCells(table).box);
  return toStretches(rows, flats, wholes).flatMap((stretch) =>
    readStretch(stretch, stretch === rows ? wrapped : findWrappedTables(stretch), flats, uprights, page),
  );
}

/** The tables in rows of text that stand in one column of the page: those of wrapped text, then those of single lines. */
function readStretch(
  rows: readonly TextRow[],
  wrapped: readonly WrappedTable[],
  flats: readonly Edge[],
  uprights: readonly Edge[],
  page: TextPage,
): readonly PageTable[] {
  const inWrapped = new Set(wrapped.flatMap((table) => table.rows));
  const rest = rows.filter((row) => !inWrapped.has(row));
  const regions = rest.some(isTabular) ? findRegions(rest, flats, uprights) : [];
  return [
    ...wrapped.map((table) => fromWrapped(table, page)),
    ...regions.map((region) => fromSpaced(readSpacedTable(region), page)).filter((table) => table !== null),
  ];
}

const isTabular = ({ chunks }: TextRow): boolean => chunks.length > 1;

/** A table that lines draw; parted further by its gaps where the lines leave rows or columns together. */
function fromRuled(table: RuledTable, page: TextPage, evidence: PageEvidence, told: 'ruled' | 'banded'): PageTable {
  const parted = evidence === 'auto' ? partFurther(table) : null;
  return {
    page: page.number,
    box: table.box,
    rows: parted?.rows ?? table.grid.ys.length - 1,
    columns: parted?.columns ?? table.grid.xs.length - 1,
    cells: (parted?.cells ?? table.cells).map((cell) => toPageCell(cell, page.fills)),
    headerRows: 0,
    evidence: told,
    confidence: (parted === null ? 0.5 : 0.4) + table.grid.drawn / 2,
    angle: 0,
  };
}

/** A table read from gaps; null where too little speaks for one. */
function fromSpaced(table: SpacedTable | null, page: TextPage): PageTable | null {
  const confidence = table === null ? 0 : judge(table.signs);
  if (table === null || confidence < leastConfidence || isPlot(table.box, page)) return null;
  return toPageTable(table, page, 'spaced', confidence);
}

/** Lines part the columns for certain; the rows are told by their spacing. */
const postedConfidence = 0.75;

function toPageTable(table: SpacedTable, page: TextPage, evidence: 'ruled' | 'spaced', confidence: number): PageTable {
  return {
    page: page.number,
    box: table.box,
    rows: table.rows,
    columns: table.columns,
    cells: table.cells.map((cell) => toPageCell(cell, page.fills)),
    headerRows: table.headerRows,
    evidence,
    confidence,
    angle: 0,
  };
}

/** True where slanted or curved strokes run through a box: a plot with its scales, no table. */
function isPlot(box: Box, page: TextPage): boolean {
  const strokes = page.slants.filter(
    (stroke) => containsPoint(box, middleX(stroke), middleY(stroke)) && Math.max(widthOf(stroke), heightOf(stroke)) > 6,
  );
  return strokes.length >= 2;
}
