import { foldWords } from '../../../src/lib/fold.ts';
import type { Paragraph } from '../../../src/model/document.ts';
import type { HeadingLook } from '../text/headings.ts';
import type { Draft } from './drafts.ts';

type HeadingDraft = Draft & { readonly kind: 'heading' };

/** So often a text no larger than the prose comes back before it is the label of what follows rather than its heading. */
const fewestReturns = 3;

/**
 * Headings told by their looks alone that are none: labels, which stand bold above the text of one record after the other
 * with the same words, and values, which are in capitals right between two labels or headings of stronger looks.
 */
export function withoutLabels(drafts: readonly Draft[]): readonly Draft[] {
  const returns = new Map<string, number>();
  for (const draft of drafts) {
    if (isSmall(draft)) returns.set(keyOf(draft), (returns.get(keyOf(draft)) ?? 0) + 1);
  }
  return drafts.map((draft, index): Draft => {
    if (!isSmall(draft)) return draft;
    const isLabel = draft.look.bold && (returns.get(keyOf(draft)) ?? 0) >= fewestReturns;
    const [above, below] = [drafts[index - 1], drafts[index + 1]];
    return isLabel || isBetween(draft, above, below) ? { kind: 'block', block: toParagraph(draft) } : draft;
  });
}

const isSmall = (draft: Draft): draft is HeadingDraft =>
  draft.kind === 'heading' && draft.look.tagged === null && !draft.look.large;

const keyOf = ({ block }: HeadingDraft): string => foldWords(block.text);

/** True for capitals that nothing stands under, right under what stands out more. */
const isBetween = ({ look }: HeadingDraft, above: Draft | undefined, below: Draft | undefined): boolean =>
  !look.bold && isStronger(above) && (below === undefined || isStronger(below));

const isStronger = (draft: Draft | undefined): boolean =>
  (draft?.kind === 'heading' && outweighs(draft.look)) ||
  (draft?.kind === 'block' && draft.block.kind === 'paragraph' && draft.block.bold);

const outweighs = ({ bold, coloured, large, tagged }: HeadingLook): boolean =>
  bold || coloured || large || tagged !== null;

const toParagraph = ({ block: { text, places }, look: { bold } }: HeadingDraft): Paragraph => ({
  kind: 'paragraph',
  text,
  bold,
  places,
});
