import type { Document, FormatName, SourceFile } from './document.ts';
import type { TaughtLayout } from './taught.ts';

/** How a file is to be read. */
export interface ParseOptions {
  /** Which evidence to use for a PDF's tables; `auto` takes the best on each page. */
  readonly evidence: 'auto' | 'tagged' | 'ruled' | 'spaced';
  /** Join tables that run over pages. */
  readonly stitch: boolean;
  /** Read pages that are images by optical character recognition; never pages that have text. */
  readonly ocr: boolean;
  /** Look a PDF through first, and read it only where a page can hold a plan; false where it is not said. */
  readonly find?: boolean;
  /** What people said of layouts, which outranks the reader. */
  readonly taught: readonly TaughtLayout[];
}

export const defaultParseOptions: ParseOptions = { evidence: 'auto', stitch: true, ocr: false, taught: [] };

/** A file format: told by its bytes, never by its name. */
export interface Format {
  readonly name: FormatName;
  /** True where the first bytes are this format's. */
  claims(bytes: Uint8Array): boolean;
  /** @throws ParseError where nothing of the file can be read. */
  parse(file: SourceFile, options: ParseOptions): Promise<Document>;
}
