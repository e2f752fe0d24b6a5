import { foldPlain } from '../src/lib/fold.ts';
import type { Block, Document, SourceFile } from '../src/model/document.ts';
import type { Issue } from '../src/model/issue.ts';
import type { Place } from '../src/model/place.ts';
import type { Extraction, Outcome, Paper, Plan, Statement } from '../src/model/plan.ts';
import type { LayoutReading, RawEntry, RawValue } from '../src/model/raw.ts';
import { normaliseEntry } from '../src/normalise/entry.ts';
import { planTitleDate } from './front/as-at.ts';
import { type Front, readFront } from './front/front.ts';
import { blocksToStatements } from './front/statements.ts';
import { actionTable } from './layouts/action-table.ts';
import { cards } from './layouts/cards.ts';
import { findingBlocks } from './layouts/finding-blocks.ts';
import { narrative } from './layouts/narrative.ts';
import { sections } from './layouts/sections.ts';
import { blocksToContexts } from './recognise/context.ts';
import type { Context } from './recognise/draft.ts';
import { type Layout, type LayoutInput, mergeReadings, nothingRead } from './recognise/layout.ts';
import { blocksToLegend } from './recognise/legend.ts';
import { planName } from './recognise/plan-name.ts';
import { blockTitle } from './recognise/sections.ts';
import { textNotPlaced } from './recognise/unplaced.ts';

/** Most telling first: each reads what those before it left. */
const structured: readonly Layout[] = [findingBlocks, cards, actionTable, sections];

/** Turns a document into what the paper says: its own data, its plans, their entries, and what was not understood. */
export function documentToExtraction(file: SourceFile, document: Document): Extraction {
  const front = readFront(document);
  const { legend, used } = blocksToLegend(document.blocks);
  const contexts = blocksToContexts(document.blocks);
  const reading = readLayouts(document, contexts, new Set([...front.used, ...used]));
  const fallback = front.values.title?.text ?? null;
  const normalised = inOrder(reading.entries, document).map((raw) => normaliseEntry(raw, { plan: fallback, legend }));
  const entries = normalised.map(({ entry }) => entry);
  const planNames = [...new Set(entries.flatMap(({ plan }) => (plan === null ? [] : [plan])))];
  const statements = [
    ...reading.statements,
    ...blocksToStatements(document.blocks, contexts, planNames, blocksOf(reading.entries, document)),
  ];
  const issues = distinct([
    ...document.issues,
    ...reading.issues,
    ...normalised.flatMap((one) => one.issues),
    ...paperIssues(front, entries.length, document),
  ]);
  return {
    paper: toPaper(file, document, front, issues),
    plans: toPlans(planNames, statements, document, front),
    entries,
    statements,
    issues,
  };
}

function readLayouts({ blocks }: Document, contexts: readonly Context[], front: ReadonlySet<number>): LayoutReading {
  const readings: LayoutReading[] = [{ ...nothingRead, used: front }];
  const input = (): LayoutInput => {
    const { used } = mergeReadings(readings);
    return { blocks, contexts, free: (index) => !used.has(index) };
  };
  for (const layout of structured) readings.push(layout.read(input()));
  const { entries } = mergeReadings(readings);
  readings.push(besideTables(narrative.read(input()), entries));
  return mergeReadings([...readings, looseTexts(input(), mergeReadings(readings.slice(1)).used)]);
}

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
  return {
    code: 'layout/prose-beside-table',
    severity: 'info',
    message: `${left.length} points in prose about ${names} were not read as entries, because the paper has the plan as a table too.`,
    place: left[0]?.plan?.places[0] ?? null,
  };
}

/** Text right below what was read of a plan, with no title between: part of the plan that fits nowhere. */
function looseTexts({ blocks, free }: LayoutInput, read: ReadonlySet<number>): LayoutReading {
  let below = false;
  const issues = blocks.flatMap((block, index): readonly Issue[] => {
    if (read.has(index)) below = true;
    else if (!free(index) || block.kind === 'table' || blockTitle(block) !== null) below = false;
    else if (below) return blockValues(block).map(textNotPlaced);
    return [];
  });
  return { ...nothingRead, issues };
}

