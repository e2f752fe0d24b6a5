import { type Column, column } from '../model/column.ts';
import { entryFacts } from '../model/entry-facts.ts';
import { type EntryField, entryFieldRows, entryFields, type PaperField, paperFields } from '../model/fields.ts';
import {
  changeKinds,
  formatNames,
  outcomes,
  planStates,
  severities,
  statementKinds,
  statusValues,
} from '../model/values.ts';
import type { ExportTable } from './column.ts';

const columnsOf = (...fields: readonly EntryField[]): readonly Column[] =>
  fields.flatMap((field): readonly Column[] => entryFields[field].columns);

const otherFields = (...but: readonly EntryField[]): readonly EntryField[] =>
  entryFieldRows.flatMap(([field]) => (but.includes(field) ? [] : [field]));

const paperColumns = (...fields: readonly PaperField[]): readonly Column[] =>
  fields.map((field) => paperFields[field].column);

const always = { always: true } as const;
const entryId = column(
  'entry_id',
  'code',
  'Lasting id of the entry: first 16 digits of its paper’s id, and its position there',
  { title: 'Entry', always: true },
);
const { paperId, threadId, date, file, page, place, confidence, corrected } = entryFacts;
const service = paperFields.service.column;
const asAt = paperFields.asAt.column;
const [plan] = entryFields.plan.columns;
const [pillar] = entryFields.pillar.columns;
const [statusRaw, status] = entryFields.status.columns;
const source = column('source', 'address', 'Where the paper was seen: a web address, else the name of its file', {
  width: 30,
});
const position = column('position', 'integer', 'Order in the paper, from 1', { title: 'No.', always: true });

const licence = column('licence', 'text', 'Licence the paper is published under; null where it is not known');

const ofPaper = { column: 'paper_id', table: 'papers' } as const;
const ofThread = { column: 'thread_id', table: 'threads' } as const;
const ofEntry = { column: 'entry_id', table: 'entries' } as const;

/** What every table of entries begins with. */
const entryColumns: readonly Column[] = [
  entryId,
  threadId,
  paperId,
  service,
  entryFacts.serviceCode,
  plan,
  date,
  ...columnsOf(...otherFields('plan')),
  ...paperColumns('body', 'meetingDate', 'asAt'),
  file,
];

/** What it ends with. */
const whereRead: readonly Column[] = [page, place, entryFacts.pages, source, licence, confidence, corrected];

