import type { ExportSource } from '../model/stored.ts';

/** One file of an export, made piece by piece so that memory does not grow with the rows. */
export interface ExportFile {
  /** Its name inside the export's folder. */
  readonly name: string;
  pieces(source: ExportSource, options: ExportOptions): Iterable<Piece> | AsyncIterable<Piece>;
}

export type Piece = string | Uint8Array;

export interface ExportOptions {
  /** Text files begin with a byte order mark, by which Excel knows them for UTF-8. */
  readonly byteOrderMark: boolean;
}

export const defaultExportOptions: ExportOptions = { byteOrderMark: false };

/** A way to take the data away: one file of src/export each, listed in src/export/index.ts. */
export interface Exporter {
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  /** True where the main file can be printed. */
  readonly text: boolean;
  /** The main file first; where there are more, `--out` names a folder. */
  readonly files: readonly [main: ExportFile, ...ExportFile[]];
}

const blockLength = 1 << 16;

/** Pieces put together to blocks worth a write. */
export async function* blocks(
  file: ExportFile,
  source: ExportSource,
  options: ExportOptions,
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let text = '';
  let length = 0;
  for await (const piece of file.pieces(source, options)) {
    if (typeof piece === 'string') text += piece;
    else {
      waiting.push(Buffer.from(text), piece);
      text = '';
    }
    length += piece.length;
    if (length >= blockLength) {
      yield Buffer.concat([...waiting, Buffer.from(text)]);
      waiting = [];
      text = '';
      length = 0;
    }
  }
  yield Buffer.concat([...waiting, Buffer.from(text)]);
}
