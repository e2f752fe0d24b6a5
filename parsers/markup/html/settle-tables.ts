import type { CheerioAPI } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import { attribute, type Element, textOf } from '../dom.ts';
import { quote } from '../issues.ts';
import { placeCells, type TableParts, tableParts } from './placed-cells.ts';
import type { Styles } from './styles.ts';

/** So many positions any table may have; a larger one so many for each of its cells. */
const fewPositions = 250_000;
const positionsPerCell = 4;

/**
 * Sees to it that no table has far more positions than cells, by spans (a title over 1000 columns in a table of 5000
 * rows of three cells) or by rows of very different lengths. Of such a table, spans are cut to as many columns as the
 * widest row has cells; where that does not do, it only arranges its cells. Nothing is lost of its text.
 * @returns what was done, and to which table
 */
export function settleTables($: CheerioAPI, styles: Styles, area: 'html' | 'docx'): readonly Issue[] {
  return $('table')
    .toArray()
    .flatMap((table) => settleTable(table, styles, area));
}

function settleTable(table: Element, styles: Styles, area: 'html' | 'docx'): readonly Issue[] {
  const parts = tableParts(table, styles);
  if (isSane(parts)) return [];
  const words = parts.rows.slice(0, 2).flatMap((row) => row.cells.slice(0, 9).map(textOf));
  const which = `The table that begins ${quote(foldSpace(words.join(' ')), 60)}`;
  const cells = Math.max(
    1,
    parts.rows.reduce((most, row) => Math.max(most, row.cells.length), 0),
  );
  narrowSpans(parts, cells);
  if (isSane(parts)) {
    return [
      issueOf(
        `${area}/table-spans`,
        `${which} has cells that span far more columns than any row has cells; they were cut to ${cells}. Look at its columns.`,
      ),
    ];
  }
  table.attribs.role = 'presentation';
  return [
    issueOf(
      `${area}/table-too-wide`,
      `${which} has rows of too different lengths (up to ${cells} cells, ${parts.rows.length} rows) to be a table; its cells were read as paragraphs.`,
    ),
  ];
}

function isSane({ rows }: TableParts): boolean {
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  return placeCells(rows, Math.max(fewPositions, positionsPerCell * cells)) !== null;
}

function narrowSpans({ rows }: TableParts, most: number): void {
  for (const cell of rows.flatMap((row) => row.cells)) {
    if (Number.parseInt(attribute(cell, 'colspan'), 10) > most) cell.attribs.colspan = String(most);
  }
}
