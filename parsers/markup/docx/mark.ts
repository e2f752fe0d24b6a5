import type { CheerioAPI } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
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
import { isSymbolFont, signOf, signsOf } from './symbols.ts';
import { childNamed, toggle } from './xml.ts';

/** What the XML says of a paragraph and mammoth's HTML does not. */
export interface ParagraphFacts {
  readonly headingLevel: number | null;
  readonly list: ListPlace | null;
  /** A number printed before a paragraph that is no list item. */
  readonly label: string | null;
  /** Points most of its letters are set in; null where nothing is said. */
  readonly size: number | null;
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
  /** Words struck through, which were taken out: one text a paragraph. */
  readonly struck: readonly string[];
}

/** Names of the bookmarks that tie a place in mammoth's HTML to the XML it came from. */
export const paragraphMark = 'bt-p-';
export const cellMark = 'bt-c-';

/**
 * Marks every paragraph and cell with a bookmark and notes beside it what only the XML says; writes what is bold or
 * raised, as styles give it, into each run; writes letters of symbol fonts as the signs they show; takes out what is hidden or struck
 * through, and all references to styles and lists, which are hereby resolved. Changes the tree.
 */
export function markDocument($: CheerioAPI, body: Element, styles: DocxStyles, counter: NumberingCounter): Marks {
  const paragraphs: ParagraphFacts[] = [];
  const cells: CellFacts[] = [];
  const struck: string[] = [];
  for (const paragraph of named(body, 'w:p')) {
    const properties = childNamed(paragraph, 'w:pPr');
    const look = styles.paragraph(properties);
    const words = settleRuns($, paragraph, look, styles);
    if (words.struck !== '') struck.push(words.struck);
    const mark = bookmark(`${paragraphMark}${paragraphs.length}`, paragraphs.length);
    paragraphs.push(paragraphFacts(paragraph, look, words, counter));
    if (properties === null) $(paragraph).prepend(mark);
    else $(properties).after(mark);
  }
  for (const cell of named(body, 'w:tc')) {
    const first = [...descendantsOf(cell)].find((each) => each.name === 'w:p' && nearest(each, 'w:tc') === cell);
    if (first === undefined) continue;
    const mark = bookmark(`${cellMark}${cells.length}`, paragraphs.length + cells.length);
    cells.push(cellFacts(cell, styles));
    const properties = childNamed(first, 'w:pPr');
    if (properties === null) $(first).prepend(mark);
    else $(properties).after(mark);
  }
  for (const header of named(body, 'w:tblHeader').toReversed()) {
    const row = parentOf(header);
    if (toggle(row, 'w:tblHeader') === false || reachesIntoData(parentOf(header))) $(header).remove();
  }
  for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:numPr', 'w:highlight'])
    $(name.replace(':', '\\:')).remove();
  return { paragraphs, cells, struck };
}

/**
 * True where a row other than the first is marked to repeat as a header, but cells of it are merged with rows that are not:
 * it is data, and the mark reached too far.
 */
function reachesIntoData(properties: Element | null): boolean {
  const row = properties === null ? null : parentOf(properties);
  const table = row === null ? null : nearest(row, 'w:tbl');
  if (row === null || table === null || isFirstIn(row, table)) return false;
  const rows = named(table, 'w:tr').filter((each) => nearest(each, 'w:tbl') === table);
  const next = rows[rows.indexOf(row) + 1];
  const marked = toggle(childNamed(next ?? null, 'w:trPr'), 'w:tblHeader') === true;
  return next !== undefined && !marked && cellsOf(next).some(continuesAbove);
}

const cellsOf = (row: Element): readonly Element[] =>
  named(row, 'w:tc').filter((cell) => nearest(cell, 'w:tr') === row);

