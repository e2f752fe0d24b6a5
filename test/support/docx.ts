import { zipSync } from 'fflate';

/** The XML inside the parts of a Word document; only `body` must be there. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly core?: string;
  /** Further files by path. */
  readonly files?: Readonly<Record<string, string>>;
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const prologue = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const root = (name: string, content: string) => `${prologue}<w:${name} ${namespaces}>${content}</w:${name}>`;

/** A Word file from the XML of its parts, the same bytes for the same parts. */
export function docxFile(parts: DocxParts): Buffer {
  const linked = (
    [
      ['styles', parts.styles],
      ['numbering', parts.numbering],
      ['footnotes', parts.footnotes],
      ['comments', parts.comments],
      ['header', parts.header],
      ['footer', parts.footer],
    ] as const
  ).filter((part): part is readonly [(typeof part)[0], string] => part[1] !== undefined);
  const sections = linked
    .filter(([kind]) => kind === 'header' || kind === 'footer')
    .map(([kind]) => `<w:${kind}Reference w:type="default" r:id="${kind}"/>`);
  const elements = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    comments: 'comments',
    header: 'hdr',
    footer: 'ftr',
  };
  const links = linked.map(([kind]) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`);
  const files = {
    '[Content_Types].xml': `${prologue}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relationships(
      `<Relationship Id="main" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': root('document', `<w:body>${parts.body}<w:sectPr>${sections.join('')}</w:sectPr></w:body>`),
    'word/_rels/document.xml.rels': relationships(links.join('')),
    ...Object.fromEntries(linked.map(([kind, xml]) => [`word/${kind}.xml`, root(elements[kind], xml)])),
    ...(parts.core === undefined
      ? {}
      : {
          'docProps/core.xml': `${prologue}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core}</cp:coreProperties>`,
        }),
    ...parts.files,
  };
  const packed = Object.entries(files).map(([path, xml]) => [path, Buffer.from(xml)]);
  // The first day that an archive knows: the same description gives the same bytes.
  return Buffer.from(zipSync(Object.fromEntries(packed), { level: 0, mtime: new Date(1980, 0, 1) }));
}

const relationships = (content: string) =>
  `${prologue}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run of text; `properties` is the XML inside `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of runs, or of plain text; `properties` is the XML inside `w:pPr`. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

/** A table cell of paragraphs, or of plain text; `properties` is the XML inside `w:tcPr`. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${/^<w:(?:p|tbl|sdt)\b/.test(content) ? content : paragraph(content)}</w:tc>`;

export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;

export const table = (rows: readonly string[], properties = ''): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`;
