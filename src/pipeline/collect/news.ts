import { counted, firstFew } from '../../lib/counted.ts';
import { sha256Of } from '../../lib/digest.ts';
import { isWeb, pageLink, sharedAddress } from '../../lib/page-link.ts';
import type { Telling, TellingItem } from '../../model/collected.ts';
import {
  type Baseline,
  changesIn,
  editionOfPapers,
  type NewsPaper,
  newsPapers,
  replaceTellings,
  type Store,
  type StoredChange,
  tellingsOfPapers,
} from '../../store/index.ts';
import { changeHeadings } from '../../vocabulary/change-words.ts';

/** A UUID (RFC 9562, version 8) made from what something is about: the same in every run. */
export function uuidOf(...parts: readonly (string | null)[]): string {
  const hex = sha256Of(JSON.stringify(parts));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

const rankOf = new Map(changeHeadings.map(([kind], rank) => [kind, rank]));
/** Of each kind so many are told in words; the rest are counted, and stand in `items`. */
const mostOfKind = 12;

/**
 * Brings the news of papers in line with what follows from them now: one piece a paper, with all that changed with it.
 */
export function gatherNews(store: Store, now: string): void {
  const editionOf = editionOfPapers(store);
  const changes = Map.groupBy(changesIn(store), ({ toPaperId }) => editionOf.get(toPaperId) ?? toPaperId);
  const known = new Map(tellingsOfPapers(store).map((telling) => [telling.paperId, telling]));
  const tellings = newsPapers(store).map((paper): Telling => {
    const told = [paper, ...paper.others].map(({ paperId }) => known.get(paperId)).find((each) => each !== undefined);
    const { paperId, address } = paper;
    const telling = told === undefined ? newcomer(paper) : { ...told, paperId, address };
    return digestOf(telling, paper, changes.get(editionOf.get(paperId) ?? paperId) ?? []);
  });
  replaceTellings(store, tellings, now);
}

function newcomer(paper: NewsPaper): Telling {
  return {
    id: uuidOf('paper', paper.paperId),
    kind: 'paper',
    service: paper.service,
    title: '',
    text: '',
    items: [],
    date: paper.date,
    paperId: paper.paperId,
    fromPaperId: null,
    address: paper.address,
  };
}

/** A paper in place of another keeps the sentence that says so; it stands first. */
function digestOf(telling: Telling, paper: NewsPaper, changes: readonly StoredChange[]): Telling {
  const { kind, address } = telling;
  const inOrder = changes.toSorted((a, b) => (rankOf.get(a.kind) ?? 0) - (rankOf.get(b.kind) ?? 0));
  const items = inOrder.map((change): TellingItem => {
    const page = change.afterPlaces[0]?.page ?? null;
    return {
      kind: change.kind,
      sentence: change.sentence,
      page,
      address: address === null ? null : pageLink(sharedAddress(address), page),
    };
  });
  const byKind = Map.groupBy(items, (item) => item.kind);
  const groups = changeHeadings.flatMap(([change, heading]) => {
    const group = byKind.get(change) ?? [];
    return group.length === 0 ? [] : [{ heading, group }];
  });
  const found = `A paper with ${counted(paper.entries, 'entry', 'entries')}${address === null ? '' : whereSeen(address)}.`;
  const first = kind === 'replaced' ? (telling.text.split('\n')[0] ?? found) : found;
  const what = kind === 'replaced' ? `${paper.file} was replaced in place` : `new paper ${paper.file}`;
  const gist = groups.slice(0, 3).map(({ heading, group }) => `${group.length} ${heading.toLowerCase()}`);
  return {
    ...telling,
    service: paper.service,
    date: paper.date ?? telling.date,
    title: [`${paper.service ?? 'A service not named'}: ${what}`, ...(gist.length === 0 ? [] : [gist.join(', ')])].join(
      '; ',
    ),
    text: [first, ...withOthers(paper), ...groups.flatMap(linesOf)].join('\n'),
    items,
  };
}

/** A file of this computer was published nowhere that anybody else could look. */
const whereSeen = (address: string): string =>
  isWeb(address) ? ` was published at ${address}` : ` was taken in from ${sharedAddress(address)}`;

const withOthers = ({ others }: NewsPaper): readonly string[] =>
  others.length === 0 ? [] : [`With it: ${others.map(({ file }) => file).join(', ')}.`];

function linesOf({
  heading,
  group,
}: {
  readonly heading: string;
  readonly group: readonly TellingItem[];
}): readonly string[] {
  const lines = group.map(({ sentence, page }) => `- ${sentence}${page === null ? '' : ` (page ${page})`}`);
  return [`${heading} (${group.length}):`, ...firstFew(lines, mostOfKind, (more) => `- … and ${more} more`)];
}

/** What a source had when it was first looked at, in one piece: from there on papers are told one by one. */
export function baselineTelling(source: string, address: string, baseline: Baseline): Telling {
  const { papers, plans, first, last, service } = baseline;
  const span = first === null ? '' : first === last ? ` of ${first}` : ` of ${first} to ${last}`;
  return {
    id: uuidOf('baseline', source),
    kind: 'baseline',
    service,
    title: `${source}: ${counted(papers, 'paper')} to begin with`,
    text: `At ${sharedAddress(address)} there ${papers === 1 ? 'is' : 'are'} ${counted(papers, 'paper')}, ${plans} of them with a plan${span}. What comes from now on is told paper by paper; "boardtrail changes" has what happened before.`,
    items: [],
    date: last,
    paperId: null,
    fromPaperId: null,
    address,
  };
}
