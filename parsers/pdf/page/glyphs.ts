import { containsPoint, middleX, middleY } from '../../../src/lib/box.ts';
import { multiply } from '../../../src/lib/matrix.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import { hasRightToLeft, toReadingOrder } from './bidi.ts';
import { onWhite } from './colours.ts';
import { dingbat, hasSigns } from './dingbats.ts';
import type { GraphicsState } from './graphics-state.ts';
import { type Marking, type OpenRun, piecesOf } from './open-run.ts';
import type { TextRun } from './page-content.ts';
import { normalizeUnicode } from './pdfjs.ts';

/** A glyph as pdf.js hands it over in `showText`; numbers between glyphs move the pen. */
export interface Glyph {
  readonly unicode: string;
  /** Advance in glyph units. */
  readonly width: number;
  /** True for the character code 32, which word spacing widens. */
  readonly isSpace: boolean;
  /** Advance and origin of vertical writing, in glyph units. */
  readonly vmetric?: readonly [advance: number, x: number, y: number] | null;
}

/** How the glyphs of one `showText` look, as long as the pen's state is what it was. */
interface Looks {
  readonly state: GraphicsState;
  readonly size: number;
  readonly colour: Rgb;
  readonly marking: Marking;
  /** Unit vector along the line as the reader sees it. */
  readonly alongX: number;
  readonly alongY: number;
  readonly invisible: boolean;
  readonly bold: boolean;
}

/** Shares of the em: a gap from here on is a space; a step back beyond this begins a new run. */
const spaceGap = 0.12;
const stepBack = 0.18;
/** Share of the em up to which what negative word spacing leaves of a blank is kerning, as Ghostscript writes some. */
const takenBack = 0.06;
/** Ems off the baseline up to which a glyph stands on it, for producers round its place; and the cosine of such an angle. */
const unevenness = 0.1;
const parallel = 0.999;
/** Ems off the baseline of a mark, raised or lowered, that belongs to the word right before it. */
const mostRaised = 0.6;
/** Points by which the sizes of one run differ at most: what rounding makes of one size. */
const sameSize = 0.05;
/** Shares of the em that stand above and below the baseline; fonts' own figures differ too much to compare lines by. */
const ascent = 0.76;
const descent = 0.21;

/** Collects shown glyphs into runs. */
export class RunCollector {
  readonly runs: TextRun[] = [];
  /** Runs drawn in render mode 3 (neither filled nor stroked): the text layer over a scan, or hidden text. */
  readonly invisibleRuns: TextRun[] = [];
  /** How many of `runs` there were after each visible one that the pen began. */
  readonly #ends: number[] = [];
  #open: OpenRun | null = null;
  #space = false;

  /** How many visible runs the pen has begun so far, of which each may turn out to be several. */
  get begun(): number {
    return this.#ends.length + (this.#open === null || this.#open.invisible ? 0 : 1);
  }

  /** How many of `runs` the first so many that the pen began have become. */
  countOf(begun: number): number {
    return this.#ends[begun - 1] ?? this.runs.length;
  }

