import { foldPlain, foldWords } from '../src/lib/fold.ts';
import type { Block, Cell, Table } from '../src/model/document.ts';
import { type Issue, issueOf } from '../src/model/issue.ts';
import type { LayoutReading, RawEntry, RawValue } from '../src/model/raw.ts';
import type { SeenLayout, TaughtLayout } from '../src/model/taught.ts';
import { kindOf } from '../src/normalise/pillar.ts';
import { splitRef } from '../src/normalise/ref.ts';
import { inspectors } from '../src/vocabulary/inspection.ts';
import { findingPhrase } from '../src/vocabulary/phrases.ts';
import { impactSections } from '../src/vocabulary/sections.ts';
import { hasAnswers } from './fields/answers-inspection.ts';
import type { Prepared } from './fields/around.ts';
import { withFindingsByRef } from './fields/findings-by-ref.ts';
import { withoutHeads } from './fields/heads-of-actions.ts';
import { blocksToReadings, type Demand, readingsToPlans } from './fields/index.ts';
import { halfPlanIssues } from './fields/issues.ts';
import type { Reading } from './fields/reading.ts';
import { readingsToThemes } from './fields/themes.ts';
import { titlesAbove } from './fields/titles-above.ts';
import { narrative } from './layouts/narrative.ts';
import type { Context } from './recognise/draft.ts';
import { type LayoutInput, mergeReadings, nothingRead } from './recognise/layout.ts';
import { areMinutes, isGuidance } from './recognise/no-plan.ts';
import { textsOf } from './recognise/on-inspection.ts';
import { placedWords, unplacedLines } from './recognise/placed.ts';
import { asksOfService, blockTitle, closesLetter } from './recognise/sections.ts';
import { notOfInspection, tableNotRead, textNotPlaced } from './recognise/unplaced.ts';
import { isStrip } from './records/strips.ts';
import { readTaught, toSeenLayouts } from './taught/read-taught.ts';

/** Where the reading of plans begins: the prepared document, what stands above each of its blocks, and the paper's title. */
export interface PlanInput extends Prepared {
  readonly contexts: readonly Context[];
  readonly title: string;
  /** What people said of layouts. */
  readonly taught: readonly TaughtLayout[];
}

/** The entries of a paper, and every table and form in it by its labels. */
export interface PlanReading extends LayoutReading {
  readonly layouts: readonly SeenLayout[];
}

/** What repeats and is sure is read first, then what repeats often, then what is likely alone: each parts what is left. */
const surely: Demand = { confidence: 0.85, records: 2 };
const demands: readonly Demand[] = [surely, { confidence: 0.5, records: 3 }, { confidence: 0.5, records: 1 }];
/** Where nothing is a plan by itself, what the paper's title says it is. */
const ofTitle: Demand = { confidence: 0.5, records: 3, byPaper: true };

/** Reads the entries of every plan in a paper: tables and labels first, prose where a plan has neither. */
export function readPlans(input: PlanInput): PlanReading {
  const { document, contexts, around, taught } = input;
  const { reading, seen, labels } = readTaught(document.blocks, contexts, around, taught);
  const read = readUntaught(input, reading, labels);
  const readRoots = new Set(read.entries.flatMap(entryRoots));
  return { ...read, layouts: toSeenLayouts(seen, readRoots) };
}

const rootsOf = ({ places }: Block): readonly string[] => places.map(({ path }) => path.split('/')[0] ?? '');

const entryRoots = ({ fields, updates }: RawEntry): readonly string[] =>
  [...Object.values(fields), ...updates.map(({ value }) => value)].flatMap(({ places }) =>
    places.map(({ path }) => path.split('/')[0] ?? ''),
  );

