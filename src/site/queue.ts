import { rememberByObject } from '../lib/remember.ts';
import { type CatalogueRow, entriesWithDoubtfulLinks, entriesWithIssues } from '../store/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Site } from './site.ts';

/** An entry to check. */
export interface Waiting {
  readonly id: string;
  readonly isReviewed: boolean;
  /** What makes it doubtful, in words. */
  readonly why: readonly string[];
}

/** Every entry, the most doubtful first; those that are checked among them, for they keep their place. */
export interface Queue {
  readonly size: number;
  readonly checked: number;
  /** The first so many that are not checked. */
  next(count: number): readonly Waiting[];
  /** Null where it is none of the queue. */
  waiting(id: string): Waiting | null;
  /** The next entry to check after one, round to the front; null where all is checked. */
  after(id: string): string | null;
}

/** How doubtful an entry is of which the reader does not say how sure it is. */
const unsaid = 0.1;
const [oddPlace, doubtfulLink] = [0.5, 0.3];

export const queueOf = (site: Site): Queue => queues(site)(site.catalogues.at(null));

const queues = rememberByObject((site: Site) =>
  rememberByObject(({ rows }: Catalogue): Queue => {
    const issues = entriesWithIssues(site.store);
    const links = entriesWithDoubtfulLinks(site.store);
    /** The chance that a value is wrong, and what else speaks for a look. */
    const doubts = Float64Array.from(
      rows,
      ({ id, confidence }) =>
        (confidence === null ? unsaid : 1 - confidence) +
        (issues.has(id) ? oddPlace : 0) +
        (links.has(id) ? doubtfulLink : 0),
    );
    const order = Uint32Array.from(rows, (_row, place) => place).sort(
      (a, b) => (doubts[b] ?? 0) - (doubts[a] ?? 0) || a - b,
    );
    const asWaiting = ({ id, confidence, reviewed }: CatalogueRow): Waiting => {
      const sure =
        confidence === null ? null : `the reader is ${Math.round(confidence * 100)} % sure of its least sure value`;
      const why = [sure, issues.get(id) ?? null, links.has(id) ? 'it may be the same as another entry' : null];
      return { id, isReviewed: reviewed === 1, why: why.filter((reason) => reason !== null) };
    };
    /** Rows that are not checked, from a place of the order on, round to the front. */
    function* open(from: number): Generator<CatalogueRow> {
      for (let step = 0; step < order.length; step++) {
        const row = rows[order[(from + step) % order.length] ?? -1];
        if (row?.reviewed === 0) yield row;
      }
    }
    return {
      size: rows.length,
      checked: rows.reduce((count, { reviewed }) => count + reviewed, 0),
      next: (count) => open(0).take(count).map(asWaiting).toArray(),
      waiting: (id) => {
        const row = rows.find((one) => one.id === id);
        return row === undefined ? null : asWaiting(row);
      },
      after: (id) => {
        const at = order.findIndex((place) => rows[place]?.id === id);
        for (const row of open(at + 1)) if (row.id !== id) return row.id;
        return null;
      },
    };
  }),
);
