import { z } from 'zod';
import { type EntryValues, entryFieldRows, type FieldValues, type PaperValues, paperFieldRows } from './fields.ts';
import type { Issue } from './issue.ts';
import type { Place } from './place.ts';
import type { Entry, Extraction, Paper, PaperField, Plan, Statement } from './plan.ts';
import type { StoredEntry, StoredPaper } from './stored.ts';
import { layoutForms, type SeenLayout, type TaughtLabel, type TaughtLayout, taughtFields } from './taught.ts';
import type { Change } from './thread.ts';
import * as values from './values.ts';

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

export const severities = z.enum(values.severities);

export const issueSchema: z.ZodType<Issue> = z.object({
  code: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  severity: severities,
  message: z.string().min(1),
  place: placeSchema.nullable(),
});

export const statusValues = z.enum(values.statusValues);
export const pillars = z.enum(values.pillars);
export const questionCodes = z.enum(values.questionCodes);
export const findingKinds = z.enum(values.findingKinds);
export const ragValues = z.enum(values.ragValues);
export const ragOrigins = z.enum(values.ragOrigins);
export const precisions = z.enum(values.precisions);
export const planStates = z.enum(values.planStates);
export const statementKinds = z.enum(values.statementKinds);
export const formatNames = z.enum(values.formatNames);
export const outcomes = z.enum(values.outcomes);
export const changeKinds = z.enum(values.changeKinds);

const shapes: { readonly [Kind in keyof FieldValues]: z.ZodType<FieldValues[Kind]> } = {
  text,
  number: z.number().nullable(),
  pillar: pillars.nullable(),
  question: questionCodes.nullable(),
  findingKind: findingKinds.nullable(),
  timescale: z.object({ raw: z.string(), start: text, end: text, precision: precisions.nullable() }).nullable(),
  status: z.object({ raw: z.string(), value: statusValues.nullable() }).nullable(),
  rag: z.object({ raw: z.string(), value: ragValues, from: ragOrigins }).nullable(),
  updates: z.array(z.object({ period: z.string(), text: z.string() })),
  labelled: z.record(z.string(), z.string()),
};

/** The shape of each field, under its name, with what it means. */
type Described<Table> = { readonly [Field in keyof Table]: z.ZodType };

function entryValueShapes() {
  const described = entryFieldRows.map(([field, { kind, columns }]) => [
    field,
    shapes[kind].describe(columns.map(({ meaning }) => meaning).join('. ')),
  ]);
  return Object.fromEntries(described) as Described<EntryValues>;
}

function paperValueShapes() {
  const described = paperFieldRows.map(([field, { column }]) => [field, text.describe(column.meaning)]);
  return Object.fromEntries(described) as Described<PaperValues>;
}

const entryFieldNames = z.enum(entryFieldRows.map(([field]) => field));
const paperFieldNames = z.enum(paperFieldRows.map(([field]) => field));

/** Beside a value that a person set: by whom, when, why, and what was read. */
const correctedShape = z.object({ by: z.string(), at: z.string(), why: text, read: z.unknown() });

const entryShape = z.object({
  ...entryValueShapes(),
  places: z.partialRecord(entryFieldNames, places),
  confidence: z
    .partialRecord(entryFieldNames, z.number().min(0).max(1))
    .describe('How sure the reader is of each value: of the values with 0.9, nine in ten are right'),
});

export const entrySchema = entryShape as unknown as z.ZodType<Entry>;

/** An entry as exports give it. */
export const storedEntrySchema = entryShape.extend({
  id: z.string(),
  paperId: z.string(),
  threadId: text,
  isCurrent: z.boolean().describe('True for the latest state of its thread'),
  corrected: z.partialRecord(entryFieldNames, correctedShape).describe('Fields that a person set'),
}) as unknown as z.ZodType<StoredEntry>;

export const planSchema: z.ZodType<Plan> = z.object({ name: z.string(), asAt: text, state: planStates });

export const statementSchema: z.ZodType<Statement> = z.object({
  kind: statementKinds,
  plan: text,
  text: z.string(),
  places,
  count: z.number().nullable(),
  total: z.number().nullable(),
  status: statusValues.nullable(),
});

const paperPlacesSchema: z.ZodType<Partial<Record<PaperField, readonly Place[]>>> = z.partialRecord(
  paperFieldNames,
  places,
);

const paperShape = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  file: z.string(),
  format: formatNames.nullable(),
  pages: z.int().nonnegative().nullable().exactOptional(),
  ...paperValueShapes(),
  outcome: outcomes,
  places: paperPlacesSchema,
});

export const paperSchema = paperShape as unknown as z.ZodType<Paper>;

/** A paper as exports give it. */
export const storedPaperSchema = paperShape.extend({
  sources: z.array(z.string()),
  plans: z.array(planSchema),
  statements: z.array(statementSchema),
  issues: z.array(issueSchema),
  corrected: z.partialRecord(paperFieldNames, correctedShape).describe('Fields that a person set'),
  noPaper: text.describe('Why the file is no paper on a plan and counts nowhere; null for a paper'),
}) as unknown as z.ZodType<StoredPaper>;

const layoutForm = z.enum(layoutForms);

export const seenLayoutSchema: z.ZodType<SeenLayout> = z.object({
  form: layoutForm.describe('columns: a header row over columns; labels: labels with their values'),
  labels: z.array(z.string()).describe('Its labels as printed'),
  records: z.int().nonnegative().describe('How many rows or forms it has in the paper'),
  isRead: z.boolean().describe('True where entries were read from it'),
});

const taughtLabelSchema: z.ZodType<TaughtLabel> = z.object({ label: z.string(), means: z.enum(taughtFields) });

export const taughtLayoutSchema: z.ZodType<TaughtLayout> = z.object({
  form: layoutForm,
  isPlan: z.boolean(),
  labels: z.array(taughtLabelSchema),
});

export const extractionSchema: z.ZodType<Extraction> = z.object({
  paper: paperSchema,
  plans: z.array(planSchema),
  entries: z.array(entrySchema),
  statements: z.array(statementSchema),
  issues: z.array(issueSchema),
  layouts: z
    .array(seenLayoutSchema)
    .exactOptional()
    .describe('Every table and form of the paper by its labels; absent where nobody looked'),
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
