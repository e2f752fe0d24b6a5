import { joinWrapped, type PaperWords } from '../../../src/lib/hyphens.ts';
import type { Table } from '../../../src/model/document.ts';
import { afterBullet, splitLabel } from '../bullets.ts';
import { plainHeader } from './grid-headers.ts';
import { toTable } from './grid-table.ts';
import { isRuleLine } from './headings.ts';
import { endsSentence, type TextLine } from './lines.ts';
import { notesApart } from './spaced-tables.ts';

/** Lines `from` up to, not with, `to` of labels and the values beside them, which begin at one column. */
export interface LabelledRegion {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

const longestLabel = 45;
/** Labels that return, and how often each does, where they are those of records. */
const fewestLabels = 2;
const fewestRecords = 3;
/** A label, what leads from it to its value, and the value: blanks, or a colon with or without blanks before it. */
const labelled = /^(?<label>\s*\S(?:.{0,44}?\S)??)(?<gap>\s*:\s+|\s{2,})(?=\S)/;

/**
 * Finds the records of a register: the same labels again and again at one margin, each with its value beside it from one column on, and
 * all further lines of the value set in to that column.
 */
export function findLabelColumns(lines: readonly TextLine[]): readonly LabelledRegion[] {
  const columns = columnsOf(lines);
  if (columns.size === 0) return [];
  const found: LabelledRegion[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const column = columnAt(lines[from], columns);
    if (column === null) continue;
    let to = from + 1;
    for (let line = lines[to]; line !== undefined && goesOn(line, column, columns); line = lines[to]) to += 1;
    found.push({ from: headOf(lines, from), to, column });
    from = to - 1;
  }
  return found;
}

/** The line right above a record, over a line of dashes or not, that ends in a label with its value: `MATTER 1      Standing: IN HAND`. */
function headOf(lines: readonly TextLine[], from: number): number {
  const rule = lines[from - 1];
  const isRuled = rule !== undefined && isRuleLine(rule.text) && lines[from]?.gap === 0 && rule.gap === 0;
  const at = isRuled ? from - 2 : from - 1;
  const below = lines[isRuled ? from - 1 : from];
  return below?.gap === 0 && endsInLabel.test(lines[at]?.raw ?? '') ? at : from;
}

const endsInLabel = /^\s*\S.*?\s{2,}\p{Lu}[\p{L} ]{1,30}:\s+\S/u;

/** The labels of one column of values: all, those that return, and the margins at which these stand. */
interface LabelColumn {
  readonly labels: ReadonlySet<string>;
  readonly often: ReadonlySet<string>;
  readonly indents: ReadonlySet<number>;
}
type Columns = ReadonlyMap<number, LabelColumn>;

function columnsOf(lines: readonly TextLine[]): Columns {
  const splits = lines.flatMap((line) => {
    const split = splitLine(line);
    return split === null ? [] : [{ ...split, indent: line.indent }];
  });
  return new Map(
    [...Map.groupBy(splits, ({ column }) => column)].flatMap(([column, own]): readonly [number, LabelColumn][] => {
      const byLabel = [...Map.groupBy(own, ({ label }) => label)];
      const often = byLabel.filter(([, same]) => same.length >= fewestRecords);
      const lengths = new Set(often.map(([label]) => label.length));
      // Labels of two lengths whose values all stand one blank behind their colon begin at one column by chance.
      const isSet = often.some(([, same]) => same.some(({ isWide }) => isWide));
      if (often.length < fewestLabels || lengths.size < fewestLabels || !isSet) return [];
      const indents = new Set(often.flatMap(([, same]) => same.map(({ indent }) => indent)));
      const set = (all: typeof byLabel) => new Set(all.map(([label]) => label));
      return [[column, { labels: set(byLabel), often: set(often), indents }]];
    }),
  );
}

function splitLine(
  line: TextLine,
): { readonly label: string; readonly column: number; readonly isWide: boolean } | null {
  const { label, gap } = labelled.exec(line.raw)?.groups ?? {};
  if (label === undefined || gap === undefined || line.raw.includes('\t')) return null;
  // `Task.   Test all staff`: the stop of a label far from its value ends no sentence.
  const words = label.trim().replace(gap.length > 1 ? stopOfLabel : /$^/, '');
  if (words.length > longestLabel || endsSentence(words) || !/\p{L}{2}/u.test(words)) return null;
  if (afterBullet(`${words} x`, true) !== null || splitLabel(`${words} x`) !== null) return null;
  return { label: words, column: label.length + gap.length, isWide: gap.length > 2 || !gap.startsWith(':') };
}

const stopOfLabel = /(?<=^\p{Lu}[\p{L} ]{1,30})\.$/u;

/** The column at which the value of a line begins whose label stands there; right behind a colon anything could by chance. */
function columnAt(line: TextLine | undefined, columns: Columns): number | null {
  const split = line === undefined ? null : splitLine(line);
  if (split === null) return null;
  const column = columns.get(split.column);
  const isLabel = column?.often.has(split.label) || (split.isWide && column?.labels.has(split.label));
  return isLabel && column?.indents.has(line?.indent ?? 0) ? split.column : null;
}

const goesOn = (line: TextLine, column: number, columns: Columns): boolean =>
  line.gap <= 1 && !line.newPage && ((line.gap === 0 && line.indent >= column) || columnAt(line, columns) === column);

/** The records' labels and values as a table of two columns. */
export function readLabelColumn(lines: readonly TextLine[], { column }: LabelledRegion, words: PaperWords): Table {
  const rows: { label: string; texts: string[]; isHead?: boolean }[] = [];
  for (const line of lines) {
    if (isRuleLine(line.text)) continue;
    const head = line === lines[0] && endsInLabel.test(line.raw) ? line.raw.trim().split(/\s{2,}/) : [];
    if (head.length === 2) {
      rows.push({ label: head[0] ?? '', texts: [head[1] ?? ''], isHead: true });
      continue;
    }
    const value = line.raw.slice(column).replace(/\s+/g, ' ').trim();
    if (line.indent < column) rows.push({ label: splitLine(line)?.label ?? '', texts: [value] });
    else rows.at(-1)?.texts.push(value);
  }
  const texts = rows.map(({ label, texts: own }) => [
    label,
    itemsOf(own)
      .map((item) => joinWrapped(item, words))
      .join('\n'),
  ]);
  const table = toTable(texts, 2, plainHeader(texts, 0));
  return {
    ...table,
    cells: table.cells.map((cell) =>
      cell.column === 0 && rows[cell.row]?.isHead !== true ? { ...cell, header: true } : cell,
    ),
  };
}

/** The lines of a value, those of each of its items or dated notes together. */
function itemsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [];
  for (const line of lines) {
    const item = afterBullet(line, true);
    const last = items.at(-1);
    if (last === undefined || item !== null) items.push([item ?? line]);
    else last.push(line);
  }
  return items.flatMap(notesApart);
}
