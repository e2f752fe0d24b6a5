import { foldPlain, foldWords } from '../../src/lib/fold.ts';
import type { Block, Cell } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { timeOfDay } from '../../src/vocabulary/bodies.ts';
import { meetingLabels } from '../../src/vocabulary/front-labels.ts';
import { mastheadNotes } from '../../src/vocabulary/mastheads.ts';
import { textsOf } from '../recognise/on-inspection.ts';
import { asksOfService } from '../recognise/sections.ts';
import { cellValue } from '../recognise/values.ts';
import { type FrontField, fieldOf, isLabel, mostLabelWords } from './front-label.ts';
import { leadPairs, linePairs } from './line-pairs.ts';

/** What the labels of the front matter say, and the blocks they stand in. */
export interface FrontPairs {
  readonly values: Readonly<Partial<Record<FrontField, RawValue>>>;
  readonly used: ReadonlySet<number>;
}

/** Front matter stands at the front. */
const frontBlocks = 30;
/** Reads labels and values from front matter tables and from paragraphs such as `Meeting Date 31 March 2021`. */
export function blocksToFrontPairs(blocks: readonly Block[]): FrontPairs {
  const values: Partial<Record<FrontField, RawValue>> = {};
  const used = new Set<number>();
  let byAuthor = false;
  const note = (label: string, field: FrontField | null, value: RawValue | null) => {
    if (field === null || value === null || value.text === '' || ofParts.has(foldWords(label))) return;
    const of = field === 'body' && isDayAlone(value.text) ? 'meetingDate' : field;
    // Who wrote a paper is its author, whoever it is a report of.
    const outranks = of === 'author' && !byAuthor && authorLabel.test(label);
    byAuthor ||= outranks;
    if (outranks || values[of] === undefined) values[of] = of === 'body' ? withoutNote(value) : value;
  };
  const headed = headedValues(blocks);
  const ofParts = labelsOfParts(blocks);
  const isBeside = (index: number) => [index - 1, index + 1].some((at) => beginsWithLabel(blocks[at]));
  blocks.slice(0, endOfFront(blocks)).forEach((block, index) => {
    if (block.kind === 'table') {
      const pairs = tablePairs(block);
      if (pairs === null) return;
      used.add(index);
      for (const [label, value] of pairs) note(label, fieldOf(label), value);
    } else if (block.kind === 'list') {
      const items = block.items.map(({ text, places }) => ({ places, pairs: linePairs(text, true) }));
      if (items.filter(({ pairs }) => pairs.some(({ field }) => field !== null)).length < leastItems) return;
      for (const { places, pairs } of items)
        for (const { label, field, value } of pairs) note(label, field, { text: value, places });
    } else if (headed.includes(index)) {
      if (headed.includes(index + 1) && isLabel(block.text))
        note(block.text, fieldOf(block.text), followingValue(blocks[index + 1]));
    } else {
      const pairs =
        hasLabelLead(block) && isBeside(index)
          ? leadPairs(leadOf(block), block.text)
          : linePairs(block.text, isBeside(index));
      for (const { label, field, value } of pairs)
        note(label, field, value === '' ? followingValue(blocks[index + 1]) : { text: value, places: block.places });
    }
  });
  const below = authorBelow(blocks);
  if (below !== undefined) values.author ??= below;
  return { values, used: new Set([...used, ...headed, ...labelledLines(blocks)]) };
}

/** `Author: …` below a plan is the paper's too. */
function authorBelow(blocks: readonly Block[]): RawValue | undefined {
  const found = blocks.find((block) => block.kind === 'paragraph' && /^(?:report )?authors?:\s/i.test(block.text));
  if (found === undefined || !('text' in found)) return undefined;
  const [pair] = linePairs(found.text);
  return pair?.field === 'author' ? { text: pair.value, places: found.places } : undefined;
}

const authorLabel = /\bauthors?\b/i;
const leastItems = 2;

