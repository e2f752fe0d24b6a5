import { spreadsheet } from './text.ts';

/** Fill and ink for each rating, the ink with a contrast of at least 4.5 to 1; the word stands in the cell too. */
const ratings = [
  ['red', 'C00000', 'FFFFFF'],
  ['amber', 'FFC000', '000000'],
  ['green', '00703C', 'FFFFFF'],
  ['blue', '1F4E9E', 'FFFFFF'],
  ['grey', 'BFBFBF', '000000'],
  ['white', 'FFFFFF', '000000'],
] as const;

/** Numbers of the cell styles in `stylesXml`. */
export const style = {
  plain: 0,
  heading: 1,
  text: 2,
  /** Text that begins like a formula; Excel keeps it text when the cell is edited. */
  quotedText: 3,
  date: 4,
  link: 5,
} as const;

const firstRating = 6;

/** @returns the style of a cell that holds the name of a rating; null where it is none */
export function ratingStyle(value: unknown): number | null {
  const index = ratings.findIndex(([name]) => name === value);
  return index < 0 ? null : firstRating + index;
}

const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';

function xf(font: number, fill: number, rest: string, attributes = ''): string {
  return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"${attributes}>${rest}</xf>`;
}

const firstRatingFont = 3;
const firstRatingFill = 3;

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${spreadsheet}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="${firstRatingFont + ratings.length}">
<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>
<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>
<font><u/><sz val="11"/><color rgb="FF0B4F9C"/><name val="Calibri"/><family val="2"/></font>
${ratings.map(([, , ink]) => `<font><b/><sz val="11"/><color rgb="FF${ink}"/><name val="Calibri"/><family val="2"/></font>`).join('\n')}
</fonts>
<fills count="${firstRatingFill + ratings.length}">
<fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FF1F3A4D"/><bgColor indexed="64"/></patternFill></fill>
${ratings.map(([, fill]) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`).join('\n')}
</fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${firstRating + ratings.length}">
${xf(0, 0, top)}
${xf(1, 2, wrapped)}
${xf(0, 0, wrapped)}
${xf(0, 0, wrapped, ' quotePrefix="1"')}
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
${xf(2, 0, top)}
${ratings.map((_, index) => xf(firstRatingFont + index, firstRatingFill + index, top)).join('\n')}
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
