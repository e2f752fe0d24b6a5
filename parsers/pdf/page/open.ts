import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { identity, toMatrix } from '../../../src/lib/matrix.ts';
import type { FileMeta, Rgb } from '../../../src/model/document.ts';
import { ParseError } from '../../../src/model/errors.ts';
import type { Box } from '../../../src/model/place.ts';
import { readColour } from './colours.ts';
import { isRebuilt, tellsDamage, withComplaints } from './complaints.ts';
import { fileObjects } from './file-objects.ts';
import type { Font } from './graphics-state.ts';
import { workerInProcess } from './in-process.ts';
import { forgetInflated, InflateAtOnce } from './inflate.ts';
import { readOperators } from './operators.ts';
import type { PageContent } from './page-content.ts';
import { damageSeeker } from './page-damage.ts';
import { getDocument, VerbosityLevel } from './pdfjs.ts';
import { readStructure } from './structure.ts';
import { visibleRuns } from './visible-runs.ts';
import type { PageSurroundings } from './walk.ts';

/** An entry of the file's own outline (bookmarks); `page` counts from 1, null where it leads nowhere in the file. */
export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  readonly page: number | null;
}

/** A painted page: `grey` holds a byte for each pixel, row by row, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** A painted page with its colours: red, green, blue and opacity of each pixel, row by row. */
export interface ColouredPicture extends Picture {
  readonly colours: Uint8ClampedArray;
}

/** After so many pages what pdf.js keeps of their fonts is let go; papers that are read whole have fewer. */
const mostPages = 60;

/** A PDF that is open. `close` frees it; pages are freed as soon as they are read. */
export interface OpenPdf {
  readonly pageCount: number;
  readonly meta: FileMeta;
  /** Names of the files that it carries. */
  readonly attachments: readonly string[];
  /** `rebuilt`: the file's table of its objects is wrong, and some may not have been found; `cut`: its end is missing. */
  readonly state: 'whole' | 'rebuilt' | 'cut';
  /** The outline from top to bottom; read on demand, for only packs need it. */
  outline(): Promise<readonly OutlineEntry[]>;
  /**
   * Reads one page, counted from 1: text, lines, fills, images and structure in one pass over its content stream.
   * @throws ParseError `pdf/page` where the page cannot be read at all
   */
  page(number: number): Promise<PageContent>;
  /** How large a page is, counted from 1, in points; 0 where it cannot be read. */
  size(number: number): Promise<{ readonly width: number; readonly height: number }>;
  /**
   * Paints one page, counted from 1; for character recognition.
   * @param scale pixels to a point
   * @throws ParseError `pdf/page` where it cannot be painted
   */
  picture(number: number, scale: number): Promise<ColouredPicture>;
  close(): Promise<void>;
}

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF. The only place where pdf.js is called, and where y is flipped and pages are turned upright.
 * @param bytes the whole file, which must not change while it is open
 * @throws ParseError `pdf/encrypted` for a file that asks for a password, `pdf/corrupt` for one that is no PDF inside
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  forgetInflated(bytes);
  const task = load(bytes, 'read');
  const { result, complaints } = await withComplaints(async () => {
    try {
      const document = await task.promise;
      const [info, attachments, layers] = await Promise.all([
        readInfo(document),
        readAttachments(document),
        document.getOptionalContentConfig(),
      ]);
      return { document, meta: toMeta(info), sealed: info.EncryptFilterName != null, attachments, layers };
    } catch (error) {
      await task.destroy();
      throw toParseError(error, bytes);
    }
  });
  const { document, meta, attachments, layers, sealed } = result;
  const seeker = damageSeeker(fileObjects(bytes), sealed);
  const isVisible = (group: unknown) => group === null || layers.isVisible(group);
  let painter: PDFDocumentLoadingTask | null = null;
  let pagesSince = 0;
  return {
    pageCount: document.numPages,
    state: !isRebuilt(complaints) ? 'whole' : hasEnd(bytes) ? 'rebuilt' : 'cut',
    meta,
    attachments,
    outline: async () => (await withComplaints(() => readOutline(document))).result,
    page: async (number) => {
      const { result: read, complaints } = await withComplaints(() => readPage(document, number, isVisible));
      pagesSince += 1;
      if (pagesSince >= mostPages) {
        await document.cleanup();
        pagesSince = 0;
      }
      const damaged = tellsDamage(complaints) || (read.object !== null && seeker.isDamaged(read.object));
      return { ...read.content, damaged };
    },
    size: async (number) => (await withComplaints(() => pageSize(document, number))).result,
    picture: async (number, scale) => {
      painter ??= load(bytes, 'paint');
      const { promise } = painter;
      return (await withComplaints(async () => colouredOf(await paintPage(await promise, number, scale)))).result;
    },
    close: async () => {
      await Promise.all([task.destroy(), painter?.destroy()]);
    },
  };
}

