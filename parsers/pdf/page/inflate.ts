import { inflateSync } from 'node:zlib';

const RealStream = globalThis.DecompressionStream;

/** Where in a file's memory compressed bytes begin that came out whole. */
const whole = new WeakMap<ArrayBufferLike, Set<number>>();

/** True for bytes that were inflated for pdf.js and fitted their checksum (RFC 1950). */
export const isInflatedWhole = ({ buffer, byteOffset }: Uint8Array): boolean =>
  whole.get(buffer)?.has(byteOffset) === true;

/** What is known of a file's memory is so no longer: other bytes may stand in it when it is opened again. */
export const forgetInflated = ({ buffer }: Uint8Array): void => void whole.delete(buffer);

function inflate(bytes: Uint8Array): Uint8Array {
  const inflated = new Uint8Array(inflateSync(bytes));
  const known = whole.get(bytes.buffer) ?? new Set();
  whole.set(bytes.buffer, known.add(bytes.byteOffset));
  return inflated;
}

/**
 * The part of a browser's `DecompressionStream` by which pdf.js inflates what a file holds (RFC 1950): the bytes that are
 * written come out in one piece, at once. The real one, which does whatever else is asked for, takes them through two
 * streams and another thread, and that costs more than the inflating does. What does not inflate whole is an error, as
 * it is there; pdf.js then saves what it can. The bytes have memory of their own: of a part of some, pdf.js takes all.
 */
export class InflateAtOnce {
  #inflated = (): Uint8Array => new Uint8Array();
  #isRead = false;

  constructor(format: ConstructorParameters<typeof RealStream>[0]) {
    // biome-ignore lint/correctness/noConstructorReturn: whoever asks for another format gets what Node gives.
    if (format !== 'deflate') return new RealStream(format) as never;
  }

  readonly writable = {
    getWriter: () => ({
      write: async (bytes: Uint8Array) => {
        this.#inflated = () => inflate(bytes);
      },
      close: async () => undefined,
    }),
  };

  readonly readable = {
    getReader: () => ({
      read: async () => {
        const done = this.#isRead;
        this.#isRead = true;
        return done ? { done } : { done, value: this.#inflated() };
      },
    }),
  };
}