function continuesAbove(cell: Element): boolean {
  const merge = childNamed(childNamed(cell, 'w:tcPr'), 'w:vMerge');
  return merge !== null && attribute(merge, 'w:val') !== 'restart';
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

/** Writes what a run shows in signs as their characters: symbols, and letters in a font of symbols. */
function writeSigns($: CheerioAPI, run: Element, font: string): void {
  for (const symbol of elementsOf(run).filter((child) => child.name === 'w:sym')) {
    const sign = signOf(attribute(symbol, 'w:font'), Number.parseInt(attribute(symbol, 'w:char'), 16));
    if (sign !== null) $(symbol).replaceWith($('<w:t xml:space="preserve"></w:t>').text(sign));
  }
  if (!isSymbolFont(font)) return;
  for (const text of elementsOf(run).filter((child) => child.name === 'w:t')) $(text).text(signsOf(font, textOf(text)));
}

/** What all or most words of a paragraph look like. */
interface WordLook {
  readonly bold: boolean;
  readonly size: number | null;
  /** Words that are struck through. */
  readonly struck: string;
}

/** Writes each run's bold and signs into it and empties runs that are hidden or struck through. */
function settleRuns($: CheerioAPI, paragraph: Element, look: ParagraphLook, styles: DocxStyles): WordLook {
  let plain = 0;
  let gone = '';
  const letters = new Map<number | null, number>();
  const header = tableRun(paragraph, styles);
  for (const run of runsOf(paragraph)) {
    const properties = childNamed(run, 'w:rPr');
    const { bold, hidden, struck, raised, font, size } = styles.run(properties, {
      ...look.run,
      bold: look.run.bold ?? header.bold,
    });
    writeSigns($, run, font ?? '');
    if (hidden === true || struck === true) {
      if (hidden !== true) gone += wordsOf(run);
      $(run).children('w\\:t, w\\:tab, w\\:sym, w\\:br').remove();
      continue;
    }
    const own = `${bold === true ? '<w:b/>' : ''}${raised === true ? '<w:vertAlign w:val="superscript"/>' : ''}`;
    if (properties === null) $(run).prepend(own === '' ? '' : `<w:rPr>${own}</w:rPr>`);
    else {
      $(properties).children('w\\:b, w\\:vertAlign').remove();
      $(properties).prepend(own);
    }
    const words = wordsOf(run).trim().length;
    if (words === 0) continue;
    if (bold !== true) plain += words;
    letters.set(size ?? null, (letters.get(size ?? null) ?? 0) + words);
  }
  const [common] = [...letters].sort(([, a], [, b]) => b - a);
  return { bold: plain === 0 && letters.size > 0, size: common?.[0] ?? null, struck: foldSpace(gone) };
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
  if (isFirstIn(row, table)) return look.firstRow;
  return isFirstIn(cell, row) ? look.firstColumn : {};
}

/** True where nothing of the same name stands before the element in its container; content controls may be around it. */
function isFirstIn(element: Element, container: Element): boolean {
  for (let at: Element | null = element; at !== null && at !== container; at = parentOf(at)) {
    for (let before = at.prev; before !== null; before = before.prev) {
      if (isElement(before) && (before.name === element.name || before.name === 'w:sdt')) return false;
    }
  }
  return true;
}

function nearest(element: Element, name: string): Element | null {
  for (let at = parentOf(element); at !== null; at = parentOf(at)) if (at.name === name) return at;
  return null;
}

/**
 * A numbered paragraph that is a short bold line is a heading in all but name, and no item of a list. An empty one is
 * counted, as Word does; its number is read where it stands alone in a cell.
 */
function paragraphFacts(
  paragraph: Element,
  look: ParagraphLook,
  { bold, size }: WordLook,
  counter: NumberingCounter,
): ParagraphFacts {
  const text = runsOf(paragraph).map(wordsOf).join('').trim();
  const { numbering } = look;
  const level =
    numbering === null ? 0 : (numbering.level ?? counter.levelOfStyle(numbering.list, look.styleId ?? '') ?? 0);
  const own = numbering === null ? null : counter.next(numbering.list, level);
  const place = own === null ? null : { ...own, level: own.level + depthOfStyle(look.styleName, level) };
  if (text === '') return { headingLevel: null, list: place, label: null, size };
  const headingLevel = look.headingLevel === null ? null : Math.min(6, look.headingLevel);
  const title = bold && text.length <= 110 && !/[.;,]$/.test(text) && place?.label !== null;
  if (headingLevel !== null || title || place === null)
    return { headingLevel, list: null, label: place?.label ?? null, size };
  return { headingLevel, list: place, label: null, size };
}

/**
 * How deep Word's own list styles stand (`List Bullet 2` to `List Number 5`; ECMA-376 part 1, 17.7.4.9, names of built-in styles): each has
 * a list of one level to itself.
 */
function depthOfStyle(name: string, level: number): number {
  const depth = level > 0 ? undefined : /^list (?:bullet|number) ([2-5])$/.exec(name)?.[1];
  return depth === undefined ? 0 : Number(depth) - 1;
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
