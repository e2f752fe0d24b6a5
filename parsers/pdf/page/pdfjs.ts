/**
 * pdf.js, both halves. Loaded as it comes it takes Node's web client and a canvas along, a quarter of a second of processor
 * time and 35 MB, for classes that only fetching and painting use. So it finds stand-ins in their places while it is
 * loaded; after that the first use of one loads the real one.
 */
import { createRequire } from 'node:module';

const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const canvas = '@napi-rs/canvas';

/** What pdf.js takes from its canvas, for want of a browser's own. */
const drawing = ['DOMMatrix', 'Path2D'].filter((name) => !(name in globalThis));

/** pdf.js asks whether responses have this, and adds it where they lack it; Node's have it. */
const standIn = { prototype: { bytes: () => undefined } };

async function load() {
  const response = unusedResponse();
  const giveCanvasBack = takeCanvasAway();
  for (const name of [...(response === null ? [] : ['Response']), ...drawing]) define(name, { value: standIn });
  try {
    const display = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
    return { ...display, ...(await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')) };
  } finally {
    giveCanvasBack();
    if (response !== null) define('Response', response);
    for (const name of drawing) define(name, { get: () => require(canvas)[name] });
  }
}

/** Null where something in the process has used responses before, as a server does: they are loaded, and in use meanwhile. */
function unusedResponse(): PropertyDescriptor | null {
  const response = Object.getOwnPropertyDescriptor(globalThis, 'Response');
  return response?.get === undefined ? null : response;
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
