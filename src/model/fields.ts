import { type Column, column } from './column.ts';
import {
  type FindingKind,
  findingKinds,
  type Pillar,
  pillars,
  precisions,
  type Question,
  questionCodes,
  type Rag,
  ragOrigins,
  ragValues,
  type Status,
  statusValues,
  type Timescale,
  type Update,
} from './values.ts';

/** What each kind of field holds. What the paper does not say is null, or empty where there can be several. */
export interface FieldValues {
  readonly text: string | null;
  readonly number: number | null;
  readonly pillar: Pillar | null;
  readonly question: Question | null;
  readonly findingKind: FindingKind | null;
  readonly timescale: Timescale | null;
  readonly status: Status | null;
  readonly rag: Rag | null;
  readonly updates: readonly Update[];
  /** Texts under their own labels. */
  readonly labelled: Readonly<Record<string, string>>;
}

/** A column of a field; `part` is the part of the value that stands in it, absent where it is the value itself. */
export interface FieldColumn extends Column {
  readonly part?: string;
}

/**
 * One field of an entry. The type `Entry`, the zod shapes and JSON Schema, the columns of the database with what
 * `about` says of them, every export with its description, and the options of `fix` are made from these rows: a new
 * field is a row here, and a migration that adds its columns to the table that `of` names.
 */
export interface EntryFieldRow {
  readonly kind: keyof FieldValues;
  /** The table whose rows have it. */
  readonly of: 'plans' | 'findings' | 'actions';
  readonly columns: readonly [FieldColumn, ...FieldColumn[]];
}

const text = <Of extends EntryFieldRow['of']>(of: Of, name: string, meaning: string, width: number, title?: string) =>
  ({
    kind: 'text',
    of,
    columns: [column(name, 'text', meaning, { width, ...(title === undefined ? {} : { title }) })],
  }) as const;

const part = (part: string, ...of: Parameters<typeof column>): FieldColumn => ({ ...column(...of), part });

/** The fields of an entry, in the order in which they are shown. */
export const entryFields = {
  plan: text('plans', 'plan', 'Name of the plan, as printed', 26),
  ref: text('actions', 'ref', 'Reference as printed; a hint, not a key', 18),
  pillar: {
    kind: 'pillar',
    of: 'findings',
    columns: [
      column('pillar', 'code', 'HMICFRS’s pillar; null where the paper does not say', { values: pillars, width: 14 }),
    ],
  },
  question: {
    kind: 'question',
    of: 'findings',
    columns: [
      column(
        'question',
        'code',
        'The question of a fire inspection that the paper names in HMICFRS’s own words; null where it names none',
        { values: questionCodes, width: 16 },
      ),
    ],
  },
  kind: {
    kind: 'findingKind',
    of: 'findings',
    columns: [
      column('kind', 'code', 'What kind of finding; null where the paper does not say', {
        values: findingKinds,
        width: 20,
      }),
    ],
  },
  finding: text('findings', 'finding', 'What HMICFRS said', 50),
  cause: text(
    'findings',
    'cause',
    'The cause of concern it belongs to, in the paper’s words; its recommendations close one by one',
    40,
    'Cause of concern',
  ),
  summary: text('findings', 'summary', 'Short form of the finding, where the paper gives one', 30),
  theme: text('findings', 'theme', 'Theme or heading it stands under', 24),
  action: text('actions', 'action', 'What is to be done', 50),
  progress: text('actions', 'progress', 'What has been done', 80),
  updates: {
    kind: 'updates',
    of: 'actions',
    columns: [column('updates', 'text', 'Progress by period, one a line', { width: 50 })],
  },
  future: text('actions', 'future', 'What comes next', 40, 'Future activity'),
  timescale: {
    kind: 'timescale',
    of: 'actions',
    columns: [
      part('raw', 'timescale_raw', 'text', 'When it is due (its deadline), in the paper’s words', {
        title: 'Due as printed',
        width: 16,
      }),
      part('start', 'timescale_start', 'date', 'First day those words mean; null where they are no date', {
        title: 'Due from',
      }),
      part('end', 'timescale_end', 'date', 'Last day those words mean; null where they are no date', {
        title: 'Due by',
      }),
      part('precision', 'timescale_precision', 'code', 'How exact those words are', {
        title: 'Due precision',
        values: precisions,
      }),
    ],
  },
  status: {
    kind: 'status',
    of: 'actions',
    columns: [
      part('raw', 'status_raw', 'text', 'The paper’s own words', { title: 'Status as printed', width: 20 }),
      part('value', 'status_value', 'code', 'What the printed status means; null where it was not understood', {
        title: 'Status',
        values: statusValues,
        width: 14,
      }),
    ],
  },
  rag: {
    kind: 'rag',
    of: 'actions',
    columns: [
      part('raw', 'rag_raw', 'text', 'Colour rating as printed, or the fill or ink as #RRGGBB', {
        title: 'RAG as printed',
      }),
      part('value', 'rag_value', 'code', 'The colour; it is no status unless the paper’s legend says so', {
        title: 'RAG',
        values: ragValues,
      }),
      part('from', 'rag_from', 'code', 'What the colour was read from', { title: 'RAG from', values: ragOrigins }),
    ],
  },
  lead: text('actions', 'lead', 'Who leads, its owner: a person, a role or a body', 26),
  percent: {
    kind: 'number',
    of: 'actions',
    columns: [column('percent', 'number', 'Per cent complete, 0 to 100', { title: 'Per cent' })],
  },
  extra: {
    kind: 'labelled',
    of: 'actions',
    columns: [
      column('extra', 'json', 'Columns and labels that no field stands for, under their own words', {
        title: 'Other columns',
        width: 40,
      }),
    ],
  },
} as const satisfies Readonly<Record<string, EntryFieldRow>>;

