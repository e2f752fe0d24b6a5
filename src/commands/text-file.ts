import { readFileSync } from 'node:fs';
import { reasonOf } from '../lib/reason.ts';
import { UsageError } from '../model/errors.ts';

/**
 * The words of a file that a person named, or might have.
 * @param advice what to do where it cannot be read
 * @param what what it is called
 * @throws UsageError where it cannot
 */
export function textOfFile(file: string, advice: string, what = file): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${what} cannot be read (${reasonOf(error)}); ${advice}`);
  }
}
