import type { CheerioAPI } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { childrenOf, type Element } from '../dom.ts';
import { issue } from '../issues.ts';
import { lineOf, pictureText } from './inline.ts';
import type { Styles } from './styles.ts';

/** Table cells that say all they say in a picture without alternative text: often a status or a rating. */
export function unlabelledPictures($: CheerioAPI, styles: Styles): readonly Issue[] {
  const silent = ($('td:has(img), th:has(img)').toArray() as Element[]).filter(
    (cell) => lineOf(childrenOf(cell), styles) === '' && foldSpace(pictureText(childrenOf(cell))) === '',
  );
  if (silent.length === 0) return [];
  const cells = silent.length === 1 ? 'A table cell holds' : `${silent.length} table cells hold`;
  return [
    issue(
      'markup/picture-in-cell',
      'warning',
      `${cells} only a picture without a description. Look at the paper: it may stand for a status.`,
    ),
  ];
}
