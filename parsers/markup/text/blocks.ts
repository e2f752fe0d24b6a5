import { foldWords } from '../../../src/lib/fold.ts';
import { type PaperWords, paperWords } from '../../../src/lib/hyphens.ts';
import type { Block, Furniture, Heading, List, ListItem, Paragraph } from '../../../src/model/document.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { isRef } from '../../../src/normalise/ref.ts';
import { standardSections } from '../../../src/vocabulary/sections.ts';
import { struckIssue } from '../issues.ts';
import { withoutEmphasis } from './emphasis.ts';
import { findHangingLabels, readHangingLabels } from './hanging-labels.ts';
import { isCapitalHeading, isLabelLine, isPaperTitle, isTitleLike } from './headings.ts';
import { findLabelColumns, readLabelColumn } from './label-columns.ts';
import { withoutLeaders } from './leaders.ts';
import { linesLed } from './led-lines.ts';
import { endsSentence, type TextLine, toLines } from './lines.ts';
import { withoutPageEdges } from './page-edges.ts';
import { findPipeTables, readPipeTable } from './pipe-tables.ts';
import { type Piece, pieceText, repeatedLabels, returningLeads, toPieces } from './prose.ts';
import { openingLabel, type Part, withFirstRecordTitle, withRecordTitles } from './record-titles.ts';
import { linesOfCards } from './ruled-off.ts';
import { linesInSeries } from './series.ts';
import { findSpacedTables, readSpacedTable } from './spaced-tables.ts';
import { withoutStruck } from './struck.ts';
import { findTabTables, readTabTable } from './tab-tables.ts';
import { type Wrap, wrapOf } from './wrap.ts';

export interface TextReading {
  readonly blocks: readonly Block[];
  readonly furniture: readonly Furniture[];
  readonly issues: readonly Issue[];
}

/** A stretch of lines of one kind, read. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly table: Block | null;
}

/**
 * Reads plain text, also with Markdown's signs, into blocks: tables set with tabs, pipes or blanks, headings, lists, paragraphs.
 * @param isPaper true where the text is a whole paper, whose first lines are its title
 */
export function readText(marked: string, isPaper = true): TextReading {
  const { text, struck } = withoutStruck(marked);
  const { lines, furniture } = withoutPageEdges(withoutLeaders(toLines(text)));
  const pipes = findPipeTables(lines);
  const outside = without(lines, pipes);
  const tabs = findTabTables(outside);
  const others = without(lines, [...pipes, ...tabs]);
  const beside = findLabelColumns(others);
  const plain = without(others, beside);
  const spaced = findSpacedTables(plain);
  const hanging = findHangingLabels(without(plain, spaced));
  const words = paperWords(lines.map((line) => line.text));
  const read = tabs.map((region) => ({ region, ...readTabTable(lines, region, words) }));
  const stretches: readonly Stretch[] = [
    ...pipes.map(({ from, to }) => ({ from, to, table: readPipeTable(lines.slice(from, to)) })),
    ...read.map(({ region, table }) => ({ from: region.from, to: region.to, table })),
    ...beside.map((region) => ({
      ...region,
      table: readLabelColumn(lines.slice(region.from, region.to), region, words),
    })),
    ...spaced.map((region) => ({
      ...region,
      table: readSpacedTable(lines.slice(region.from, region.to), region, words),
    })),
    ...hanging.map((region) => ({ ...region, table: readHangingLabels(lines.slice(region.from, region.to), words) })),
  ].sort((a, b) => a.from - b.from);
  const wrap = wrapOf(lines.filter((_, at) => !stretches.some(({ from, to }) => at >= from && at < to)));
  const parts = toParts(lines, stretches, words, wrap);
  return {
    blocks: withFirstRecordTitle(toBlocks(isPaper ? frontLinesApart(parts, wrap) : parts, isPaper)),
    furniture: [...furniture, ...read.flatMap((table) => table.furniture)].map((line) => ({ text: line, places: [] })),
    issues: [...struckIssue(struck, 'text'), ...read.flatMap((table) => table.issues)],
  };
}

/** Lines of which those that tables have taken are blank. */
const without = (
  lines: readonly TextLine[],
  taken: readonly { readonly from: number; readonly to: number }[],
): readonly TextLine[] => {
  const gone = new Set(taken.flatMap(({ from, to }) => lines.slice(from, to)));
  return gone.size === 0 ? lines : lines.map((line) => (gone.has(line) ? { ...line, raw: '', text: '' } : line));
};

/** The blocks alone, for text that stands inside another format. */
export const readTextBlocks = (text: string): readonly Block[] => readText(text, false).blocks;

