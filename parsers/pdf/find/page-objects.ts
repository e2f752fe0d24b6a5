import { type Dictionary, type FileObjects, isDictionary, isReference, type PdfValue } from '../page/file-objects.ts';
import { dictionaryOf, resolved } from './font-letters.ts';

/** Deepest page tree that is followed. */
const deepest = 50;

/**
 * The dictionaries of a file's pages in their order, by its page tree (ISO 32000-2, 7.7.3).
 * @param count as many as there are to be
 * @returns null where no tree of the file has so many
 */
export function pagesInOrder(objects: FileObjects, count: number): readonly Dictionary[] | null {
  for (const number of objects.numbers()) {
    const catalog = objects.object(number);
    if (!isDictionary(catalog) || catalog.get('Type') !== '/Catalog') continue;
    const pages = leaves(objects, catalog.get('Pages'), new Set(), 0);
    if (pages.length === count) return pages;
  }
  return null;
}

function leaves(
  objects: FileObjects,
  value: PdfValue | undefined,
  seen: Set<number>,
  depth: number,
): readonly Dictionary[] {
  if (depth > deepest || (isReference(value) && seen.has(value.ref))) return [];
  if (isReference(value)) seen.add(value.ref);
  const node = dictionaryOf(objects, value);
  if (node === null) return [];
  const kids = resolved(objects, node.get('Kids'));
  if (!Array.isArray(kids)) return [node];
  return kids.flatMap((kid: PdfValue) => leaves(objects, kid, seen, depth + 1));
}
