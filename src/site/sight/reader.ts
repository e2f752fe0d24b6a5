/** The script of a process that paints pages, reads documents to be looked at and compares services: nothing of it can harm the site, or hold it up. */
import type { ShownPdf } from '../../../parsers/pdf/page/open.ts';
import { defaultParseOptions } from '../../model/parsing.ts';
import { type ComparedAnswer, type ShownAnswer, type ShownEntry, shownOfEntry } from '../../model/standing.ts';
import { serve } from '../../pipeline/serve.ts';
import type { Sight, SightTask } from './task.ts';

/** Pixels to a point: a page of A4 fills a screen. */
const scale = 1.5;

serve(async () => {
  const { showPdf } = await import('../../../parsers/pdf/page/open.ts');
  const { readDocument, readLayouts } = await import('../../../parsers/index.ts');
  // The pages of one paper are looked at in turn.
  let last: { readonly id: string; readonly pdf: ShownPdf } | null = null;
  return async (task: SightTask): Promise<Sight> => {
    if (task.kind === 'document')
      return { kind: 'document', document: await readDocument(task.file, defaultParseOptions) };
    if (task.kind === 'layouts')
      return {
        kind: 'layouts',
        layouts: await readLayouts(task.file, { ...defaultParseOptions, taught: task.taught }),
      };
    if (task.kind === 'shared') return { kind: 'shared', groups: await sharedFindings(task) };
    if (last?.id !== task.id) {
      await last?.pdf.close();
      last = null;
      last = { id: task.id, pdf: await showPdf(task.bytes) };
    }
    return { kind: 'picture', ...(await last.pdf.png(task.page, scale)) };
  };
});

/** Findings that several services were given, with what each does about it on a day. */
async function sharedFindings({ database, date, today }: Extract<SightTask, { kind: 'shared' }>) {
  const { answers } = await import('../../shelf/answers.ts');
  const { openStoreToRead } = await import('../../store/index.ts');
  const { alikeFindings } = await import('../../trail/alike-findings.ts');
  const store = openStoreToRead(database);
  try {
    return alikeFindings(answers(store, date, today)).map((group) => group.map(asShown));
  } finally {
    store.close();
  }
}

/** Only what is shown, for it goes from process to process and is kept. */
const asShown = ({ service, finding, entries }: ComparedAnswer): ShownAnswer => ({
  service,
  finding,
  entries: entries.map((entry) => {
    const shown = Object.fromEntries(shownOfEntry.map((name) => [name, entry[name]])) as unknown as ShownEntry;
    return { ...shown, progress: entry.action === null ? entry.progress : null };
  }),
});
