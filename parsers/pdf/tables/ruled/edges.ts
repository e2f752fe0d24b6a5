import { areaOf, containsBox, containsPoint, middleX, middleY, overlap, unionAll } from '../../../../src/lib/box.ts';
import { rememberByObject } from '../../../../src/lib/remember.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill, Segment } from '../../page/page-content.ts';
import type { TextPage, Word } from '../../text/words.ts';
import { bandPosts } from './band-posts.ts';
import type { Edge, Edges } from './edge.ts';
import { withRoundedCorners } from './rounded-corners.ts';

/** Points: lines this close and parallel are one (double lines, the two sides of a hairline gap). */
const snapDistance = 2.6;
/** Points: pieces of one line with gaps up to this are one line (dots, dashes, cell by cell borders). */
const joinDistance = 4.2;
/** Points: what is shorter is no ruling line of a table. */
const shortest = 5;
/** A page with more lines than this is a drawing or a map. */
const mostLines = 4000;

/** The page with the rows of hyphens, underscores or equals signs by which typewritten tables are ruled as lines. */
export function withTypedRules(page: TextPage): TextPage {
  const typed = page.runs.filter(isTypedRule);
  if (typed.length === 0) return page;
  const runs = page.runs.filter((run) => !isTypedRule(run));
  return { ...page, runs, segments: [...page.segments, ...typed.map(typedRule)] };
}

const isTypedRule = (run: Word): boolean => run.angle === 0 && /^[-_=–—]{5,}$/u.test(run.text);

function typedRule(run: Word): Segment {
  const y = (run.box[1] + run.box[3]) / 2;
  return { x0: run.box[0], x1: run.box[2], y0: y, y1: y, width: 0.5, colour: run.colour };
}

/** The ruling lines of a page. */
export const edgesOf = rememberByObject((page: TextPage) =>
  withRoundedCorners(toEdges(page.segments, page.fills, page.runs), page.slants),
);

/**
 * Joins the pieces in which files draw ruling lines into whole lines. White lines count only on coloured ground; lines
 * that underline words do not count.
 */
export function toEdges(segments: readonly Segment[], fills: readonly Fill[], runs: readonly Word[]): Edges {
  const coloured = fills.filter(({ colour }) => !isWhite(colour));
  const seen = segments.filter((segment) => !isWhite(segment.colour) || coloured.some((fill) => liesOn(segment, fill)));
  const flat = seen.filter(({ y0, y1 }) => y0 === y1).map(({ x0, x1, y0 }) => ({ at: y0, from: x0, to: x1 }));
  const upright = seen.filter(({ y0, y1 }) => y0 !== y1).map(({ x0, y0, y1 }) => ({ at: x0, from: y0, to: y1 }));
  return { flat: joinEdges(flat).filter((edge) => !underlines(edge, runs)), upright: joinEdges(upright) };
}

/** Painted areas: those of half the page or more are its background, those no wider than the words on them highlights. */
export function fillBoxes(fills: readonly Fill[], runs: readonly Word[], pageArea: number): readonly Box[] {
  const areas = fills
    .filter(({ whole, colour, box }) => whole && !isWhite(colour) && areaOf(box) < 0.5 * pageArea)
    .map(({ box }) => box);
  return areas.filter((box) => !isHighlight(box, runs, areas));
}

/** The sides of painted areas, with the lines: where cells or rows are told by their fill alone. */
export function withFillEdges(edges: Edges, fills: readonly Fill[], runs: readonly Word[], pageArea: number): Edges {
  const areas = fillBoxes(fills, runs, pageArea);
  if (areas.length === 0) return edges;
  return {
    flat: joinEdges([
      ...edges.flat,
      ...areas.flatMap((box) => [box[1], box[3]].map((at) => ({ at, from: box[0], to: box[2] }))),
    ]),
    upright: joinEdges([
      ...edges.upright,
      ...areas.flatMap((box) => [box[0], box[2]].map((at) => ({ at, from: box[1], to: box[3] }))),
      ...bandPosts(areas),
    ]),
  };
}

