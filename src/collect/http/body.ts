import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { codeOf } from '../../lib/reason.ts';
import { Trouble } from '../trouble.ts';

const decoders: Readonly<Record<string, (bytes: Uint8Array, maxOutputLength: number) => Promise<Uint8Array>>> = {
  identity: async (bytes) => bytes,
  gzip: (bytes, maxOutputLength) =>
    promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gunzip)(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) =>
    promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)(bytes, { maxOutputLength }),
  // Some servers send the bare stream where the standard has the zlib form (RFC 9110, 8.4.1.2).
  deflate: (bytes, maxOutputLength) =>
    ((bytes[0] ?? 0) & 0x0f) === 8
      ? promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.inflate)(bytes, { maxOutputLength })
      : promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.inflateRaw)(bytes, { maxOutputLength }),
};

/** What we can undo, for `Accept-Encoding`. */
export const acceptedEncodings = 'gzip, br, deflate';

/**
 * Reads an answer's body whole.
 * @param encoding the value of `Content-Encoding`; several are undone last first
 * @param maxSize in bytes, on the wire and again after decompression
 * @throws Trouble where there is more, or it cannot be decompressed
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  headers: { readonly encoding: string | null; readonly length: string | null },
  address: string,
  maxSize: number,
): Promise<Uint8Array> {
  if (Number(headers.length) > maxSize) throw tooLarge(address, maxSize);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > maxSize) throw tooLarge(address, maxSize);
    pieces.push(piece);
  }
  let bytes: Uint8Array = Buffer.concat(pieces);
  const encodings = (headers.encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''));
  for (const name of encodings.filter((each) => each !== '').reverse()) {
    const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
    if (decode === undefined) {
      throw new Trouble('body/encoding', address, `The answer is compressed as "${name}", which was not asked for.`);
    }
    bytes = await decode(bytes, maxSize).catch((error: unknown) => {
      throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(address, maxSize) : damaged(address, error);
    });
  }
  return bytes;
}

function tooLarge(address: string, maxSize: number): Trouble {
  const most = Math.round(maxSize / 1_000_000);
  return new Trouble(
    'body/too-large',
    address,
    `The answer has more than ${most} MB. If it is a paper, raise "limits: size" in the sources file.`,
  );
}

function damaged(address: string, cause: unknown): Trouble {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Trouble('body/damaged', address, `The answer's compression is damaged (${reason}).`, {
    passing: true,
    cause,
  });
}
