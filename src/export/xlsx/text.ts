/** Namespaces of a workbook's parts (ECMA-376 part 1, annex A). */
export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Most characters (UTF-16 units) that a cell of Excel holds. */
export const longestCell = 32_767;

/**
 * A text as the content of an XML element of a workbook. What XML cannot hold is written `_xHHHH_`, and an underscore
 * that would be read as the beginning of such a thing is written so itself (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 */
export function xmlText(text: string): string {
  return (plain.test(text) ? text : escapeUnits(text)).replace(markup, (mark) => entities[mark] ?? mark);
}

/** The same inside an attribute in double quotes. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

const markup = /[&<>]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const unwritable = String.raw`[\0-\x08\x0B-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]`;
const escaped = new RegExp(`_(?=x[0-9A-Fa-f]{4}_)|${unwritable}`, 'g');
const plain = new RegExp(`^(?![^]*(?:_x[0-9A-Fa-f]{4}_|${unwritable}))`);

function escapeUnits(text: string): string {
  return text.replace(escaped, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/**
 * A text cut into parts that a cell holds, none between the halves of a character.
 * @param most characters of a part
 */
export function cellParts(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + most);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
