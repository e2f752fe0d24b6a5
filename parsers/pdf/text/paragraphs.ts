import { leastOf } from '../../../src/lib/extremes.ts';
import type { FlowLine } from './flow-line.ts';
import type { Line } from './lines.ts';
import { type Marker, readMarker } from './markers.ts';
import { withSignsApart } from './signs-beside.ts';
import { isApart } from './words.ts';

/** Lines that a reader takes for one paragraph, heading or item. */
export interface Group {
  readonly lines: readonly FlowLine[];
  /** What stands before the first line of an item of a list; null for anything else. */
  readonly marker: Marker | null;
  /** Texts of the lines; a marker is taken off the first. */
  readonly texts: readonly string[];
}

/** Usual distances from baseline to baseline, in points, by the size of the text (`Math.round(size)`). */
export type Leading = ReadonlyMap<number, number>;

/** What `toGroups` knows of the paper. */
export interface Setting {
  readonly leading: Leading;
  /** Where it is known, the distance over which sentences run on: over a wider one only lines in small letters go on. */
  readonly wrapping?: Leading;
  /** True inside a cell: there a line is a paragraph of its own only on strong evidence. */
  readonly inCell: boolean;
  /** Text size of the paper's prose, points; lines set larger and all-bold lines do not begin items of a list. */
  readonly bodySize: number;
}

/** A paragraph that may go on. */
interface OpenGroup extends Group {
  readonly lines: FlowLine[];
  readonly texts: string[];
}

/** Lines in reading order to paragraphs. */
export function toGroups(read: readonly FlowLine[], setting: Setting): readonly Group[] {
  const lines = setting.inCell ? read : withSignsApart(read);
  const groups: OpenGroup[] = [];
  for (const [index, item] of lines.entries()) {
    const open = groups.at(-1);
    const marker = markerOf(item, lines[index + 1], open, setting);
    if (open !== undefined && marker === null && continues(open, item, setting)) {
      open.lines.push(item);
      open.texts.push(item.line.text);
    } else if (marker !== null) groups.push({ lines: [item], marker, texts: marker.text === '' ? [] : [marker.text] });
    else groups.push({ lines: [item], marker: null, texts: [item.line.text] });
  }
  return groups;
}

/** How often a distance occurs, and how often the sentence runs on over it. */
interface Step {
  readonly count: number;
  readonly runsOn: number;
}

/** The usual distance between the lines of a paragraph for each size of text: the least that is common. */
export const measureLeading = (lines: readonly FlowLine[]): Leading =>
  new Map([...stepsBySize(lines)].flatMap(([size, steps]) => leastCommonStep(size, steps) ?? []));

/** The distance over which most sentences run on, for each size of text in which several do. */
export function measureWrapping(lines: readonly FlowLine[]): Leading {
  return new Map(
    [...stepsBySize(lines)].flatMap(([size, steps]): [number, number][] => {
      const [most] = [...steps].toSorted(([, a], [, b]) => b.runsOn - a.runsOn);
      return most === undefined || most[1].runsOn < fewestRunningOn ? [] : [[size, most[0]]];
    }),
  );
}

/** Fewer sentences that run on do not show the distance between the lines of a paragraph. */
const fewestRunningOn = 2;
/** Ems by which this distance varies. */
const uneven = 0.14;

/** The distances between lines of one size, to half points. */
function stepsBySize(lines: readonly FlowLine[]): ReadonlyMap<number, ReadonlyMap<number, Step>> {
  const counts = new Map<number, Map<number, Step>>();
  for (const [index, { line, region }] of lines.entries()) {
    const before = lines[index - 1];
    if (before === undefined || before.region !== region || Math.abs(before.line.size - line.size) > 0.5) continue;
    const step = line.baseline - before.line.baseline;
    if (step < 0.8 * line.size || step > 2.2 * line.size || areBeside(before.line, line)) continue;
    const bySize = counts.get(Math.round(line.size)) ?? new Map<number, Step>();
    const rounded = Math.round(step * 2) / 2;
    const { count, runsOn } = bySize.get(rounded) ?? { count: 0, runsOn: 0 };
    const goesOn = /^\p{Ll}/u.test(line.text) && !/[.:;!?]$/u.test(before.line.text);
    bySize.set(rounded, { count: count + 1, runsOn: runsOn + (goesOn ? 1 : 0) });
    counts.set(Math.round(line.size), bySize);
  }
  return counts;
}

/** True for lines of which none stands below the other, as a badge at the right of a title. */
const areBeside = (above: Line, below: Line): boolean => above.x0 >= below.x1 || below.x0 >= above.x1;

