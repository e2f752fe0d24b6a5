import { createRequire } from 'node:module';
import path from 'node:path';
import type { RecognisedWord, Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import type { ColouredPicture, OpenPdf, Picture } from '../page/open.ts';
import type { Fill, PageContent, Segment, TextRun } from '../page/page-content.ts';
import type { SourcePage } from '../page/source-page.ts';
import { darkenPale, type Ground, levelGrounds, lightenGrounds, paleGrounds } from './contrast.ts';
import { linesOfFields, takeRules } from './scan-lines.ts';
import { linesLieLevel, skewOf } from './skew.ts';
import { type TurnedPicture, turnPicture } from './turn.ts';

/** Reads page images by character recognition; `close` ends the engine, which is started by the first page. */
export interface OcrReader {
  read(pdf: OpenPdf, page: PageContent): Promise<SourcePage>;
  close(): Promise<void>;
}

/** A line as the engine gives it; pixels. */
interface EngineLine {
  readonly rowAttributes: { readonly rowHeight: number };
  readonly words: readonly {
    readonly text: string;
    readonly confidence: number;
    readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  }[];
}

/** Pixels to a point: 300 to an inch, what the language data was trained on. */
const usualScale = 300 / 72;
/** An A2 sheet at the usual scale; the engine and the picture need some twelve bytes for each. */
const mostPixels = 36e6;
/** Share of a line's height that is the size of its letters. */
const sizeOfRow = 0.92;

/** Ems by which the engine's words of one line stand unevenly on it. */
const uneven = 0.7;

type Engine = Awaited<ReturnType<typeof startEngine>>;

/** Quarter turns in which a page may lie, the likeliest first: with its lines of text level, or upright. */
const level = [0, 180, 90, 270] as const;
const onItsSide = [90, 270, 0, 180] as const;
/** Points of a field, along each side of it, whose colours are looked at. */
const samples = 12;

/** A field as a fill in the colour that most of its ground has on the page as it was painted. */
function toFill(ground: Ground, { boxBack }: TurnedPicture, { width, colours }: ColouredPicture, scale: number): Fill {
  const { x0, y0, x1, y1, grey } = ground;
  const votes = new Map<string, { readonly colour: Rgb; count: number }>();
  for (let index = 0; index < samples * samples; index++) {
    const x = x0 + ((0.5 + (index % samples)) * (x1 - x0)) / samples;
    const y = y0 + ((0.5 + Math.floor(index / samples)) * (y1 - y0)) / samples;
    const [left, top] = boxBack([x, y, x, y]);
    const at = 4 * (Math.floor(top) * width + Math.floor(left));
    const colour: Rgb = [colours[at] ?? grey, colours[at + 1] ?? grey, colours[at + 2] ?? grey];
    const vote = votes.get(String(colour)) ?? { colour, count: 0 };
    vote.count += 1;
    votes.set(String(colour), vote);
  }
  const [most] = [...votes.values()].toSorted((a, b) => b.count - a.count);
  const box: Box = [x0 / scale, y0 / scale, x1 / scale, y1 / scale];
  return { box, colour: most?.colour ?? [grey, grey, grey], whole: true };
}

/** Share of the letters that stand in words which the engine is sure of, from which a page is taken to stand upright. */
const upright = 0.6;

/**
 * Character recognition by Tesseract, with the English data that comes as a package: nothing is fetched, and nothing is
 * loaded before the first page is read.
 */
export function ocrReader(): OcrReader {
  let engine: Promise<Engine> | null = null;
  return {
    async read(pdf, page) {
      engine ??= startEngine();
      const scale = Math.min(usualScale, Math.sqrt(mostPixels / (page.width * page.height)));
      const picture = await pdf.picture(page.number, scale);
      return toPage(page, await recognise(await engine, picture, scale), scale);
    },
    async close() {
      await (await engine)?.terminate();
    },
  };
}

/** What was recognised on a picture that was turned upright. */
interface Recognised {
  readonly lines: readonly EngineLine[];
  readonly turned: TurnedPicture;
  readonly segments: readonly Segment[];
  readonly fills: readonly Fill[];
}

/** The picture straightened, and read in that quarter turn in which the engine is surest of its words. */
async function recognise(engine: Engine, picture: ColouredPicture, scale: number): Promise<Recognised> {
  const skew = skewOf(picture);
  const straight = takeRules(turnPicture(picture, skew).picture, scale).picture;
  let best: { readonly read: Recognised; readonly sure: number } | null = null;
  for (const quarter of linesLieLevel(straight, scale) ? level : onItsSide) {
    const turned = turnPicture(picture, quarter + skew);
    const pale = paleGrounds(turned.picture, scale);
    const light = lightenGrounds(levelGrounds(turned.picture, pale), scale);
    const ruled = takeRules(light.picture, scale);
    const { data } = await engine.recognize(toPgm(darkenPale(ruled.picture, scale)), {}, { blocks: true });
    const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
    const sure = shareSure(lines);
    if (best === null || sure > best.sure) {
      const fills = [...pale, ...light.grounds].map((ground) => toFill(ground, turned, picture, scale));
      const fields = fills.slice(pale.length).map(({ box }) => box);
      const segments = [...ruled.segments, ...linesOfFields(ruled.segments, fields, ruled.picture, scale)];
      best = { read: { lines, turned, segments, fills }, sure };
    }
    if (sure >= upright) break;
  }
  if (best === null) throw new Error('no quarter turn to read a page in');
  return best.read;
}

/** Share of the letters that stand in words which the engine is sure of; words that stand on their side are none. */
function shareSure(lines: readonly EngineLine[]): number {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => /\p{L}{3}/u.test(text));
  const letters = (from: typeof words) => from.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.filter(({ confidence, bbox }) => confidence >= 75 && bbox.x1 - bbox.x0 > bbox.y1 - bbox.y0);
  return letters(sure) / Math.max(1, letters(words));
}

