import { mostOf } from '../../src/lib/extremes.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { isPillar, kindOf, pillarOf } from '../../src/normalise/pillar.ts';
import { isStatusWords, isWhollyStatus } from '../../src/normalise/status.ts';
import { labelMark } from '../../src/taught/marks.ts';
import { contentsLists } from './contents-lists.ts';
import { headerRowsOf } from './header-rows.ts';
import { couldBeLabel, couldBeLongLabel, knownLabel, labelKey, namesPost } from './kinds-of-text.ts';
import { labelsOfBoxes } from './label-boxes.ts';
import { labelsInCells } from './labels-in-cells.ts';
import { beginsRecord, numberedShapes } from './numbered-lines.ts';
import { endInBrackets, endsInFacts, returningBrackets, startInBrackets } from './pieces.ts';
import { returningTitles } from './returning-titles.ts';
import { countRuns, leadKey } from './run-in-labels.ts';
import type { SentenceFrame } from './sentence-frames.ts';
import { paragraphsToFrames } from './told-facts.ts';

/** Labels that a person has named in layouts that stand in this paper, by `labelMark`. */
export interface NamedLabels {
  /** For each table layout the marks of its header row. */
  readonly headers: readonly ReadonlySet<string>[];
  readonly whole: ReadonlySet<string>;
}

export const noneNamed: NamedLabels = { headers: [], whole: new Set() };

/** The labels of a paper: texts that stand alone and return, and words before a mark with how often they return. */
export interface Labels {
  /** Whole short texts that return, by `labelKey`. */
  readonly whole: ReadonlySet<string>;
  /** Words before a colon, a question mark or a dash, by `labelKey`: in how many lines. */
  readonly runIn: ReadonlyMap<string, number>;
  /** Words in bold at the front of texts that go on in plain type, by `labelKey`: those that return. */
  readonly leads: ReadonlySet<string>;
  /** The first lines of cells that are labels of what stands below them there, by `labelKey`. */
  readonly inCells: ReadonlySet<string>;
  /** Rows of tables by the keys of all of their texts: how many there are. */
  readonly rows: ReadonlyMap<string, number>;
  /** The shapes of the references that lines begin with, each with another number. */
  readonly numbered: ReadonlySet<string>;
  /** True where several lines end in their facts in brackets and each begins a record. */
  readonly factsAtEnd: boolean;
  /** The short texts in brackets that rate items of lists, which begin records too. */
  readonly ends: ReadonlySet<string>;
  /** The same of those with which they begin: `[DONE] Book the hall`. */
  readonly starts: ReadonlySet<string>;
  /** True where different statuses stand before what is told (`Late: …`, `Completed: …`): none of them is a label. */
  readonly statusesFirst: boolean;
  /** The sentences in which records tell facts. */
  readonly frames: readonly SentenceFrame[];
  readonly named: NamedLabels;
}

/** The words of a row of a table, by which a header that returns is known. */
export const rowKey = (cells: readonly Cell[]): string => cells.map(({ text }) => labelKey(text)).join(' | ');

/** A text that stands alone, with the one before it; `strong` where it is set in bold or as a heading. */
interface Standing {
  readonly key: string;
  readonly before: string;
  readonly strong: boolean;
  /** True for a date and no more that nothing sets off, neither type nor paint, as the names of periods are. */
  readonly isPlainDate: boolean;
  /** True where the next text is set in bold or as a heading: a title that this one stands right above. */
  readonly isOverTitle: boolean;
}

/** True for a text that stands alone and is a label of the paper. */
export const isWholeLabel = ({ whole, named }: Labels, text: string): boolean =>
  !text.includes('\n') && (whole.has(labelKey(text)) || named.whole.has(labelMark(text)));

/**
 * The labels of a paper, told by repetition: a short text that returns is a label whatever it says, unless it always
 * stands after one and the same text that returns more often, as the values of one label do.
 */
