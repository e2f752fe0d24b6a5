import { createHash } from 'node:crypto';
import path from 'node:path';
import type { SourceFile } from '../../src/model/document.ts';

/** A file's bytes as a paper to read. */
export const sourceOf = (file: string, bytes: Uint8Array): SourceFile => ({
  name: path.basename(file),
  path: file,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
