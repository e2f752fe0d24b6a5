import type { ComparedAnswer, ShownAnswer } from '../../model/standing.ts';

/** Findings that several services were given, with what each does about it on a day. */
export async function sharedFindings({
  database,
  date,
}: {
  readonly database: string;
  readonly date: string;
}): Promise<readonly (readonly ShownAnswer[])[]> {
  const { answers } = await import('../../shelf/answers.ts');
  const { openStoreToRead } = await import('../../store/index.ts');
  const { alikeFindings } = await import('../../trail/alike-findings.ts');
  const store = openStoreToRead(database);
  try {
    return alikeFindings(answers(store, date)).map((group) => group.map(asShown));
  } finally {
    store.close();
  }
}

/** Only what is shown, for it goes from process to process and is kept. */
const asShown = ({ service, finding, entries }: ComparedAnswer): ShownAnswer => ({
  service,
  finding,
  entries: entries.map(({ ref, action, progress, status, statusWords, due, overdue, slipDays, lead, reported }) => ({
    ref,
    action,
    progress: action === null ? progress : null,
    status,
    statusWords,
    due,
    overdue,
    slipDays,
    lead,
    reported,
  })),
});
