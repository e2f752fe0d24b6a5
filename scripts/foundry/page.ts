/** A paper as it is laid out, before any format: what a writer in a committee office sees on the screen. */

/** A stretch of a line; `\n` in it breaks the line. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** A line of a cell or card: plain words, or words of which some are bold; `bullet` where it is an item of a list. */
export interface Line {
  readonly runs: readonly Run[];
  readonly bullet?: boolean;
  /** How deep an item of a list stands within the items before it; left out, it stands in none. */
  readonly depth?: 1 | 2;
}

export interface Cell {
  readonly lines: readonly Line[];
  readonly header?: boolean;
  readonly bold?: boolean;
  /** Hexadecimal, without `#`. */
  readonly fill?: string;
  readonly ink?: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  /** A table within the cell, below its lines. */
  readonly table?: Table;
}

export type Row = readonly Cell[];

/** How lines are drawn: all round, under rows only, round the table only, or none. */
export type Ruling = 'all' | 'rows' | 'frame' | 'none';

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  /** How many rows at the top head the columns and return on each page. */
  readonly headerRows: number;
  readonly ruling: Ruling;
  /** Fill of every second row of the body, null where rows are alike. */
  readonly stripe: string | null;
  readonly headerFill: string | null;
  /** True where a page's end may cut a row. */
  readonly splits: boolean;
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
}

/** Short texts on one line: badges, facts, the foot of a card. */
export interface Bar {
  readonly kind: 'bar';
  readonly items: readonly Line[];
  /** What parts them in print. */
  readonly joint: string;
  /** On the web: parted as in print, or elements of their own with nothing between them. */
  readonly web: 'joined' | 'spans' | 'list';
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'definitions'; readonly items: readonly (readonly [string, readonly Line[]])[] }
  | { readonly kind: 'card'; readonly blocks: readonly Block[] }
  | Bar
  /** Beside each other on the web, one after the other elsewhere. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[] }
  /** Folded under its title on the web, a heading and what follows elsewhere. */
  | { readonly kind: 'fold'; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'pageBreak' }
  /** Lines as they are typed: columns are set by blanks. */
  | { readonly kind: 'typed'; readonly lines: readonly string[] }
  | Table;

export interface Page {
  readonly title: string;
  readonly landscape: boolean;
  /** True where the web page has its site's own head, trail and foot. */
  readonly site: boolean;
  /** Repeated at the top and the foot of printed pages; null where there is none. */
  readonly running: string | null;
  readonly blocks: readonly Block[];
}

export const line = (text: string, bold = false): Line => ({ runs: [bold ? { text, bold } : { text }] });
export const paragraph = (text: string, bold = false): Block => ({ kind: 'paragraph', line: line(text, bold) });
export const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text });
export const cell = (text: string, more: Omit<Cell, 'lines'> = {}): Cell => ({
  lines: text === '' ? [] : [line(text)],
  ...more,
});
/** A table that is no plan. */
export const plainTable = (rows: readonly (readonly string[])[], headed: boolean): Table => ({
  kind: 'table',
  rows: rows.map((row, index) => row.map((text) => cell(text, headed && index === 0 ? { header: true } : {}))),
  headerRows: headed ? 1 : 0,
  ruling: 'all',
  stripe: null,
  headerFill: headed ? 'E7E6E6' : null,
  splits: true,
  widths: (rows[0] ?? []).map(() => 1),
});

/** The items of a bar as the one line that they are in print. */
export const barLine = ({ items, joint }: Bar): Line => ({
  runs: items.flatMap(({ runs }, index) => (index === 0 ? runs : [{ text: joint }, ...runs])),
});

export const plainText = ({ runs }: Line): string => runs.map(({ text }) => text).join('');

/** The words of a cell, and after them those of the table within it. */
export const textsOfCell = ({ lines, table }: Cell): readonly string[] => [
  ...lines.map(plainText),
  ...(table === undefined ? [] : table.rows.flat().flatMap(textsOfCell)),
];

/** Every word that the page shows, a block or cell a line. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block): readonly string[] => {
      if (block.kind === 'heading') return [block.text];
      if (block.kind === 'paragraph') return [plainText(block.line)];
      if (block.kind === 'list') return block.items.map(plainText);
      if (block.kind === 'definitions')
        return block.items.flatMap(([label, lines]) => [label, ...lines.map(plainText)]);
      if (block.kind === 'card') return [textOf(block.blocks)];
      if (block.kind === 'bar') return [plainText(barLine(block))];
      if (block.kind === 'columns') return block.columns.map(textOf);
      if (block.kind === 'fold') return [block.title, textOf(block.blocks)];
      if (block.kind === 'typed') return block.lines;
      if (block.kind === 'table') return block.rows.flat().flatMap(textsOfCell);
      return [];
    })
    .join('\n');
}
