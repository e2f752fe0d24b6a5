import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../goldens');
/** Set by `npm run goldens` alone. */
export const writeVariable = 'BOARDTRAIL_WRITE_GOLDENS';

/**
 * Holds a text against the one that a person has reviewed, test/goldens/NAME.txt; a missing one fails.
 * `npm run goldens` writes them anew: review the difference before committing it.
 */
export function expectGolden(name: string, text: string): void {
  const file = path.join(folder, `${name}.txt`);
  if (process.env[writeVariable] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readGolden(file));
}

function readGolden(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`No golden at ${file}. Write it with: npm run goldens`, { cause });
  }
}
