import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type Block,
  barLine,
  type Cell,
  type Line,
  type Page,
  type Table as PlainTable,
  type Ruling,
} from '../page.ts';

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Twentieths of a point between the margins of an A4 page. */
const textWidth = (landscape: boolean) => (landscape ? 14_600 : 9_600);

/** The page as a Word file with real headings, lists and tables, as an office would write it. */
export async function toDocx(page: Page): Promise<Uint8Array> {
  const width = textWidth(page.landscape);
  const children = page.blocks.flatMap((block) => blockToWord(block, width));
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: [`${page.running ?? ''} `, PageNumber.CURRENT], size: 16 })],
      }),
    ],
  });
  const document = new Document({
    title: page.title,
    styles: { default: { document: { run: { font: 'Arial', size: 20 }, paragraph: { spacing: { after: 100 } } } } },
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              style: { paragraph: { indent: { left: 500, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: 11_906,
              height: 16_838,
              orientation: page.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: 1000, bottom: 1000, left: 1100, right: 1100 },
          },
        },
        ...(page.running === null ? {} : { footers: { default: footer } }),
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

const runsOf = ({ runs }: Line, more: { bold?: boolean; color?: string } = {}) =>
  runs.flatMap(({ text, bold = false, italic = false }) =>
    text
      .split('\n')
      .map(
        (part, index) =>
          new TextRun({ text: part, bold, italics: italic, ...(index > 0 ? { break: 1 } : {}), ...more }),
      ),
  );

const lineToWord = (line: Line, more: { bold?: boolean; color?: string } = {}) =>
  new Paragraph({ children: runsOf(line, more), ...(line.bullet ? { bullet: { level: line.depth ?? 0 } } : {}) });

function blockToWord(block: Block, width: number): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: levels[block.level] })];
    case 'paragraph':
      return [lineToWord(block.line)];
    case 'list':
      return block.items.map((item) =>
        block.ordered
          ? new Paragraph({ children: runsOf(item), numbering: { reference: 'numbers', level: 0 } })
          : lineToWord({ ...item, bullet: true }),
      );
    case 'definitions':
      return block.items.flatMap(([label, lines]) => [
        new Paragraph({ children: [new TextRun({ text: label, bold: true })], keepNext: true }),
        ...lines.map(
          (line) =>
            new Paragraph({
              children: runsOf(line),
              indent: { left: 400 },
              ...(line.bullet ? { bullet: { level: 0 } } : {}),
            }),
        ),
      ]);
    case 'card':
      return [
        ...boxed(
          block.blocks.flatMap((inner) => blockToWord(inner, width)),
          width,
        ),
        new Paragraph(''),
      ];
    case 'bar':
      return [lineToWord(barLine(block))];
    case 'columns':
      return block.columns.flat().flatMap((inner) => blockToWord(inner, width));
    case 'fold':
      return [{ kind: 'heading', level: 3, text: block.title } as const, ...block.blocks].flatMap((inner) =>
        blockToWord(inner, width),
      );
    case 'typed':
      return block.lines.map(
        (text) => new Paragraph({ children: [new TextRun({ text, font: 'Courier New' })], spacing: { after: 0 } }),
      );
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'table':
      return [tableToWord(block, width), new Paragraph('')];
  }
}

const boxed = (children: readonly (Paragraph | Table)[], width: number) => [
  new Table({
    columnWidths: [width],
    width: { size: width, type: WidthType.DXA },
    rows: [new TableRow({ children: [new TableCell({ children })] })],
  }),
];

const single = { style: BorderStyle.SINGLE, size: 4, color: '444444' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function bordersOf(ruling: Ruling) {
  const outer = ruling === 'all' || ruling === 'frame' ? single : none;
  const rows = ruling === 'rows' ? single : outer;
  return {
    top: rows,
    bottom: rows,
    left: outer,
    right: outer,
    insideHorizontal: ruling === 'all' || ruling === 'rows' ? single : none,
    insideVertical: ruling === 'all' ? single : none,
  };
}

function tableToWord(
  { rows, headerRows, ruling, stripe, headerFill, splits, widths }: PlainTable,
  width: number,
): Table {
  const total = widths.reduce((sum, one) => sum + one, 0);
  const columnWidths = widths.map((one) => Math.round((width * one) / total));
  const fillOf = (index: number) => (index < headerRows ? headerFill : (index - headerRows) % 2 === 1 ? stripe : null);
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    borders: bordersOf(ruling),
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < headerRows,
          cantSplit: !splits,
          children: row.map((cell, at) => cellToWord(cell, fillOf(index), columnWidths[at] ?? width)),
        }),
    ),
  });
}

function cellToWord(cell: Cell, rowFill: string | null, width: number): TableCell {
  const { lines, header, bold, fill, ink, rowSpan, columnSpan, table } = cell;
  const shade = fill ?? rowFill;
  const look = { ...(header || bold ? { bold: true } : {}), ...(ink === undefined ? {} : { color: ink }) };
  return new TableCell({
    children: [
      ...lines.map((line) => lineToWord(line, look)),
      ...(table === undefined ? [] : [tableToWord(table, width - 220)]),
      ...(lines.length === 0 || table !== undefined ? [new Paragraph('')] : []),
    ],
    ...(rowSpan === undefined ? {} : { rowSpan }),
    ...(columnSpan === undefined ? {} : { columnSpan }),
    ...(shade === null ? {} : { shading: { type: ShadingType.CLEAR, fill: shade, color: 'auto' } }),
  });
}
