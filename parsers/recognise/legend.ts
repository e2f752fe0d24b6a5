import { foldPlain, foldWords } from '../../src/lib/fold.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import type { StatusValue } from '../../src/model/plan.ts';
import type { RawField } from '../../src/model/raw.ts';
import { ragFromColour, ragFromWords } from '../../src/normalise/rag.ts';
import { isStatusWords, type Legend, statusValue } from '../../src/normalise/status.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import {
  beforeMeaning,
  colourBeforeMeaning,
  legendLine,
  legendPart,
  legendPatterns,
  legendTitle,
  letterLine,
  shadeSentence,
} from '../../src/vocabulary/legend-words.ts';
import { ragWords } from '../../src/vocabulary/rag-words.ts';
import { codesOf, codesOfStrips, keyRows, valuesIn } from './code-legend.ts';
import { keyOfValues } from './key-of-values.ts';
import { labelField } from './labels.ts';
import { plainKeys } from './plain-key.ts';
import { asksOfService } from './sections.ts';
import { signsOfLine, signsOfTable } from './sign-legend.ts';

/** A table with such a column is a plan, however short, and no legend. */
const planFields: ReadonlySet<RawField> = new Set(['finding', 'action', 'lead', 'timescale', 'progress', 'future']);
const mostLegendRows = 9;
const mostMeaningWords = 40;

/** What the paper itself says its colours and signs mean, from legend tables, legend lines and sentences about shading. */
export function blocksToLegend(blocks: readonly Block[]): {
  readonly legend: Legend;
  readonly used: ReadonlySet<number>;
} {
  const legend = new Map<string, StatusValue>();
  const used = new Set<number>();
  const values = valuesIn(blocks);
  const elsewhere = (own: Block) =>
    new Set(blocks.filter((block) => block !== own).flatMap((block) => [...(values.get(block) ?? [])]));
  blocks.forEach((block, index) => {
    if (block.kind === 'table') {
      const pairs = asks(block) ? [] : tablePairs(block, elsewhere);
      if (pairs.length > 1) used.add(index);
      const above = blocks[index - 1];
      if (pairs.length > 1 && above !== undefined && 'text' in above && legendTitle.test(above.text))
        used.add(index - 1);
      const inRows = () => [
        ...rowsLegend(block),
        ...keyRows(block).flatMap(letterLegend),
        ...codesOfStrips(block, elsewhere, meaningOf),
      ];
      for (const [colour, value] of pairs.length > 1 ? pairs : inRows()) if (value !== null) legend.set(colour, value);
    } else {
      const texts = block.kind === 'list' ? block.items.map(({ text }) => text) : [block.text];
      const codes = codesOf(block, elsewhere, meaningOf);
      const said = [...texts.flatMap(textLegend), ...letterLegend(texts), ...codes];
      const isKey = texts.length < mostLegendRows && said.length > 1 && said.length >= texts.length - 1;
      if (codes.length > 1 || isKey) used.add(index);
      for (const [colour, value] of said) if (!legend.has(colour)) legend.set(colour, value);
    }
  });
  const plain = plainKeys(blocks, meaningOf);
  const own = keyOfValues(blocks, meaningOf);
  for (const [word, value] of [...plain.meanings, ...own.meanings]) if (!legend.has(word)) legend.set(word, value);
  return { legend, used: new Set([...used, ...plain.used, ...own.used]) };
}

/** A table that is a key asks nothing of the service: cards of a plan have colours and words too. */
const asks = ({ cells }: Table): boolean => cells.some(({ text }) => text.split('\n').some(asksOfService));

/** What a table says that signs, colours or codes mean. */
function tablePairs(table: Table, elsewhere: (own: Block) => ReadonlySet<string>) {
  const signs = signsOfTable(table, meaningOf);
  const colours = signs.length > 1 ? signs : tableLegend(table);
  return colours.length > 1 ? colours : tableCodes(table, elsewhere);
}

/** A small table of codes and what they mean. */
const tableCodes = (table: Table, elsewhere: (own: Block) => ReadonlySet<string>) =>
  table.rows > mostLegendRows || isPlan(tableToGrid(table)[0] ?? []) ? [] : codesOf(table, elsewhere, meaningOf);

const isPlan = (heads: readonly (Cell | null)[]): boolean =>
  heads.some((cell) => cell !== null && !isStatusWords(cell.text) && planFields.has(labelField(cell.text) ?? 'extra'));

