import { type Links, linksXml, type Sheet, sheetXml } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { xmlAttribute } from './text.ts';
import { type ZipPart, zipOf } from './zip.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
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
  for (const sheet of sheets) {
    names.push(sheet.name);
    const links: Links = new Map();
    yield { path: `xl/worksheets/sheet${names.length}.xml`, pieces: sheetXml(sheet, links) };
    if (links.size > 0) {
      yield { path: `xl/worksheets/_rels/sheet${names.length}.xml.rels`, pieces: [linksXml(links)] };
    }
  }
  yield { path: 'xl/styles.xml', pieces: [stylesXml] };
  yield { path: 'xl/workbook.xml', pieces: [workbookXml(names)] };
  yield { path: 'xl/_rels/workbook.xml.rels', pieces: [workbookRelations(names)] };
  yield { path: '_rels/.rels', pieces: [rootRelations] };
  yield { path: '[Content_Types].xml', pieces: [contentTypes(names)] };
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = names.map(
    (name, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${xmlAttribute(name)}'!$1:$1</definedName>`,
  );
  return `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`;
}

function workbookRelations(names: readonly string[]): string {
  const sheets = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/>`;
  return `${head}<Relationships xmlns="${packages}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

const rootRelations = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function contentTypes(names: readonly string[]): string {
  const sheets = names.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${main}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>${sheets.join('')}</Types>`;
}