/** Labels at the front of several lines that say something else each time (`Board: Effectiveness`): those of a paper's parts. */
function labelsOfParts(blocks: readonly Block[]): ReadonlySet<string> {
  const said = new Map<string, Set<string>>();
  for (const block of blocks) {
    const { label, value } =
      ('text' in block ? /^(?<label>[^:]{2,40}):\s+(?<value>\S.*)/su.exec(block.text)?.groups : undefined) ?? {};
    if (label === undefined || value === undefined || !isLabel(label)) continue;
    said.set(foldWords(label), (said.get(foldWords(label)) ?? new Set()).add(value));
  }
  return new Set([...said].flatMap(([label, values]) => (values.size > 1 ? [label] : [])));
}

const leadOf = (block: Block): string => (block.kind === 'paragraph' ? (block.lead ?? '') : '');
const hasLabelLead = (block: Block): boolean => isLabel(leadOf(block)) && !leadOf(block).includes(':');

/** True for a line with a label of front matter at its front. */
const beginsWithLabel = (block: Block | undefined): boolean =>
  block !== undefined &&
  'text' in block &&
  (hasLabelLead(block) || isLabel(/^(?<label>[^:]{2,40}):\s+\S/u.exec(block.text)?.groups?.label ?? ''));

/** A day, with the time of a meeting or without. */
const isDayAlone = (text: string): boolean => isWholeDate(foldPlain(text).replace(timeOfDay, ''));

/** `Members of the Audit Committee – For Information`: the body without what the paper is for. */
function withoutNote(given: RawValue): RawValue {
  const value = { ...given, text: given.text.replace(/^(?:the )?members of (?:the )?(?=\p{Lu})/iu, '') };
  const { body, note } = /^(?<body>.+?)\s+[-–—]\s+(?<note>[^-–—]+)$/u.exec(value.text)?.groups ?? {};
  return body !== undefined && note !== undefined && mastheadNotes.test(foldWords(note))
    ? { ...value, text: body }
    : value;
}

/** Labels below the first thing that is asked of the service are those of a plan: its dates are no meeting's. */
function endOfFront(blocks: readonly Block[]): number {
  const asked = blocks.findIndex((block) =>
    textsOf(block).some(({ text }) => asksOfService(text.replace(/^[^:]{2,40}:\s+/, ''))),
  );
  return Math.min(frontBlocks, asked < 0 ? frontBlocks : asked);
}

/** Headings that are labels of front matter (`Committee`, `Date`, `Author`), each with its value below it: two or more, one after the other. */
function headedValues(blocks: readonly Block[]): readonly number[] {
  const isHeaded = (index: number) => {
    const [label, value] = [blocks[index], blocks[index + 1]];
    const isShort = value?.kind === 'paragraph' && value.text.split(/\s+/).length <= longestHeaded;
    return label?.kind === 'heading' && isLabel(label.text) && isShort && !isLabel(value.text);
  };
  return blocks
    .slice(0, frontBlocks)
    .flatMap((_, index) => (isHeaded(index) && (isHeaded(index + 2) || isHeaded(index - 2)) ? [index, index + 1] : []));
}

const longestHeaded = 14;

/** Lines right below each other that are a label of front matter, a colon and its value, one of them who meets or which item it is. */
function labelledLines(blocks: readonly Block[]): readonly number[] {
  const runs: { block: number; field: FrontField | null }[][] = [[]];
  for (const [index, block] of blocks.slice(0, endOfFront(blocks)).entries()) {
    const { label = '' } =
      (block.kind === 'paragraph' ? /^(?<label>[^:]{2,40}):\s+\S/u.exec(block.text) : null)?.groups ?? {};
    if (isLabel(label)) runs.at(-1)?.push({ block: index, field: fieldOf(label) });
    else runs.push([]);
  }
  const isFront = (run: (typeof runs)[number]) =>
    run.length > 1 && run.some(({ field }) => field === 'body' || field === 'agendaItem');
  return runs.filter(isFront).flatMap((run) => run.map(({ block }) => block));
}

