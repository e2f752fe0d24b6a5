import type { RecordForm } from '../design.ts';
import { askedBullets } from './asked.ts';
import { causes } from './causes.ts';
import { dashboard } from './dashboard.ts';
import { factsLine, unlabelledSections } from './facts.ts';
import { letter } from './letter.ts';
import { matrix } from './matrix.ts';
import { nestedRows } from './nested.ts';
import type { Form } from './place.ts';
import { lanes, plainCards, quarterLanes } from './plain-cards.ts';
import { numberedProse } from './prose.ts';
import { register } from './register.ts';
import { strips } from './strips.ts';
import { bands, beside, cellLabels, headingTables, labelRows, overValues, rows } from './tables.ts';
import { cards, definitions, headingsBullets, headingsParagraphs, nestedBullets, plain, runOn } from './texts.ts';
import { twoRow } from './two-row.ts';

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
  'facts-line': factsLine,
  'plain-cards': plainCards,
  'unlabelled-sections': unlabelledSections,
  'asked-bullets': askedBullets,
  lanes,
  'numbered-prose': numberedProse,
  'two-row': twoRow,
  causes,
  beside,
  'nested-bullets': nestedBullets,
  'quarter-lanes': quarterLanes,
  'nested-rows': nestedRows,
  letter,
  register,
  matrix,
  strips,
  dashboard,
};