/** A small table of colours (as words or as fills) and what they mean. */
function tableLegend(table: Table): readonly (readonly [string, StatusValue | null])[] {
  if (table.rows > mostLegendRows) return [];
  const printed = tableToGrid(table).map((row) => distinctCells(row));
  const grid = printed.slice(isTitled(printed, table) ? 1 : 0);
  const rows =
    grid.length === 1 ? pairedCells(grid[0] ?? []) : (coloursOverMeanings(grid) ?? grid.flatMap(colourPairs));
  if (rows.some((cells) => cells.length > 3) && grid.length > 1) return [];
  if (isPlan(rows[0] ?? [])) return [];
  const painted = rows.flatMap((cells): readonly (readonly [string, StatusValue | null])[] => {
    const banded =
      cells.length > 1 && cells.every((cell) => cell.fill !== null && `${cell.fill}` === `${cells[0]?.fill}`);
    const key = cells.find((cell) => (cell.fill !== null && !banded) || ragWords.has(foldWords(cell.text)));
    const colour =
      key === undefined
        ? undefined
        : (ragWords.get(foldWords(key.text)) ??
          (key.fill === null ? undefined : ragFromColour(key.fill, 'fill')?.value));
    const meaning = cells
      .filter((cell) => cell !== key || ragWords.get(foldWords(cell.text)) === undefined)
      .map((cell) => cell.text)
      .join(' ');
    return colour === undefined || meaning.trim() === '' ? [] : [[colour, meaningOf(meaning)]];
  });
  const isAllButOne = painted.length === rows.length - 1;
  const pairs = isAllButOne ? [...painted, ...unpainted(rows), ...letterBeside(rows)] : painted;
  const colours = new Set(pairs.map(([colour]) => colour));
  const understood = pairs.filter(([, value]) => value !== null).length;
  return colours.size === pairs.length && pairs.length >= rows.length - 1 && understood >= 0.5 * pairs.length
    ? pairs
    : [];
}

/** True where the first row is a title over the whole table that means nothing by itself (`What the ratings mean`), and no other is. */
function isTitled([first, ...others]: readonly (readonly Cell[])[], { columns }: Table): boolean {
  const [title, ...more] = first ?? [];
  if (title === undefined || more.length > 0 || title.columnSpan < columns || others.length === 0) return false;
  return (
    legendTitle.test(title.text) ||
    (columns > 1 && meaningOf(title.text) === null && others.every((cells) => cells.length > 1))
  );
}

/** What the only line without a colour means, where all others of a legend are painted: white. */
function unpainted(rows: readonly (readonly Cell[])[]): readonly (readonly [string, StatusValue])[] {
  const plain = rows.filter((cells) => cells.every(({ fill }) => fill === null));
  const [only, ...more] = plain;
  if (only === undefined || more.length > 0 || rows.length < 3) return [];
  const value = meaningOf(only.map(({ text }) => text.trim()).join(' '));
  return value === null ? [] : [['white', value]];
}

/** What the only sign means that is no colour's, beside the letters or words of colours: `R`, `A`, `G` and `C` for complete. */
function letterBeside(rows: readonly (readonly Cell[])[]): readonly (readonly [string, StatusValue])[] {
  const [only, ...more] = rows.filter(([sign]) => sign === undefined || !ragWords.has(foldWords(sign.text)));
  const [sign, meaning] = only ?? [];
  if (more.length > 0 || sign === undefined || meaning === undefined || !/^\p{Lu}{1,2}$/u.test(sign.text.trim()))
    return [];
  const value = meaningOf(meaning.text);
  return value === null ? [] : [[foldPlain(sign.text), value]];
}

/** A row of a plan's own table that is its legend: in every cell with words another colour, and what it means. */
function rowsLegend(table: Table): readonly (readonly [string, StatusValue | null])[] {
  return tableToGrid(table).flatMap((row): readonly (readonly [string, StatusValue | null])[] => {
    const cells = distinctCells(row).filter(({ text }) => text.trim() !== '');
    const pairs = cells.flatMap(({ text, fill }): readonly (readonly [string, StatusValue])[] => {
      const colour = fill === null ? undefined : ragFromColour(fill, 'fill')?.value;
      const value = meaningOf(text);
      return colour === undefined || value === null ? [] : [[colour, value]];
    });
    const distinct = new Set(pairs.map(([colour]) => colour)).size;
    return cells.length > 2 && distinct === cells.length ? pairs : [];
  });
}

