import type { Block, Heading, Paragraph } from '../../src/model/document.ts';
import { blockTitle, isStatusAlone } from '../recognise/sections.ts';
import type { RecordEvent } from './model.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';
import { tableToEvents } from './table-events.ts';
import { textEvents } from './text-events.ts';

/** The blocks of a paper as events; a block that is not free is an edge that no record crosses. */
export function blocksToEvents(
  blocks: readonly Block[],
  labels: Labels,
  free: (index: number) => boolean,
): readonly RecordEvent[] {
  return blocks.flatMap((block, index) =>
    free(index) ? blockEvents(block, index, labels) : [{ kind: 'edge', block: index }],
  );
}

function blockEvents(block: Block, index: number, labels: Labels): readonly RecordEvent[] {
  if (block.kind === 'table') return tableToEvents(block, index, labels);
  if (block.kind === 'list')
    return block.items.flatMap(({ text, label, places }) =>
      textEvents(
        { text: label === null || /^\W*$/.test(label) ? text : text, places, fill: null },
        false,
        index,
        labels,
      ),
    );
  const title = blockTitle(block) ?? boldLine(block);
  const value = { text: block.text.trim(), places: block.places, fill: null };
  const isLabel = isWholeLabel(labels, block.text);
  if (title !== null && !isLabel && !isStatusAlone(block.text)) {
    const events = textEvents(value, true, index, labels, false);
    const [first] = events;
    if (events.length === 1 && first?.kind === 'line')
      return [{ kind: 'title', level: title.level, value, block: index }];
    return first?.kind === 'label' ? events : [{ kind: 'title', level: title.level, value, block: index }];
  }
  return textEvents(value, block.kind === 'paragraph' && block.bold, index, labels);
}

/** A paragraph all in bold stands above what follows, however long it is. */
const boldLine = (block: Heading | Paragraph): { readonly level: number } | null =>
  block.kind === 'paragraph' && block.bold ? { level: boldLevel } : null;

/** Below every heading. */
const boldLevel = 7;