async function startEngine() {
  const { createWorker, OEM } = await import('tesseract.js');
  const data = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  return createWorker('eng', OEM.LSTM_ONLY, {
    langPath: path.join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
  });
}

/** A picture as a portable grey map (PGM, P5), the plainest format the engine reads. */
function toPgm({ width, height, grey }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

/**
 * Recognised words as the runs of the page. The engine's sizes vary from line to line: what is not much larger or
 * smaller than most is of one size. Strokes that it takes for a character and is not sure of are left out.
 * @param scale pixels to a point
 */
function toPage(page: PageContent, { lines, turned, segments, fills }: Recognised, scale: number): SourcePage {
  const shown = (box: Box): Box => {
    const [x0, y0, x1, y1] = turned.boxBack([box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale]);
    return [x0 / scale, y0 / scale, x1 / scale, y1 / scale];
  };
  const sizeOf = (line: EngineLine): number => (line.rowAttributes.rowHeight * sizeOfRow) / scale;
  const sizes = lines.map(sizeOf).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const runs: TextRun[] = [];
  const words: RecognisedWord[] = [];
  for (const line of lines) {
    const own = sizeOf(line);
    const size = own > 1.3 * usual || own < 0.6 * usual ? own : usual;
    const found = line.words.flatMap(({ text, confidence, bbox }) => {
      if (/^[|¦_]+$/.test(text) || (/^[^\p{L}\p{N}]+$/u.test(text) && confidence < 80)) return [];
      const box: Box = [bbox.x0 / scale, bbox.y0 / scale, bbox.x1 / scale, bbox.y1 / scale];
      const baseline = /[gjpqy,;()]/u.test(text) ? box[3] - 0.2 * size : box[3];
      return [{ text, confidence, box, baseline }];
    });
    const common = found.map(({ baseline }) => baseline).sort((a, b) => a - b)[Math.floor(found.length / 2)] ?? 0;
    for (const { text, confidence, box, baseline } of found) {
      words.push({ text, confidence: confidence / 100, bbox: shown(box) });
      runs.push(toRun(text, box, Math.abs(baseline - common) < uneven * size ? common : baseline, size));
    }
  }
  const [width, height] = [turned.picture.width / scale, turned.picture.height / scale];
  return {
    content: { ...page, width, height, runs, segments, fills, images: [], slants: [] },
    words,
    shown: { width: page.width, height: page.height, box: shown },
  };
}

function toRun(text: string, box: Box, baseline: number, size: number): TextRun {
  return {
    text,
    spaceBefore: true,
    box,
    baseline,
    font: 'recognised',
    fontName: 'recognised',
    size: Math.round(size * 2) / 2,
    bold: false,
    colour: [0, 0, 0],
    angle: 0,
    slant: null,
    rightToLeft: false,
    markedContent: null,
    artifact: false,
  };
}
