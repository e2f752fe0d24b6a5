import type { ChildNode, Element, Text } from 'domhandler';

/** The tree cheerio builds: elements, text, comments. */
export type Node = ChildNode;
export type { Element };

export const isElement = (node: Node): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';
export const isText = (node: Node): node is Text => node.type === 'text';

export const childrenOf = (node: Node): readonly Node[] => ('children' in node ? node.children : []);
export const elementsOf = (node: Node): readonly Element[] => childrenOf(node).filter(isElement);
export const attribute = (element: Element, name: string): string => element.attribs[name] ?? '';

/** The element the node stands in; null at the top. */
export function parentOf(node: Node): Element | null {
  const { parent } = node;
  return parent !== null && isElement(parent) ? parent : null;
}

/** Every element below the node, in document order. */
export function* descendantsOf(node: Node): Generator<Element> {
  const waiting = elementsOf(node).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const child of elementsOf(next).toReversed()) waiting.push(child);
  }
}

/** All text below the node as it stands, white space and all. */
export function textOf(node: Node): string {
  if (isText(node)) return node.data;
  return childrenOf(node).map(textOf).join('');
}

/** Elements that begin and end a line of their own on the page. */
const blockNames = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table
  tbody td tfoot th thead tr ul`.split(/\s+/),
);
/** Elements whose text is never part of the page as read. */
const unreadNames = new Set(
  'area audio base canvas col colgroup datalist embed head iframe link map math meta noframes noscript object param rp script select source style svg template textarea title track video'.split(
    ' ',
  ),
);

export const isBlockElement = (element: Element): boolean => blockNames.has(element.name);
export const isUnread = (element: Element): boolean => unreadNames.has(element.name);
