import { type CheerioAPI, load } from 'cheerio';
import type { Rgb } from '../../../src/model/document.ts';
import { attribute, type Element } from '../dom.ts';
import { type CellFacts, cellMark, type Marks, type ParagraphFacts, paragraphMark } from './mark.ts';

/**
 * Puts what the marks stand for into mammoth's HTML, in the same attributes that an HTML paper would have: heading
 * elements, `data-list-level` and `data-label` on list paragraphs, colours as styles. Marks and links between notes and
 * text go.
 * @returns the page; its body holds the paper
 */
export function applyMarks(html: string, marks: Marks): CheerioAPI {
  const $ = load(html);
  $('a[id^="footnote-ref"], a[id^="endnote-ref"]').each((_, link) => {
    $(link).closest('sup').remove();
  });
  $('a[href^="#footnote-ref"], a[href^="#endnote-ref"]').remove();
  for (const anchor of $(`a[id^="${paragraphMark}"]`).toArray() as Element[]) {
    const facts = marks.paragraphs[Number(attribute(anchor, 'id').slice(paragraphMark.length))];
    const paragraph = $(anchor).closest('p').get(0) as Element | undefined;
    if (facts !== undefined && paragraph !== undefined) applyParagraph($, paragraph, facts);
    $(anchor).remove();
  }
  for (const anchor of $(`a[id^="${cellMark}"]`).toArray() as Element[]) {
    const facts = marks.cells[Number(attribute(anchor, 'id').slice(cellMark.length))];
    const cell = $(anchor).closest('td, th').get(0) as Element | undefined;
    if (facts !== undefined && cell !== undefined) applyCell(cell, facts);
    $(anchor).remove();
  }
  return $;
}

function applyParagraph($: CheerioAPI, paragraph: Element, { headingLevel, list, label, size }: ParagraphFacts): void {
  if (size !== null) paragraph.attribs.style = `font-size:${size}pt`;
  const inCell = isInData($, paragraph);
  if (headingLevel !== null && !inCell) paragraph.name = `h${headingLevel}`;
  const printed = label ?? (inCell ? (list?.label ?? null) : null);
  if (printed !== null) prependLabel($, paragraph, printed);
  if (list !== null && !inCell) {
    paragraph.attribs['data-list-level'] = String(list.level);
    paragraph.attribs['data-label'] = list.label ?? '';
  }
}

/** True within a table that holds data; one of a single cell is a box around headings, lists and texts, and read as these. */
function isInData($: CheerioAPI, paragraph: Element): boolean {
  const cell = $(paragraph).closest('td, th');
  const table = cell.closest('table');
  return cell.length > 0 && table.children().children('tr').children('td, th').length > 1;
}

/** A label takes on the weight of the first words, so that a bold line stays bold throughout. */
function prependLabel($: CheerioAPI, paragraph: Element, label: string): void {
  const strong = $(paragraph).children('strong').first();
  const text = `${label} `;
  if (strong.length > 0 && strong.prevAll().filter((_, each) => $(each).text().trim() !== '').length === 0)
    strong.prepend(escaped(text));
  else $(paragraph).prepend(escaped(text));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function applyCell(cell: Element, { fill, ink }: CellFacts): void {
  const declarations = [fill === null ? '' : `background-color:${css(fill)}`, ink === null ? '' : `color:${css(ink)}`];
  cell.attribs.style = declarations.filter((each) => each !== '').join(';');
}

const css = (colour: Rgb): string => `rgb(${colour.join(',')})`;
