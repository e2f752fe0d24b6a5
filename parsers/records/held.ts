import { asksOfService } from '../recognise/sections.ts';
import type { Segment } from './segments.ts';

/**
 * Segments with what stands above several of them and holds for each: the text and labels of a finding over the titles, or the
 * numbered lines, of its actions. What only holds for others is no repetition of its own.
 */
export function segmentsWithHeld(segments: readonly Segment[]): readonly Segment[] {
  const heads = new Set(returning(segments.filter((segment, index) => isHead(segment, segments[index + 1]))));
  const result: Segment[] = [];
  let above: readonly Segment[] = [];
  let first: Segment | null = null;
  for (const segment of segments) {
    above = above.filter((head) => isUnder(segment, head));
    if (heads.has(segment)) above = [...above, segment];
    else result.push(above.length === 0 ? segment : withHeld(segment, above, first));
    first = heads.has(segment) ? segment : null;
  }
  return result;
}

/** Heads of one kind are several, at one depth; one alone asks something of the service, and is no front matter of the paper. */
function returning(heads: readonly Segment[]): readonly Segment[] {
  const kinds = Map.groupBy(heads, ({ titles, begun }) => `${titles.at(-1)?.level} ${begun}`);
  return heads.filter((head) => {
    const kin = kinds.get(`${head.titles.at(-1)?.level} ${head.begun}`) ?? [];
    const said = [...head.texts, ...head.labelled.flatMap(({ parts }) => parts)];
    return kin.length > 1 || (head.titles.length > 1 && said.some(({ text }) => asksOfService(text)));
  });
}

/** True where a segment says something of those below it, and has no title or number of their kind itself. */
function isHead(segment: Segment, next: Segment | undefined): boolean {
  const isRecord = next !== undefined && (next.labelled.length > 0 || next.cells !== null || next.begun);
  if (!isRecord || segment.cells !== null) return false;
  if (segment.texts.length === 0 && filledLabels(segment).length === 0) return false;
  return isUnder(next, segment) && sharesNoLabel(segment, next);
}

const filledLabels = ({ labelled }: Segment) => labelled.filter(({ parts }) => parts.length > 0);

/** True for a segment below a deeper title than the head's own last, or that begins by its number where the head does not. */
function isUnder(segment: Segment, head: Segment): boolean {
  const title = head.titles.at(-1);
  const at = segment.titles.findIndex(({ value }) => value === title?.value);
  if (title !== undefined && at < 0) return false;
  const deeper = at < segment.titles.length - 1 && title !== undefined;
  return deeper || (segment.begun && !head.begun && at === segment.titles.length - 1);
}

function sharesNoLabel({ labelled }: Segment, next: Segment): boolean {
  const keys = new Set(next.labelled.map(({ key }) => key));
  return labelled.every(({ key }) => !keys.has(key));
}

/** @param head the segment right above, where that is a head: its titles are the first record's where this one has none of its own */
function withHeld(segment: Segment, heads: readonly Segment[], head: Segment | null): Segment {
  const isUntitled = segment.titles.length === head?.titles.length;
  return {
    ...segment,
    titles: head !== null && isUntitled ? head.titles : segment.titles,
    held: heads.map(({ texts }) => texts),
    labelled: [...heads.flatMap(filledLabels), ...segment.labelled],
    blocks: [...segment.blocks, ...heads.flatMap(({ blocks }) => blocks)],
  };
}