function blockValues(block: Block): readonly RawValue[] {
  if (block.kind === 'table') return [];
  return block.kind === 'list' ? block.items : [block];
}

/** Entries in the order of the paper: layouts read one after the other, but their blocks stand mixed. */
function inOrder(entries: readonly RawEntry[], document: Document): readonly RawEntry[] {
  const positions = blockPositions(document);
  const positionOf = (entry: RawEntry) =>
    Math.max(...entryValues(entry).map(({ places }) => positions.get(rootOf(places)) ?? -1));
  return entries.toSorted((a, b) => positionOf(a) - positionOf(b));
}

/** The blocks whose words are an entry's own finding, action or progress. */
function blocksOf(entries: readonly RawEntry[], document: Document): ReadonlySet<number> {
  const positions = blockPositions(document);
  const values = entries.flatMap(({ fields, updates }) => [
    fields.finding,
    fields.action,
    fields.progress,
    ...updates.map(({ value }) => value),
  ]);
  return new Set(values.flatMap((value) => positions.get(rootOf(value?.places ?? [])) ?? []));
}

function entryValues({ fields, updates }: RawEntry): readonly RawValue[] {
  return [...Object.values(fields), ...updates.map(({ value }) => value)];
}

function blockPositions({ blocks }: Document): ReadonlyMap<string, number> {
  return new Map(blocks.map((block, index) => [rootOf(block.places), index]));
}

function rootOf(places: readonly Place[]): string {
  return places[0]?.path.split('/')[0] ?? '';
}

function toPaper(file: SourceFile, document: Document, front: Front, issues: readonly Issue[]): Paper {
  const { values } = front;
  const places = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.places]));
  return {
    id: file.sha256,
    file: file.name,
    format: document.format,
    pages: document.pages.length === 0 ? null : document.pages.length,
    service: values.service?.text ?? null,
    title: values.title?.text ?? null,
    body: values.body?.text ?? null,
    meetingDate: values.meetingDate?.text ?? null,
    asAt: values.asAt?.text ?? null,
    agendaItem: values.agendaItem?.text ?? null,
    author: values.author?.text ?? null,
    outcome: outcomeOf(issues),
    places,
  };
}

/** What two readers say of the same words is said once. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  const key = ({ code, message, place }: Issue) => `${code} ${place?.path} ${message}`;
  return [...new Map(issues.map((issue) => [key(issue), issue])).values()];
}

/** A paper with an error is never `ok`. */
export function outcomeOf(issues: readonly Issue[]): Outcome {
  return issues.some(({ severity }) => severity === 'error') ? 'partial' : 'ok';
}

function toPlans(
  names: readonly string[],
  statements: readonly Statement[],
  document: Document,
  front: Front,
): readonly Plan[] {
  return names.map((name) => {
    const title = document.blocks
      .map(blockTitle)
      .find((one) => one !== null && planName(one.text) !== null && foldPlain(one.text).startsWith(foldPlain(name)));
    const closed = statements.some(({ kind, plan }) => kind === 'plan_closed' && plan === name);
    const asAt =
      (title === null || title === undefined ? null : planTitleDate(title.text)) ?? front.values.asAt?.text ?? null;
    return { name, asAt, state: closed ? 'closed' : 'open' };
  });
}

function paperIssues({ values }: Front, entries: number, { pages }: Document): readonly Issue[] {
  const issues: Issue[] = [];
  const warn = (code: string, message: string) => issues.push({ code, severity: 'warning', message, place: null });
  if (entries === 0 && (pages.length === 0 || pages.some(({ text }) => text !== 'none'))) {
    warn(
      'layout/no-entries',
      'No improvement plan was recognised in this paper. If it holds one, its layout is new to us: please report it.',
    );
  }
  if (values.service === undefined) warn('paper/no-service', 'The paper does not say which service it is about.');
  if (values.asAt === undefined && values.meetingDate === undefined) {
    warn(
      'paper/no-date',
      "The paper gives neither a data date nor a meeting date; its place among successive papers is taken from the file's name, if that has a date.",
    );
  }
  return issues;
}
