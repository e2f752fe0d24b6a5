import { rememberByObject } from '../lib/remember.ts';
import { entriesWithDoubtfulLinks, entriesWithIssues } from '../store/index.ts';
import type { Catalogue } from './catalogue.ts';
import { countsOf, valueAt } from './column.ts';
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
  rememberByObject(({ size, ids, confidences, columns }: Catalogue): Queue => {
    const issues = entriesWithIssues(site.store);
    const links = entriesWithDoubtfulLinks(site.store);
    /** The chance that a value is wrong, and what else speaks for a look. */
    const doubts = Float64Array.from(
      confidences,
      (confidence, place) =>
        (Number.isNaN(confidence) ? unsaid : 1 - confidence) +
        (issues.has(ids[place] ?? '') ? oddPlace : 0) +
        (links.has(ids[place] ?? '') ? doubtfulLink : 0),
    );
    const order = Uint32Array.from(doubts, (_doubt, place) => place).sort(
      (a, b) => (doubts[b] ?? 0) - (doubts[a] ?? 0) || a - b,
    );
    const isChecked = (place: number) => valueAt(columns.review, place) === 'checked';
    const asWaiting = (place: number): Waiting => {
      const [id = '', confidence = Number.NaN] = [ids[place], confidences[place]];
      const sure = Number.isNaN(confidence)
        ? null
        : `the reader is ${Math.round(confidence * 100)} % sure of its least sure value`;
      const why = [sure, issues.get(id) ?? null, links.has(id) ? 'it may be the same as another entry' : null];
      return { id, isReviewed: isChecked(place), why: why.filter((reason) => reason !== null) };
    };
    /** What is not checked, from a place of the order on, round to the front. */
    function* open(from: number): Generator<number> {
      for (let step = 0; step < size; step++) {
        const place = order[(from + step) % size] ?? -1;
        if (!isChecked(place)) yield place;
      }
    }
    return {
      size,
      checked: countsOf(columns.review).get('checked') ?? 0,
      next: (count) => open(0).take(count).map(asWaiting).toArray(),
      waiting: (id) => {
        const place = ids.indexOf(id);
        return place < 0 ? null : asWaiting(place);
      },
      after: (id) => {
        const own = ids.indexOf(id);
        for (const place of open(order.indexOf(own) + 1)) if (place !== own) return ids[place] ?? null;
        return null;
      },
    };
  }),
);
