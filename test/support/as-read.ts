import { createHash } from 'node:crypto';
import type { EntryField, Extraction } from '../../src/model/plan.ts';
import type { RecordedPaper } from '../../src/model/thread.ts';

const fields: readonly EntryField[] = ['finding', 'action', 'progress', 'timescale', 'status', 'lead'];

/** A paper of the generator as a reader would hand it over, every value with a place; its id is made from its file's name. */
export function asRead({ paper, plans, entries, statements }: RecordedPaper, service = paper.service): Extraction {
  const id = createHash('sha256').update(`${service} ${paper.file}`).digest('hex');
  const unknown = { title: null, body: null, agendaItem: null, author: null, pages: null };
  return {
    paper: { ...unknown, ...paper, id, service, format: 'pdf', outcome: 'ok', places: {} },
    plans,
    entries: entries.map(({ entry }, row) => ({
      ...entry,
      places: Object.fromEntries(
        fields.map((field, column) => [
          field,
          [{ path: `t1/r${row + 2}/c${column + 1}`, page: 1, bbox: [50, 100, 300, 120] }],
        ]),
      ),
    })),
    statements,
    issues: [],
  };
}
