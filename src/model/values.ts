/** Values that are one of a few, each list once and in the order that tables and charts show them in. */
export const pillars = ['effectiveness', 'efficiency', 'people'] as const;
/** Codes of ours for the questions of the inspectorate's fire inspections; `src/vocabulary/questions.ts` words them. */
export const questionCodes = [
  'risk',
  'prevention',
  'protection',
  'response',
  'major_incidents',
  'resources',
  'affordability',
  'culture',
  'skills',
  'fairness',
  'leaders',
] as const;
export const findingKinds = ['area_for_improvement', 'cause_of_concern', 'recommendation'] as const;
export const ragValues = ['red', 'amber', 'green', 'blue', 'grey', 'white'] as const;
export const ragOrigins = ['words', 'fill', 'ink'] as const;
export const statusValues = [
  'not_started',
  'in_progress',
  'delayed',
  'deferred',
  'ongoing',
  'outstanding',
  'complete',
  'closed',
  'not_applicable',
] as const;
export const precisions = ['day', 'month', 'quarter', 'half', 'season', 'year', 'financial_year'] as const;
export const outcomes = ['ok', 'partial', 'failed'] as const;
export const planStates = ['open', 'closed'] as const;
export const statementKinds = ['rest_complete', 'rest_unchanged', 'plan_closed', 'count'] as const;
/** `error`: part of the paper could not be read; `warning`: a person should look; `info`: for the record. */
export const severities = ['error', 'warning', 'info'] as const;
export const formatNames = ['pdf', 'docx', 'html', 'text'] as const;
export const changeKinds = [
  'added',
  'dropped',
  'retired',
  'completed',
  'closed',
  'deferred',
  'reopened',
  'status_changed',
  'slipped',
  'brought_forward',
  'timescale_changed',
  'lead_changed',
  'reworded',
  'progress_updated',
  'rag_changed',
  'split',
  'merged',
  'moved',
] as const;

export type Pillar = (typeof pillars)[number];
export type Question = (typeof questionCodes)[number];
export type FindingKind = (typeof findingKinds)[number];
export type RagValue = (typeof ragValues)[number];
export type RagOrigin = (typeof ragOrigins)[number];
export type StatusValue = (typeof statusValues)[number];
export type Precision = (typeof precisions)[number];
export type StatementKind = (typeof statementKinds)[number];
export type Severity = (typeof severities)[number];
export type FormatName = (typeof formatNames)[number];
export type ChangeKind = (typeof changeKinds)[number];
/** `partial`: read, but rows or words of a plan in it could not be; what it does not show counts as nothing gone. */
export type Outcome = (typeof outcomes)[number];

/** When something is due: the paper's words, and the first and last day they mean (ISO 8601), null where they are no date. */
export interface Timescale {
  readonly raw: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision | null;
}

/** `value` is null where the words were read but not understood. */
export interface Status {
  readonly raw: string;
  readonly value: StatusValue | null;
}

export interface Rag {
  readonly raw: string;
  readonly value: RagValue;
  readonly from: RagOrigin;
}

/** Progress under a column or label for one period, in the paper's words. */
export interface Update {
  readonly period: string;
  readonly text: string;
}
