import type { Content } from '../report/html.ts';
import type { PlaceLink } from '../shelf/shelf.ts';
import type { Store } from '../store/index.ts';
import type { Catalogues } from './catalogues.ts';
import type { Sights } from './sight/sights.ts';

/** What all pages draw on. */
export interface Site {
  /** Only reads. */
  readonly store: Store;
  /** With what every path begins: a slash and the token. */
  readonly base: string;
  readonly isReadOnly: boolean;
  /** ISO 8601, in the reader's own time zone. */
  readonly today: () => string;
  readonly catalogues: Catalogues;
  readonly sights: Sights;
}

/** Names of the services that papers are stored of, by their letters. */
export const servicesOf = ({ catalogues }: Site): readonly string[] =>
  catalogues
    .at(null)
    .columns.service.values.filter((value) => value !== null)
    .toSorted();

/** An address with those of some values that are there. */
export function withQuery(address: string, values: Readonly<Record<string, string | null>>): string {
  const known = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null);
  return known.length === 0 ? address : `${address}?${new URLSearchParams(known)}`;
}

/** A page before its frame. */
export interface Page {
  readonly title: string;
  /** Which of the links at the top it belongs to. */
  readonly part: Part;
  readonly body: Content;
  /** True for a page that is wide: a picture with fields beside it. */
  readonly isWide?: boolean;
}

export type Part = '' | 'entries' | 'services' | 'plans' | 'changes' | 'compare' | 'papers' | 'review' | 'layouts';

/** Places lead to the site's own picture of the page. */
export const placeLink =
  (base: string): PlaceLink =>
  ({ id }, _page, entryId) =>
    entryId === null ? `${base}/paper/${id}` : `${base}/see/${entryId}`;