function toParts(
  lines: readonly TextLine[],
  stretches: readonly Stretch[],
  words: PaperWords,
  wrap: Wrap,
): readonly Part[] {
  const parts: Part[] = [];
  const labels = repeatedLabels(lines);
  const leads = returningLeads(lines);
  const cards = linesOfCards(lines);
  const series = linesInSeries(lines, cards);
  const led = linesLed(lines);
  const prose = (from: number, to: number, overTable: boolean) => {
    for (const piece of toPieces(lines.slice(from, to), { wrap, labels, leads, series, led, cards, overTable })) {
      const text = pieceText(piece, words, wrap);
      if (text !== '') parts.push({ kind: 'piece', piece, text });
    }
  };
  let at = 0;
  for (const { from, to, table } of stretches) {
    prose(at, from, table !== null);
    if (table !== null) parts.push({ kind: 'table', block: table });
    at = to;
  }
  prose(at, lines.length, false);
  return parts;
}

/** The lines over a paper one by one: a service, a title and a meeting below each other are no paragraph where none of them was wrapped. */
function frontLinesApart(parts: readonly Part[], wrap: Wrap): readonly Part[] {
  const isFrontLine = ({ text }: TextLine) =>
    (isPaperTitle(text) || isLabelLine(text) || inBrackets.test(text)) &&
    text.length < longestFrontLine * Math.max(wrap.letters, usualLetters);
  const isOfFront = (part: Part) => part.kind === 'piece' && part.piece.lines.every(isFrontLine);
  const end = parts.findIndex((part) => !isOfFront(part));
  return parts.flatMap((part, at): readonly Part[] =>
    part.kind === 'table' || part.piece.kind !== 'text' || (end >= 0 && at >= end)
      ? [part]
      : part.piece.lines.map((line, index) => ({
          kind: 'piece',
          piece: { ...part.piece, lines: [line], gap: index === 0 ? part.piece.gap : 0 },
          text: line.text,
        })),
  );
}

/** What says more of the title above it. */
const inBrackets = /^\([^()]+\)$/;

/** Of the letters on a wrapped line, which few lines show badly. */
const longestFrontLine = 0.75;
const usualLetters = 80;

function toBlocks(found: readonly Part[], isPaper: boolean): readonly Block[] {
  const opening = openingLabel(found);
  const parts = withRecordTitles(found, opening);
  const hasCapitals = parts.some((part) => part.kind === 'piece' && isCapitalHeading(part.text));
  const blocks: Block[] = [];
  const section = firstSection(parts);
  const returning = returningLabels(parts);
  let titles = isPaper;
  let outermost = 0;
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'table') {
      titles = false;
      blocks.push(part.block);
      continue;
    }
    const { piece } = part;
    const { text, bold } = withoutEmphasis(part.text);
    titles &&= at < section;
    const isTitle: boolean =
      titles && isSingleTitle(part) && !returning.has(wordsBeforeColon(part)) && !isSectionHeading(part, parts[at + 1]);
    // What heads a record, or stands over a value in each, is no title of the paper.
    titles &&= (isTitle || piece.kind === 'heading') && !piece.inSeries && !piece.repeated;
    if (
      piece.kind === 'heading' ||
      isTitle ||
      ((!returning.has(wordsBeforeColon(part)) || isOverItsParts(part, parts[at + 1])) &&
        isHeadingAbove(part, parts[at - 1], parts[at + 1]))
    ) {
      blocks.push(heading(text, piece, { isTitle, hasCapitals, hasOpening: opening !== null }));
    } else if (piece.kind === 'item') outermost = addItem(blocks, piece, text, outermost);
    else blocks.push({ kind: 'paragraph', text, bold, places: [] } satisfies Paragraph);
  }
  return blocks;
}

const isSingleTitle = (part: Part): boolean =>
  part.kind === 'piece' &&
  part.piece.kind !== 'item' &&
  !part.piece.inSeries &&
  !part.piece.repeated &&
  part.piece.lines.length === 1 &&
  isPaperTitle(part.text);

/** Capitals right over prose name a section, not the paper. */
const isSectionHeading = (part: Part, below: Part | undefined): boolean =>
  part.kind === 'piece' && isCapitalHeading(part.text) && below?.kind === 'piece' && endsSentence(below.text);

/** Where capitals stand below lines that are none, which stand below capitals: the paper's titles are over, its first section begins. */
function firstSection(parts: readonly Part[]): number {
  const inCapitals = parts.map((part) => part.kind === 'piece' && isCapitalHeading(part.text));
  const first = inCapitals.indexOf(true);
  const other = first === -1 ? -1 : inCapitals.indexOf(false, first);
  const next = other === -1 ? -1 : inCapitals.indexOf(true, other);
  return next === -1 ? parts.length : next;
}