  /** Shows glyphs with the state's font and moves the state's pen on. */
  show(state: GraphicsState, glyphs: readonly (Glyph | number)[], marking: Marking): void {
    const { font, fontSize } = state;
    const toPage = multiply(state.matrix, state.textMatrix);
    const horizontal = state.horizontalScale;
    const forward = Math.sign(fontSize || 1);
    const alongX = font.vertical ? -toPage[2] : toPage[0] * forward;
    const alongY = font.vertical ? -toPage[3] : toPage[1] * forward;
    const stretch = Math.hypot(alongX, alongY);
    const size = Math.abs(fontSize) * font.em * Math.hypot(toPage[2], toPage[3]);
    if (stretch === 0 || size === 0) return;
    const colour = textColour(state);
    const unit = font.unit * fontSize;
    const signOf = hasSigns(font.name) ? (text: string) => dingbat(font.name, text) : null;
    const looks: Looks = {
      state,
      size,
      colour,
      marking,
      alongX: alongX / stretch,
      alongY: alongY / stretch,
      invisible: state.renderMode === 3 || state.renderMode === 7,
      bold: font.bold || state.renderMode === 2,
    };
    // By index, as in `extremes.ts`: this is the loop that everything of a page goes through.
    for (let index = 0; index < glyphs.length; index++) {
      const glyph = glyphs[index] as Glyph | number;
      if (typeof glyph === 'number') {
        if (font.vertical) state.penY -= (glyph * fontSize) / 1000;
        else state.penX -= ((glyph * fontSize) / 1000) * horizontal;
        continue;
      }
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const width = font.vertical ? -(glyph.vmetric?.[0] ?? -1000) * unit : glyph.width * unit * horizontal;
      const advance = font.vertical ? width + spacing : width + spacing * horizontal;
      if (isBlank(glyph.unicode)) {
        const narrowing = glyph.isSpace ? state.wordSpacing * horizontal : 0;
        if (!isTakenBack(width * stretch, narrowing * stretch, size)) this.#space = true;
      } else {
        const penY = state.penY + state.rise;
        const x = toPage[0] * state.penX + toPage[2] * penY + toPage[4];
        const y = toPage[1] * state.penX + toPage[3] * penY + toPage[5];
        const half = (Math.abs(width) * stretch) / 2;
        if (isShown(state.clip, x + looks.alongX * half, y + looks.alongY * half)) {
          const text = withoutControls(glyph.unicode);
          this.#place(
            signOf === null ? text : signOf(text),
            x,
            y,
            Math.abs(width) * stretch,
            Math.abs(advance) * stretch,
            looks,
          );
        }
      }
      if (font.vertical) state.penY -= advance;
      else state.penX += advance;
    }
  }

  /** Ends the run under the pen; what follows belongs to another piece of the file. */
  break(): void {
    this.#close();
    this.#space = true;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const runs = open.invisible ? this.invisibleRuns : this.runs;
    for (const piece of piecesOf(open)) {
      const run = closeRun(piece);
      if (run !== null) runs.push(run);
    }
    if (!open.invisible) this.#ends.push(runs.length);
  }

  #place(text: string, x: number, y: number, width: number, advance: number, looks: Looks): void {
    const open = this.#open;
    if (open === null) {
      this.#begin(text, x, y, width, advance, looks, this.#space);
      return;
    }
    const { size } = looks;
    const dx = x - open.startX;
    const dy = y - open.startY;
    const ahead = dx * open.alongX + dy * open.alongY;
    const aside = Math.abs(dx * open.alongY - dy * open.alongX);
    const gap = ahead - open.inked;
    const spacing = open.expected - open.inked;
    const isSpaced = Math.abs(spacing) > size * spaceGap;
    const isBehind = isNear(ahead - open.expected, size) || (isSpaced && isNear(gap, size));
    const sameLine = aside < size * unevenness && open.alongX * looks.alongX + open.alongY * looks.alongY > parallel;
    if (!this.#space && sameLine && isBehind && looksAlike(open, looks)) {
      if (isSpaced && gap > Math.abs(spacing) / 2) {
        open.seams.push({ at: open.text.length, inkedBefore: open.inked, ahead });
      }
      open.text += text;
      open.inked = ahead + width;
      open.expected = ahead + advance;
      if (text !== '.') open.inkedWord = open.inked;
      return;
    }
    const isRaised = !sameLine && aside < size * mostRaised;
    this.#close();
    this.#begin(text, x, y, width, advance, looks, this.#space || !isBehind || !(sameLine || isRaised));
  }

  #begin(
    text: string,
    startX: number,
    startY: number,
    inked: number,
    expected: number,
    { state, size, colour, marking, alongX, alongY, invisible, bold }: Looks,
    spaceBefore: boolean,
  ): void {
    this.#space = false;
    this.#open = {
      text,
      startX,
      startY,
      alongX,
      alongY,
      inked,
      expected,
      inkedWord: inked,
      seams: [],
      size,
      spaceBefore,
      font: state.font.id,
      fontName: state.font.name,
      bold,
      colour,
      marking,
      invisible,
      clip: state.clip,
    };
  }
}

/** Whether word spacing leaves so little of a blank that there is none; where the ink stands tells then. */
const isTakenBack = (width: number, wordSpacing: number, size: number): boolean =>
  wordSpacing < 0 && width > 0 && width + wordSpacing <= size * takenBack;

/** Whether a glyph that begins so far behind a place begins there: neither a blank further on nor a step back. */
const isNear = (gap: number, size: number): boolean => gap <= size * spaceGap && gap >= -size * stepBack;

