import { statSync } from 'node:fs';
import type { SourceFile } from '../model/document.ts';
import { UsageError } from '../model/errors.ts';
import { loadFile } from './load.ts';
import { walk } from './walk.ts';

/**
 * The one file of that name, with its bytes.
 * @throws UsageError where there is none, or its bytes cannot be had
 */
export async function loadNamed(file: string, maxSize: number): Promise<SourceFile> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${file} is a folder; name one file, or take the folder in with "boardtrail ingest"`);
  }
  const { files, unread } = walk([file]);
  const [found] = files;
  if (found === undefined) throw new UsageError(`${file}: ${unread[0]?.issue.message ?? 'there is nothing'}`);
  const loaded = await loadFile(found, maxSize);
  if ('code' in loaded) throw new UsageError(`${file}: ${loaded.message}`);
  return loaded;
}
