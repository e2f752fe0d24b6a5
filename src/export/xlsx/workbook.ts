import { version } from '../../lib/version.ts';
import { dataTitle, howToCite } from '../terms.ts';
import { linksXml, type Sheet, sheetXml, type Written } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { relationships, spreadsheet, xmlAttribute } from './text.ts';
import { type ZipPart, zipOf } from './zip.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook (Office Open XML, ECMA-376) of `sheets`, written row by row: the parts that list the sheets come last.
 * @returns the bytes of the .xlsx file, piece by piece
 */
export function workbook(sheets: Iterable<Sheet>): Generator<Uint8Array> {
  return zipOf(partsOf(sheets));
}

function* partsOf(sheets: Iterable<Sheet>): Generator<ZipPart> {
  const names: string[] = [];
  const printAreas: string[] = [];
  for (const sheet of sheets) {
    names.push(sheet.name);
    const written: Written = { links: new Map(), printArea: '' };
    yield { path: `xl/worksheets/sheet${names.length}.xml`, pieces: sheetXml(sheet, written) };
    printAreas.push(written.printArea);
    if (written.links.size > 0) {
      yield { path: `xl/worksheets/_rels/sheet${names.length}.xml.rels`, pieces: [linksXml(written)] };
    }
  }
  yield { path: 'xl/styles.xml', pieces: [stylesXml] };
  yield { path: 'xl/workbook.xml', pieces: [workbookXml(names, printAreas)] };
  yield { path: 'xl/_rels/workbook.xml.rels', pieces: [workbookRelations(names)] };
  yield { path: 'docProps/core.xml', pieces: [properties] };
  yield { path: '_rels/.rels', pieces: [rootRelations] };
  yield { path: '[Content_Types].xml', pieces: [contentTypes(names)] };
}

function workbookXml(names: readonly string[], printAreas: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = (what: string, ofSheet: (index: number) => string): string =>
    names
      .map(
        (name, index) =>
          `<definedName name="_xlnm.${what}" localSheetId="${index}">'${xmlAttribute(name)}'!${ofSheet(index)}</definedName>`,
      )
      .join('');
  const areas = defined('Print_Area', (index) => printAreas[index] ?? '$1:$1');
  const titles = defined('Print_Titles', () => '$1:$1');
  return `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets>${sheets.join('')}</sheets><definedNames>${areas}${titles}</definedNames></workbook>`;
}

function workbookRelations(names: readonly string[]): string {
  const sheets = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${names.length + 1}" Type="${relationships}/styles" Target="styles.xml"/>`;
  return `${head}<Relationships xmlns="${packages}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

const rootRelations = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

/** What the workbook says of itself (ECMA-376 part 2, 11): no time, so that the same data gives the same bytes. */
const properties = `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${dataTitle}</dc:title><dc:subject>Findings, actions and progress, entry by entry</dc:subject><dc:creator>boardtrail ${version}</dc:creator><cp:keywords>HMICFRS, improvement plan, fire and rescue, police</cp:keywords><dc:description>${howToCite}</dc:description><dc:language>en-GB</dc:language></cp:coreProperties>`;

function contentTypes(names: readonly string[]): string {
  const sheets = names.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${main}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>${sheets.join('')}</Types>`;
}
