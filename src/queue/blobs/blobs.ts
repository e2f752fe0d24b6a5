/** A place that all machines see, for papers too large for the database; known by the sha256 of their bytes. */
export interface Blobs {
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** @returns null where it is not there */
  get(sha256: string): Promise<Uint8Array | null>;
  remove(sha256: string): Promise<void>;
}
