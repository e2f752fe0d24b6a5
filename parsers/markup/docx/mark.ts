import type { CheerioAPI } from 'cheerio';
import type { Rgb } from '../../../src/model/document.ts';
import {
  attribute,
  childrenOf,
  descendantsOf,
  type Element,
  elementsOf,
  isElement,
  type Node,
  parentOf,
  textOf,
} from '../dom.ts';
import type { ListPlace, NumberingCounter } from './numbering.ts';
import { type DocxStyles, type ParagraphLook, type RunLook, shadeOf, type TableLook } from './styles.ts';
import { childNamed, toggle } from './xml.ts';

/** What the XML says of a paragraph and mammoth's HTML does not. */
export interface ParagraphFacts {
  readonly headingLevel: number | null;
  readonly list: ListPlace | null;
  /** A number printed before a paragraph that is no list item. */
  readonly label: string | null;
}

/** What the XML says of a table cell and mammoth's HTML does not. */
export interface CellFacts {
  readonly fill: Rgb | null;
  readonly ink: Rgb | null;
}

/** Facts by the number in the mark that stands in the text. */
export interface Marks {
  readonly paragraphs: readonly ParagraphFacts[];
  readonly cells: readonly CellFacts[];
}

/** Names of the bookmarks that tie a place in mammoth's HTML to the XML it came from. */
export const paragraphMark = 'bt-p-';
export const cellMark = 'bt-c-';

/**
 * Marks every paragraph and cell with a bookmark and notes beside it what only the XML says; writes bold, as styles
 * give it, into each run; takes hidden text out, and all references to styles and lists, which are hereby resolved.
 * Changes the tree.
 */
export function markDocument($: CheerioAPI, body: Element, styles: DocxStyles, counter: NumberingCounter): Marks {
  const paragraphs: ParagraphFacts[] = [];
  const cells: CellFacts[] = [];
  for (const paragraph of named(body, 'w:p')) {
    const properties = childNamed(paragraph, 'w:pPr');
    const look = styles.paragraph(properties);
    const bold = settleRuns($, paragraph, look, styles);
    const mark = bookmark(`${paragraphMark}${paragraphs.length}`, paragraphs.length);
    paragraphs.push(paragraphFacts(paragraph, look, bold, counter));
    if (properties === null) $(paragraph).prepend(mark);
    else $(properties).after(mark);
  }
  for (const cell of named(body, 'w:tc')) {
    const first = [...descendantsOf(cell)].find((element) => element.name === 'w:p');
    if (first === undefined) continue;
    const mark = bookmark(`${cellMark}${cells.length}`, paragraphs.length + cells.length);
    cells.push(cellFacts(cell, styles));
    const properties = childNamed(first, 'w:pPr');
    if (properties === null) $(first).prepend(mark);
    else $(properties).after(mark);
  }
  for (const header of named(body, 'w:tblHeader')) {
    const row = parentOf(header);
    if (toggle(row, 'w:tblHeader') === false) $(header).remove();
  }
  for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:numPr', 'w:highlight'])
    $(name.replace(':', '\\:')).remove();
  return { paragraphs, cells };
}

const named = (root: Element, name: string): readonly Element[] =>
  [...descendantsOf(root)].filter((element) => element.name === name);

const bookmark = (name: string, id: number): string =>
  `<w:bookmarkStart w:id="${900_000 + id}" w:name="${name}"/><w:bookmarkEnd w:id="${900_000 + id}"/>`;

/** A paragraph's own runs, not those of text boxes in it. */
function runsOf(node: Node): readonly Element[] {
  return childrenOf(node)
    .filter(isElement)
    .flatMap((child) =>
      child.name === 'w:r' ? [child] : child.name === 'w:txbxContent' || child.name === 'w:del' ? [] : runsOf(child),
    );
}

const wordsOf = (run: Element): string =>
  elementsOf(run)
    .filter((child) => child.name === 'w:t' || child.name === 'w:sym')
    .map((child) => (child.name === 'w:t' ? textOf(child) : '•'))
    .join('');

