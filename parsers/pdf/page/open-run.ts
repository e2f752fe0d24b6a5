import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';

/** What stands around the text in the file: its tie to the structure tree, and whether it is an artifact. */
export interface Marking {
  readonly markedContent: string | null;
  readonly artifact: boolean;
}

/** A run under the pen. */
export interface OpenRun {
  text: string;
  readonly startX: number;
  readonly startY: number;
  /** Unit vector along the line as the reader sees it. */
  readonly alongX: number;
  readonly alongY: number;
  /** Distance from the start to the right edge of the last glyph, and to where the next is expected. */
  inked: number;
  expected: number;
  /** As `inked`, but of the last glyph that is no dot: where a label ends and its leader dots begin. */
  inkedWord: number;
  /** Where character spacing as wide as a blank stands between two of its glyphs. */
  readonly seams: Seam[];
  readonly size: number;
  readonly spaceBefore: boolean;
  readonly font: string;
  readonly bold: boolean;
  readonly fontName: string;
  readonly colour: Rgb;
  readonly marking: Marking;
  readonly invisible: boolean;
  readonly clip: Box;
}

interface Seam {
  /** Place in the run's text of what stands behind the spacing. */
  readonly at: number;
  /** Distances from the run's start to where the ink ends before the spacing and begins again. */
  readonly inkedBefore: number;
  readonly ahead: number;
}

/** The runs that one movement of the pen is to a reader. */
export function piecesOf(open: OpenRun): readonly OpenRun[] {
  return open.text.endsWith('....') ? partLeaders(open).flatMap(partWords) : partWords(open);
}

/** A label and the leader dots right behind it as two runs. */
function partLeaders(open: OpenRun): readonly OpenRun[] {
  const dots = /[^.](\.{4,})$/.exec(open.text)?.[1];
  if (dots === undefined) return [open];
  const text = open.text.slice(0, -dots.length);
  const label = { ...open, text, inked: open.inkedWord, seams: open.seams.filter(({ at }) => at < text.length) };
  return [label, { ...from(open, open.inkedWord), text: dots, seams: [], spaceBefore: false }];
}

/** Ems between two glyphs from which on they belong to two columns: no word is set so wide. */
const widestWord = 2;

/**
 * A run parted where character spacing is the blank between two words, as Ghostscript writes a line that it is given piece
 * by piece: `(eo)`, spaced by a blank, is the end of "the" and the beginning of "officers". A word that is set wide is so
 * from end to end: its glyphs stay together where more of them stand apart than touch.
 */
function partWords(open: OpenRun): readonly OpenRun[] {
  const { text, seams } = open;
  if (seams.length === 0) return [open];
  const touching = text.length - 1 - seams.length;
  const blanks = seams.length <= touching ? seams : seams.filter((seam) => widthOf(seam) > widestWord * open.size);
  return [undefined, ...blanks].map((seam, index) => {
    const end = blanks[index];
    const rest = seam === undefined ? open : { ...from(open, seam.ahead), spaceBefore: true };
    const inked = end === undefined ? rest.inked : end.inkedBefore - (seam?.ahead ?? 0);
    return { ...rest, text: text.slice(seam?.at, end?.at), inked };
  });
}

const widthOf = ({ inkedBefore, ahead }: Seam): number => ahead - inkedBefore;

/** What of a run lies from a distance off its start on. */
const from = (open: OpenRun, distance: number): OpenRun => ({
  ...open,
  startX: open.startX + open.alongX * distance,
  startY: open.startY + open.alongY * distance,
  inked: open.inked - distance,
});
