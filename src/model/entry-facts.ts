import { column } from './column.ts';
import { goneKinds } from './ended.ts';

/** What the database and every export know of an entry beside the fields that its paper fills: said here alone. */
export const entryFacts = {
  paperId: column('paper_id', 'code', 'Id of the paper: sha256 of its bytes', { title: 'Paper', always: true }),
  threadId: column('thread_id', 'code', 'The entry followed through successive papers; null where it is not followed', {
    title: 'Thread',
  }),
  serviceCode: column(
    'service_code',
    'code',
    'A lasting code of the service or force; null where it is not known by name',
  ),
  date: column(
    'date',
    'short date',
    'What the paper is placed by: the date of its data, else of its meeting, else in its file’s name',
  ),
  file: column('file', 'text', 'Name of the file it was first read from', { width: 30 }),
  ended: column(
    'ended',
    'flag',
    '1 where nothing more is to be done: its status is complete, closed or not_applicable or, without one, it is at 100 per cent',
    { always: true },
  ),
  gone: column('gone', 'code', 'What became of it in the first paper that has it no more; null while it is listed', {
    title: 'Gone as',
    values: goneKinds,
  }),
  open: column('open', 'flag', '1 while it is listed and not ended', { always: true }),
  page: column('page', 'integer', 'Page its action (or else its progress or finding) begins on, from 1'),
  place: column('place', 'code', 'Path of that value in the document'),
  pages: column(
    'pages',
    'json',
    'Page that each value begins on, by field, from 1; null where the format has no pages',
  ),
  isCurrent: column('is_current', 'flag', '1 for the latest state of its thread, the row that current has', {
    title: 'Current',
    always: true,
  }),
  edition: column('edition', 'code', 'Its paper’s edition: the same paper in two formats is one'),
  form: column(
    'form',
    'integer',
    'Which form of the edition its paper is: 1 for the one it is read from, 2 and up for the others',
  ),
  confidence: column(
    'confidence',
    'json',
    'How sure the reader is of each value, by field, 0 to 1: of the values with 0.9, nine in ten are right',
  ),
  corrected: column(
    'corrected',
    'json',
    'Fields that a person set: by whom, when, why, and what was read; null where there is none',
  ),
} as const;
