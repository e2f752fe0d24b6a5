import type { SourceFile } from '../model/document.ts';
import { bytesOfPaper, knownPaper, type Store } from '../store/index.ts';

/** A stored paper as the file it came from; null where its bytes are not kept. */
export function fileOf(store: Store, paperId: string): SourceFile | null {
  const paper = knownPaper(store, paperId);
  const bytes = paper === null ? null : bytesOfPaper(store, paperId);
  return paper === null || bytes === null || bytes === 'damaged'
    ? null
    : { name: paper.file, path: paper.file, bytes, sha256: paperId };
}