/** A distance of more than one and a half lines is the gap between paragraphs, unless sentences run on over it. */
function leastCommonStep(size: number, steps: ReadonlyMap<number, Step>): readonly [number, number][] | null {
  const most = Math.max(...[...steps.values()].map(({ count }) => count));
  const common = [...steps].filter(
    ([step, { count, runsOn }]) => count >= 0.3 * most && (step <= 1.6 * size || runsOn >= 0.25 * count),
  );
  return common.length === 0 ? null : [[size, leastOf(common, ([step]) => step)]];
}

function markerOf(
  item: FlowLine,
  next: FlowLine | undefined,
  open: Group | undefined,
  setting: Setting,
): Marker | null {
  const { line, unit, region } = item;
  if (unit?.role === 'heading') return null;
  const inList = open?.marker != null && open.marker.label !== null && open.lines[0]?.region === region;
  const marker = readMarker(line, true);
  if (marker === null || marker.label === null) return marker;
  const begins = unit === null || open?.lines[0]?.unit !== unit;
  if (setting.inCell || !begins) return null;
  if (unit?.labelled === true) return marker;
  if (unit?.role !== 'item' && (line.bold || line.size > 1.1 * setting.bodySize)) return null;
  const indented = /[.)]$/u.test(marker.label) && line.x0 - item.left > 0.8 * line.size;
  const setOff = readMarker(line) !== null || hangs(marker, item, next) || indented;
  return inList || setOff ? marker : null;
}

/** The line after the marker's own begins under its text, not under the marker. */
function hangs(marker: Marker, item: FlowLine, next: FlowLine | undefined): boolean {
  if (next === undefined || next.region !== item.region) return false;
  return Math.abs(next.line.x0 - marker.textX) <= 3 && marker.textX - marker.markerX > 0.5 * item.line.size;
}

/** True where the line goes on with the paragraph above it. */
function continues(open: Group, next: FlowLine, setting: Setting): boolean {
  const last = open.lines.at(-1);
  if (last === undefined) return false;
  if (last.unit !== next.unit) return last.line.page !== next.line.page && goesOnOverBreak(open, last, next);
  if (last.region !== next.region) return goesOnOverBreak(open, last, next);
  if (last.line.angle !== next.line.angle) return false;
  const step = next.line.baseline - last.line.baseline;
  const usual = setting.leading.get(Math.round(next.line.size)) ?? 1.25 * next.line.size;
  if (step <= 0 || step > usual * 1.22 + 1) return false;
  const wrapped = setting.wrapping?.get(Math.round(next.line.size));
  if (wrapped !== undefined && step > wrapped + uneven * next.line.size && !/^\p{Ll}/u.test(next.line.text))
    return false;
  if (changesStyle(last.line, next.line) || leadsAnew(open, last.line, next.line)) return false;
  if (!setting.inCell && next.unit === null && indentBreaks(open, last, next)) return false;
  return !endsEarly(last, next, setting) && !countsOn(open.texts[0] ?? '', next.line.text);
}

/** "2." under a paragraph that begins with "1.", "b)" under one that begins with "a)", "2.4.2" under "2.4.1". */
function countsOn(above: string, below: string): boolean {
  const [first, second] = [above, below].map(countAtStart);
  if (first == null || second == null || first.before !== second.before) return false;
  const rank = (label: string) => (/\d/u.test(label) ? Number(label) : (label.codePointAt(0) ?? 0));
  return /\d/u.test(first.last) === /\d/u.test(second.last) && rank(second.last) === rank(first.last) + 1;
}

/** The number or letter that a text begins with: its last level, and what stands before that. */
function countAtStart(text: string): { readonly before: string; readonly last: string } | null {
  const { before = '', last } =
    /^(?:\(?(?<last>\d{1,2}|[a-z])[.)]|(?<before>(?:\d{1,2}\.){1,3})(?<last>\d{1,2})[.)]?)\s/u.exec(text)?.groups ?? {};
  return last === undefined ? null : { before, last };
}