export function blocksToLabels(blocks: readonly Block[], named: NamedLabels = noneNamed): Labels {
  const standing: Standing[] = [];
  const lines: string[] = [];
  const titles = new Set<number>();
  const leads = returningLeads(blocks);
  let before = '';
  const note = (text: string, strong: boolean, painted = false, lead = '') => {
    if (text.trim() === '') return;
    const last = standing.at(-1);
    if (strong && last !== undefined && last.key === before)
      standing[standing.length - 1] = { ...last, isOverTitle: true };
    const isLed = lead !== text && leads.has(labelKey(lead));
    const isLabel = couldBeLabel(text) || (strong && (isStatusWords(text) || couldBeLongLabel(text)));
    const key = !isLed && isLabel ? labelKey(text) : '';
    if (key !== '')
      standing.push({ key, before, strong, isPlainDate: !strong && !painted && isWholeDate(text), isOverTitle: false });
    before = key;
    if (strong) titles.add(lines.length);
    for (const line of text.split('\n')) lines.push(line);
  };
  const contents = contentsLists(blocks);
  for (const [index, block] of blocks.entries()) {
    if (contents.has(index)) before = '';
    else if (block.kind === 'table')
      for (const cell of textCells(block)) note(cell.text, cell.bold || cell.header, cell.fill !== null);
    else if (block.kind === 'list') for (const item of block.items) note(item.text, false, false, item.lead);
    else note(block.text, block.kind === 'heading' || block.bold, false, 'lead' in block ? block.lead : '');
  }
  const runIn = countRuns(lines);
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ text }) => text) : []));
  const numbered = numberedShapes(blocks);
  const returning = new Set([...returningTexts(standing)].filter((key) => !leadsToStatusOrPost(key, runIn)));
  const titlesAgain = returningTitles(blocks, returning);
  return {
    whole: new Set([...returning, ...labelsOfBoxes(blocks, returning)].filter((key) => !titlesAgain.has(key))),
    runIn: withNamed(runIn, named),
    leads,
    inCells: labelsInCells(blocks),
    rows: countRows(blocks),
    numbered,
    factsAtEnd: beginWithFacts(lines, titles, numbered),
    ends: returningBrackets(items, endInBrackets),
    starts: returningBrackets(items, startInBrackets),
    statusesFirst: areStatusesFirst(lines),
    frames: paragraphsToFrames(
      blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
      Math.max(fewestTold, leastTold * mostReturning(runIn, standing)),
    ),
    named,
  };
}

/**
 * True where several lines end in their facts in brackets, most of them not as the end of what a line with a reference begins.
 * @param titles the lines, by their number, that are set in bold or as headings
 */
function beginWithFacts(lines: readonly string[], titles: ReadonlySet<number>, numbered: ReadonlySet<string>): boolean {
  const ended = lines.flatMap((line, at) =>
    endsInFacts(line) ? [{ line, above: titles.has(at - 1) ? '' : (lines[at - 1] ?? '') }] : [],
  );
  const ofNumbered = ended.filter(
    ({ line, above }) => beginsRecord(above, numbered) && !beginsRecord(line, numbered) && !endsInFacts(above),
  );
  // Of several such lines below each other none ends what stands above them.
  const areSeveral = ended.some(({ above }) => endsInFacts(above));
  return ended.length > 1 && (areSeveral || ofNumbered.length < leastOfNumbered * ended.length);
}
const leastOfNumbered = 0.5;

/** Statuses before a colon, some of them words of labels too (`Completed: …`), others not (`Late: …`). */
function areStatusesFirst(lines: readonly string[]): boolean {
  const found = new Set(lines.flatMap((line) => statusBeforeColon.exec(line)?.groups?.status?.toLowerCase() ?? []));
  const statuses = [...found].filter(isWhollyStatus);
  return statuses.length > 1 && statuses.some((status) => !knownLabel(status, 0.9));
}
const statusBeforeColon = /^(?<status>\p{Lu}[\p{L} ]{2,30}):\s/u;

/** True where a known label that returns before other values too stands before a status or a post: `State Finished`, `Lead Head of Fleet`. */
function leadsToStatusOrPost(key: string, runs: ReadonlyMap<string, number>): boolean {
  const words = key.split(' ');
  return words.slice(1).some((_, at) => {
    const label = words.slice(0, at + 1).join(' ');
    const isLead = (runs.get(leadKey(label)) ?? 0) > leastLeads && knownLabel(label, 0.9);
    const value = words.slice(at + 1).join(' ');
    return isLead && (isStatusWords(value) || namesPost(value));
  });
}

const leastLeads = 2;

/** How often the label does that returns most, in a line or by itself. */
const mostReturning = (runIn: ReadonlyMap<string, number>, standing: readonly Standing[]): number =>
  Math.max(
    mostOf([...runIn], ([key, count]) => (key.endsWith(' …') ? 0 : count)),
    mostOf([...Map.groupBy(standing, ({ key }) => key).values()], (all) => all.length),
  );

/** So many paragraphs tell facts in a frame, against the label that returns most. */
const leastTold = 0.6;
const fewestTold = 3;

/**
 * The words in bold that several texts begin with: what is set off before other words each time is a label, a status only where it
 * returns as often as any of them, and a sentence of its own (`Accepted. The force adopted …`) only where the vocabulary knows it,
 * several return so, or it returns as often as the others.
 */
