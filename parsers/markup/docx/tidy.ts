import type { CheerioAPI } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
import { attribute, descendantsOf, type Element, elementsOf, parentOf, textOf } from '../dom.ts';
import { equationText } from './equations.ts';
import { attributeValue, childNamed } from './xml.ts';

/** The relationship that all pictures are given: they are not read, and those they have may be missing. */
export const onlyPicture = 'picture';

/** What was taken out of a part, or stands in it, that a reader should know of. */
export interface TidyFacts {
  /** Words deleted and inserted with change tracking, and who did it. */
  readonly deleted: readonly string[];
  readonly inserted: readonly string[];
  readonly changedBy: ReadonlySet<string>;
  /** Prompts of content controls that nobody filled in. */
  readonly prompts: readonly string[];
  /** Lines of a table of contents that Word made. */
  readonly contents: readonly string[];
  /** Charts and diagrams, whose words stand in other parts. */
  readonly graphics: number;
}

/**
 * Brings a part of a Word document into the form mammoth reads without loss: text boxes where it looks for them, one of
 * several alternatives, no prompts, rows of equal width. Changes the tree.
 */
export function tidyPart($: CheerioAPI): TidyFacts {
  const all = (name: string) => $(name.replace(':', '\\:')).toArray() as Element[];
  chooseAlternatives($, all('mc:AlternateContent'));
  const graphics = [...all('c:chart'), ...all('dgm:relIds')].length;
  const changes = [...all('w:del'), ...all('w:ins'), ...all('w:moveFrom'), ...all('w:moveTo'), ...all('w:cellDel')];
  const deletedCells = all('w:cellDel').flatMap((mark) => cellOf(mark) ?? []);
  const deleted = [...all('w:del'), ...all('w:moveFrom'), ...deletedCells]
    .map((each) => foldSpace(textOf(each)))
    .filter(isWorded);
  const inserted = all('w:ins').map(textOf).filter(isWorded);
  for (const cell of deletedCells) $(cell).remove();
  const prompts = takeControls($, all('w:sdt'), (properties) => childNamed(properties, 'w:showingPlcHdr') !== null);
  const contents = takeControls($, all('w:sdt'), isContentsList);
  for (const drawing of all('w:drawing')) liftTextBoxes($, drawing);
  for (const name of wrappers) for (const wrapper of all(name)) $(wrapper).replaceWith($(wrapper).contents());
  for (const equation of all('m:oMath')) $(equation).replaceWith(textRun(equationText(equation)));
  for (const blip of all('a:blip')) blip.attribs = { 'r:embed': onlyPicture };
  for (const name of unneeded) $(name.replace(':', '\\:')).remove();
  for (const end of all('w:cr')) end.name = 'w:br';
  for (const tab of all('w:ptab')) tab.name = 'w:tab';
  for (const hyphen of all('w:noBreakHyphen')) $(hyphen).replaceWith('<w:t>\u2011</w:t>');
  for (const row of all('w:tr')) evenRow($, row);
  return { deleted, inserted, changedBy: authorsOf(changes), prompts, contents, graphics };
}

/** What stands around runs of text and has no words of its own (ECMA-376 part 1, 17.16.19, 17.3.2.3, 17.3.2.8). */
const wrappers = ['w:hyperlink', 'w:fldSimple', 'w:bdo', 'w:dir', 'm:oMathPara'];
/** What no reader sees: bookmarks, soft hyphens, and links on pictures to parts that are not read. */
const unneeded = ['w:bookmarkStart', 'w:bookmarkEnd', 'v:imagedata', 'w:softHyphen', 'a:hlinkClick', 'a:hlinkHover'];

