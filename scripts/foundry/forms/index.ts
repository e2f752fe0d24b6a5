import type { RecordForm } from '../design.ts';
import type { Form } from './place.ts';
import { bands, beside, cellLabels, headingTables, labelRows, overValues, rows } from './tables.ts';
import { cards, definitions, headingsBullets, headingsParagraphs, nestedBullets, plain, runOn } from './texts.ts';

/** How each form of record is laid out. */
export const forms: Readonly<Record<RecordForm, Form>> = {
  rows,
  'dated-log': rows,
  'label-rows': labelRows,
  definitions,
  'headings-paragraphs': headingsParagraphs,
  'headings-bullets': headingsBullets,
  bands,
  'heading-tables': headingTables,
  'run-in': runOn,
  'over-values': overValues,
  cards,
  plain,
  'cell-labels': cellLabels,
  beside,
  'nested-bullets': nestedBullets,
};
