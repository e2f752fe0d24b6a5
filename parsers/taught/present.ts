import type { Block } from '../../src/model/document.ts';
import type { TaughtLayout } from '../../src/model/taught.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { common, labelMark, ownMarks, shareOf } from '../../src/taught/marks.ts';
import { type NamedLabels, noneNamed } from '../records/repeated-labels.ts';

/**
 * The labels of those taught layouts whose marks stand in the paper: words that are a label in one layout are none in
 * another, so that nothing taught touches a paper of other marks.
 */
export function namedIn(
  blocks: readonly Block[],
  taught: readonly Pick<TaughtLayout, 'form' | 'labels'>[],
): NamedLabels {
  if (taught.length === 0) return noneNamed;
  const rows = blocks.flatMap(rowMarks);
  const texts = textMarks(blocks);
  const marks = taught.map(({ form, labels }) => ({ form, own: ownMarks(labels.map(({ label }) => label)) }));
  const forms = marks.filter(({ form, own }) => form === 'labels' && shareOf(form, own, common(own, texts)) > 0);
  const columns = marks.filter(
    ({ form, own }) => form === 'columns' && rows.some((row) => shareOf(form, own, row) > 0),
  );
  return { headers: columns.map(({ own }) => own), whole: new Set(forms.flatMap(({ own }) => [...own])) };
}

function rowMarks(block: Block): readonly ReadonlySet<string>[] {
  if (block.kind !== 'table') return [];
  return tableToGrid(block).map((cells) => ownMarks(distinctCells(cells).map(({ text }) => text)));
}

/** Texts that stand alone, and what stands before a colon. */
function textMarks(blocks: readonly Block[]): ReadonlySet<string> {
  const lines = blocks.flatMap(blockTexts).flatMap((text) => text.split('\n'));
  return new Set(
    lines
      .flatMap((line) => [line, /^(.*?)[:?](?:\s|$)/u.exec(line)?.[1] ?? line])
      .filter(isShort)
      .map(labelMark),
  );
}

const isShort = (text: string): boolean => text.length <= longest;
const longest = 120;

function blockTexts(block: Block): readonly string[] {
  if (block.kind === 'table') return block.cells.map(({ text }) => text);
  return block.kind === 'list' ? block.items.map(({ text }) => text) : [block.text];
}