const textRun = (text: string): string =>
  `<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;

const isWorded = (text: string): boolean => text.trim() !== '';

const authorsOf = (changes: readonly Element[]): ReadonlySet<string> =>
  new Set(changes.map((change) => attribute(change, 'w:author')).filter(isWorded));

/** The cell whose properties an element stands in. */
function cellOf(mark: Element): Element | null {
  const properties = parentOf(mark);
  return properties === null ? null : parentOf(properties);
}

/** Newer content comes with a fallback for older readers: the fallback where it has text, else the newer one. */
function chooseAlternatives($: CheerioAPI, alternatives: readonly Element[]): void {
  for (const alternative of alternatives) {
    const fallback = childNamed(alternative, 'mc:Fallback');
    const choice = childNamed(alternative, 'mc:Choice');
    const worded = (element: Element | null) => element !== null && isWorded(textOf(element));
    const chosen = worded(fallback) || choice === null ? fallback : choice;
    $(alternative).replaceWith(chosen === null ? '' : $(chosen).contents());
  }
}

/** Takes out content controls of a kind; @returns their words. */
function takeControls(
  $: CheerioAPI,
  controls: readonly Element[],
  isKind: (properties: Element | null) => boolean,
): readonly string[] {
  const taken = controls.filter((control) => isKind(childNamed(control, 'w:sdtPr')));
  const words = taken.flatMap(paragraphTexts);
  for (const control of taken) {
    const content = $(childNamed(control, 'w:sdtContent') ?? control);
    content.find('w\\:t').remove();
  }
  return words;
}

function paragraphTexts(control: Element): readonly string[] {
  const paragraphs = [...descendantsOf(control)].filter((element) => element.name === 'w:p');
  return (paragraphs.length === 0 ? [control] : paragraphs).map((each) => foldSpace(textOf(each))).filter(isWorded);
}

const isContentsList = (properties: Element | null): boolean =>
  /^table of contents$/i.test(attributeValue(childNamed(properties, 'w:docPartObj'), 'w:docPartGallery') ?? '');

/** Puts the text boxes of a drawing where mammoth reads them: in a VML picture. */
function liftTextBoxes($: CheerioAPI, drawing: Element): void {
  const boxes = [...descendantsOf(drawing)].filter((element) => element.name === 'w:txbxContent');
  if (boxes.length === 0) return;
  const shapes = boxes.map((box) => `<v:shape><v:textbox>${$.xml(box)}</v:textbox></v:shape>`).join('');
  $(drawing).replaceWith(`<w:pict xmlns:v="urn:schemas-microsoft-com:vml">${shapes}</w:pict>`);
}

/** Fills the columns a row leaves out before its first cell or after its last, and joins cells merged the old way. */
function evenRow($: CheerioAPI, row: Element): void {
  const properties = childNamed(row, 'w:trPr');
  const gap = (name: string): string => {
    const columns = Number(attributeValue(properties, name) ?? 0);
    return columns > 0 && columns < 64 ? `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>` : '';
  };
  const before = gap('w:gridBefore');
  const after = gap('w:gridAfter');
  if (before !== '') $(elementsOf(row).find((child) => child.name === 'w:tc') ?? row).before(before);
  if (after !== '') $(row).append(after);
  let first: Element | null = null;
  for (const cell of elementsOf(row).filter((child) => child.name === 'w:tc')) {
    const merge = childNamed(childNamed(cell, 'w:tcPr'), 'w:hMerge');
    if (merge === null || attribute(merge, 'w:val') === 'restart' || first === null) first = cell;
    else {
      widen($, first, Number(attributeValue(childNamed(cell, 'w:tcPr'), 'w:gridSpan') ?? 1));
      $(cell).remove();
    }
  }
}

function widen($: CheerioAPI, cell: Element, columns: number): void {
  const span = childNamed(childNamed(cell, 'w:tcPr'), 'w:gridSpan');
  if (span === null) $(childNamed(cell, 'w:tcPr') ?? cell).append(`<w:gridSpan w:val="${1 + columns}"/>`);
  else span.attribs['w:val'] = String(Number(attribute(span, 'w:val')) + columns);
}
