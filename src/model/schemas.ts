import { z } from 'zod';
import type { FormatName } from './document.ts';
import type { Issue, Severity } from './issue.ts';
import type { Place } from './place.ts';
import type {
  Entry,
  EntryField,
  Extraction,
  FindingKind,
  Outcome,
  Paper,
  PaperField,
  Pillar,
  Plan,
  Precision,
  Rag,
  RagValue,
  Statement,
  StatusValue,
} from './plan.ts';
import type { StoredEntry, StoredPaper } from './stored.ts';
import type { Change, ChangeKind } from './thread.ts';

/** An enumeration held to its type both ways: a value missing here, or one too many, does not compile. */
function oneOf<T extends string>(values: Readonly<Record<T, 1>>): z.ZodEnum<{ [V in T]: V }> {
  const own = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  return z.enum(own as { [V in T]: V });
}

/**
 * The shapes of what comes from outside our own call stack: a worker's answer, JSON in the database, a file of data.
 * Each is held to the type of the same name by the compiler.
 */
export const placeSchema: z.ZodType<Place> = z.object({
  path: z.string().min(1),
  page: z.int().positive().exactOptional(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).exactOptional(),
});

const places = z.array(placeSchema);
const text = z.string().nullable();

export const severities = oneOf<Severity>({ error: 1, warning: 1, info: 1 });

export const issueSchema: z.ZodType<Issue> = z.object({
  code: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  severity: severities,
  message: z.string().min(1),
  place: placeSchema.nullable(),
});

const entryFields = oneOf<EntryField>({
  ref: 1,
  pillar: 1,
  finding: 1,
  summary: 1,
  theme: 1,
  action: 1,
  progress: 1,
  updates: 1,
  future: 1,
  timescale: 1,
  status: 1,
  rag: 1,
  lead: 1,
  percent: 1,
  extra: 1,
});

export const statusValues = oneOf<StatusValue>({
  not_started: 1,
  in_progress: 1,
  delayed: 1,
  deferred: 1,
  ongoing: 1,
  outstanding: 1,
  complete: 1,
  closed: 1,
  not_applicable: 1,
});

export const pillars = oneOf<Pillar>({ effectiveness: 1, efficiency: 1, people: 1 });
export const findingKinds = oneOf<FindingKind>({ area_for_improvement: 1, cause_of_concern: 1, recommendation: 1 });
export const ragValues = oneOf<RagValue>({ red: 1, amber: 1, green: 1, blue: 1, grey: 1, white: 1 });
export const ragOrigins = oneOf<Rag['from']>({ words: 1, fill: 1, ink: 1 });
export const precisions = oneOf<Precision>({
  day: 1,
  month: 1,
  quarter: 1,
  half: 1,
  season: 1,
  year: 1,
  financial_year: 1,
});
export const planStates = oneOf<Plan['state']>({ open: 1, closed: 1 });
export const statementKinds = oneOf<Statement['kind']>({
  rest_complete: 1,
  rest_unchanged: 1,
  plan_closed: 1,
  count: 1,
});
export const formatNames = oneOf<FormatName>({ pdf: 1, docx: 1, html: 1, text: 1 });
export const outcomes = oneOf<Outcome>({ ok: 1, partial: 1, failed: 1 });
export const changeKinds = oneOf<ChangeKind>({
  added: 1,
  dropped: 1,
  retired: 1,
  completed: 1,
  closed: 1,
  deferred: 1,
  reopened: 1,
  status_changed: 1,
  slipped: 1,
  brought_forward: 1,
  timescale_changed: 1,
  lead_changed: 1,
  reworded: 1,
  progress_updated: 1,
  rag_changed: 1,
  split: 1,
  merged: 1,
  moved: 1,
});

/** Columns and labels under their own words. */
export const extraSchema: z.ZodType<Entry['extra']> = z.record(z.string(), z.string());

const entryShape = z.object({
  plan: text,
  ref: text,
  pillar: pillars.nullable(),
  kind: findingKinds.nullable(),
  finding: text,
  summary: text,
  theme: text,
  action: text,
  progress: text,
  updates: z.array(z.object({ period: z.string(), text: z.string() })),
  future: text,
  timescale: z
    .object({
      raw: z.string(),
      start: text,
      end: text,
      precision: precisions.nullable(),
    })
    .nullable(),
  status: z.object({ raw: z.string(), value: statusValues.nullable() }).nullable(),
  rag: z
    .object({
      raw: z.string(),
      value: ragValues,
      from: ragOrigins,
    })
    .nullable(),
  lead: text,
  percent: z.number().nullable(),
  extra: extraSchema,
  places: z.partialRecord(entryFields, places),
});

export const entrySchema: z.ZodType<Entry> = entryShape;

/** An entry as exports give it. */
export const storedEntrySchema: z.ZodType<StoredEntry> = entryShape.extend({
  id: z.string(),
  paperId: z.string(),
  threadId: text,
});

export const planSchema: z.ZodType<Plan> = z.object({
  name: z.string(),
  asAt: text,
  state: planStates,
});

export const statementSchema: z.ZodType<Statement> = z.object({
  kind: statementKinds,
  plan: text,
  text: z.string(),
  places,
  count: z.number().nullable(),
  total: z.number().nullable(),
  status: statusValues.nullable(),
});

const paperFields = oneOf<PaperField>({
  service: 1,
  title: 1,
  body: 1,
  meetingDate: 1,
  asAt: 1,
  agendaItem: 1,
  author: 1,
});

export const paperPlacesSchema: z.ZodType<Partial<Record<PaperField, readonly Place[]>>> = z.partialRecord(
  paperFields,
  places,
);

const paperShape = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  file: z.string(),
  format: formatNames.nullable(),
  pages: z.int().nonnegative().nullable().exactOptional(),
  service: text,
  title: text,
  body: text,
  meetingDate: text,
  asAt: text,
  agendaItem: text,
  author: text,
  outcome: outcomes,
  places: paperPlacesSchema,
});

export const paperSchema: z.ZodType<Paper> = paperShape;

/** A paper as exports give it. */
export const storedPaperSchema: z.ZodType<StoredPaper> = paperShape.extend({
  sources: z.array(z.string()),
  plans: z.array(planSchema),
  statements: z.array(statementSchema),
  issues: z.array(issueSchema),
});

export const extractionSchema: z.ZodType<Extraction> = z.object({
  paper: paperSchema,
  plans: z.array(planSchema),
  entries: z.array(entrySchema),
  statements: z.array(statementSchema),
  issues: z.array(issueSchema),
});

export const changeSchema: z.ZodType<Change> = z.looseObject({
  threadId: z.string(),
  fromPaperId: text,
  toPaperId: z.string(),
  kind: changeKinds,
  field: text,
  before: text,
  after: text,
  beforePlaces: places,
  afterPlaces: places,
  inferred: z.boolean(),
  evidence: text,
  sentence: z.string(),
});

/** What `export --format json` writes. */
export const exportSchema = z.object({
  papers: z.array(storedPaperSchema),
  entries: z.array(storedEntrySchema),
  changes: z.array(changeSchema),
});