function returningLeads(blocks: readonly Block[]): ReadonlySet<string> {
  const leads = blocks.flatMap((block) => {
    const texts = block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block] : [];
    return texts.flatMap(({ lead, text }) => (lead === undefined || lead === text ? [] : [lead]));
  });
  const counts = new Map([...Map.groupBy(leads, labelKey)].map(([key, all]) => [key, all.length]));
  const most = Math.max(
    0,
    mostOf([...counts.values()], (count) => count),
  );
  const known = leads.filter((lead) => /\.$/.test(lead) && knownLabel(lead, 0.9));
  const often = new Set(leads.filter((lead) => /\.$/.test(lead) && (counts.get(labelKey(lead)) ?? 0) >= leastStopped));
  const isAmongOthers = leads.some((lead) => !/\.$/.test(lead) && counts.get(labelKey(lead)) === most);
  const asOften = [...often].filter((lead) => isAmongOthers && (counts.get(labelKey(lead)) ?? 0) === most);
  const stopped = [...known, ...(often.size > 1 ? often : asOften)];
  const mostStopped =
    Math.max(...stopped.map((lead) => counts.get(labelKey(lead)) ?? 0), 0) || Number.POSITIVE_INFINITY;
  const isLabel = (lead: string, count: number) =>
    count > 1 &&
    (!/\.$/.test(lead) || knownLabel(lead, 0.9) || count >= leastOfPost * mostStopped) &&
    (couldBeLabel(lead.replace(/\.$/, '')) || (isStatusWords(lead) && count >= leastOfStatus * most));
  return new Set(leads.flatMap((lead) => (isLabel(lead, counts.get(labelKey(lead)) ?? 0) ? [labelKey(lead)] : [])));
}

/** Several sentences set off so often at the front of texts are their labels, whatever they say. */
const leastStopped = 3;

/** Words that a person has named are a label before a mark as if they returned. */
function withNamed(counts: ReadonlyMap<string, number>, { whole }: NamedLabels): ReadonlyMap<string, number> {
  if (whole.size === 0) return counts;
  return new Map([...counts, ...[...whole].map((mark) => [mark, Math.max(2, counts.get(mark) ?? 0)] as const)]);
}

function countRows(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const cells of Map.groupBy(block.cells, ({ row }) => row).values())
      counts.set(rowKey(cells), (counts.get(rowKey(cells)) ?? 0) + 1);
  }
  return counts;
}

function returningTexts(standing: readonly Standing[]): ReadonlySet<string> {
  const byKey = Map.groupBy(standing, ({ key }) => key);
  const count = (key: string) => byKey.get(key)?.length ?? 0;
  /** As often as the text that always stands before it, which is set as a label where this one is not. */
  const isSet = (before: string, all: readonly Standing[]) =>
    count(before) === all.length &&
    (byKey.get(before)?.every(({ strong }) => strong) ?? false) &&
    !all.some(({ strong }) => strong);
  const isStatus = (key: string) =>
    isStatusWords(key) &&
    !(key.includes(' ') && knownLabel(key, 0.9) && byKey.get(key)?.some(({ strong }) => strong) === true);
  const isDoubtful = (key: string) => namesPost(key) || isStatus(key) || pillarOf(key) !== null;
  const most = Math.max(
    0,
    mostOf([...byKey], ([key, all]) => (isDoubtful(key) ? 0 : all.length)),
  );
  const severalPillars = new Set([...byKey.keys()].filter(isPillar)).size > 1;
  const found = new Set<string>();
  for (const [key, all] of byKey) {
    const known = knownLabel(key, 0.9) && !isStatus(key);
    if (all.length < 2 && !known) continue;
    const [first] = all;
    const always = all.length > 1 && all.every(({ before }) => before === first?.before) ? (first?.before ?? '') : '';
    const isBeside = count(always) > all.length || isSet(always, all);
    if ((!known || kindOf(key) !== null) && always !== '' && isBeside) continue;
    if (!known && all.every(({ isOverTitle, strong }) => isOverTitle && !strong)) continue;
    if (!known && all.every(({ isPlainDate }) => isPlainDate)) continue;
    if (severalPillars && isPillar(key)) continue;
    if ((namesPost(key) || pillarOf(key) !== null) && (most < 2 || all.length < leastOfPost * most)) continue;
    if (isStatus(key) && (most < 2 || all.length < leastOfStatus * most || !all.every(({ strong }) => strong)))
      continue;
    found.add(key);
  }
  return found;
}

/** Words of a post or a status are a label where they return at least so often, against the label that returns most. */
const leastOfPost = 0.5;
const leastOfStatus = 0.9;

/** A row of so few texts under a header of more columns can be a label with what it says of the rows above. */
const mostOfPair = 2;

/** The cells of a table but for those of full rows under a header, which are values however often they return. */
function textCells(table: Table): readonly Cell[] {
  const headers = headerRowsOf(table);
  const [first] = headers;
  if (first === undefined || headers.length > 1 || table.rows - first < 3) return table.cells;
  const rows = Map.groupBy(
    table.cells.filter(({ text }) => text.trim() !== ''),
    ({ row }) => row,
  );
  return table.cells.filter(
    ({ row }) => row <= first || (rows.get(row)?.length ?? 0) <= Math.min(mostOfPair, table.columns - 1),
  );
}