/** A paragraph goes on in the next column or on the next page where its sentence does. */
function goesOnOverBreak(open: Group, last: FlowLine, next: FlowLine): boolean {
  if (next.unit?.role === 'heading' || last.unit?.role === 'heading') return false;
  if (next.unit?.role === 'item' && last.unit?.role === 'item') {
    if (next.unit.level !== last.unit.level) return false;
  } else if (next.unit !== null && last.unit !== null && next.unit.role !== last.unit.role && open.marker === null) {
    return false;
  }
  const above = last.line;
  const below = next.line;
  if (above.bold !== below.bold || Math.abs(above.size - below.size) > 0.6) return false;
  if (above.bold || /[.:;!?]["”’)]?$/u.test(above.text)) return false;
  return /^[\p{Ll}\d(£]/u.test(below.text) && last.right - above.x1 < 0.35 * (last.right - last.left);
}

/** Size, weight or (between two bold lines) colour changes from the end of one line to the start of the next. */
function changesStyle(above: Line, below: Line): boolean {
  if (Math.abs(above.size - below.size) > 0.6) return true;
  const end = above.words.at(-1);
  const start = below.words[0];
  if (end === undefined || start === undefined) return false;
  if (above.bold && !start.bold) return true;
  if (below.bold && !end.bold) return true;
  return (
    above.bold && below.bold && above.colour.some((part, index) => Math.abs(part - (below.colour[index] ?? 0)) > 40)
  );
}

/**
 * A label in bold below another with its value: `Committee   Scrutiny Panel` over `Date   2 May`, or, behind a sentence that is over,
 * `Progress. All done.` over `Owner. Head of Fleet`.
 */
function leadsAnew({ lines: [first] }: Group, above: Line, below: Line): boolean {
  const [label, next] = [first === undefined ? null : boldLead(first.line), boldLead(below)];
  if (label === null || next === null) return false;
  return (label.isApart && next.isApart) || (label.isStopped && next.isStopped && /[.!?]["”’)]?$/u.test(above.text));
}

/** How the words in bold at the front of a line are parted from its others; null where there are none. */
function boldLead({ words, bold, size }: Line): { readonly isStopped: boolean; readonly isApart: boolean } | null {
  const plain = words.findIndex((word) => !word.bold);
  const [last, first] = [words[plain - 1], words[plain]];
  if (bold || last === undefined || first === undefined) return null;
  return { isStopped: /[.:?]$/.test(last.text), isApart: first.box[0] - last.box[2] > apartEms * size };
}
const apartEms = 1;

function indentBreaks(open: Group, last: FlowLine, next: FlowLine): boolean {
  const em = next.line.size;
  const shift = next.line.x0 - last.line.x0;
  const first = open.lines[0];
  if (open.marker !== null && last === first) {
    const hanging = Math.abs(next.line.x0 - open.marker.textX) <= 0.6 * em;
    const flush = Math.abs(next.line.x0 - open.marker.markerX) <= 0.6 * em;
    return !hanging && !flush;
  }
  if (areCentred(last, next)) return false;
  if (/^\p{Ll}/u.test(next.line.text) && !/[.:;!?]$/u.test(last.line.text)) return false;
  if (shift > 0.7 * em) return true;
  if (shift >= -0.7 * em) return false;
  return last !== first || (/[.:;!?]$/u.test(last.line.text) && /^\p{Lu}/u.test(next.line.text));
}

/** True where the next line's first word would have fitted on the line above: the line was ended on purpose. */
function endsEarly(last: FlowLine, next: FlowLine, setting: Setting): boolean {
  const { line } = last;
  const width = last.right - last.left;
  const isLoose = areCentred(last, next) || areAtRight(last, next);
  const room = isLoose ? width - (line.x1 - line.x0) : last.right - line.x1;
  const spare = room - firstWordWidth(next.line) - 0.3 * line.size;
  const closed = /[.:;!?]["”’)]?$/u.test(line.text);
  const numbered = readMarker(next.line)?.label != null || /^\(?(?:\d{1,2}|[a-z]{1,4})[.)]\s/u.test(next.line.text);
  const small = /^\p{Ll}/u.test(next.line.text) && !numbered;
  const titleGoesOn = line.bold && next.line.bold && /:$/u.test(line.text);
  if (small && (!closed || titleGoesOn)) return !setting.inCell && spare > 0.4 * width;
  if (!setting.inCell || numbered) return spare > 0.03 * width;
  return !small && spare > (closed ? 1.2 * line.size : 3 * line.size + 0.15 * width);
}

/** Two lines about one middle that begin at different places, both off the edge. */
function areCentred(last: FlowLine, next: FlowLine): boolean {
  const em = next.line.size;
  const middle = ({ line }: FlowLine) => (line.x0 + line.x1) / 2;
  const shift = Math.abs(last.line.x0 - next.line.x0);
  const off = Math.min(last.line.x0 - last.left, next.line.x0 - next.left);
  return shift > 0.7 * em && off > 1.5 * em && Math.abs(middle(last) - middle(next)) < 0.8 * em;
}

/** Two lines that end at the right edge and begin at different places off the left one. */
function areAtRight(last: FlowLine, next: FlowLine): boolean {
  const em = next.line.size;
  const off = Math.min(last.line.x0 - last.left, next.line.x0 - next.left);
  const endAlike = [last, next].every(({ line, right }) => Math.abs(line.x1 - right) < 0.3 * em);
  return endAlike && off > 1.5 * em && Math.abs(last.line.x0 - next.line.x0) > 0.7 * em;
}

/** Points from the line's start to its first blank (or, after a hyphen, to the hyphen). */
function firstWordWidth(line: Line): number {
  const { words } = line;
  const end = words.find((word, index) => {
    const next = words[index + 1];
    return next === undefined || isApart(word, next);
  });
  return end === undefined ? 0 : end.box[2] - line.x0;
}
