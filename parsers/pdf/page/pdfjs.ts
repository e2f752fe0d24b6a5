/**
 * pdf.js, both halves. Loaded as it comes it takes a canvas along for classes that only painting uses. So it finds stand-ins in their
 * places while it is loaded; after that the first use of one loads the real one.
 */
import { createRequire } from 'node:module';

const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const canvas = '@napi-rs/canvas';

/** What pdf.js takes from its canvas, for want of a browser's own. */
const drawing = ['DOMMatrix', 'Path2D'].filter((name) => !(name in globalThis));

/** pdf.js asks only that they are there. */
const standIn = {};

async function load() {
  const giveCanvasBack = takeCanvasAway();
  for (const name of drawing) define(name, { value: standIn });
  try {
    const display = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
    return { ...display, ...(await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')) };
  } finally {
    giveCanvasBack();
    for (const name of drawing) define(name, { get: () => require(canvas)[name] });
  }
}

function define(name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(globalThis, name, { configurable: true, ...descriptor });
}

/** Has whoever asks for the canvas get nothing, until what is given back is called. */
function takeCanvasAway(): () => void {
  const file = canvasFile();
  if (file === null || require.cache[file] !== undefined) return () => undefined;
  Object.assign(require.cache, { [file]: { exports: {}, loaded: true } });
  return () => void delete require.cache[file];
}

/** Null where it was not installed: it is an optional part of pdf.js. */
function canvasFile(): string | null {
  try {
    return require.resolve(canvas);
  } catch {
    return null;
  }
}

export const { getDocument, normalizeUnicode, OPS, PDFWorker, VerbosityLevel, WorkerMessageHandler } = await load();
