import { isWeb, pageLink } from '../lib/page-link.ts';
import type { StoredEntry, StoredPaper } from '../model/stored.ts';
import { editionOfPapers, type Store, type StoredChange, type StoredEdition } from '../store/index.ts';

/** What is stored and wanted, laid out for looking things up. */
export interface Shelf {
  /** The day that lateness is looked from, ISO 8601. */
  readonly day: string;
  readonly papers: ReadonlyMap<string, StoredPaper>;
  readonly entries: ReadonlyMap<string, StoredEntry>;
  /** By thread, oldest first. */
  readonly changes: ReadonlyMap<string, readonly StoredChange[]>;
  /** The edition of each paper. */
  readonly editionOf: ReadonlyMap<string, string>;
  /** Ids of the papers that are told of; the others tell what was before them. */
  readonly shown: ReadonlySet<string>;
  readonly link: PlaceLink;
}

/** Lays out papers, their entries and changes. @param shown null where all papers are told of */
export function shelfOf(
  store: Store,
  stored: { readonly papers: readonly StoredPaper[]; readonly entries: readonly StoredEntry[] },
  changes: Iterable<StoredChange>,
  { day, shown, link }: Pick<Shelf, 'day' | 'link'> & { readonly shown: Shelf['shown'] | null },
): Shelf {
  const papers = new Map(stored.papers.map((paper) => [paper.id, paper]));
  return {
    day,
    papers,
    entries: new Map(stored.entries.map((entry) => [entry.id, entry])),
    changes: Map.groupBy(changes, ({ threadId }) => threadId),
    editionOf: editionOfPapers(store),
    shown: shown ?? new Set(papers.keys()),
    link,
  };
}

export const datesOf = (all: readonly StoredEdition[]): Dates => new Map(all.map(({ id, date }) => [id, date]));

/** Where a reader is sent who wants to see an entry, or a whole paper, in its place; null where there is nothing to open. */
export type PlaceLink = (paper: StoredPaper, page: number | null, entryId: string | null) => string | null;

/** The date of each edition looked at. */
export type Dates = ReadonlyMap<string, string | null>;

/** A link to a page of a paper, by a web address where it has one. */
export function linkOf({ sources }: StoredPaper, page: number | null): string | null {
  const address = sources.find(isWeb) ?? sources[0];
  return address === undefined ? null : pageLink(address, page);
}