/** The end mark, or what leads to the table of objects, stands in the last bytes (ISO 32000-1, 7.5.5). */
const hasEnd = (bytes: Uint8Array): boolean =>
  /%%EOF|startxref/.test(Buffer.from(bytes.subarray(-2048)).toString('latin1'));

/**
 * Hands a file to pdf.js. For want of a browser's fonts it would turn every glyph into an outline, a third of its work,
 * though only painting needs them: for reading it is given a place to put fonts, which is a void. Nor is it given the
 * usual fonts in place of those that a file does not carry: they hold the looks of thousands of glyphs, and nothing
 * that is read; and where a file says by glyph numbers alone what it shows, pdf.js knows these letters only without them.
 */
function load(bytes: Uint8Array, purpose: 'read' | 'paint'): PDFDocumentLoadingTask {
  const ownerDocument = { fonts: { add: () => undefined, delete: () => undefined } };
  if (purpose === 'read') Object.assign(globalThis, { FontFace: VoidFontFace, DecompressionStream: InflateAtOnce });
  return getDocument({
    // Read as it is; for painting the bytes are handed over to another thread.
    data: purpose === 'read' ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes),
    verbosity: VerbosityLevel.INFOS,
    cMapUrl: `${packageFolder}/cmaps/`,
    wasmUrl: `${packageFolder}/wasm/`,
    iccUrl: `${packageFolder}/iccs/`,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    fontExtraProperties: true,
    disableFontFace: purpose === 'paint',
    ...(purpose === 'read'
      ? { ownerDocument, worker: workerInProcess() }
      : { standardFontDataUrl: `${packageFolder}/standard_fonts/` }),
  });
}

