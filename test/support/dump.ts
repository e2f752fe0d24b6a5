import type { Block, Cell, Document, Rgb } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Place } from '../../src/model/place.ts';

/**
 * A document as text a person can review: one fact a line, in reading order; line breaks inside a text are `⏎`.
 * Boxes are left out: they differ with the fonts of the machine.
 */
export function dumpDocument(document: Document): string {
  const { meta } = document;
  const facts = Object.entries(meta).flatMap(([name, value]) => (value === null ? [] : [`meta ${name}: ${value}`]));
  const pages = document.pages.map((page) => `page ${page.number}: text ${page.text}`);
  const furniture = document.furniture.map((piece) => `furniture${at(piece.places)}: ${oneLine(piece.text)}`);
  return [
    `format ${document.format}`,
    ...facts,
    ...pages,
    ...furniture,
    ...document.blocks.flatMap(dumpBlock),
    ...document.issues.map(dumpIssue),
    '',
  ].join('\n');
}

export function dumpBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`heading ${block.level}${at(block.places)}: ${oneLine(block.text)}`];
    case 'paragraph':
      return [`paragraph${block.bold ? ' bold' : ''}${at(block.places)}: ${oneLine(block.text)}`];
    case 'list':
      return [
        `list${block.ordered ? ' ordered' : ''}${at(block.places)}`,
        ...block.items.map(
          (item) => `${'  '.repeat(item.level + 1)}${item.label ?? '-'}${at(item.places)} ${oneLine(item.text)}`,
        ),
      ];
    case 'table':
      return [
        `table ${block.rows} x ${block.columns}, header rows ${block.headerRows}, ${block.evidence}${at(block.places)}`,
        ...(block.caption === null ? [] : [`  caption: ${block.caption}`]),
        ...block.joins.map((join) => `  join at row ${join.row + 1}, page ${join.page}: ${join.reason}`),
        ...block.cells.map(dumpCell),
      ];
  }
}

function dumpCell(cell: Cell): string {
  const span = cell.rowSpan > 1 || cell.columnSpan > 1 ? ` spans ${cell.rowSpan} x ${cell.columnSpan}` : '';
  const looks = [
    cell.header ? ' header' : '',
    cell.bold ? ' bold' : '',
    cell.fill === null ? '' : ` fill ${hex(cell.fill)}`,
    cell.ink === null ? '' : ` ink ${hex(cell.ink)}`,
  ].join('');
  return `  r${cell.row + 1} c${cell.column + 1}${span}${looks}${at(cell.places)}: ${oneLine(cell.text)}`;
}

export function dumpIssue(issue: Issue): string {
  const place = issue.place === null ? '' : at([issue.place]);
  return `issue ${issue.severity} ${issue.code}${place}: ${oneLine(issue.message)}`;
}

const hex = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const oneLine = (text: string): string => text.replaceAll('\n', ' ⏎ ');

/** Pages only: paths follow from the order of the dump. */
function at(places: readonly Place[]): string {
  const pages = [...new Set(places.flatMap((place) => (place.page === undefined ? [] : [place.page])))];
  return pages.length === 0 ? '' : ` @${pages.join(',')}`;
}
