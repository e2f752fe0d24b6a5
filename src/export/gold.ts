import type { Correction } from '../model/correction.ts';
import { entryFieldRows } from '../model/fields.ts';
import type { ExportSource, StoredEntry, StoredPaper } from '../model/stored.ts';
import type { Exporter } from './exporter.ts';

/**
 * What people said, as truth to measure a reader by: a line for every paper on which anything was said, with its entries
 * as they stand. `reviewed` names the values that a person looked at; of the others nobody says that they are right.
 */
export const gold: Exporter = {
  name: 'gold',
  summary: 'what people corrected or accepted, as truth to measure the reader by: one paper a line',
  text: true,
  files: [{ name: 'gold.jsonl', pieces }],
};

function* pieces(source: ExportSource): Generator<string> {
  for (const paper of source.papers()) {
    const said = source.said(paper.id);
    if (said.length > 0) yield `${JSON.stringify(goldOf(paper, [...source.entriesOf(paper.id)], said))}\n`;
  }
}

function goldOf(
  { id, file, service, title, body, meetingDate, asAt, plans }: StoredPaper,
  entries: readonly StoredEntry[],
  said: readonly Correction[],
) {
  const ofEntry = Map.groupBy(said, ({ entryId }) => entryId);
  const rejected = said.filter(({ verdict, entryId }) => verdict === 'rejected' && entryId !== null);
  return {
    paper: { id, file, service, title, meetingDate, asAt, body },
    reviewed: reviewedOf(ofEntry.get(null) ?? []),
    plans,
    entries: entries.map(
      ({ paperId: _, threadId: __, isCurrent: ___, corrected: ____, confidence: _____, ...entry }) => ({
        ...entry,
        reviewed: reviewedOf(ofEntry.get(entry.id) ?? []),
      }),
    ),
    noEntries: rejected.map(({ entryId, read }) => ({ id: entryId, read })),
  };
}

/** Fields that were corrected or accepted; all of them where the whole was. */
function reviewedOf(said: readonly Correction[]): readonly string[] {
  const whole = said.some(({ verdict, field }) => verdict === 'accepted' && field === null);
  if (whole) return entryFieldRows.map(([field]) => field);
  return [...new Set(said.flatMap(({ field }) => field ?? []))];
}
