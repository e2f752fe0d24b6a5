import type { StoredTelling, Telling } from '../model/collected.ts';
import type { Store } from './store.ts';

interface TellingRow extends Omit<StoredTelling, 'withdrawn'> {
  readonly withdrawn: number;
}

const columns = `id, kind, service, title, text, date, paper_id AS paperId, from_paper_id AS fromPaperId, address, created,
  updated, revision, withdrawn`;
const tellingOf = ({ withdrawn, ...row }: TellingRow): StoredTelling => ({ ...row, withdrawn: withdrawn === 1 });

/** Keeps a piece of news; known words change nothing, other words are its next edition. */
export function writeTelling(store: Store, telling: Telling, now: string): void {
  store
    .sql(
      `INSERT INTO tellings (id, kind, service, title, text, date, paper_id, from_paper_id, address, created, updated,
         revision, withdrawn)
       VALUES (@id, @kind, @service, @title, @text, @date, @paperId, @fromPaperId, @address, @now, @now, 1, 0)
       ON CONFLICT (id) DO UPDATE SET service = excluded.service, title = excluded.title, text = excluded.text,
         date = excluded.date, updated = excluded.updated, revision = revision + 1, withdrawn = 0
       WHERE withdrawn = 1 OR title <> excluded.title OR text <> excluded.text OR date IS NOT excluded.date
         OR service IS NOT excluded.service`,
    )
    .run({ ...telling, now });
}

/** Brings all news of changes in line with what follows from the papers now; what no longer does is withdrawn. */
export function replaceChangeTellings(store: Store, tellings: readonly Telling[], now: string): void {
  store.write(() => {
    for (const telling of tellings) writeTelling(store, telling, now);
    store
      .sql(
        `UPDATE tellings SET withdrawn = 1, updated = @now, revision = revision + 1
         WHERE kind = 'change' AND withdrawn = 0 AND id NOT IN (SELECT value FROM json_each(@ids))`,
      )
      .run({ now, ids: JSON.stringify(tellings.map(({ id }) => id)) });
  });
}

/** News, latest first; `service` is looked for anywhere in the name, without regard to capitals. */
export function latestTellings(store: Store, limit: number, service: string | null = null): readonly StoredTelling[] {
  return store
    .sql<TellingRow>(
      `SELECT ${columns} FROM tellings
       WHERE @service IS NULL OR instr(lower(service), lower(@service)) > 0
       ORDER BY updated DESC, date DESC, id LIMIT @limit`,
    )
    .all({ limit, service })
    .map(tellingOf);
}

/** News that came or changed since a moment (ISO 8601), in the order of the papers. */
export function tellingsSince(store: Store, since: string): readonly StoredTelling[] {
  return store
    .sql<TellingRow>(`SELECT ${columns} FROM tellings WHERE updated >= ? ORDER BY service, date, kind, id`)
    .all(since)
    .map(tellingOf);
}

/** A sending that is made up once and tried, unchanged, until it is taken. */
export interface Delivery {
  readonly id: string;
  readonly channel: string;
  readonly created: string;
  readonly payload: string;
  readonly attempts: number;
}

/** Names a channel; one that is known already keeps the day from which on it is told news. */
export function openChannel(store: Store, channel: string, since: string): void {
  store.write(() => store.sql('INSERT OR IGNORE INTO channels (channel, since) VALUES (?, ?)').run(channel, since));
}

/**
 * Makes up deliveries of all that a channel was not told yet, at most `most` pieces of news in each.
 * @param channel one that was opened
 * @param payload the JSON of one delivery
 * @param idOf its id, made from what it holds
 */
export function makeDeliveries(
  store: Store,
  channel: string,
  most: number,
  payload: (id: string, tellings: readonly StoredTelling[]) => string,
  idOf: (tellings: readonly StoredTelling[]) => string,
  now: string,
): void {
  store.write(() => {
    const untold = store
      .sql<TellingRow>(
        `SELECT ${columns} FROM tellings
         WHERE updated >= (SELECT since FROM channels WHERE channel = @channel)
           AND NOT EXISTS (SELECT 1 FROM told WHERE channel = @channel AND telling_id = tellings.id
             AND told.revision = tellings.revision)
           AND (withdrawn = 0 OR EXISTS (SELECT 1 FROM told WHERE channel = @channel AND telling_id = tellings.id))
         ORDER BY created, date, id`,
      )
      .all({ channel })
      .map(tellingOf);
    for (let from = 0; from < untold.length; from += most) {
      const tellings = untold.slice(from, from + most);
      const id = idOf(tellings);
      store
        .sql('INSERT INTO deliveries (id, channel, position, created, payload, attempts) VALUES (?, ?, ?, ?, ?, 0)')
        .run(id, channel, from, now, payload(id, tellings));
      for (const telling of tellings) {
        store
          .sql('INSERT INTO told (channel, telling_id, revision, delivery_id) VALUES (?, ?, ?, ?)')
          .run(channel, telling.id, telling.revision, id);
      }
    }
  });
}

/** What a channel has not taken yet, oldest first. */
export function openDeliveries(store: Store, channel: string): readonly Delivery[] {
  return store
    .sql<Delivery>(
      `SELECT id, channel, created, payload, attempts FROM deliveries WHERE channel = ? AND delivered IS NULL
       ORDER BY created, position`,
    )
    .all(channel);
}

/** @param problem why it was not taken; null where it was */
export function noteDelivery(store: Store, id: string, problem: string | null, now: string): void {
  store.write(() =>
    store
      .sql('UPDATE deliveries SET attempts = attempts + 1, delivered = ?, problem = ? WHERE id = ?')
      .run(problem === null ? now : null, problem, id),
  );
}
