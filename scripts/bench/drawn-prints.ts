import { drawPaper, type PaperOptions } from '../foundry/draw.ts';
import { bytesOf, fitting, type Print, printPapers, producers } from '../foundry/print/index.ts';

/** A drawn paper as a PDF. */
export interface DrawnPdf extends Print {
  readonly bytes: Uint8Array;
}

/** So many are printed together, for browsers and offices start once a batch. */
const batch = 50;

/** Draws papers by successive seeds, each printed as PDF by the next of the producers. */
export async function* drawnPdfs(seed: number, count: number, options?: PaperOptions): AsyncGenerator<DrawnPdf> {
  for (let first = seed; first < seed + count; first += batch) {
    const prints = Array.from({ length: Math.min(batch, seed + count - first) }, (_, index): Print => {
      const drawn = drawPaper(first + index, options);
      return { drawn, format: fitting(drawn, producers[(first + index) % producers.length] ?? 'weasyprint') };
    });
    await printPapers(prints);
    for (const print of prints) {
      const bytes = await bytesOf(print);
      if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') yield { ...print, bytes };
    }
  }
}
