import type { CheerioAPI } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import { attribute, childrenOf, type Element, elementsOf, isElement, type Node, textOf } from '../dom.ts';
import { lineOf } from './inline.ts';
import type { Styles } from './styles.ts';

/**
 * What pictures and icons below the nodes stand for, where no other text is shown: alternative texts, names and titles
 * (in the order of Accessible Name Computation 1.2, section 4.3), and words set off the page for those who listen to it.
 */
export function pictureText(nodes: readonly Node[], styles: Styles): string {
  return nodes
    .filter(isElement)
    .map((element) => foldSpace(nameOf(element, styles)))
    .filter((text) => text !== '')
    .join(' ');
}

function nameOf(element: Element, styles: Styles): string {
  if (styles.spoken(element)) return textOf(element);
  if (styles.hidden(element)) return '';
  const inside = element.name === 'svg' ? titleOf(element) : pictureText(childrenOf(element), styles);
  return (
    attribute(element, 'aria-label') ||
    (element.name === 'img' ? attribute(element, 'alt') : inside) ||
    attribute(element, 'title')
  );
}

const titleOf = (drawing: Element): string => {
  const title = elementsOf(drawing).find(({ name }) => name === 'title');
  return title === undefined ? '' : textOf(title);
};

/** Table cells that say all they say in a picture without alternative text: often a status or a rating. */
export function unlabelledPictures($: CheerioAPI, styles: Styles): readonly Issue[] {
  const silent = ($('td, th').toArray() as Element[]).filter(
    (cell) =>
      $(cell).find('img, svg').length > 0 &&
      lineOf(childrenOf(cell), styles) === '' &&
      pictureText(childrenOf(cell), styles) === '',
  );
  if (silent.length === 0) return [];
  const cells = silent.length === 1 ? 'A table cell holds' : `${silent.length} table cells hold`;
  return [
    issueOf(
      'markup/picture-in-cell',
      `${cells} only a picture without a description. Look at the paper: it may stand for a status.`,
    ),
  ];
}
