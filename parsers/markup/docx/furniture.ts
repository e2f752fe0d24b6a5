import { foldSpace } from '../../../src/lib/text.ts';
import type { Furniture } from '../../../src/model/document.ts';
import { attribute, descendantsOf, type Element, textOf } from '../dom.ts';
import type { DocxPackage, Part } from './package.ts';
import { tidyPart } from './tidy.ts';
import { loadXml } from './xml.ts';

/** Ids of the headers and footers that a section of the document uses; a package may hold others that none does. */
export function usedFurniture(body: Element): ReadonlySet<string> {
  const references = [...descendantsOf(body)].filter(
    ({ name }) => name === 'w:headerReference' || name === 'w:footerReference',
  );
  return new Set(references.map((reference) => attribute(reference, 'r:id')));
}

/** The lines of headers and footers, and watermarks in them; page numbers alone say nothing. */
export function readFurniture(docx: DocxPackage, used: ReadonlySet<string>): readonly Furniture[] {
  const parts = [...docx.document.links]
    .filter(([id]) => used.has(id))
    .flatMap(([, link]) => docx.part(link.path) ?? []);
  const lines = new Set(parts.flatMap(furnitureLines));
  return [...lines].map((text) => ({ text, places: [] }));
}

function furnitureLines(part: Part): readonly string[] {
  const $ = loadXml(part.xml);
  tidyPart($);
  const root = $.root().children().get(0) as Element | undefined;
  if (root === undefined) return [];
  const all = [...descendantsOf(root)];
  const watermarks = all
    .filter((element) => element.name === 'v:textpath')
    .map((element) => attribute(element, 'string'));
  const lines = all
    .filter((element) => element.name === 'w:p')
    .map((paragraph) =>
      [...descendantsOf(paragraph)]
        .map((each) => (each.name === 'w:t' ? textOf(each) : each.name === 'w:tab' ? ' ' : ''))
        .join(''),
    );
  return [...watermarks, ...lines]
    .map((line) => foldSpace(line).replace(/\s*(?:[|–-]\s*)?\bpage( \d*)?( of( \d*)?)?$/i, ''))
    .filter((line) => /\p{L}{2}/u.test(line));
}
