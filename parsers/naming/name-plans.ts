import { foldPlain } from '../../src/lib/fold.ts';
import { matterOfPlans } from '../../src/vocabulary/plan-names.ts';
import { blockTitle } from '../recognise/sections.ts';
import { namesOfPaper, signsAgainIn, toCandidates, toldIn } from './candidates.ts';
import type { Candidate, NamedPaper, TitleOver } from './model.ts';
import { namesOver, titlesOver } from './titles-over.ts';
import { worth } from './worth.ts';

/**
 * What the paper calls the plan of each entry. All that it may be called is weighed at once: the title and its parts, the titles over
 * the entry, names in the text; by what they say and where they stand and return.
 * @param entries the block where each entry stands
 * @returns one name an entry, null where the paper has no words for it
 */
export function namesOfPlans(paper: NamedPaper, entries: readonly number[]): readonly (string | null)[] {
  return candidatesOfPlans(paper, entries).map((candidates) => bestOf(candidates)?.text ?? null);
}

/** The candidates for the name of each entry's plan. */
export function candidatesOfPlans(paper: NamedPaper, entries: readonly number[]): readonly (readonly Candidate[])[] {
  const told = toldIn(paper);
  const ofPaper = namesOfPaper(paper, told);
  const over = namesOver(titlesBelow(paper), entries);
  const signsAgain = signsAgainIn(told);
  const known = new Map<string, readonly Candidate[]>();
  return entries.map((entry) => {
    const found = over(entry);
    const key = JSON.stringify(found);
    const candidates = known.get(key) ?? toCandidates([...ofPaper, ...found], signsAgain);
    known.set(key, candidates);
    return candidates;
  });
}

/**
 * The titles below the paper's own: what stands above says whose the paper is and where it goes. One that is an entry's action
 * names no plan, unless it names what plans are about: then it was taken for the entry's.
 */
function titlesBelow({ title, blocks, told }: NamedPaper): readonly TitleOver[] {
  const own = title === null ? null : foldPlain(title);
  const at = own === null ? -1 : blocks.findIndex((block) => foldPlain(blockTitle(block)?.text ?? '').includes(own));
  return titlesOver(blocks).filter(
    ({ from, text }) => from >= at && foldPlain(text) !== own && (!told.has(from) || matterOfPlans.test(text)),
  );
}

const sumOf = ({ signs }: Candidate): number => [...signs].reduce((sum, sign) => sum + worth[sign], 0);

function bestOf(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, one) => (best === null || sumOf(one) > sumOf(best) ? one : best),
    null,
  );
}