function isHighlight(box: Box, runs: readonly Word[], areas: readonly Box[]): boolean {
  const on = runs.filter((run) => isOn(run, box));
  const words = unionAll(on);
  if (words === null) return false;
  return (box[0] > words[0] - 2.5 && box[2] < words[2] + 2.5) || isInSentence(box, on, runs, areas);
}

/** Ems from the side of a box to the next word of the sentence that it stands in. */
const nextWord = 0.6;

/** True for a box around words of a line that goes on right beside it, as a pill in a sentence, and not in a box of its own. */
function isInSentence(box: Box, on: readonly Word[], runs: readonly Word[], areas: readonly Box[]): boolean {
  const [first] = on;
  if (first === undefined || on.some(({ row }) => row !== first.row)) return false;
  return runs.some(
    (run) =>
      run.row === first.row &&
      !on.includes(run) &&
      -overlap(run.box[0], run.box[2], box[0], box[2]) < nextWord * run.size &&
      areas.every((area) => !isOn(run, area) || containsBox(area, box)),
  );
}

const isOn = ({ box }: Word, area: Box): boolean => containsPoint(area, middleX(box), middleY(box));

/** Snaps parallel lines that nearly coincide and joins their pieces. */
function joinEdges(pieces: readonly Edge[]): readonly Edge[] {
  const joined: Edge[] = [];
  for (const bundle of bundles(pieces)) {
    const at = weightedMean(bundle);
    let current: Edge | null = null;
    for (const piece of bundle.toSorted((a, b) => a.from - b.from)) {
      if (current !== null && piece.from <= current.to + joinDistance) {
        current = { at, from: current.from, to: Math.max(current.to, piece.to) };
      } else {
        if (current !== null) joined.push(current);
        current = { at, from: piece.from, to: piece.to };
      }
    }
    if (current !== null) joined.push(current);
  }
  const long = joined.filter(({ from, to }) => to - from >= shortest);
  return long.length > mostLines ? [] : long;
}

/** Lines in groups that lie within the snap distance of the group's first. */
function bundles(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const groups: Edge[][] = [];
  for (const edge of edges.toSorted((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && edge.at - first.at <= snapDistance) group.push(edge);
    else groups.push([edge]);
  }
  return groups;
}

function weightedMean(edges: readonly Edge[]): number {
  const weight = (edge: Edge) => Math.max(0.01, edge.to - edge.from);
  const total = edges.reduce((sum, edge) => sum + weight(edge), 0);
  return edges.reduce((sum, edge) => sum + edge.at * weight(edge), 0) / total;
}

/** True for a line right under words that stand close together, and no longer than they are. */
function underlines({ at, from, to }: Edge, runs: readonly Word[]): boolean {
  const words = runs
    .filter(
      ({ angle, baseline, size, box }) =>
        angle === 0 &&
        at >= baseline - 0.05 * size &&
        at <= baseline + 0.3 * size &&
        box[0] <= to + 1.5 &&
        box[2] >= from - 1.5,
    )
    .toSorted((a, b) => a.box[0] - b.box[0]);
  let reach = from + 1.5;
  for (const { box, size } of words) {
    const blank = reach === from + 1.5 ? 0 : 0.8 * size;
    if (box[0] > reach + blank) return false;
    reach = Math.max(reach, box[2]);
  }
  return reach >= to - 1.5;
}

export const isWhite = (colour: readonly number[]): boolean => colour.every((part) => part >= 250);

function liesOn(segment: Segment, { box }: Fill): boolean {
  return (
    overlap(segment.x0, segment.x1, box[0] - 2, box[2] + 2) > 0.5 * (segment.x1 - segment.x0) - 0.01 &&
    overlap(segment.y0, segment.y1, box[1] - 2, box[3] + 2) > 0.5 * (segment.y1 - segment.y0) - 0.01
  );
}
