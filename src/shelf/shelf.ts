import { isWeb, pageLink } from '../lib/page-link.ts';
import type { StoredEntry, StoredPaper } from '../model/stored.ts';
import type { StoredChange } from '../store/index.ts';

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

/** Where a reader is sent who wants to see an entry, or a whole paper, in its place; null where there is nothing to open. */
export type PlaceLink = (paper: StoredPaper, page: number | null, entryId: string | null) => string | null;

/** The date of each edition looked at. */
export type Dates = ReadonlyMap<string, string | null>;

/** A link to a page of a paper, by a web address where it has one. */
export function linkOf({ sources }: StoredPaper, page: number | null): string | null {
  const address = sources.find(isWeb) ?? sources[0];
  return address === undefined ? null : pageLink(address, page);
}
