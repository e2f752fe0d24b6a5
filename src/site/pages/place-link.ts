import type { PlaceLink } from '../../shelf/shelf.ts';

/** Places lead to the site's own picture of the page. */
export const placeLink =
  (base: string): PlaceLink =>
  ({ id }, _page, entryId) =>
    entryId === null ? `${base}/paper/${id}` : `${base}/see/${entryId}`;
