import type { Block, Document } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import type { ShownPage } from './page/source-page.ts';

type Placed = Pick<Document, 'blocks' | 'furniture' | 'issues'>;

/**
 * What was read, with its places where a reader sees them.
 * @param pages those that were turned to be read, by number
 */
export function placesAsShown(read: Placed, pages: ReadonlyMap<number, ShownPage>): Placed {
  if (pages.size === 0) return read;
  const shown = (place: Place): Place => {
    const page = place.page === undefined ? undefined : pages.get(place.page);
    return page === undefined || place.bbox === undefined ? place : { ...place, bbox: page.box(place.bbox) };
  };
  const withPlaces = <T extends { readonly places: readonly Place[] }>(piece: T): T => ({
    ...piece,
    places: piece.places.map(shown),
  });
  return {
    blocks: read.blocks.map((block): Block => {
      if (block.kind === 'table') return withPlaces({ ...block, cells: block.cells.map(withPlaces) });
      if (block.kind === 'list') return withPlaces({ ...block, items: block.items.map(withPlaces) });
      return withPlaces(block);
    }),
    furniture: read.furniture.map(withPlaces),
    issues: read.issues.map((issue) => ({ ...issue, place: issue.place === null ? null : shown(issue.place) })),
  };
}
