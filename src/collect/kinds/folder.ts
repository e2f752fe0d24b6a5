import path from 'node:path';
import { holdsAny } from '../site.ts';
import type { SourceOf } from '../source.ts';

/** What papers are called in a folder. */
const documentName = /\.(pdf|docx?|html?|txt|md)$/i;

/** True where a file of a folder is wanted: a document with one of the source's words in its path below the folder. */
export function wantsFile(source: SourceOf<'folder'>, file: string): boolean {
  const below = path.relative(source.address, file);
  return documentName.test(file) && holdsAny([below, below.replace(/[-_.]+/g, ' ')], source.titles);
}