/** What is exported as flat tables; the one people want comes first. */
export const exportTables: readonly [ExportTable, ...ExportTable[]] = [
  {
    name: 'current',
    title: 'Current',
    meaning: 'One row an entry in its latest state: a line of a plan as people read it, a finding with one action',
    key: ['entry_id'],
    references: [ofPaper, ofThread],
    columns: [...entryColumns, entryFacts.ended, entryFacts.gone, entryFacts.open, ...whereRead],
  },
  {
    name: 'entries',
    title: 'Entries',
    meaning: 'Every entry of every paper and form; for one row an entry see current',
    key: ['entry_id'],
    references: [ofPaper, ofThread],
    columns: [
      ...entryColumns,
      entryFacts.ended,
      entryFacts.isCurrent,
      entryFacts.edition,
      entryFacts.form,
      ...whereRead,
    ],
  },
  {
    name: 'changes',
    title: 'Changes',
    meaning: 'What happened on a thread between one paper and the next',
    key: ['change_id'],
    references: [{ column: 'to_paper_id', table: 'papers' }, ofThread],
    columns: [
      column(
        'change_id',
        'code',
        'Id of the change: first 16 digits of the id of the paper that shows it, and its position there',
        { title: 'Change', always: true },
      ),
      { ...threadId, always: true },
      service,
      { ...date, meaning: 'Date of the paper that shows the change' },
      column('kind', 'code', 'What happened', { values: changeKinds, always: true, width: 18 }),
      column('sentence', 'text', 'The change as a sentence', { title: 'In words', width: 70 }),
      column('field', 'code', 'The field that changed; null where the whole entry came or went'),
      column('before', 'text', 'The earlier paper’s words', { width: 50 }),
      column('after', 'text', 'The later paper’s words', { width: 50 }),
      column('inferred', 'flag', 'True where the paper says so of the plan as a whole and not of this entry', always),
      column('evidence', 'text', 'The sentence the inference rests on', { width: 40 }),
      column('from_paper_id', 'code', 'Id of the earlier paper; null where there is none', { title: 'Paper before' }),
      column('from_file', 'text', 'Name of the earlier paper’s file', { title: 'File before', width: 30 }),
      column('before_page', 'integer', 'Page of the earlier words, from 1', { title: 'Page before' }),
      column('before_place', 'code', 'Path of the earlier words in their document', { title: 'Place before' }),
      column('to_paper_id', 'code', 'Id of the paper that shows the change', { title: 'Paper after', always: true }),
      column('to_file', 'text', 'Name of its file', { title: 'File after', width: 30 }),
      column('after_page', 'integer', 'Page of the later words, from 1', { title: 'Page after' }),
      column('after_place', 'code', 'Path of the later words in their document', { title: 'Place after' }),
      { ...source, title: 'Source after' },
    ],
  },
  {
    name: 'threads',
    title: 'Threads',
    meaning: 'One row a thread: an entry followed through successive papers, in the words of its last one',
    key: ['thread_id'],
    references: [],
    columns: [
      { ...threadId, always: true },
      service,
      plan,
      pillar,
      ...columnsOf('ref', 'finding', 'action', 'lead'),
      statusRaw,
      status,
      column('papers', 'integer', 'In how many papers it stands', always),
      column('first_date', 'short date', 'Date of the first paper that has it', { title: 'First seen' }),
      column('latest_date', 'short date', 'Date of the last paper that has it', { title: 'Last seen' }),
      column('first_due_raw', 'text', 'The first date given for it, in the paper’s words', {
        title: 'First promised, as printed',
        width: 16,
      }),
      column('first_due', 'date', 'Last day of the first date given for it', { title: 'First promised' }),
      column('latest_due_raw', 'text', 'The last date given for it, in the paper’s words', {
        title: 'Now promised, as printed',
        width: 16,
      }),
      column('latest_due', 'date', 'Last day of the last date given for it', { title: 'Now promised' }),
      column(
        'slip_days',
        'integer',
        'Days from the first promised date to the last; below 0 where it was brought forward',
        { title: 'Slip in days' },
      ),
      column('slips', 'integer', 'How often its date was put back', always),
      column('papers_since_progress', 'integer', 'How many papers have shown it since its progress last changed', {
        title: 'Papers without news',
        always: true,
      }),
      column('ended_as', 'code', 'What became of it in the first paper that has it no more; null while it is listed'),
      column('latest_entry_id', 'code', 'The entry these words are from', { title: 'Last entry', always: true }),
    ],
  },
  {
    name: 'papers',
    title: 'Papers',
    meaning: 'One row a published document, known by its bytes; failed ones too',
    key: ['paper_id'],
    references: [],
    columns: [
      paperId,
      column('edition_id', 'code', 'Id of the edition’s first paper: the same paper in two formats is one edition', {
        title: 'Edition',
      }),
      service,
      date,
      ...paperColumns('title', 'body', 'meetingDate', 'asAt', 'agendaItem', 'author'),
      column('entries', 'integer', 'How many entries were read from it', always),
      column('outcome', 'code', 'ok, partial (some of it could not be read) or failed (none of it): see issues', {
        values: outcomes,
        always: true,
      }),
      column('format', 'code', 'Told by the bytes; null where unknown', { values: formatNames }),
      column('pages', 'integer', 'How many pages it has; null where the format has none'),
      { ...file, always: true },
      source,
    ],
  },
  {
    name: 'issues',
    title: 'Issues',
    meaning: 'What was not understood, was odd or was lost in a paper',
    key: ['paper_id', 'position'],
    references: [ofPaper],
    columns: [
      paperId,
      position,
      service,
      { ...file, always: true },
      column(
        'severity',
        'code',
        'error: part of the paper could not be read; warning: a person should look; info: for the record',
        { values: severities, always: true },
      ),
      column('code', 'code', 'What kind of issue, in the form area/what', { always: true, width: 26 }),
      column('message', 'text', 'What was found, and what to do', { always: true, width: 80 }),
      page,
      place,
      source,
    ],
  },
  {
    name: 'plans',
    title: 'Plans',
    meaning: 'The improvement or action plans a paper reports on',
    key: ['paper_id', 'position'],
    references: [ofPaper],
    columns: [
      paperId,
      position,
      column('name', 'text', 'Name of the plan, as printed', { title: 'Plan', always: true }),
      asAt,
      column('state', 'code', 'closed where the paper says or proposes that the plan ends', {
        values: planStates,
        always: true,
      }),
    ],
  },
  {
    name: 'statements',
    title: 'Statements',
    meaning: 'Sentences about a whole plan that say something of its entries',
    key: ['paper_id', 'position'],
    references: [ofPaper],
    columns: [
      paperId,
      position,
      column('kind', 'code', 'What the sentence says', { values: statementKinds, always: true }),
      plan,
      column('text', 'text', 'The paper’s own sentence', { title: 'Sentence', always: true }),
      column('count', 'number', 'For a count: how many'),
      column('total', 'number', 'For a count: of how many; null where not said'),
      column('status', 'code', 'For a count: which status they have', { values: statusValues }),
      page,
      place,
    ],
  },
  {
    name: 'updates',
    title: 'Updates',
    meaning: 'Progress under a column or label for one period',
    key: ['entry_id', 'position'],
    references: [ofEntry],
    columns: [
      entryId,
      position,
      column('period', 'text', 'The period, as printed', always),
      column('text', 'text', 'The progress, as printed', { title: 'Progress', always: true }),
    ],
  },
  {
    name: 'places',
    title: 'Places',
    meaning: 'Where each value stands in its paper; a value cut by a page break has several places',
    key: ['entry_id', 'field', 'position'],
    references: [ofEntry],
    columns: [
      entryId,
      column('field', 'code', 'Which value, by its name in the JSON shapes: progress, timescale, …', always),
      { ...position, meaning: 'Order among the places of one value, from 1' },
      { ...place, always: true },
      page,
      column('x0', 'number', 'Left edge, in points from the left of the page as a reader sees it', { title: 'Left' }),
      column('y0', 'number', 'Top edge, in points from the top of the page', { title: 'Top' }),
      column('x1', 'number', 'Right edge, in points from the left of the page', { title: 'Right' }),
      column('y1', 'number', 'Bottom edge, in points from the top of the page', { title: 'Bottom' }),
    ],
  },
  {
    name: 'sources',
    title: 'Sources',
    meaning: 'Where the bytes of a paper were seen, and on which terms they were published',
    key: ['paper_id', 'address'],
    references: [ofPaper],
    columns: [
      paperId,
      column('address', 'address', 'Web address, or the name of a file', always),
      column('licence', 'text', 'Licence the source is published under; null where it is not known'),
      column('attribution', 'text', 'Words the publisher asks to be named with; null where not known'),
    ],
  },
];
