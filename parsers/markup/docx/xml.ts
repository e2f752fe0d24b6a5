import { type CheerioAPI, load } from 'cheerio';
import { ParseError } from '../../../src/model/errors.ts';
import { attribute, descendantsOf, type Element, elementsOf, isElement } from '../dom.ts';

/** Names under which this reader knows the namespaces of a Word document, transitional and strict (ECMA-376 part 1). */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
]);
/** Word itself nests tables and text boxes a handful deep. */
const deepest = 400;

/**
 * Parses XML; Word's namespaces get their usual prefixes whatever the file calls them.
 * @returns the root element, null where there is none
 * @throws ParseError where elements are nested deeper than can be read
 */
export function parseXml(xml: string): Element | null {
  return rootOf(loadXml(xml));
}

/** As `parseXml`, with the tree's own functions: to change it and write it out again. */
export function loadXml(xml: string): CheerioAPI {
  const $ = load(xml.replace(/^\ufeff/, ''), { xml: true });
  const root = rootOf($);
  if (root === null) return $;
  let level: readonly Element[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) {
      throw new ParseError(
        'docx/too-deep',
        `The document nests more than ${deepest} elements in each other. Open and save it in Word.`,
      );
    }
    level = level.flatMap(elementsOf);
  }
  renamePrefixes(root);
  return $;
}

const rootOf = ($: CheerioAPI): Element | null => $.root().contents().toArray().filter(isElement)[0] ?? null;

function renamePrefixes(root: Element): void {
  const renames = new Map<string, string>();
  for (const [name, uri] of Object.entries(root.attribs)) {
    const own = name === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(name)?.[1];
    const usual = prefixes.get(uri);
    if (own !== undefined && usual !== undefined && own !== usual) {
      renames.set(own, usual);
      root.attribs[`xmlns:${usual}`] = uri;
    }
  }
  if (renames.size === 0) return;
  const renamed = (name: string, isAttribute: boolean): string => {
    const [first = '', second] = name.split(':');
    if (second === undefined) return isAttribute ? name : renames.has('') ? `${renames.get('')}:${name}` : name;
    return renames.has(first) ? `${renames.get(first)}:${second}` : name;
  };
  for (const element of [root, ...descendantsOf(root)]) {
    element.name = renamed(element.name, false);
    element.attribs = Object.fromEntries(
      Object.entries(element.attribs).map(([name, value]) => [
        name.startsWith('xmlns') ? name : renamed(name, true),
        value,
      ]),
    );
  }
}

export const childNamed = (element: Element | null, name: string): Element | null =>
  element === null ? null : (elementsOf(element).find((child) => child.name === name) ?? null);

export const childrenNamed = (element: Element | null, name: string): readonly Element[] =>
  element === null ? [] : elementsOf(element).filter((child) => child.name === name);

/** The `w:val` of a child element; null where the child or its value is missing. */
export function attributeValue(element: Element | null, name: string): string | null {
  const child = childNamed(element, name);
  return child === null || !('w:val' in child.attribs) ? null : attribute(child, 'w:val');
}

/** An on-off property (ECMA-376 part 1, 17.17.4): undefined where it is not set here. */
export function toggle(element: Element | null, name: string): boolean | undefined {
  const child = childNamed(element, name);
  return child === null ? undefined : !/^(?:0|false|off)$/i.test(attribute(child, 'w:val'));
}

/**
 * True where every element is closed in its turn: the parser mends what is not, and may lose text by it.
 * Only the order of tags is looked at, not what XML 1.0 demands beside it.
 */
export function isBalanced(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  for (const [tag, close, name, empty] of xml.replace(unparsed, '').matchAll(/<(?:(\/?)([^\s<>/]+)[^<>]*?(\/?)>)?/g)) {
    if (name === undefined || tag === '<') return false;
    if (close === '/') {
      if (open.pop() !== name) return false;
    } else {
      if (open.length === 0) roots += 1;
      if (empty !== '/') open.push(name);
    }
  }
  return open.length === 0 && roots === 1;
}

/** Declarations, comments and character data, in which angle brackets mean nothing. */
const unparsed = /<\?.*?\?>|<!--.*?-->|<!\[CDATA\[.*?\]\]>|<!DOCTYPE[^>]*>/gs;
