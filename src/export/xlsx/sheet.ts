import { dayLength } from '../../lib/calendar.ts';
import type { FlatValue } from '../../model/stored.ts';
import { isRisky } from '../guard.ts';
import { ratingStyle, style } from './styles.ts';
import { relationships, spreadsheet, xmlAttribute, xmlText } from './text.ts';

/** One cell: its value, how it looks, and where it leads (a whole address, or the name of another sheet). */
export interface Cell {
  readonly value: FlatValue;
  readonly as: 'text' | 'number' | 'date' | 'rating';
  readonly link?: string | null;
  readonly sheet?: string;
}

/** A worksheet in the making. */
export interface Sheet {
  readonly name: string;
  /** Headings, with widths in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: Iterable<readonly Cell[]>;
  /** How many of the first columns are printed; the rest is for programs. */
  readonly printed: number;
  /** True for a page of words: no filters, and nothing that stays in sight. */
  readonly isPage?: boolean;
}

/** What is known of a sheet once it is written. */
export interface Written {
  /** What its links lead to, by number. */
  readonly links: Map<string, number>;
  /** The cells that are printed. */
  printArea: string;
}

/** Excel opens no sheet with more links than this. */
const mostLinks = 65_530;

/** Characters that can be read across a printed sheet: of a table wider than that a page across is printed for each. */
const pageWidth = 240;

/** The part of a worksheet, row by row. Its first row holds the headings; those of a table stay in sight and have filters. */
export function* sheetXml({ columns, rows, printed, isPage = false }: Sheet, written: Written): Generator<string> {
  const last = columnName(columns.length - 1);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView workbookViewId="0"${isPage ? ' showGridLines="0"/>' : '><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>'}</sheetViews>
<sheetFormatPr defaultRowHeight="15"/><cols>`;
  yield columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  yield '</cols><sheetData>';
  yield rowXml(
    1,
    1,
    columns.map(({ title }, index) => textCell(`${columnName(index)}1`, title, style.heading)).join(''),
  );
  const linked: string[] = [];
  let number = 1;
  for (const row of rows) {
    number += 1;
    let cells = '';
    for (const [index, cell] of row.entries()) {
      if (cell.value === null) continue;
      const reference = `${columnName(index)}${number}`;
      const leads = (cell.link != null || cell.sheet !== undefined) && linked.length < mostLinks;
      cells += cellXml(reference, cell, leads);
      if (leads && cell.sheet !== undefined)
        linked.push(`<hyperlink ref="${reference}" location="${xmlAttribute(`'${cell.sheet}'!A1`)}"/>`);
      else if (leads)
        linked.push(`<hyperlink ref="${reference}" r:id="rId${numberOf(written.links, cell.link ?? '')}"/>`);
    }
    yield rowXml(number, linesOf(row, columns), cells);
  }
  yield `</sheetData>${isPage ? '' : `<autoFilter ref="A1:${last}${number}"/>`}`;
  if (linked.length > 0) {
    yield '<hyperlinks>';
    yield* linked;
    yield '</hyperlinks>';
  }
  written.printArea = `$A$1:$${columnName(printed - 1)}$${number}`;
  yield '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  const across = Math.ceil(columns.slice(0, printed).reduce((sum, { width }) => sum + width, 0) / pageWidth);
  yield `<pageSetup paperSize="9" orientation="landscape" pageOrder="overThenDown" fitToWidth="${across}" fitToHeight="0"/>`;
  yield '<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>';
}

/** The part that tells where a sheet's links lead. */
export function linksXml({ links }: Written): string {
  const type = `${relationships}/hyperlink`;
  const targets = [...links].map(
    ([address, number]) =>
      `<Relationship Id="rId${number}" Type="${type}" Target="${xmlAttribute(address)}" TargetMode="External"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`;
}

function numberOf(links: Written['links'], address: string): number {
  const number = links.get(address) ?? links.size + 1;
  links.set(address, number);
  return number;
}

/** Height of a line of text, and of the tallest row Excel allows, in points. */
const lineHeight = 15;
const tallestRow = 409;

/** Programs that do not measure text themselves print rows over each other unless they are told the height. */
const rowXml = (number: number, lines: number, cells: string): string =>
  `<row r="${number}" ht="${Math.min(tallestRow, lines * lineHeight)}" customHeight="1">${cells}</row>`;

/** How many lines the longest cell of a row takes in its column's width. */
const linesOf = (row: readonly Cell[], columns: Sheet['columns']): number =>
  row.reduce((most, { value, as }, index) => {
    // Ids and codes are not there to be read whole.
    if (typeof value !== 'string' || as !== 'text' || !value.includes(' ')) return most;
    const width = Math.max(1, columns[index]?.width ?? 14);
    const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / width)), 0);
    return Math.max(most, lines);
  }, 1);

/** Length in characters of a usual width: capitals are wider. */
const lengthOf = (line: string): number => line.length + 0.35 * (line.match(/\p{Lu}/gu)?.length ?? 0);

function cellXml(reference: string, { value, as }: Cell, leads: boolean): string {
  if (typeof value === 'number') {
    return `<c r="${reference}" s="${leads ? style.link : style.plain}"><v>${value}</v></c>`;
  }
  const text = value ?? '';
  const day = as === 'date' ? serialDay(text) : null;
  if (day !== null) return `<c r="${reference}" s="${style.date}"><v>${day}</v></c>`;
  const plain = isRisky(text) ? style.quotedText : style.text;
  return textCell(reference, text, leads ? style.link : ((as === 'rating' ? ratingStyle(text) : null) ?? plain));
}

/** Text stands in the cell itself, never as a formula and never in a table of all texts that would have to be kept. */
function textCell(reference: string, text: string, styleNumber: number): string {
  return `<c r="${reference}" s="${styleNumber}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

const dayZero = Date.UTC(1899, 11, 30);
/** Excel counts a 29 February 1900 that never was; before it its days are others. */
const firstSureDay = 61;

/** @returns the number Excel knows a whole day (YYYY-MM-DD) by; null where it is none, or before March 1900 */
function serialDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = (Date.parse(`${text}T00:00:00Z`) - dayZero) / dayLength;
  return Number.isInteger(day) && day >= firstSureDay ? day : null;
}

/** @param index from 0; A, B, … Z, AA, … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
