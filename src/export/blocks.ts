import type { ExportSource } from '../model/stored.ts';
import type { ExportFile, ExportOptions } from './exporter.ts';

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
