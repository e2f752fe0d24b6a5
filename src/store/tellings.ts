import { z } from 'zod';
import type { StoredTelling, Telling, TellingItem } from '../model/collected.ts';
import { entriesOf, hasEntries, ofService } from './conditions.ts';
import type { PaperInShort } from './left-out.ts';
import type { Store } from './store.ts';

interface TellingRow extends Omit<StoredTelling, 'withdrawn' | 'items'> {
  readonly withdrawn: number;
  readonly items: string;
}

const columns = `id, number, kind, tellings.service, title, text, items, date, tellings.paper_id AS paperId,
  from_paper_id AS fromPaperId, tellings.address, created, updated, revision, withdrawn,
  (SELECT nullif(concat_ws(' — ', attribution, licence), '') FROM sources
   WHERE sources.paper_id = tellings.paper_id AND sources.address = tellings.address) AS rights`;
const itemsText = z.string().transform((text) => JSON.parse(text) as readonly TellingItem[]);
const tellingOf = ({ withdrawn, items, ...row }: TellingRow): StoredTelling => ({
  ...row,
  items: itemsText.parse(items),
  withdrawn: withdrawn === 1,
});

const othersText = z.string().transform((text) => JSON.parse(text) as NewsPaper['others']);

/** The number of the latest news; 0 where there is none. */
export function lastTellingNumber(store: Store): number {
  return store.value<number | null>('SELECT max(number) FROM tellings') ?? 0;
}

/** Keeps a piece of news; known words change nothing, other words are its next edition. */
export function writeTelling(store: Store, telling: Telling, now: string): void {
  store.run(
    `INSERT INTO tellings (id, number, kind, service, title, text, items, date, paper_id, from_paper_id, address, created,
       updated, revision, withdrawn)
     VALUES (@id, @number, @kind, @service, @title, @text, @items, @date, @paperId, @fromPaperId, @address, @now, @now, 1,
       0)
     ON CONFLICT (id) DO UPDATE SET service = excluded.service, title = excluded.title, text = excluded.text,
       items = excluded.items, date = excluded.date, paper_id = excluded.paper_id, address = excluded.address, updated = excluded.updated, number = excluded.number,
       revision = revision + 1, withdrawn = 0
     WHERE withdrawn = 1 OR title <> excluded.title OR text <> excluded.text OR date IS NOT excluded.date
       OR service IS NOT excluded.service`,
    { ...telling, items: JSON.stringify(telling.items), number: lastTellingNumber(store) + 1, now },
  );
}

/** Brings the news of papers in line with what follows from them now; that of papers that are gone is withdrawn. */
export function replaceTellings(store: Store, tellings: readonly Telling[], now: string): void {
  store.write(() => {
    for (const telling of tellings) writeTelling(store, telling, now);
    const gone = store.values<string>(`SELECT id FROM tellings
      WHERE withdrawn = 0 AND paper_id IS NOT NULL AND paper_id NOT IN (SELECT id FROM papers) ORDER BY id`);
    for (const id of gone) {
      store.run(
        'UPDATE tellings SET withdrawn = 1, updated = ?, number = ?, revision = revision + 1 WHERE id = ?',
        now,
        lastTellingNumber(store) + 1,
        id,
      );
    }
  });
}

/** A paper that is news: it came after its source was first looked at, or from no source. */
export interface NewsPaper extends PaperInShort {
  /** Where it was seen first; null where nowhere. */
  readonly address: string | null;
  /** What came with it: other parts of the same edition (cover, letter) and other forms. */
  readonly others: readonly { readonly paperId: string; readonly file: string }[];
}