export type EntryField = keyof typeof entryFields;

export type EntryValues = { readonly [Field in EntryField]: FieldValues[(typeof entryFields)[Field]['kind']] };

/** One field of what a paper says of itself. */
export interface PaperFieldRow {
  readonly column: Column;
}

const own = (...of: Parameters<typeof column>): PaperFieldRow => ({ column: column(...of) });

/** What a paper says of itself; each is a text, or null where the paper does not say. */
export const paperFields = {
  service: own('service', 'text', 'Official name of the fire and rescue service or police force', { width: 26 }),
  title: own('title', 'text', 'Its title, as printed', { width: 50 }),
  body: own('body', 'text', 'The board or committee it went to, as printed', { title: 'Board', width: 30 }),
  meetingDate: own('meeting_date', 'short date', 'Date of the meeting, as exact as the paper is', { title: 'Meeting' }),
  asAt: own('as_at', 'short date', 'Date the data stands at, as exact as the paper is'),
  agendaItem: own('agenda_item', 'text', 'Agenda item, as printed', { title: 'Item' }),
  author: own('author', 'text', 'Who wrote it, as printed', { width: 26 }),
} as const satisfies Readonly<Record<string, PaperFieldRow>>;

export type PaperField = keyof typeof paperFields;

export type PaperValues = { readonly [Field in PaperField]: string | null };

/** A table's pairs with their keys' own type. */
const pairsOf = <Key extends string, Value>(table: Readonly<Record<Key, Value>>): readonly [Key, Value][] =>
  Object.entries(table) as [Key, Value][];

/** The rows of `entryFields`, in order. */
export const entryFieldRows: readonly [EntryField, EntryFieldRow][] = pairsOf<EntryField, EntryFieldRow>(entryFields);

/** The rows of `paperFields`, in order. */
export const paperFieldRows: readonly [PaperField, PaperFieldRow][] = pairsOf<PaperField, PaperFieldRow>(paperFields);

/** An entry of which a paper says nothing. */
export const emptyValues: EntryValues = Object.fromEntries(
  entryFieldRows.map(([field, { kind }]) => [field, kind === 'updates' ? [] : kind === 'labelled' ? {} : null]),
) as unknown as EntryValues;

/** A paper that says nothing of itself. */
export const emptyPaperValues = Object.fromEntries(paperFieldRows.map(([field]) => [field, null])) as PaperValues;

/** What a field of an entry or a paper is called; another name is one itself. */
export function fieldTitle(field: string): string {
  const { title = field } = titles.get(field) ?? {};
  return title.replace(/ as printed$/, '');
}

const titles: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...paperFieldRows.map(([field, { column: own }]) => [field, own] as const),
  ...entryFieldRows.map(([field, { columns }]) => [field, columns[0]] as const),
]);