/** The part of the browser's `FontFace` that pdf.js waits for. */
class VoidFontFace {
  readonly loaded = Promise.resolve();
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  isVisible: (group: unknown) => boolean,
): Promise<{ readonly content: Omit<PageContent, 'damaged'>; readonly object: number | null }> {
  try {
    const page = await document.getPage(number);
    const [operators, tree] = await Promise.all([page.getOperatorList(), page.getStructTree().catch(() => null)]);
    const viewport = page.getViewport({ scale: 1 });
    const view: Box = [0, 0, viewport.width, viewport.height];
    const drawing = readOperators(operators, {
      toPage: toMatrix(viewport.transform) ?? identity,
      view,
      isVisible,
      ...pageObjects(page),
    });
    page.cleanup();
    const { runs, covered } = visibleRuns(drawing);
    const content = {
      number,
      width: viewport.width,
      height: viewport.height,
      runs,
      segments: drawing.segments,
      fills: drawing.fills,
      images: drawing.images,
      slants: drawing.slants,
      structure: readStructure(tree),
      covered,
    };
    return { content, object: page.ref?.num ?? null };
  } catch (error) {
    if (error instanceof ParseError) throw error;
    throw new ParseError('pdf/page', `page ${number} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

async function pageSize(document: PDFDocumentProxy, number: number) {
  try {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    return { width, height };
  } catch {
    // Nothing of it is read; what is wrong with it is told where it is.
    return { width: 0, height: 0 };
  }
}

type RenderCanvas = NonNullable<Parameters<PDFPageProxy['render']>[0]['canvas']>;

/** How pdf.js makes a canvas outside a browser (by @napi-rs/canvas, which comes with it). */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: RenderCanvas & { encode(format: 'png'): Promise<Uint8Array> };
    readonly context: {
      getImageData(x: number, y: number, w: number, h: number): { readonly data: Uint8ClampedArray };
    };
  };
}

interface Painted extends ReturnType<CanvasFactory['create']> {
  readonly width: number;
  readonly height: number;
}

async function paintPage(document: PDFDocumentProxy, number: number, scale: number): Promise<Painted> {
  try {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale });
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const { canvas, context } = (document.canvasFactory as CanvasFactory).create(width, height);
    await page.render({ canvas, viewport }).promise;
    page.cleanup();
    return { width, height, canvas, context };
  } catch (error) {
    throw new ParseError('pdf/page', `Page ${number} cannot be painted: ${messageOf(error)}`, { cause: error });
  }
}

function colouredOf({ width, height, context }: Painted): ColouredPicture {
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * 4;
    grey[pixel] = 0.3 * (data[at] ?? 255) + 0.59 * (data[at + 1] ?? 255) + 0.11 * (data[at + 2] ?? 255);
  }
  return { width, height, grey, colours: data };
}

/** A PDF that is open to be looked at only. */
export interface ShownPdf {
  /**
   * One page, counted from 1, as a picture in colour.
   * @param scale pixels to a point; less where the page would have more than `mostPixels`
   * @throws ParseError `pdf/page` where it cannot be painted
   */
  png(number: number, scale: number): Promise<PagePicture>;
  close(): Promise<void>;
}

/** A page as a PNG file, with its width and height in points. */
export interface PagePicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A page as large as this fills a screen; a file can ask for a thousand times more. */
const mostPixels = 6_000_000;

/**
 * Opens a PDF for pictures of its pages.
 * @throws ParseError as `openPdf`
 */
export async function showPdf(bytes: Uint8Array): Promise<ShownPdf> {
  const task = load(bytes, 'paint');
  const document = await task.promise.catch(async (error: unknown) => {
    await task.destroy();
    throw toParseError(error);
  });
  return {
    png: async (number, scale) => {
      const page = await document.getPage(number).catch((error: unknown) => {
        throw new ParseError('pdf/page', `Page ${number} cannot be painted: ${messageOf(error)}`, { cause: error });
      });
      const { width, height } = page.getViewport({ scale: 1 });
      const fitting = Math.min(scale, Math.sqrt(mostPixels / (width * height)));
      const { canvas } = await paintPage(document, number, fitting);
      return { png: await canvas.encode('png'), width, height };
    },
    close: () => task.destroy(),
  };
}

/** What pdf.js keeps of a page's fonts and shadings. */
function pageObjects(page: PDFPageProxy): Pick<PageSurroundings, 'fontOf' | 'shadingColours'> {
  const fonts = new Map<string, Font>();
  return {
    fontOf: (id) => {
      const known = fonts.get(id);
      if (known !== undefined) return known;
      const font = readFont(id, page.commonObjs.has(id) ? page.commonObjs.get(id) : null);
      fonts.set(id, font);
      return font;
    },
    shadingColours: (id) => {
      const pattern: unknown = page.objs.has(id) ? page.objs.get(id) : null;
      const stops: unknown = Array.isArray(pattern) ? pattern[3] : null;
      if (!Array.isArray(stops)) return [];
      return stops.filter(Array.isArray).map((stop): Rgb => readColour(stop[1]));
    },
  };
}

function readFont(id: string, value: unknown): Font {
  const font = (value ?? {}) as {
    readonly name?: string;
    readonly bold?: boolean;
    readonly black?: boolean;
    readonly vertical?: boolean;
    readonly isType3Font?: boolean;
    readonly fontMatrix?: readonly number[] | null;
    readonly bbox?: readonly number[] | null;
  };
  const name = font.name ?? id;
  const unit = font.fontMatrix?.[0] ?? 0.001;
  const boxHeight = Math.abs((font.bbox?.[3] ?? 0) - (font.bbox?.[1] ?? 0));
  const scaleY = Math.abs(font.fontMatrix?.[3] ?? 0.001);
  return {
    id,
    name: name.replace(/^[A-Z]{6}\+/, ''),
    bold: font.bold === true || font.black === true || /\b(semi|demi)?bold|heavy|black\b/i.test(name),
    unit,
    em: font.isType3Font === true && boxHeight > 0 ? boxHeight * scaleY : 1,
    vertical: font.vertical === true,
  };
}

async function readInfo(document: PDFDocumentProxy): Promise<Readonly<Record<string, unknown>>> {
  const data = await document.getMetadata().catch(() => null);
  return (data?.info ?? {}) as Readonly<Record<string, unknown>>;
}

function toMeta(info: Readonly<Record<string, unknown>>): FileMeta {
  const word = (key: string) => {
    const value = info[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return {
    title: word('Title'),
    author: word('Author'),
    created: toIsoDate(word('CreationDate')),
    modified: toIsoDate(word('ModDate')),
  };
}

/** Names of the files that the file carries, as portfolios do; an attachment list that is broken counts as none. */
async function readAttachments(document: PDFDocumentProxy): Promise<readonly string[]> {
  const attachments: unknown = await document.getAttachments().catch(() => null);
  const files = attachments instanceof Map ? [...attachments.values()] : Object.values(attachments ?? {});
  return files.map((file: { readonly filename?: unknown }) => String(file.filename ?? 'unnamed'));
}

/** A PDF date (ISO 32000-2, 7.9.4: `D:20210331094500+01'00'`) as ISO 8601; null where it is none. */
function toIsoDate(date: string | null): string | null {
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2})?'?(\d{2})?/.exec(date ?? '');
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone, zoneMinutes] = match;
  const daily = [year, month, day].filter((part) => part !== undefined).join('-');
  if (day === undefined || hour === undefined || minute === undefined) return daily;
  const offset = zone === undefined ? '' : zone === 'Z' ? 'Z' : `${zone}:${zoneMinutes ?? '00'}`;
  return `${daily}T${hour}:${minute}:${second ?? '00'}${offset}`;
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

async function readOutline(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const visit = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const node of nodes) {
      entries.push({ title: node.title, level, page: await pageOf(document, node.dest) });
      await visit(node.items, level + 1);
    }
  };
  await visit((await document.getOutline().catch(() => null)) ?? [], 1);
  return entries;
}

/** The page that a destination leads to; null where it leads to none of this file. */
async function pageOf(document: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  try {
    const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    const target: unknown = Array.isArray(explicit) ? explicit[0] : null;
    if (typeof target === 'number') return target + 1;
    return target === null
      ? null
      : (await document.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1;
  } catch {
    // A bookmark that leads nowhere: its page is not known, and the pages speak for themselves.
    return null;
  }
}

/** @param bytes the file's, where it could not be opened at all */
function toParseError(error: unknown, bytes?: Uint8Array): ParseError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new ParseError('pdf/encrypted', 'The PDF asks for a password. Save a copy without one and take that in.', {
      cause: error,
    });
  }
  if (bytes !== undefined && holdsObjects(bytes) && !hasEnd(bytes)) {
    return new ParseError(
      'pdf/cut',
      'The PDF breaks off before its end, as after a download that failed. Fetch it again.',
      {
        cause: error,
      },
    );
  }
  return new ParseError(
    'pdf/corrupt',
    `The file is damaged or no PDF (${withoutStop(messageOf(error))}). Fetch it again.`,
    {
      cause: error,
    },
  );
}

/** True for a file that begins as a PDF does, with an object of one. */
const holdsObjects = (bytes: Uint8Array): boolean =>
  /\d \d+ obj\b/.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'));

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
