import type { Corrected, Correction, Verdict } from '../model/correction.ts';
import { stands } from './conditions.ts';
import type { Store } from './store.ts';

interface CorrectionRow extends Omit<Correction, 'value' | 'read'> {
  readonly value: string | null;
  readonly read: string | null;
}

const columns = `id, verdict, paper_id AS paperId, file, entry_id AS entryId, field, value, read, why, who, at, undone,
  undone_by AS undoneBy`;

const correctionOf = ({ value, read, ...row }: CorrectionRow): Correction => ({
  ...row,
  value: value === null ? null : JSON.parse(value),
  read: read === null ? null : JSON.parse(read),
});

/** What is to be kept; the number and the time it is undone come later. */
export type NewCorrection = Omit<Correction, 'id' | 'undone' | 'undoneBy'>;

/** Keeps what a person said; an earlier word on the same thing is replaced by it. Part of the caller's transaction. */
export function insertCorrection(store: Store, said: NewCorrection): Correction {
  const { paperId, entryId, field, value, read } = said;
  const told = { value: JSON.stringify(value ?? null), read: JSON.stringify(read ?? null) };
  const id = store.insert('corrections', { ...said, ...told });
  store.run(
    `UPDATE corrections SET replaced_by = @id WHERE id < @id AND paper_id = @paperId AND entry_id IS @entryId
     AND field IS @field AND ${stands}`,
    { id, paperId, entryId, field },
  );
  return { ...said, id, undone: null, undoneBy: null };
}

/** What stands, of one paper and its entries, in the order it was said. */
export function standingCorrections(store: Store, paperId: string): readonly Correction[] {
  return store
    .all<CorrectionRow>(`SELECT ${columns} FROM corrections WHERE paper_id = ? AND ${stands} ORDER BY id`, paperId)
    .map(correctionOf);
}

/** Which of what people said is wanted. */
export interface CorrectionFilter {
  readonly paperId?: string;
  readonly entryId?: string;
  readonly verdicts?: readonly Verdict[];
  /** Also what was undone or replaced. */
  readonly all?: boolean;
}

/** What people said, the latest first. */
export function corrections(store: Store, filter: CorrectionFilter = {}): readonly Correction[] {
  return store
    .all<CorrectionRow>(
      `SELECT ${columns} FROM corrections
       WHERE (@paperId IS NULL OR paper_id = @paperId) AND (@entryId IS NULL OR entry_id = @entryId)
         AND (@verdicts IS NULL OR verdict IN (SELECT value FROM json_each(@verdicts)))
         AND (@all = 1 OR (${stands}))
       ORDER BY id DESC`,
      {
        paperId: filter.paperId ?? null,
        entryId: filter.entryId ?? null,
        verdicts: filter.verdicts === undefined ? null : JSON.stringify(filter.verdicts),
        all: filter.all === true ? 1 : 0,
      },
    )
    .map(correctionOf);
}

export function correctionById(store: Store, id: number): Correction | null {
  const row = store.get<CorrectionRow>(`SELECT ${columns} FROM corrections WHERE id = ?`, id);
  return row === undefined ? null : correctionOf(row);
}

/** Takes back what a person said; the word that it had replaced stands again. Part of the caller's transaction. */
export function markUndone(store: Store, id: number, who: string, at: string): void {
  store.update('corrections', id, { undone: at, undoneBy: who });
  store.run('UPDATE corrections SET replaced_by = NULL WHERE replaced_by = ? AND undone IS NULL', id);
}

/** Notes what the reader makes of a corrected value now. Part of the caller's transaction. */
export function noteReading(store: Store, id: number, read: unknown): void {
  store.update('corrections', id, { read: JSON.stringify(read ?? null) });
}

/**
 * Gives what was said of a paper's entries to the entries that have taken their place. Part of the caller's transaction.
 * @param names for each old entry id the new one; null where none took its place: the id is kept with a `~`
 */
export function renameInCorrections(store: Store, names: ReadonlyMap<string, string | null>): void {
  const moved = [...names].filter(([from, to]) => from !== to);
  const rename = store.sql('UPDATE corrections SET entry_id = ? WHERE entry_id = ?');
  // By a name of its own first: two entries may have changed places.
  for (const [from] of moved) rename.run(`${from}>`, from);
  for (const [from, to] of moved) rename.run(to ?? `${from}~`, `${from}>`);
}

/**
 * The values of a paper and of its entries that a person set, by entry id (null: the paper's own) and field, with what
 * was read.
 */
export function correctedFields(
  store: Store,
  paperId: string,
): ReadonlyMap<string | null, Readonly<Record<string, Corrected>>> {
  const said = standingCorrections(store, paperId).filter(
    ({ verdict, field }) => verdict === 'corrected' && field !== null,
  );
  return new Map(
    [...Map.groupBy(said, ({ entryId }) => entryId)].map(([entryId, fields]) => [
      entryId,
      Object.fromEntries(
        fields.map(({ field, who, at, why, read }) => [field, { by: who, at, why, read: readValue(entryId, read) }]),
      ),
    ]),
  );
}

/** What was read of an entry's value is kept with how sure the reader was. */
const readValue = (entryId: string | null, read: unknown): unknown =>
  entryId === null ? read : (read as { readonly value: unknown }).value;