/** Whether what is shown next looks as the run under the pen, so that it can be a part of it. */
function looksAlike(open: OpenRun, { state, size, colour, marking, invisible, bold }: Looks): boolean {
  return (
    open.font === state.font.id &&
    Math.abs(open.size - size) < sameSize &&
    open.bold === bold &&
    open.invisible === invisible &&
    open.marking === marking &&
    (open.clip === state.clip || isSame(open.clip, state.clip)) &&
    (open.colour === colour || isSame(open.colour, colour))
  );
}

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.every((value, index) => value === others[index]);

/** Whether a point lies in the clip or right beside it. */
const isShown = (clip: Box, x: number, y: number): boolean =>
  x >= clip[0] - 1 && x <= clip[2] + 1 && y >= clip[1] - 8 && y <= clip[3] + 8;

/** Colour of shown text: the stroke's where the glyphs are only outlined. */
function textColour(state: GraphicsState): Rgb {
  return state.renderMode === 1 || state.renderMode === 5
    ? onWhite(state.stroke, state.strokeAlpha)
    : onWhite(state.fill, state.fillAlpha);
}

/** A finished run with its box; null where it lies outside of what is shown of the page. */
function closeRun(open: OpenRun): TextRun | null {
  const angle = quarterTurn(open.alongX, open.alongY);
  const box = boxOf(open, angle);
  if (!containsPoint(open.clip, middleX(box), middleY(box), 1)) return null;
  const plain = isAscii(open.text);
  const text = plain ? open.text : normalizeUnicode(open.text);
  const rightToLeft = !plain && hasRightToLeft(text);
  return {
    text: rightToLeft ? toReadingOrder(text) : text,
    spaceBefore: open.spaceBefore,
    box,
    baseline: angle === 0 || angle === 180 ? open.startY : open.startX,
    font: open.font,
    fontName: open.fontName,
    size: open.size,
    bold: open.bold,
    colour: open.colour,
    angle,
    slant: slantBox(open),
    rightToLeft,
    markedContent: open.marking.markedContent,
    artifact: open.marking.artifact,
  };
}

/** The box of a run, which the fonts' own figures for its height have no part in. */
function boxOf({ startX, startY, alongX, alongY, inked, size }: OpenRun, angle: TextRun['angle']): Box {
  const endX = startX + alongX * inked;
  const endY = startY + alongY * inked;
  const up = size * ascent;
  const down = size * descent;
  if (angle === 0) return [Math.min(startX, endX), startY - up, Math.max(startX, endX), startY + down];
  if (angle === 180) return [Math.min(startX, endX), startY - down, Math.max(startX, endX), startY + up];
  const [left, right] = angle === 90 ? [down, up] : [up, down];
  return [startX - left, Math.min(startY, endY), startX + right, Math.max(startY, endY)];
}

/** Sine of the least angle at which text stands aslant: a scan a few degrees off is upright. */
const leastSlant = Math.sin(Math.PI / 18);

/** Around the corners of a run that stands aslant; null for one at a quarter turn. */
function slantBox(open: OpenRun): Box | null {
  const { startX, startY, alongX, alongY, inked, size } = open;
  if (Math.min(Math.abs(alongX), Math.abs(alongY)) < leastSlant) return null;
  const corners = [0, inked].flatMap((ahead) =>
    [-descent * size, ascent * size].map(
      (up) => [startX + ahead * alongX + up * alongY, startY + ahead * alongY - up * alongX] as const,
    ),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function quarterTurn(alongX: number, alongY: number): TextRun['angle'] {
  if (Math.abs(alongX) >= Math.abs(alongY)) return alongX >= 0 ? 0 : 180;
  return alongY > 0 ? 90 : 270;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 126) return false;
  return true;
}

/** White space and characters that show nothing. */
function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code > 32 && code < 127) return false;
  return text === '' || text === ' ' || (/^[\s\p{Cc}\u200b\ufeff]*$/u.test(text) && withoutControls(text) === text);
}

/** Control codes other than white space are glyph numbers of a font without a map to Unicode, told by `unmapped.ts`. */
function withoutControls(text: string): string {
  const code = text.charCodeAt(0);
  return (code > 0 && code < 9) || (code > 13 && code < 32) ? '\ufffd' : text;
}
