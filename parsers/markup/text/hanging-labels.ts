import { joinWrapped, type PaperWords } from '../../../src/lib/hyphens.ts';
import type { Table } from '../../../src/model/document.ts';
import { afterBullet, splitLabel } from '../bullets.ts';
import { plainHeader } from './grid-headers.ts';
import { toTable } from './grid-table.ts';
import type { TextLine } from './lines.ts';

/** Lines `from` up to, not with, `to` that make one list of labels with their texts. */
export interface HangingRegion {
  readonly from: number;
  readonly to: number;
}

/** Labels, each over its text: fewer show no list of them. */
const fewest = 2;
/** Blanks by which a text is set in below its label. */
const leastIndent = 2;
const longestLabel = 60;

/** Finds labels at the margin with their texts set in below them, as a list of definitions is printed. */
export function findHangingLabels(lines: readonly TextLine[]): readonly HangingRegion[] {
  const found: HangingRegion[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const pairs = pairsFrom(lines, from);
    const to = pairs.at(-1)?.to ?? from;
    if (pairs.length < fewest) continue;
    found.push({ from, to });
    from = to - 1;
  }
  return found;
}

/** Labels and their texts, one right after another, from a line on. */
function pairsFrom(lines: readonly TextLine[], from: number): readonly HangingRegion[] {
  const margin = lines[from]?.indent ?? 0;
  const pairs: HangingRegion[] = [];
  let at = from;
  for (let label = lines[at]; label !== undefined; label = lines[at]) {
    const isNext = at === from || (label.gap === 0 && !label.newPage);
    if (!isNext || label.indent !== margin || !isLabel(label)) break;
    let to = at + 1;
    for (let line = lines[to]; line !== undefined && isSetIn(line, margin); line = lines[to]) to += 1;
    if (to === at + 1) break;
    pairs.push({ from: at, to });
    at = to;
  }
  return pairs;
}

/** Short, no sentence and no item of a list; the text set in below it tells the rest. A line that a table has taken is blank. */
const isLabel = ({ raw, text }: TextLine): boolean =>
  text !== '' &&
  !raw.includes('\t') &&
  text.length <= longestLabel &&
  !/[.;,!?]$/.test(text) &&
  afterBullet(text, true) === null &&
  splitLabel(text) === null;

const isSetIn = (line: TextLine, margin: number): boolean =>
  line.gap === 0 && !line.newPage && line.indent >= margin + leastIndent && !line.raw.includes('\t');

/** The labels and texts of a region as a table of two columns. */
export function readHangingLabels(lines: readonly TextLine[], words: PaperWords): Table {
  const rows = pairsFrom(lines, 0).map(({ from, to }) => {
    const texts: string[][] = [];
    for (const { text } of lines.slice(from + 1, to)) {
      if (texts.length === 0 || afterBullet(text, true) !== null) texts.push([text]);
      else texts.at(-1)?.push(text);
    }
    return [lines[from]?.text ?? '', texts.map((text) => joinWrapped(text, words)).join('\n')];
  });
  const table = toTable(rows, 2, plainHeader(rows, 0));
  return { ...table, cells: table.cells.map((cell) => (cell.column === 0 ? { ...cell, header: true } : cell)) };
}
