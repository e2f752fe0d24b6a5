import { foldPlain } from '../../src/lib/fold.ts';
import type { Document } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import {
  abbreviatedOrganisations,
  namesPlaceOf,
  officialName,
  organisationNames,
} from '../../src/normalise/service.ts';
import { nameOfOtherEnd, namesService, neighbourWords } from '../../src/vocabulary/names-around.ts';
import { blockTexts } from './texts.ts';

/** A service's name and how much of the paper speaks for it. */
interface Vote {
  readonly name: string;
  readonly weight: number;
  readonly value: RawValue;
}

/** Where a name stands says how likely the paper is about it: at the very top, in a running header, in the text. */
const weights = {
  top: 12,
  title: 6,
  furniture: 6,
  meta: 4,
  text: 2,
  neighbour: 0.4,
  abbreviation: 2.5,
  sharedAbbreviation: 1.2,
};
const topBlocks = 4;
/** A longer text at the top is prose, in which only the name that begins it is the paper's own. */
const longestTopLine = 25;
/** A service writes its own abbreviation often, but copies others' texts too: more mentions prove no more. */
const mostAbbreviations = 4;
const mostMentions = 3;

/**
 * The service that a paper is about: by its official name where the register has it, else in its own words.
 * Names are weighed by where and how often they stand, because papers name their neighbours too.
 */
export function findService(document: Document, labelled: RawValue | undefined): RawValue | null {
  const votes = new Map<string, Vote>();
  const vote = (name: string, weight: number, value: RawValue) => {
    const before = votes.get(name);
    votes.set(name, { name, weight: (before?.weight ?? 0) + weight, value: before?.value ?? value });
  };
  const sharing: Vote[] = [];
  const counts = new Map<string, number>();
  const again = (key: string, most: number) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  };
  blockTexts(document).forEach(({ text, places, kind, block }) => {
    const value = { text, places };
    for (const { name, index } of organisationNames(text)) {
      const neighbour = neighbourWords.test(foldPlain(text.slice(0, index)) + (index > 0 ? ' ' : ''));
      const top =
        block < topBlocks &&
        kind !== 'cell' &&
        kind !== 'strip' &&
        (index === 0 || text.split(/\s+/).length <= longestTopLine);
      const weight =
        top && !neighbour
          ? weights.top
          : kind === 'title'
            ? weights.title
            : neighbour
              ? weights.neighbour
              : weights.text;
      if (top || kind === 'title' || again(name, mostMentions)) vote(name, weight, value);
    }
    for (const { name, shared } of abbreviatedOrganisations(text)) {
      if (!again(`${name} abbreviated`, mostAbbreviations)) continue;
      if (shared) sharing.push({ name, weight: weights.sharedAbbreviation, value });
      else vote(name, weights.abbreviation, value);
    }
  });
  for (const { text, places } of document.furniture) {
    for (const { name } of organisationNames(text)) vote(name, weights.furniture, { text, places });
  }
  if (labelled !== undefined)
    for (const { name } of organisationNames(labelled.text)) vote(name, weights.top, labelled);
  if (document.meta.title !== null) {
    const place = { text: document.meta.title, places: [{ path: 'meta/title' }] };
    for (const { name } of organisationNames(document.meta.title)) vote(name, weights.meta, place);
  }
  for (const { name, weight, value } of placed(sharing, votes, document)) vote(name, weight, value);
  const [best] = [...votes.values()].sort((a, b) => b.weight - a.weight);
  const named = best === undefined ? undefined : serviceOf(best, [...votes.values()]);
  return named === undefined ? null : { text: inFull(named.name), places: named.value.places };
}

/**
 * Votes by abbreviations that several services share: they count for a service that the paper names, or whose place or web
 * address stands in it more often than that of the others.
 */
function placed(sharing: readonly Vote[], votes: ReadonlyMap<string, Vote>, document: Document): readonly Vote[] {
  if (sharing.length === 0) return [];
  const texts = [...blockTexts(document), ...document.furniture].map(({ text }) => text);
  const mentions = (name: string) => texts.filter((text) => namesPlaceOf(name, text)).length;
  const counted = [...new Set(sharing.map(({ name }) => name))]
    .map((name) => ({ name, count: mentions(name) }))
    .toSorted((a, b) => b.count - a.count);
  const [most, next] = counted;
  const named = most !== undefined && most.count > (next?.count ?? 0) ? most.name : null;
  return sharing.filter(({ name }) => votes.has(name) || name === named);
}

/** `Wexcombe FRS` in full, and a fire and rescue authority as the service that it answers for: the paper is about that. */
const inFull = (name: string): string => (nameOfOtherEnd.test(name) ? officialName(name) : name);

/** An authority that the register does not know stands for its service, where the paper names that too. */
function serviceOf(best: Vote, votes: readonly Vote[]): Vote {
  if (!/\bAuthority$/i.test(best.name)) return best;
  const placeOf = (name: string) => name.split(/[\s,]/)[0]?.toLowerCase();
  const isService = ({ name }: Vote) => placeOf(name) === placeOf(best.name) && namesService.test(name);
  return votes.filter(isService).toSorted((a, b) => b.weight - a.weight)[0] ?? best;
}
