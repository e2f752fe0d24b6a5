import type { Store } from './store.ts';

/** A paper whose entries are not followed, because that took more time or memory than there is. */
export interface PutAside {
  readonly paperId: string;
  readonly service: string | null;
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Has a paper left out from following its service, as long as this reading of it and these rules stand.
 * @param rules what stamps of editions begin with that are followed by the present rules
 */
export function putAside(store: Store, paperId: string, code: string, message: string, rules: string): void {
  store.write(() =>
    store.run(
      `INSERT OR REPLACE INTO put_aside (paper_id, run_id, code, message, rules)
       SELECT id, run_id, @code, @message, @rules FROM papers WHERE id = @paperId`,
      { paperId, code, message, rules },
    ),
  );
}

/** Has papers followed again that other rules, or an earlier reading, put aside; all of them where `all` is true. */
export function takeUpAgain(store: Store, rules: string, all: boolean): void {
  const stale = `(@all = 1 OR rules <> @rules
    OR NOT EXISTS (SELECT 1 FROM papers WHERE papers.id = paper_id AND papers.run_id = put_aside.run_id))`;
  if (store.get(`SELECT 1 FROM put_aside WHERE ${stale}`, { rules, all: Number(all) }) === undefined) return;
  store.write(() => store.run(`DELETE FROM put_aside WHERE ${stale}`, { rules, all: Number(all) }));
}

/** Papers that are put aside now, by service and file. */
export function papersPutAside(store: Store): readonly PutAside[] {
  return store.all<PutAside>(`SELECT paper_id AS paperId, service, file, code, message FROM put_aside JOIN papers ON papers.id = paper_id
    ORDER BY service IS NULL, service, file, paper_id`);
}
