import { withoutStamps } from '../../collect/stamps.ts';
import { scriptBeside } from '../../lib/compiling.ts';
import type { SourceFile } from '../../model/document.ts';
import { defaultParseOptions } from '../../model/parsing.ts';
import { openPool, type PoolOptions } from '../pool.ts';

/** A download: its bytes and when they came, ISO 8601. */
export interface Download {
  readonly file: SourceFile;
  readonly fetched: string;
}

const script = scriptBeside(import.meta, 'words-reader');

/**
 * True where two downloads of one address say the same although their bytes differ: they were stamped with the moment or
 * the visitor. Where one has no words, or cannot be read, they are taken to differ.
 */
export async function saySame(before: Download, now: Download, limits: Omit<PoolOptions, 'size'>): Promise<boolean> {
  const pool = openPool<string>({ ...limits, size: 1, script });
  try {
    const texts: string[] = [];
    for (const { file, fetched } of [before, now]) {
      const answer = await pool.read({ file, options: defaultParseOptions });
      if (!answer.ok) return false;
      texts.push(withoutStamps(answer.extraction, fetched));
    }
    const [first, second] = texts;
    return first !== '' && first === second;
  } finally {
    pool.close();
  }
}
