import { createRequire } from 'node:module';
import path from 'node:path';
import type { RecognisedWord } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import type { OpenPdf, Picture } from '../page/open.ts';
import type { PageContent, TextRun } from '../page/page-content.ts';
import type { SourcePage } from '../page/source-page.ts';
import { takeRules } from './scan-lines.ts';

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

type Engine = Awaited<ReturnType<typeof startEngine>>;

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
      const { picture, segments } = takeRules(await pdf.picture(page.number, scale), scale);
      const { data } = await (await engine).recognize(toPgm(picture), {}, { blocks: true });
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
      return toPage({ ...page, segments: [...page.segments, ...segments] }, lines, scale);
    },
    async close() {
      await (await engine)?.terminate();
    },
  };
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
function toPage(page: PageContent, lines: readonly EngineLine[], scale: number): SourcePage {
  const sizeOf = (line: EngineLine): number => (line.rowAttributes.rowHeight * sizeOfRow) / scale;
  const sizes = lines.map(sizeOf).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const runs: TextRun[] = [];
  const words: RecognisedWord[] = [];
  for (const line of lines) {
    const own = sizeOf(line);
    const size = own > 1.3 * usual || own < 0.6 * usual ? own : usual;
    for (const { text, confidence, bbox } of line.words) {
      if (/^[^\p{L}\p{N}]+$/u.test(text) && confidence < 80) continue;
      const box: Box = [bbox.x0 / scale, bbox.y0 / scale, bbox.x1 / scale, bbox.y1 / scale];
      words.push({ text, confidence: confidence / 100, bbox: box });
      const baseline = /[gjpqy,;()]/u.test(text) ? box[3] - 0.2 * size : box[3];
      runs.push(toRun(text, box, baseline, size));
    }
  }
  return { content: { ...page, runs }, words };
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
