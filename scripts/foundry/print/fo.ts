import { type Block, barLine, type Cell, type Line, type Page, type Row, type Table } from '../page.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const broken = (text: string) => escaped(text).replaceAll('\n', '<fo:block/>');
const inline = ({ runs }: Line) =>
  runs
    .map(({ text, bold, italic }) => {
      const look = `${bold ? ' font-weight="bold"' : ''}${italic ? ' font-style="italic"' : ''}`;
      return look === '' ? broken(text) : `<fo:inline${look}>${broken(text)}</fo:inline>`;
    })
    .join('');
const sizes = { 1: '18pt', 2: '14pt', 3: '12pt', 4: '11pt' } as const;

/** Lets the printer use the system's fonts: its own have no ticks, boxes or arrows. */
export const foConfig =
  '<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts><auto-detect/></fonts></renderer></renderers></fop>';

/** The page as XSL formatting objects (W3C, XSL 1.1), for printers of that kind. */
export function toFo({ landscape, running, blocks }: Page): string {
  const [width, height] = landscape ? ['297mm', '210mm'] : ['210mm', '297mm'];
  const head =
    running === null
      ? ''
      : `<fo:static-content flow-name="xsl-region-before"><fo:block font-size="8pt">${escaped(running)}</fo:block></fo:static-content>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Liberation Sans, DejaVu Sans" font-size="10pt">
<fo:layout-master-set><fo:simple-page-master master-name="page" page-width="${width}" page-height="${height}" margin="16mm">
<fo:region-body margin-top="8mm"/><fo:region-before extent="8mm"/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="page">${head}<fo:flow flow-name="xsl-region-body">
${blocks.map(blockToFo).join('\n')}
</fo:flow></fo:page-sequence></fo:root>
`;
}

function blockToFo(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<fo:block font-size="${sizes[block.level]}" font-weight="bold" space-before="8pt" space-after="4pt" keep-with-next="always">${escaped(block.text)}</fo:block>`;
    case 'paragraph':
      return `<fo:block space-after="5pt">${inline(block.line)}</fo:block>`;
    case 'list':
      return listToFo(block.items, block.ordered);
    case 'definitions':
      return block.items
        .map(
          ([label, lines]) =>
            `<fo:block font-weight="bold" keep-with-next="always">${escaped(label)}</fo:block><fo:block start-indent="12pt" space-after="4pt">${linesToFo(lines)}</fo:block>`,
        )
        .join('\n');
    case 'card':
      return `<fo:block border="0.75pt solid #888888" padding="6pt" margin="0pt" space-after="10pt">${block.blocks.map(blockToFo).join('\n')}</fo:block>`;
    case 'bar':
      return `<fo:block space-after="5pt">${inline(barLine(block))}</fo:block>`;
    case 'columns':
      return block.columns.flat().map(blockToFo).join('\n');
    case 'fold':
      return [{ kind: 'heading', level: 3, text: block.title } as const, ...block.blocks].map(blockToFo).join('\n');
    case 'typed':
      return `<fo:block font-family="Liberation Mono" linefeed-treatment="preserve" white-space-treatment="preserve" white-space-collapse="false">${escaped(block.lines.join('\n'))}</fo:block>`;
    case 'pageBreak':
      return '<fo:block break-before="page"/>';
    case 'table':
      return tableToFo(block);
  }
}

function listToFo(items: readonly Line[], ordered: boolean): string {
  const item = (line: Line, index: number) =>
    `<fo:list-item${line.depth === undefined ? '' : ` start-indent="${14 * line.depth}pt"`}><fo:list-item-label end-indent="label-end()"><fo:block>${ordered ? `${index + 1}.` : '•'}</fo:block></fo:list-item-label><fo:list-item-body start-indent="body-start()"><fo:block>${inline(line)}</fo:block></fo:list-item-body></fo:list-item>`;
  return `<fo:list-block provisional-distance-between-starts="14pt" space-after="5pt">${items.map(item).join('')}</fo:list-block>`;
}

const linesToFo = (lines: readonly Line[]): string =>
  lines.length === 0
    ? '<fo:block/>'
    : lines.map((line) => (line.bullet ? listToFo([line], false) : `<fo:block>${inline(line)}</fo:block>`)).join('');

function tableToFo({ rows, headerRows, ruling, stripe, headerFill, splits, widths }: Table): string {
  const columns = widths
    .map((width) => `<fo:table-column column-width="proportional-column-width(${width})"/>`)
    .join('');
  const fillOf = (index: number) => (index < headerRows ? headerFill : (index - headerRows) % 2 === 1 ? stripe : null);
  const row = (cells: Row, index: number) => {
    const fill = fillOf(index);
    const line = ruling === 'rows' ? ' border-bottom="0.75pt solid #999999"' : '';
    return `<fo:table-row${splits ? '' : ' keep-together.within-page="always"'}${line}${fill === null ? '' : ` background-color="#${fill}"`}>${cells.map((cell) => cellToFo(cell, ruling === 'all')).join('')}</fo:table-row>`;
  };
  const html = rows.map(row);
  const head = headerRows > 0 ? `<fo:table-header>${html.slice(0, headerRows).join('')}</fo:table-header>` : '';
  const frame = ruling === 'frame' ? ' border="0.75pt solid #444444"' : '';
  return `<fo:table table-layout="fixed" width="100%" border-collapse="collapse" space-after="10pt"${frame}>${columns}${head}<fo:table-body>${html.slice(headerRows).join('')}</fo:table-body></fo:table>`;
}

function cellToFo(
  { lines, header, bold, fill, ink, rowSpan = 1, columnSpan = 1, table }: Cell,
  ruled: boolean,
): string {
  const attributes = [
    ruled ? ' border="0.75pt solid #444444"' : '',
    rowSpan > 1 ? ` number-rows-spanned="${rowSpan}"` : '',
    columnSpan > 1 ? ` number-columns-spanned="${columnSpan}"` : '',
    fill === undefined ? '' : ` background-color="#${fill}"`,
    ink === undefined ? '' : ` color="#${ink}"`,
    header || bold ? ' font-weight="bold"' : '',
  ].join('');
  return `<fo:table-cell padding="3pt"${attributes}>${table === undefined ? linesToFo(lines) : tableToFo(table)}</fo:table-cell>`;
}
