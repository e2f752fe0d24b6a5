import { foldPlain } from '../src/lib/fold.ts';
import type { Document, SourceFile } from '../src/model/document.ts';
import { type Issue, type IssueCode, issueOf, notAPaper, saysNoPaper } from '../src/model/issue.ts';
import type { Place } from '../src/model/place.ts';
import type { Extraction, Outcome, Paper, Plan, Statement } from '../src/model/plan.ts';
import type { RawEntry, RawValue } from '../src/model/raw.ts';
import type { TaughtLayout } from '../src/model/taught.ts';
import { normaliseEntry } from '../src/normalise/entry.ts';
import { prepareDocument } from './fields/around.ts';
import { type HowSure, howSure, withConfidence } from './fields/how-sure.ts';
import { planTitleDate } from './front/as-at.ts';
import type { Front } from './front/front.ts';
import { blocksToStatements } from './front/statements.ts';
import { namesOfPlans } from './naming/name-plans.ts';
import { readPlans } from './plans.ts';
import { blocksToContexts } from './recognise/context.ts';
import { planName } from './recognise/plan-name.ts';
import { blockTitle } from './recognise/sections.ts';
import { askedInPlan, namesPlan } from './recognise/speaks-of-plan.ts';
import { planNotRead } from './recognise/unplaced.ts';

/** An entry, and the block where it stands. */
interface Standing {
  readonly entry: RawEntry;
  readonly block: number;
}

/**
 * Turns a document into what the paper says: its own data, its plans, their entries, and what was not understood.
 * @param taught what people said of layouts, which outranks the reader
 * @param sure how sure a value is by what is known of it
 */
export function documentToExtraction(
  file: SourceFile,
  read: Document,
  taught: readonly TaughtLayout[] = [],
  sure: HowSure = howSure,
): Extraction {
  const prepared = prepareDocument(read);
  const { document, front, around } = prepared;
  const contexts = blocksToContexts(document.blocks);
  const title = front.values.title?.text ?? null;
  const reading = readPlans({ ...prepared, contexts, title: title ?? '', taught });
  const ordered = inOrder(reading.entries, document);
  const told = blocksOf(reading.entries, document);
  const names = namesOfPlans(
    {
      title,
      labelled: front.plan?.text ?? null,
      blocks: document.blocks,
      told,
      furniture: document.furniture.map(({ text }) => text),
    },
    ordered.map(({ block }) => block),
  );
  const normalised = ordered.map(({ entry }, index) => {
    const plan = names[index] ?? null;
    return normaliseEntry(ownTheme(entry, [title, plan]), { plan, legend: around.legend });
  });
  const entries = withConfidence(normalised, reading, sure);
  const planNames = [...new Set(entries.flatMap(({ plan }) => (plan === null ? [] : [plan])))];
  const statements = [...reading.statements, ...blocksToStatements(document.blocks, contexts, planNames, told)];
  const issues = distinct([
    ...document.issues,
    ...reading.issues,
    ...normalised.flatMap((one) => one.issues),
    ...paperIssues(front, entries.length, document, reading.issues),
  ]);
  return {
    paper: toPaper(file, document, front, issues),
    plans: toPlans(planNames, statements, document, front),
    entries,
    statements,
    issues,
    layouts: reading.layouts,
  };
}

/** The paper's own title and the name of the plan are over every entry: they are no theme of any. */
function ownTheme(raw: RawEntry, over: readonly (string | null)[]): RawEntry {
  const { theme, ...fields } = raw.fields;
  const isOver = theme !== undefined && over.some((one) => one !== null && foldPlain(one) === foldPlain(theme.text));
  return isOver ? { ...raw, fields } : raw;
}

/** Entries in the order of the paper: layouts read one after the other, but their blocks stand mixed. */
function inOrder(entries: readonly RawEntry[], document: Document): readonly Standing[] {
  const positions = blockPositions(document);
  const positionOf = (entry: RawEntry) =>
    Math.max(...entryValues(entry).map(({ places }) => positions.get(rootOf(places)) ?? -1));
  return entries.map((entry) => ({ entry, block: positionOf(entry) })).toSorted((a, b) => a.block - b.block);
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
  return new Map(
    blocks.flatMap((block, index) => block.places.map((place): [string, number] => [rootOf([place]), index])),
  );
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

function paperIssues(
  { values }: Front,
  entries: number,
  { pages, blocks, issues: known }: Document,
  ofPlans: readonly Issue[],
): readonly Issue[] {
  const issues: Issue[] = [];
  if (known.some(saysNoPaper)) return [];
  const asked = entries === 0 ? askedInPlan(blocks) : null;
  const warn = (code: IssueCode, message: string) => issues.push(issueOf(code, message));
  const undated = values.asAt === undefined && values.meetingDate === undefined;
  const isRead = pages.length === 0 || pages.some(({ text }) => text !== 'none');
  if (entries === 0 && asked === null && values.service === undefined && undated && isRead && !namesPlan(blocks)) {
    const message = 'No plan, no service and no date was found in it: it is taken for no paper.';
    return [issueOf(notAPaper, message)];
  }
  if (asked !== null) issues.push(planNotRead(asked));
  else if (entries === 0 && isRead && !ofPlans.some(({ code }) => code === 'layout/table-not-read')) {
    warn(
      'layout/no-entries',
      'No improvement plan was recognised in this paper. If it holds one, its layout is new to us: please report it.',
    );
  }
  if (values.service === undefined) warn('paper/no-service', 'The paper does not say which service it is about.');
  if (undated) {
    warn(
      'paper/no-date',
      "The paper gives neither a data date nor a meeting date; its place among successive papers is taken from the file's name, if that has a date.",
    );
  }
  return issues;
}
