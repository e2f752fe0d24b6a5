import type { Block } from '../../src/model/document.ts';
import { blocksToEvents } from './events.ts';
import { segmentsWithHeld } from './held.ts';
import { segmentsOfListedItems, segmentsWithListLabels } from './listed-items.ts';
import type { Region } from './model.ts';
import { regionToParts } from './parts.ts';
import { segmentsToRegions } from './regions.ts';
import { blocksToLabels, type NamedLabels, noneNamed } from './repeated-labels.ts';
import { eventsToSegments } from './segments.ts';
import { segmentsWithFormHeads } from './sub-forms.ts';

/**
 * Finds what repeats in a paper: rows of tables, forms, cards, sections, each a record of a region, with the places that
 * return in all of them.
 * @param free tells which blocks no other reader has taken
 * @param named labels that a person has named, which are labels whether they return or not
 */
export function blocksToRegions(
  blocks: readonly Block[],
  free: (index: number) => boolean,
  named: NamedLabels = noneNamed,
): readonly Region[] {
  const labels = blocksToLabels(blocks, named);
  const segments = eventsToSegments(blocksToEvents(blocks, labels, free));
  const forms = segmentsWithListLabels(segmentsWithFormHeads(segmentsOfListedItems(segments)));
  return segmentsToRegions(segmentsWithHeld(forms)).map(regionToParts);
}
