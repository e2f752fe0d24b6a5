import { type Block, barLine, type Cell, type Line, type Page, plainText, type Table, textsOfCell } from '../page.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A cell of the sheet with the looks it gets from its table. */
interface Placed {
  readonly cell: Cell;
  readonly fill: string | null;
  readonly ruled: boolean;
  readonly size: number;
}

type SheetRow = readonly Placed[];

/** The page as one spreadsheet (flat OpenDocument): titles and texts as rows over the plan, tables in its columns. */
export function toSheet(page: Page): string {
  const widths = widthsOf(page.blocks.filter((block) => block.kind === 'table'));
  const styles = new Map<string, string>();
  const rows = page.blocks.flatMap((block) => rowsOf(block, widths.length));
  const body = laidOut(rows, widths.length, (placed) => styleFor(placed, styles));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width, index) => [`co${index}`, `${((26 * width) / total).toFixed(2)}cm`] as const);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>
${columns.map(([name, width]) => `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`).join('\n')}
<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>
<style:style style:name="sheet" style:family="table" style:master-page-name="Plan"/>
${[...styles].map(([look, name]) => look.replace('NAME', name)).join('\n')}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Plan" style:page-layout-name="page"/></office:master-styles>
<office:body><office:spreadsheet><table:table table:name="Plan" table:style-name="sheet">
${columns.map(([name]) => `<table:table-column table:style-name="${name}"/>`).join('')}
${body}
</table:table></office:spreadsheet></office:body></office:document>
`;
}

/** The longest table sets the widths; wider ones go on beside it. */
function widthsOf(tables: readonly Table[]): readonly number[] {
  const longest = tables.toSorted((a, b) => b.rows.length - a.rows.length)[0]?.widths ?? [3, 3, 3];
  const most = Math.max(longest.length, ...tables.map(({ widths }) => widths.length));
  return Array.from({ length: most }, (_, column) => longest[column] ?? 1.5);
}

function styleFor({ cell: { bold, header, ink }, fill, ruled, size }: Placed, styles: Map<string, string>): string {
  const box = `fo:wrap-option="wrap" style:vertical-align="top"${fill === null ? '' : ` fo:background-color="#${fill}"`}${ruled ? ' fo:border="0.5pt solid #444444"' : ''}`;
  const letters = `fo:font-size="${size}pt"${bold || header ? ' fo:font-weight="bold"' : ''}${ink === undefined ? '' : ` fo:color="#${ink}"`}`;
  const look = `<style:style style:name="NAME" style:family="table-cell"><style:table-cell-properties ${box}/><style:text-properties ${letters}/></style:style>`;
  const name = styles.get(look) ?? `ce${styles.size}`;
  styles.set(look, name);
  return name;
}

/** Texts take the whole width; a blank row parts what follows. */
function rowsOf(block: Block, columns: number): readonly SheetRow[] {
  const whole = (lines: readonly Line[], bold: boolean, size = 10): SheetRow => [
    { cell: { lines, bold, columnSpan: columns }, fill: null, ruled: false, size },
  ];
  switch (block.kind) {
    case 'heading':
      return [whole([{ runs: [{ text: block.text }] }], true, block.level === 1 ? 16 : 12)];
    case 'paragraph':
      return [
        whole(
          [block.line],
          block.line.runs.every(({ bold }) => bold),
        ),
      ];
    case 'list':
      return block.items.map((item) => whole([{ ...item, bullet: true }], false));
    case 'definitions':
      return block.items.flatMap(([label, lines]) => [whole([{ runs: [{ text: label }] }], true), whole(lines, false)]);
    case 'card':
      return block.blocks.flatMap((inner) => rowsOf(inner, columns));
    case 'bar':
      return [whole([barLine(block)], false)];
    case 'columns':
      return block.columns.flat().flatMap((inner) => rowsOf(inner, columns));
    case 'fold':
      return [
        whole([{ runs: [{ text: block.title }] }], true),
        ...block.blocks.flatMap((inner) => rowsOf(inner, columns)),
      ];
    case 'typed':
      return block.lines.map((text) => whole([{ runs: [{ text }] }], false));
    case 'pageBreak':
      return [];
    case 'table':
      return [...tableRows(block), []];
  }
}

const tableRows = ({ rows, headerRows, ruling, stripe, headerFill }: Table): readonly SheetRow[] =>
  rows.map((row, index) => {
    const fill = index < headerRows ? headerFill : (index - headerRows) % 2 === 1 ? stripe : null;
    return row.map((one) => ({ cell: one, fill: one.fill ?? fill, ruled: ruling !== 'none', size: 9 }));
  });

/** Rows as markup: cells that a span covers are named as such, which a sheet demands. */
function laidOut(rows: readonly SheetRow[], columns: number, style: (placed: Placed) => string): string {
  const covered = new Map<number, number>();
  return rows
    .map((row) => {
      const queue = [...row];
      let markup = '';
      for (let column = 0; column < columns; column++) {
        const below = covered.get(column) ?? 0;
        if (below > 0) {
          covered.set(column, below - 1);
          markup += '<table:covered-table-cell/>';
          continue;
        }
        const placed = queue.shift();
        if (placed === undefined) break;
        const { rowSpan = 1, columnSpan = 1 } = placed.cell;
        markup += cellToSheet(placed.cell, style(placed), rowSpan, columnSpan);
        for (let across = 0; across < columnSpan; across++) {
          if (rowSpan > 1) covered.set(column + across, rowSpan - 1);
          if (across > 0) markup += '<table:covered-table-cell/>';
        }
        column += columnSpan - 1;
      }
      return `<table:table-row table:style-name="row">${markup === '' ? '<table:table-cell/>' : markup}</table:table-row>`;
    })
    .join('\n');
}

function cellToSheet(cell: Cell, style: string, rowSpan: number, columnSpan: number): string {
  const spans = `${rowSpan > 1 ? ` table:number-rows-spanned="${rowSpan}"` : ''}${columnSpan > 1 ? ` table:number-columns-spanned="${columnSpan}"` : ''}`;
  const inner = cell.table?.rows.flat().flatMap(textsOfCell) ?? [];
  const texts = [...cell.lines.map((line) => `${line.bullet ? '• ' : ''}${plainText(line)}`), ...inner];
  const paragraphs = texts.map((text) => `<text:p>${escaped(text)}</text:p>`).join('');
  return `<table:table-cell table:style-name="${style}"${spans} office:value-type="string">${paragraphs}</table:table-cell>`;
}
