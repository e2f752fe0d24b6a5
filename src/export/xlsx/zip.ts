import { Zip, ZipDeflate } from 'fflate';

const encoder = new TextEncoder();

/** All files of a workbook bear the first day a zip archive knows, so that the same data gives the same bytes. */
const mtime = new Date(1980, 0, 1);

/** Text is handed to the compressor in blocks of about so many characters. */
const blockLength = 1 << 16;

/** One file inside an archive, made piece by piece. */
export interface ZipPart {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** A zip archive of `parts`, compressed as they come; nothing but the list of names is kept until the end. */
export function* zipOf(parts: Iterable<ZipPart>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    ready.push(piece);
  });
  const taken = () => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const { path, pieces } of parts) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    let block = '';
    for (const piece of pieces) {
      block += piece;
      if (block.length < blockLength) continue;
      file.push(encoder.encode(block));
      block = '';
      yield* taken();
    }
    file.push(encoder.encode(block), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
