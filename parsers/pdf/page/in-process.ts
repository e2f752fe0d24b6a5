import type { PDFWorker as Worker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PDFWorker, VerbosityLevel, WorkerMessageHandler } from './pdfjs.ts';

type Listener = (event: { readonly data: unknown }) => void;

/**
 * What the two halves of pdf.js talk through. Both run in this process, so a message is handed over as it is; pdf.js's
 * own port copies each one with all that it holds, glyph by glyph.
 */
class SharedPort {
  readonly #listeners = new Set<Listener>();

  postMessage(message: unknown): void {
    if (carriesImage(message)) return;
    const event = { data: withOwnLists(message) };
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener(event);
    });
  }

  addEventListener(_name: string, listener: Listener, options: { readonly signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    options.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

/** Images are decoded to be painted, which is done elsewhere; kept, they would fill the memory until the file is closed. */
function carriesImage(message: unknown): boolean {
  const { action, data } = message as { readonly action?: unknown; readonly data?: unknown };
  return (action === 'obj' || action === 'commonobj') && Array.isArray(data) && data.at(-2) === 'Image';
}

/** The lists of a page's operations are emptied as soon as they are sent: they alone need copies. */
function withOwnLists(message: unknown): unknown {
  const { chunk } = message as { readonly chunk?: { readonly fnArray?: unknown; readonly argsArray?: unknown } };
  if (!Array.isArray(chunk?.fnArray) || !Array.isArray(chunk.argsArray)) return message;
  return { ...Object(message), chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
}

let worker: Worker | null = null;

/** The part of pdf.js that reads files, in this process; one for all files. */
export function workerInProcess(): Worker {
  if (worker === null) {
    const port = new SharedPort();
    WorkerMessageHandler.initializeFromPort(port);
    worker = PDFWorker.create({ port: port as never, verbosity: VerbosityLevel.INFOS });
  }
  return worker;
}