/** All that people said nothing of, read by what the paper itself shows. */
function readUntaught(
  { document, contexts, taken, milestones, title, around }: PlanInput,
  told: LayoutReading,
  labels: readonly string[],
): LayoutReading {
  const { blocks } = document;
  if (isGuidance(blocks)) return told;
  const readings: LayoutReading[] = [{ ...nothingRead, used: taken }, told];
  const input = (): LayoutInput => {
    const { used } = mergeReadings(readings);
    return { blocks, contexts, free: (index) => !used.has(index) };
  };
  let known: { readonly taken: number; readonly readings: readonly Reading[] } | null = null;
  const found = (): readonly Reading[] => {
    const { used } = mergeReadings(readings);
    // Blocks are only ever taken: where as many are taken as before, the same ones are free.
    if (known?.taken === used.size) return known.readings;
    // What was found before is let go first: both would be held together.
    known = null;
    known = { taken: used.size, readings: blocksToReadings(input(), around) };
    return known.readings;
  };
  if (areMinutes(blocks)) {
    const plans = readingsToPlans(found(), input(), surely);
    if (!plans.entries.some(isAsked)) return told;
    readings.push(plans);
  } else {
    for (const demand of demands) readings.push(readingsToPlans(found(), input(), demand));
    if (mergeReadings(readings).entries.length === 0) readings.push(readingsToPlans(found(), input(), ofTitle));
    readings.push(readingsToThemes(found(), input(), around));
    const { entries } = mergeReadings(readings);
    readings.push(besideTables(narrative.read(input()), entries));
  }
  const untaught = withFindingsByRef(mergeReadings(readings.slice(2)), found());
  readings.splice(2, readings.length, untaught);
  if (!hasAnswers(blocks, untaught.entries)) return withoutOwnWork(told, untaught);
  const read = mergeReadings(readings.slice(1));
  const unread = found().flatMap(halfPlanIssues);
  const beside = read.entries.length === 0 ? [] : [...milestoneIssues(blocks, milestones), ...stripIssues(blocks)];
  const loose = [
    looseTexts(input(), read, title),
    unreadTables(input(), read, unread),
    { ...nothingRead, issues: beside },
  ];
  const whole = mergeReadings([...readings, ...loose]);
  return {
    ...whole,
    entries: withoutHeads(whole.entries),
    issues: [...whole.issues, ...unplacedLines(blocks, read.used, read.entries, whole.issues, labels)],
  };
}

/** What inspectors found, and no task that a meeting gave to somebody. */
const isAsked = ({ fields: { finding, ref, kind } }: RawEntry): boolean =>
  finding !== undefined &&
  (asksOfService(finding.text) ||
    kind !== undefined ||
    kindOf(ref?.text ?? '') !== null ||
    inspectors.test(finding.text));

/** What people said of a paper's layouts, and that what else it tells is work of the service's own. */
function withoutOwnWork(told: LayoutReading, { entries, issues }: LayoutReading): LayoutReading {
  const [first] = entries.flatMap(({ fields }) => fields.finding ?? fields.action ?? fields.theme ?? []);
  const declined = issues.filter(({ code }) => code === 'layout/not-of-inspection');
  const left = first === undefined ? [] : [notOfInspection(entries.length, first)];
  return { ...told, issues: [...told.issues, ...declined, ...left] };
}

/** The marks of strips of months, under the months they stand for. */
const stripIssues = (blocks: readonly Block[]): readonly Issue[] =>
  blocks.filter(isStrip).map((block) => {
    const said = textsOf(block).flatMap(({ text }) => text.trim() || []);
    return textNotPlaced({ text: said.join(' | '), places: block.places });
  });

/** The milestones of a plan are no entries of it, and are told row by row. */
const milestoneIssues = (blocks: readonly Block[], milestones: ReadonlySet<number>): readonly Issue[] =>
  [...milestones].flatMap((index) => {
    const block = blocks[index];
    const rows = block?.kind === 'table' ? Map.groupBy(block.cells, ({ row }) => row) : new Map<number, Cell[]>();
    return [...rows.values()]
      .slice(1)
      .map((cells) =>
        textNotPlaced({ text: cells.map(({ text }) => text).join(' | '), places: cells[0]?.places ?? [] }),
      );
  });

/** A table that speaks as a plan does, or has the columns of the one that was read, but was not understood must not pass in silence. */
function unreadTables({ blocks, free }: LayoutInput, read: LayoutReading, ofHalves: readonly Issue[]): LayoutReading {
  const roots = new Set(read.entries.flatMap(entryRoots));
  const ofPlan = new Set(
    blocks.flatMap((block) => (rootsOf(block).some((root) => roots.has(root)) ? headsOf(block) : [])),
  );
  const above = titlesAbove(blocks);
  const isTold = toldIn(read.entries);
  const ofFindings = blocks.flatMap((block, index): readonly Issue[] => {
    if (block.kind !== 'table' || !free(index)) return [];
    const heads = headsOf(block);
    if ([...heads, above[index]?.at(-1)?.text ?? ''].some((head) => impactSections.test(head))) return [];
    const shared = heads.filter((head) => ofPlan.has(head)).length;
    const isPart = shared >= leastShared && shared > heads.length / 2;
    const finding = block.cells.find(({ row, text }) => findingPhrase.test(foldPlain(text)) || (isPart && row > 0));
    if (finding === undefined || isTold(block)) return [];
    return [tableNotRead(finding), ...block.cells.filter(({ text }) => text.trim() !== '').map(textNotPlaced)];
  });
  return { ...nothingRead, issues: [...ofFindings, ...ofHalves] };
}