/** What several lines begin with before a colon and a value, whatever number stands before it: `3.5 Our judgement: On track`. */
function returningLabels(parts: readonly Part[]): ReadonlySet<string> {
  const all = Map.groupBy(parts.map(wordsBeforeColon), (words) => words);
  return new Set([...all].flatMap(([words, same]) => (words !== '' && same.length > 1 ? [words] : [])));
}

const wordsBeforeColon = (part: Part): string =>
  part.kind === 'piece'
    ? (/^(?:[\d.]+[.)]?\s+)?(?<words>\p{Lu}[^:\n]{1,60}):\s+\S/u.exec(part.text)?.groups?.words ?? '')
    : '';

/** A short line, alone, over prose, a list, a table or another heading. A numbered line is one only over something else. */
function isHeadingAbove(part: Part, above: Part | undefined, below: Part | undefined): boolean {
  if (part.kind !== 'piece' || below === undefined || part.piece.lines.length !== 1) return false;
  const isLast = part.piece.gap === 0 && above?.kind === 'piece' && below.kind === 'piece' && below.piece.gap > 0;
  if (isLast && !isStandardTitle(part.text)) return false;
  if (below.kind === 'table' && /^\p{L}/u.test(part.text) && isRef(part.text)) return true;
  const whole = part.piece.label === null ? part.text : `${part.piece.label} ${part.text}`;
  if (!isTitleLike(whole) || (part.piece.kind === 'item' && part.piece.label === null)) return false;
  if (below.kind === 'table' || (part.piece.gap > 0 && isStandardTitle(part.text))) return true;
  const isValue = above?.kind === 'piece' && above.piece.repeated && !part.piece.repeated;
  if (below.piece.kind === 'heading') return part.piece.kind !== 'item' && !isValue;
  if (below.piece.kind === 'item')
    return part.piece.kind === 'text' ? below.piece.gap <= 1 : isDeeper(below.piece.label, part.piece.label);
  return endsSentence(below.text) && below.text.split(' ').length >= 6 && below.piece.kind === 'text';
}

/** The title of a section that every board paper has, whatever stands under it. */
const isStandardTitle = (text: string): boolean => standardSections.some((pattern) => pattern.test(foldWords(text)));

/** `1.1` under `1.`. */
const isDeeper = (label: string | null, above: string | null): boolean =>
  label !== null && above !== null && label.split('.').filter(Boolean).length > above.split('.').filter(Boolean).length;

/** `3. Area for improvement: IT` over `3.1`: what returns before a colon names a section all the same. */
const isOverItsParts = (part: Part, below: Part | undefined): boolean =>
  part.kind === 'piece' && below?.kind === 'piece' && isDeeper(numberOf(below.text), numberOf(part.text));

const numberOf = (text: string): string | null => /^\d{1,2}(?:\.\d{1,2})*(?=[.)]?\s)/.exec(text)?.[0] ?? null;

interface HeadingSetting {
  readonly isTitle: boolean;
  readonly hasCapitals: boolean;
  /** True where each record has a title over its labels. */
  readonly hasOpening: boolean;
}

/** Levels: as marked; 1 for the paper's first lines; capitals above mixed case; labels that return below titles of records. */
function heading(text: string, piece: Piece, { isTitle, hasCapitals, hasOpening }: HeadingSetting): Heading {
  const level2 = isCapitalHeading(text) || !hasCapitals ? 2 : 3;
  const usual = isTitle ? 1 : level2 + Number(hasOpening && piece.repeated);
  const words = piece.label === null ? text : `${piece.label} ${text}`;
  const level = piece.kind === 'heading' && piece.level !== null ? piece.level : usual;
  return { kind: 'heading', level, text: words.replaceAll('\n', ' '), places: [] };
}

/** Adds an item to the list above it, or begins one. @returns blanks before the markers of the list's outermost items */
function addItem(blocks: Block[], piece: Piece, text: string, outermost: number): number {
  const last = blocks.at(-1);
  const indent = piece.level ?? 0;
  const ordered = piece.label !== null;
  const level = Math.max(0, Math.min(3, Math.floor((indent - outermost) / 2)));
  const item: ListItem = { text: text.replaceAll('\n', ' '), label: piece.label, level, places: [] };
  if (last?.kind === 'list' && (last.ordered === ordered || level > 0)) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
    return outermost;
  }
  blocks.push({ kind: 'list', ordered, items: [{ ...item, level: 0 }], places: [] } satisfies List);
  return indent;
}