/** Papers with entries that are news, one an edition, in the order in which they came. */
export function newsPapers(store: Store): readonly NewsPaper[] {
  return store
    .all<Omit<NewsPaper, 'others'> & { readonly others: string }>(`WITH news AS (
        SELECT papers.*, coalesce(edition_id, id) AS edition, coalesce(source, 1) AS source,
          ${hasEntries('papers.id')} AS has_plan
        FROM papers LEFT JOIN editions ON editions.paper_id = papers.id
        WHERE NOT EXISTS (SELECT 1 FROM source_papers WHERE paper_id = papers.id AND baseline = 1)
      )
      SELECT papers.id AS paperId, file, service, coalesce(as_at, meeting_date) AS date,
        ${entriesOf('papers.id')} AS entries,
        (SELECT address FROM sources WHERE paper_id = papers.id ORDER BY run_id, address LIMIT 1) AS address,
        (SELECT json_group_array(json_object('paperId', other.id, 'file', other.file) ORDER BY other.source)
         FROM news AS other WHERE other.edition = papers.edition AND other.id <> papers.id) AS others
      FROM news AS papers
      WHERE has_plan AND source = (SELECT min(source) FROM news AS other WHERE other.edition = papers.edition AND has_plan)
      ORDER BY run_id, date, file`)
    .map((row) => ({ ...row, others: othersText.parse(row.others) }));
}

/** News of papers as it is kept now, by paper: what was said when they came. */
export function tellingsOfPapers(store: Store): readonly StoredTelling[] {
  return store
    .all<TellingRow>(`SELECT ${columns} FROM tellings WHERE kind <> 'baseline' ORDER BY number`)
    .map(tellingOf);
}

/** News, latest first; `service` is looked for anywhere in the name, without regard to capitals. */
export function latestTellings(store: Store, limit: number, service: string | null = null): readonly StoredTelling[] {
  return store
    .all<TellingRow>(
      `SELECT ${columns} FROM tellings
       WHERE ${ofService('tellings.service')}
       ORDER BY number DESC LIMIT @limit`,
      { limit, service },
    )
    .map(tellingOf);
}

/** News that came or changed after the one with this number, in the order of the papers. */
export function tellingsAfter(store: Store, number: number): readonly StoredTelling[] {
  return store
    .all<TellingRow>(
      `SELECT ${columns} FROM tellings WHERE number > ? ORDER BY tellings.service, date, kind, id`,
      number,
    )
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

/** Names a channel: it is told what is news from now on; one that is known already goes on where it was. */
export function openChannel(store: Store, channel: string, since: string): void {
  store.write(() => store.insert('channels', { channel, since, fromNumber: lastTellingNumber(store) }, 'IGNORE'));
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
      .all<TellingRow>(
        `SELECT ${columns} FROM tellings
         WHERE number > (SELECT from_number FROM channels WHERE channel = @channel)
           AND NOT EXISTS (SELECT 1 FROM told WHERE channel = @channel AND telling_id = tellings.id
             AND told.revision = tellings.revision)
           AND (withdrawn = 0 OR EXISTS (SELECT 1 FROM told WHERE channel = @channel AND telling_id = tellings.id))
         ORDER BY number`,
        { channel },
      )
      .map(tellingOf);
    for (let from = 0; from < untold.length; from += most) {
      const tellings = untold.slice(from, from + most);
      const id = idOf(tellings);
      const delivery = { id, channel, position: from, created: now, payload: payload(id, tellings), attempts: 0 };
      store.insert('deliveries', delivery);
      for (const { id: tellingId, revision } of tellings) {
        store.insert('told', { channel, tellingId, revision, deliveryId: id });
      }
    }
  });
}

/** What a channel has not taken yet, oldest first. */
export function openDeliveries(store: Store, channel: string): readonly Delivery[] {
  return store.all<Delivery>(
    `SELECT id, channel, created, payload, attempts FROM deliveries WHERE channel = ? AND delivered IS NULL
     ORDER BY created, position`,
    channel,
  );
}

/** @param problem why it was not taken; null where it was */
export function noteDelivery(store: Store, id: string, problem: string | null, now: string): void {
  store.write(() =>
    store.run(
      'UPDATE deliveries SET attempts = attempts + 1, delivered = ?, problem = ? WHERE id = ?',
      problem === null ? now : null,
      problem,
      id,
    ),
  );
}
