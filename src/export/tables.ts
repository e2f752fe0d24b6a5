import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import type { Plan, Update } from '../model/plan.ts';
import type { ExportSource, StoredEntry, StoredPaper } from '../model/stored.ts';

export type Value = string | number | null;

/** A table as exporters of flat files see it; tables are joined by `paper_id` and `entry_id`. */
export interface ExportTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** One value a column, drawn one row at a time. */
  rows(source: ExportSource): Iterable<readonly Value[]>;
}

/** What is exported as flat tables; the one people want comes first. */
export const exportTables: readonly [ExportTable, ...ExportTable[]] = [
  table('entries', entryRows, {
    entry_id: ({ entry }) => entry.id,
    paper_id: ({ entry }) => entry.paperId,
    thread_id: ({ entry }) => entry.threadId,
    file: ({ paper }) => paper.file,
    service: ({ paper }) => paper.service,
    body: ({ paper }) => paper.body,
    meeting_date: ({ paper }) => paper.meetingDate,
    as_at: ({ paper, entry }) => paper.plans.find((plan) => plan.name === entry.plan)?.asAt ?? paper.asAt,
    plan: ({ entry }) => entry.plan,
    ref: ({ entry }) => entry.ref,
    pillar: ({ entry }) => entry.pillar,
    kind: ({ entry }) => entry.kind,
    finding: ({ entry }) => entry.finding,
    summary: ({ entry }) => entry.summary,
    theme: ({ entry }) => entry.theme,
    action: ({ entry }) => entry.action,
    progress: ({ entry }) => entry.progress,
    updates: ({ entry }) => entry.updates.map(({ period, text }) => `${period}: ${text}`).join('\n') || null,
    future: ({ entry }) => entry.future,
    timescale_raw: ({ entry }) => entry.timescale?.raw,
    timescale_start: ({ entry }) => entry.timescale?.start,
    timescale_end: ({ entry }) => entry.timescale?.end,
    timescale_precision: ({ entry }) => entry.timescale?.precision,
    status_raw: ({ entry }) => entry.status?.raw,
    status_value: ({ entry }) => entry.status?.value,
    rag_raw: ({ entry }) => entry.rag?.raw,
    rag_value: ({ entry }) => entry.rag?.value,
    rag_from: ({ entry }) => entry.rag?.from,
    lead: ({ entry }) => entry.lead,
    percent: ({ entry }) => entry.percent,
    extra: ({ entry }) => (Object.keys(entry.extra).length === 0 ? null : JSON.stringify(entry.extra)),
    page: ({ entry }) => firstPlace(entry)?.page,
    place: ({ entry }) => firstPlace(entry)?.path,
  }),
  table('papers', (source) => source.papers(), {
    paper_id: (paper) => paper.id,
    file: (paper) => paper.file,
    format: (paper) => paper.format,
    pages: (paper) => paper.pages,
    service: (paper) => paper.service,
    title: (paper) => paper.title,
    body: (paper) => paper.body,
    meeting_date: (paper) => paper.meetingDate,
    as_at: (paper) => paper.asAt,
    agenda_item: (paper) => paper.agendaItem,
    author: (paper) => paper.author,
    outcome: (paper) => paper.outcome,
    sources: (paper) => paper.sources.join('\n') || null,
  }),
  table('plans', planRows, {
    paper_id: ({ paper }) => paper.id,
    name: ({ plan }) => plan.name,
    as_at: ({ plan }) => plan.asAt,
    state: ({ plan }) => plan.state,
  }),
  table('updates', updateRows, {
    entry_id: ({ entry }) => entry.id,
    position: ({ position }) => position,
    period: ({ update }) => update.period,
    text: ({ update }) => update.text,
  }),
  table('issues', issueRows, {
    paper_id: ({ paper }) => paper.id,
    code: ({ issue }) => issue.code,
    severity: ({ issue }) => issue.severity,
    message: ({ issue }) => issue.message,
    path: ({ issue }) => issue.place?.path,
    page: ({ issue }) => issue.place?.page,
  }),
  table('places', placeRows, {
    entry_id: ({ entry }) => entry.id,
    field: ({ field }) => field,
    position: ({ position }) => position,
    path: ({ place }) => place.path,
    page: ({ place }) => place.page,
    x0: ({ place }) => place.bbox?.[0],
    y0: ({ place }) => place.bbox?.[1],
    x1: ({ place }) => place.bbox?.[2],
    y1: ({ place }) => place.bbox?.[3],
  }),
];

function table<Row>(
  name: string,
  rows: (source: ExportSource) => Iterable<Row>,
  columns: Readonly<Record<string, (row: Row) => Value | undefined>>,
): ExportTable {
  const draw = Object.values(columns);
  return {
    name,
    columns: Object.keys(columns),
    *rows(source) {
      for (const row of rows(source)) yield draw.map((column) => column(row) ?? null);
    },
  };
}

function* entryRows(source: ExportSource): Generator<{ paper: StoredPaper; entry: StoredEntry }> {
  for (const paper of source.papers()) for (const entry of source.entriesOf(paper.id)) yield { paper, entry };
}

function* planRows(source: ExportSource): Generator<{ paper: StoredPaper; plan: Plan }> {
  for (const paper of source.papers()) for (const plan of paper.plans) yield { paper, plan };
}

function* issueRows(source: ExportSource): Generator<{ paper: StoredPaper; issue: Issue }> {
  for (const paper of source.papers()) for (const issue of paper.issues) yield { paper, issue };
}

function* updateRows(source: ExportSource): Generator<{ entry: StoredEntry; position: number; update: Update }> {
  for (const { entry } of entryRows(source)) {
    for (const [index, update] of entry.updates.entries()) yield { entry, position: index + 1, update };
  }
}

function* placeRows(
  source: ExportSource,
): Generator<{ entry: StoredEntry; field: string; position: number; place: Place }> {
  for (const { entry } of entryRows(source)) {
    for (const [field, places] of Object.entries(entry.places)) {
      for (const [index, place] of places.entries()) yield { entry, field, position: index + 1, place };
    }
  }
}

function firstPlace(entry: StoredEntry): Place | undefined {
  return Object.values(entry.places)[0]?.[0];
}
