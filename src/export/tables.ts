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
  'Entry',
  'code',
  'Lasting id of the entry: first 16 digits of its paper’s id, and its position there',
  always,
);
const { paperId, threadId, date, file, page, place, confidence, corrected } = entryFacts;
const service = paperFields.service.column;
const asAt = paperFields.asAt.column;
const [plan] = entryFields.plan.columns;
const [pillar] = entryFields.pillar.columns;
const [statusRaw, status] = entryFields.status.columns;
const source = column(
  'source',
  'Source',
  'address',
  'Where the paper was seen: a web address, else the name of its file',
  {
    width: 30,
  },
);
const position = column('position', 'No.', 'integer', 'Order in the paper, from 1', always);

const licence = column(
  'licence',
  'Licence',
  'text',
  'Licence the paper is published under; null where it is not known',
);

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
        'Change',
        'code',
        'Id of the change: first 16 digits of the id of the paper that shows it, and its position there',
        always,
      ),
      { ...threadId, always: true },
      service,
      { ...date, meaning: 'Date of the paper that shows the change' },
      column('kind', 'Kind', 'code', 'What happened', {
        values: changeKinds,
        always: true,
        width: 18,
      }),
      column('sentence', 'In words', 'text', 'The change as a sentence', { width: 70 }),
      column('field', 'Field', 'code', 'The field that changed; null where the whole entry came or went'),
      column('before', 'Before', 'text', 'The earlier paper’s words', { width: 50 }),
      column('after', 'After', 'text', 'The later paper’s words', { width: 50 }),
      column(
        'inferred',
        'Inferred',
        'flag',
        'True where the paper says so of the plan as a whole and not of this entry',
        always,
      ),
      column('evidence', 'Evidence', 'text', 'The sentence the inference rests on', { width: 40 }),
      column('from_paper_id', 'Paper before', 'code', 'Id of the earlier paper; null where there is none'),
      column('from_file', 'File before', 'text', 'Name of the earlier paper’s file', { width: 30 }),
      column('before_page', 'Page before', 'integer', 'Page of the earlier words, from 1'),
      column('before_place', 'Place before', 'code', 'Path of the earlier words in their document'),
      column('to_paper_id', 'Paper after', 'code', 'Id of the paper that shows the change', always),
      column('to_file', 'File after', 'text', 'Name of its file', { width: 30 }),
      column('after_page', 'Page after', 'integer', 'Page of the later words, from 1'),
      column('after_place', 'Place after', 'code', 'Path of the later words in their document'),
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
      column('papers', 'Papers', 'integer', 'In how many papers it stands', always),
      column('first_date', 'First seen', 'short date', 'Date of the first paper that has it'),
      column('latest_date', 'Last seen', 'short date', 'Date of the last paper that has it'),
      column(
        'first_due_raw',
        'First promised, as printed',
        'text',
        'The first date given for it, in the paper’s words',
        { width: 16 },
      ),
      column('first_due', 'First promised', 'date', 'Last day of the first date given for it'),
      column('latest_due_raw', 'Now promised, as printed', 'text', 'The last date given for it, in the paper’s words', {
        width: 16,
      }),
      column('latest_due', 'Now promised', 'date', 'Last day of the last date given for it'),
      column(
        'slip_days',
        'Slip in days',
        'integer',
        'Days from the first promised date to the last; below 0 where it was brought forward',
      ),
      column('slips', 'Slips', 'integer', 'How often its date was put back', always),
      column(
        'papers_since_progress',
        'Papers without news',
        'integer',
        'How many papers have shown it since its progress last changed',
        always,
      ),
      column(
        'ended_as',
        'Ended as',
        'code',
        'What became of it in the first paper that has it no more; null while it is listed',
      ),
      column('latest_entry_id', 'Last entry', 'code', 'The entry these words are from', always),
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
      column(
        'edition_id',
        'Edition',
        'code',
        'Id of the edition’s first paper: the same paper in two formats is one edition',
      ),
      service,
      date,
      ...paperColumns('title', 'body', 'meetingDate', 'asAt', 'agendaItem', 'author'),
      column('entries', 'Entries', 'integer', 'How many entries were read from it', always),
      column(
        'outcome',
        'Outcome',
        'code',
        'ok, partial (some of it could not be read) or failed (none of it): see issues',
        {
          values: outcomes,
          always: true,
        },
      ),
      column('format', 'Format', 'code', 'Told by the bytes; null where unknown', { values: formatNames }),
      column('pages', 'Pages', 'integer', 'How many pages it has; null where the format has none'),
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
        'Severity',
        'code',
        'error: part of the paper could not be read; warning: a person should look; info: for the record',
        {
          values: severities,
          always: true,
        },
      ),
      column('code', 'Code', 'code', 'What kind of issue, in the form area/what', { always: true, width: 26 }),
      column('message', 'Message', 'text', 'What was found, and what to do', { always: true, width: 80 }),
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
      column('name', 'Plan', 'text', 'Name of the plan, as printed', always),
      asAt,
      column('state', 'State', 'code', 'closed where the paper says or proposes that the plan ends', {
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
      column('kind', 'Kind', 'code', 'What the sentence says', { values: statementKinds, always: true }),
      plan,
      column('text', 'Sentence', 'text', 'The paper’s own sentence', always),
      column('count', 'Count', 'number', 'For a count: how many'),
      column('total', 'Total', 'number', 'For a count: of how many; null where not said'),
      column('status', 'Status', 'code', 'For a count: which status they have', { values: statusValues }),
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
      column('period', 'Period', 'text', 'The period, as printed', always),
      column('text', 'Progress', 'text', 'The progress, as printed', always),
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
      column('field', 'Field', 'code', 'Which value, by its name in the JSON shapes: progress, timescale, …', always),
      { ...position, meaning: 'Order among the places of one value, from 1' },
      { ...place, always: true },
      page,
      column('x0', 'Left', 'number', 'Left edge, in points from the left of the page as a reader sees it'),
      column('y0', 'Top', 'number', 'Top edge, in points from the top of the page'),
      column('x1', 'Right', 'number', 'Right edge, in points from the left of the page'),
      column('y1', 'Bottom', 'number', 'Bottom edge, in points from the top of the page'),
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
      column('address', 'Address', 'address', 'Web address, or the name of a file', always),
      column('licence', 'Licence', 'text', 'Licence the source is published under; null where it is not known'),
      column('attribution', 'Attribution', 'text', 'Words the publisher asks to be named with; null where not known'),
    ],
  },
];
