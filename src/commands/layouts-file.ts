import { readFileSync } from 'node:fs';
import { UsageError } from '../model/errors.ts';
import type { TaughtLayout } from '../model/taught.ts';
import { readLayoutsFile } from '../taught/file.ts';

/**
 * The layouts of a file.
 * @throws UsageError where it cannot be read, or holds mistakes
 */
export function layoutsNamed(file: string): readonly TaughtLayout[] {
  return readLayoutsFile(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}
