import { foldWords } from '../../src/lib/fold.ts';
import type { Block, Cell } from '../../src/model/document.ts';
import type { PaperField } from '../../src/model/plan.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { namesBody, surelyBody } from '../../src/vocabulary/bodies.ts';
import { frontLabels, meetingLabels, otherFrontLabels, planLabels } from '../../src/vocabulary/front-labels.ts';
import { mastheadNotes } from '../../src/vocabulary/mastheads.ts';
import { textsOf } from '../recognise/on-inspection.ts';
import { asksOfService } from '../recognise/sections.ts';
import { cellValue } from '../recognise/values.ts';

/** What the labels of the front matter say, and the blocks they stand in. */
export interface FrontPairs {
  readonly values: Readonly<Partial<Record<FrontField, RawValue>>>;
  readonly used: ReadonlySet<number>;
}

/** What a label of the front matter can say: a field of the paper, or the name of its plan. */
type FrontField = PaperField | 'plan';

/** Front matter stands at the front. */
const frontBlocks = 30;
const mostLabelWords = 5;

const fieldOf = (label: string): FrontField | null => {
  const words = foldWords(label);
  return frontLabels.find(([pattern]) => pattern.test(words))?.[1] ?? (planLabels.test(words) ? 'plan' : null);
};
const isLabel = (text: string) =>
  fieldOf(text) !== null || [otherFrontLabels, meetingLabels].some((labels) => labels.test(foldWords(text)));

/** Reads labels and values from front matter tables and from paragraphs such as `Meeting Date 31 March 2021`. */
export function blocksToFrontPairs(blocks: readonly Block[]): FrontPairs {
  const values: Partial<Record<FrontField, RawValue>> = {};
  const used = new Set<number>();
  const note = (field: FrontField | null, value: RawValue | null) => {
    if (field !== null && value !== null)
      values[field === 'body' && isWholeDate(value.text) ? 'meetingDate' : field] ??=
        field === 'body' ? withoutNote(value) : value;
  };
  blocks.slice(0, endOfFront(blocks)).forEach((block, index) => {
    if (block.kind === 'table') {
      const pairs = tablePairs(block);
      if (pairs === null) return;
      used.add(index);
      for (const [label, value] of pairs) note(fieldOf(label), value);
    } else if (block.kind === 'paragraph' || block.kind === 'heading') {
      const pair = textPair(block.text);
      if (pair === null) return;
      const [field, rest] = pair;
      note(field, rest === '' ? followingValue(blocks[index + 1]) : { text: rest, places: block.places });
    }
  });
  return { values, used: new Set([...used, ...headedValues(blocks), ...labelledLines(blocks)]) };
}

/** `Audit Committee – For Information`: the body without what the paper is for. */
function withoutNote(value: RawValue): RawValue {
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
  for (let count = Math.min(mostLabelWords, words.length); count > 0; count--) {
    const label = words.slice(0, count).join(' ');
    const others = isLabel(label) && count < words.length ? labelsIn(words.slice(count)) : [];
    if (isLabel(label) && (count === words.length || others.length > 0)) return [label, ...others];
  }
  return [];
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

function textPair(text: string): readonly [FrontField, string] | null {
  const [label = '', ...rest] = text.split(/:\s*/);
  const labelled = rest.length > 0 && foldWords(label).split(' ').length <= mostLabelWords ? fieldOf(label) : null;
  const said = rest.join(': ').trim();
  if (labelled !== null) return labelled === 'body' && isToPersons(label, said) ? null : [labelled, said];
  const words = text.trim().split(/\s+/);
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const field = fieldOf(words.slice(0, count).join(' '));
    const value = words.slice(count).join(' ');
    if (field !== null && fits(field, value, count)) return [field, value];
  }
  return null;
}

/** `To: Councillors Achterberg and Coombes`: persons, and no body. */
const isToPersons = (label: string, value: string): boolean =>
  /^(?:report )?to$/.test(foldWords(label)) && !namesBody.test(value);

/** Without a colon a label needs a value that is plainly its own. */
function fits(field: FrontField, value: string, labelWords: number): boolean {
  if (field === 'agendaItem') return /^\d{1,3}[a-z]?\b.{0,3}$/i.test(value);
  if (field === 'meetingDate') return /\d{4}$/.test(value) && value.split(' ').length <= 5;
  if (field === 'body')
    return isWholeDate(value) || (/^\p{Lu}/u.test(value) && value.split(' ').length <= 9 && surelyBody.test(value));
  if (field === 'title')
    return labelWords === 1 && /^\p{Lu}/u.test(value) && value.split(' ').length <= 16 && !/\.$/.test(value);
  return field === 'author' && labelWords >= 2 && /^(?:the )?\p{Lu}/u.test(value) && value.split(' ').length <= 12;
}

function followingValue(block: Block | undefined): RawValue | null {
  if (block === undefined || block.kind === 'table' || block.kind === 'list' || isLabel(block.text)) return null;
  return { text: block.text, places: block.places };
}