/** True where an entry has all words of each row, as of one that a page break has cut. */
function toldIn(entries: readonly RawEntry[]): (table: Table) => boolean {
  const told = entries.map((entry) => placedWords([entry]));
  return ({ cells }) => {
    const rows = [...Map.groupBy(cells, ({ row }) => row).values()].map((row) =>
      row.map(({ text }) => foldWords(text)),
    );
    return rows.every((row) => told.some((words) => row.every((text) => words.includes(text))));
  };
}

/** A table with so many columns named as those of the plan, and most of its own, is a part of it. */
const leastShared = 2;

const headsOf = (block: Block): readonly string[] =>
  block.kind === 'table'
    ? block.cells.flatMap(({ row, text }) => (row === 0 && text.trim() !== '' ? [foldPlain(text)] : []))
    : [];

/** Prose on a plan that has its table too sums the table up: it is named, not read a second time. */
function besideTables(prose: LayoutReading, tabled: readonly RawEntry[]): LayoutReading {
  if (tabled.length === 0) return prose;
  const plans = new Set(tabled.map(({ plan }) => foldPlain(plan?.text ?? '')));
  const isRead = ({ plan }: RawEntry) => plan !== null && !plans.has('') && !plans.has(foldPlain(plan.text));
  const left = prose.entries.filter((entry) => !isRead(entry));
  if (left.length === 0) return prose;
  return { ...prose, entries: prose.entries.filter(isRead), used: new Set(), issues: [proseIssue(left)] };
}

function proseIssue(left: readonly RawEntry[]): Issue {
  const names = [...new Set(left.map(({ plan }) => `"${plan?.text}"`))].join(' and ');
  return issueOf(
    'layout/prose-beside-table',
    `${left.length} points in prose about ${names} were not read as entries, because the paper has the plan as a table too.`,
    left[0]?.plan?.places[0] ?? null,
  );
}

/**
 * Text right below what was read of a plan, with no title between but the paper's own, which may repeat on each page, and
 * what the service should do that no entry has: part of the plan that fits nowhere.
 */
function looseTexts({ blocks, free }: LayoutInput, read: LayoutReading, title: string): LayoutReading {
  const isUnread = isInNone(read.entries);
  const placed = placedWords(read.entries);
  const isPaperTitle = (block: Block) => 'text' in block && foldPlain(block.text) === foldPlain(title);
  let below = false;
  const issues = blocks.flatMap((block, index): readonly Issue[] => {
    if (read.used.has(index)) below = true;
    else if (isPaperTitle(block)) return [];
    else if (!free(index) || block.kind === 'table' || endsText(block)) below = false;
    else if (below)
      return blockValues(block)
        .filter(({ text }) => !placed.includes(foldWords(text)))
        .map(textNotPlaced);
    return free(index) ? blockValues(block).filter(isUnread).map(textNotPlaced) : [];
  });
  return { ...nothingRead, issues };
}

/** True for a text that says what the service should do, where there are entries and none has it. */
function isInNone(entries: readonly RawEntry[]): (value: RawValue) => boolean {
  const said = entries.flatMap(({ fields, extra }) => [...Object.values(fields), ...extra.map(({ value }) => value)]);
  const words = said.map((value) => foldWords(value.text)).join('\n');
  return ({ text }) =>
    entries.length > 0 && asksOfService(text) && !words.includes(foldWords(splitRef(text)?.rest ?? text));
}

const endsText = (block: Block) => blockTitle(block) !== null || ('text' in block && closesLetter(block.text));

function blockValues(block: Block): readonly RawValue[] {
  if (block.kind === 'table') return [];
  return block.kind === 'list' ? block.items : [block];
}