/** Label and value side by side, once or twice a row; null for a table that is no front matter. */
function tablePairs(table: Block & { kind: 'table' }): readonly (readonly [string, RawValue | null])[] | null {
  const pairs: (readonly [string, RawValue | null])[] = [];
  const grid = tableToGrid(table);
  const rows = grid.map((row) => distinctCells(row));
  for (const [index, cells] of rows.entries()) {
    const below = labelsAbove(cells, grid[index + 1] ?? []);
    pairs.push(...below, ...cells.flatMap(labelInCell));
    const isRowOfPlan = cells.length > mostBeside && !cells.every(({ text }, at) => at % 2 === 1 || isLabel(text));
    if (below.length > 0 || isRowOfPlan) continue;
    for (let column = 0; column + 1 < cells.length; column += 2) {
      pairs.push(...besideLabel(cells[column]?.text ?? '', cells[column + 1]));
    }
  }
  const known = pairs.filter(([label]) => fieldOf(label) !== null).length;
  const ofMeeting = pairs.some(([label]) => meetingLabels.test(foldWords(label)));
  return known >= (ofMeeting ? 1 : 2) && pairs.length >= 0.5 * rows.length ? pairs : null;
}

/** `Subject: HMICFRS Inspection Update`: a label and its value in one cell. */
function labelInCell(cell: Cell): readonly (readonly [string, RawValue | null])[] {
  const { label = '', value = '' } =
    /^(?<label>[^:\n]{2,30}):\s+(?<value>[^\n]+)$/u.exec(cell.text.trim())?.groups ?? {};
  return isLabel(label) ? [[label, { text: value, places: cell.places }]] : [];
}

/** What stands beside a label; line by line where several labels ran into one cell, and their values into the next. */
function besideLabel(label: string, cell: Cell | undefined): readonly (readonly [string, RawValue | null])[] {
  if (isLabel(label)) return [[label, cellValue(cell)]];
  const labels = labelsIn(foldWords(label).split(' '));
  const values = cell?.text.split('\n') ?? [];
  if (cell === undefined || labels.length < 2 || values.length !== labels.length) return [];
  return labels.map((one, index) => [one, cellValue({ ...cell, text: values[index] ?? '' })]);
}

/** The labels that words are made of, each as long as can be; none where any word is left over. */
function labelsIn(words: readonly string[]): readonly string[] {
  /** Those of the words from each place on, so that a place is looked at once though many labels lead to it. */
  const from: (readonly string[])[] = Array.from({ length: words.length + 1 }, () => []);
  for (let at = words.length - 1; at >= 0; at--)
    for (let end = at + 1; end <= Math.min(at + mostLabelWords, words.length); end++) {
      const label = words.slice(at, end).join(' ');
      const others = from[end] ?? [];
      if ((end === words.length || others.length > 0) && isLabel(label)) from[at] = [label, ...others];
    }
  return from[0] ?? [];
}

/** Labels side by side with their values in the row below; none where a row's labels have their values beside them. */
function labelsAbove(
  cells: readonly Cell[],
  below: readonly (Cell | null)[],
): readonly (readonly [string, RawValue | null])[] {
  const labels = cells.filter(({ text }) => isLabel(text));
  const values = labels.map(({ column }) => below[column] ?? null);
  const beside = labels.some((label, index) => labels[index + 1]?.column === label.column + label.columnSpan);
  // Under a header with other columns too stand the rows of a plan.
  if (labels.length < leastLabels * cells.length) return [];
  if (!beside || values.some((cell) => cell === null || isLabel(cell.text) || cells.includes(cell))) return [];
  return labels.map(({ text }, index) => [text, cellValue(values[index])]);
}

const leastLabels = 0.5;
/** Two labels with their values stand side by side; in a longer row each other cell is a label. */
const mostBeside = 4;

function followingValue(block: Block | undefined): RawValue | null {
  if (block === undefined || block.kind === 'table' || block.kind === 'list' || isLabel(block.text)) return null;
  return { text: block.text, places: block.places };
}