/** A row of colours over a row of what they mean, as a row for each colour; null where it is none. */
function coloursOverMeanings(rows: readonly (readonly Cell[])[]) {
  const isNamed = rows.every(
    (cells, row) => legendTitle.test(cells[0]?.text ?? '') || (row > 0 && cells[0]?.text === ''),
  );
  const [colours = [], meanings = [], ...others] = isNamed ? rows.map((cells) => cells.slice(1)) : rows;
  const areOver = others.length === 0 && colours.length > 2 && colours.length === meanings.length;
  return areOver && colours.every(isColour) && !meanings.some(isColour)
    ? colours.flatMap((colour, at) => [[colour, meanings[at] ?? colour]])
    : null;
}

const isColour = ({ text, fill }: Cell): boolean =>
  ragWords.has(foldWords(text)) || (text.trim() === '' && fill !== null);

/** A row of several pairs, a colour and its meaning each, as a row for each pair. */
function colourPairs(row: readonly Cell[]): readonly (readonly Cell[])[] {
  const isEmpty = ({ text, fill }: Cell) => text.trim() === '' && fill === null;
  const cells = row.slice(0, row.findLastIndex((cell) => !isEmpty(cell)) + 1);
  const arePairs =
    cells.length > 3 &&
    cells.length % 2 === 0 &&
    cells.every((cell, index) => (index % 2 === 0 ? isColour(cell) : meaningOf(cell.text) !== null));
  return arePairs ? cells.flatMap((_, index) => (index % 2 === 0 ? [cells.slice(index, index + 2)] : [])) : [cells];
}

/** A legend in one row: each cell a colour and its meaning, or a colour and its meaning side by side. */
function pairedCells(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const blank = (cell: Cell) => !/[\p{L}\p{N}]{2}/u.test(cell.text);
  const beside = cells.length % 2 === 0 && cells.every((cell, index) => blank(cell) === (index % 2 === 0));
  return beside
    ? cells.flatMap((_, index) => (index % 2 === 0 ? [cells.slice(index, index + 2)] : []))
    : cells.map((cell) => [cell]);
}

function textLegend(text: string): readonly (readonly [string, StatusValue])[] {
  return [...lineLegend(text), ...sentenceLegend(text), ...signsOfLine(text, meaningOf)];
}

function lineLegend(text: string): readonly (readonly [string, StatusValue])[] {
  const { colour, meaning } = legendLine.exec(text.trim())?.groups ?? shadeSentence.exec(text)?.groups ?? {};
  const rag = colour === undefined || foldWords(colour).length < 2 ? null : ragFromWords(colour);
  const value = meaning === undefined ? null : meaningOf(meaning);
  return rag === null || value === null ? [] : [[rag.value, value]];
}

/** `R – late`, `A – likely to be late`: a line for each of the letters of colours. */
function letterLegend(lines: readonly string[]): readonly (readonly [string, StatusValue])[] {
  const found = lines.flatMap((line): readonly (readonly [string, StatusValue])[] => {
    const { letter, meaning } = letterLine.exec(line.trim())?.groups ?? {};
    const rag = letter === undefined ? undefined : ragWords.get(foldWords(letter));
    const value = meaning === undefined ? null : meaningOf(meaning);
    return rag === undefined || value === null ? [] : [[rag, value]];
  });
  return found.length >= leastLetters && found.length >= lines.length - 1 ? found : [];
}

const leastLetters = 3;

/** `R = behind schedule, A = at risk`, `Green means on track and blue means complete`: two colours or more in one line. */
function sentenceLegend(text: string): readonly (readonly [string, StatusValue])[] {
  const found = [...text.matchAll(legendPart)];
  if (found.length < 2) return [];
  return found.flatMap((match, index): readonly (readonly [string, StatusValue])[] => {
    const after = text.slice(match.index + match[0].length, found[index + 1]?.index).split(/[;.\n]/)[0] ?? '';
    const rag = ragWords.get(foldWords(match.groups?.word ?? match.groups?.letter ?? ''));
    const value = meaningOf(after.replace(/[\s,]*(?:\band\b)?[\s,(]*$/i, ''));
    return rag === undefined || value === null ? [] : [[rag, value]];
  });
}

/** The status that the words beside a colour give it; null where they give none we know. */
export function meaningOf(meaning: string): StatusValue | null {
  const words = foldPlain(meaning).replace(colourBeforeMeaning, '').replace(beforeMeaning, '');
  if (words.split(' ').length > mostMeaningWords) return null;
  return (
    statusValue(words.split(' or ')[0] ?? '') ??
    statusValue(words.split(' ').slice(0, 12).join(' ')) ??
    legendPatterns.find(([pattern]) => pattern.test(words))?.[1] ??
    null
  );
}