/** Writes each run's bold into it and empties hidden runs. @returns true where all words of the paragraph are bold */
function settleRuns($: CheerioAPI, paragraph: Element, look: ParagraphLook, styles: DocxStyles): boolean {
  let worded = false;
  let allBold = true;
  const header = tableRun(paragraph, styles);
  for (const run of runsOf(paragraph)) {
    const properties = childNamed(run, 'w:rPr');
    const { bold, hidden } = styles.run(properties, { ...look.run, bold: look.run.bold ?? header.bold });
    if (hidden === true) {
      $(run).children('w\\:t, w\\:tab, w\\:sym, w\\:br').remove();
      continue;
    }
    if (properties === null) $(run).prepend(bold === true ? '<w:rPr><w:b/></w:rPr>' : '');
    else {
      $(properties).children('w\\:b').remove();
      if (bold === true) $(properties).prepend('<w:b/>');
    }
    if (wordsOf(run).trim() === '') continue;
    worded = true;
    allBold &&= bold === true;
  }
  return worded && allBold;
}

/** What the style of the table around a paragraph gives to its first row and column. */
function tableRun(paragraph: Element, styles: DocxStyles): RunLook {
  const cell = nearest(paragraph, 'w:tc');
  return cell === null ? {} : tablePart(cell, styles);
}

function tablePart(cell: Element, styles: DocxStyles): RunLook {
  const row = nearest(cell, 'w:tr');
  const table = row === null ? null : nearest(row, 'w:tbl');
  const properties = childNamed(table, 'w:tblPr');
  if (table === null || row === null || childNamed(properties, 'w:tblStyle') === null) return {};
  const look: TableLook = styles.table(properties);
  if (named(table, 'w:tr')[0] === row) return look.firstRow;
  return named(row, 'w:tc')[0] === cell ? look.firstColumn : {};
}

function nearest(element: Element, name: string): Element | null {
  for (let at = parentOf(element); at !== null; at = parentOf(at)) if (at.name === name) return at;
  return null;
}

/** A numbered paragraph that is a short bold line is a heading in all but name, and no item of a list. */
function paragraphFacts(
  paragraph: Element,
  look: ParagraphLook,
  bold: boolean,
  counter: NumberingCounter,
): ParagraphFacts {
  const text = runsOf(paragraph).map(wordsOf).join('').trim();
  const numbering = text === '' ? null : look.numbering;
  const level =
    numbering === null ? 0 : (numbering.level ?? counter.levelOfStyle(numbering.list, look.styleId ?? '') ?? 0);
  const place = numbering === null ? null : counter.next(numbering.list, level);
  const headingLevel = look.headingLevel === null ? null : Math.min(6, look.headingLevel);
  const title = bold && text.length <= 110 && !/[.;,]$/.test(text) && place?.label !== null;
  if (headingLevel !== null || title || place === null)
    return { headingLevel, list: null, label: place?.label ?? null };
  return { headingLevel, list: place, label: null };
}

function cellFacts(cell: Element, styles: DocxStyles): CellFacts {
  const part = tablePart(cell, styles);
  const runs: RunLook[] = [];
  for (const paragraph of named(cell, 'w:p').filter((each) => nearest(each, 'w:tc') === cell)) {
    const look = styles.paragraph(childNamed(paragraph, 'w:pPr'));
    for (const run of runsOf(paragraph).filter((each) => wordsOf(each).trim() !== '')) {
      const own = styles.run(childNamed(run, 'w:rPr'), look.run);
      runs.push({ ...own, fill: own.fill ?? look.fill, colour: own.colour ?? part.colour });
    }
  }
  const properties = childNamed(cell, 'w:tcPr');
  const row = nearest(cell, 'w:tr');
  const table = row === null ? null : nearest(row, 'w:tbl');
  const painted =
    shadeOf(childNamed(properties, 'w:shd')) ?? part.fill ?? shadeOf(childNamed(childNamed(table, 'w:tblPr'), 'w:shd'));
  return {
    fill: same(runs.map((run) => run.fill)) ?? painted ?? null,
    ink: same(runs.map((run) => run.colour)) ?? null,
  };
}

/** The one colour that all have; undefined where there are several or none. */
function same(colours: readonly (Rgb | undefined)[]): Rgb | undefined {
  const [first] = colours;
  return colours.every((colour) => String(colour) === String(first)) ? first : undefined;
}

/** Whether a section refers to this part, for headers and footers. */
export const referencedParts = (body: Element): ReadonlySet<string> =>
  new Set(
    [...named(body, 'w:headerReference'), ...named(body, 'w:footerReference')].map((reference) =>
      attribute(reference, 'r:id'),
    ),
  );
