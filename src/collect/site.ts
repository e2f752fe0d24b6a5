import { addressKey } from './address.ts';
import type { Trouble } from './trouble.ts';

/** A page of links as it was fetched. */
export interface WebPage {
  /** Where it came from in the end. */
  readonly address: string;
  readonly text: string;
}

/** A paper that a source has to offer. */
export interface Offer {
  readonly address: string;
  readonly title: string;
  /** The agenda item or heading it stands under; empty where there is none. */
  readonly under: string;
  /** Day of the meeting or of publication, ISO 8601. */
  readonly date: string | null;
  /** What all papers of one agenda item (cover, letter, plan) have alike and no others, see `itemOf`; null where none is told. */
  readonly item: string | null;
  /** True where the paper is a web page. */
  readonly page: boolean;
}

/** Names an agenda item by the page of its meeting and its own title; null where it has no title. */
export const itemOf = (page: string, title: string): string | null =>
  title === '' ? null : `${addressKey(page)} ${fold(title)}`;

/** What a source's lists name. */
export interface Listing {
  readonly offers: readonly Offer[];
  /** How many meetings, items or documents were named at all, wanted or not. */
  readonly listed: number;
  /** Days of meetings that were to be and will not, ISO 8601, where the site says so. */
  readonly cancelled?: readonly string[];
}

/** What a kind of source may do on its site. */
export interface Site {
  /** Today, ISO 8601. */
  readonly today: string;
  /** Only meetings of this day or later; null for all. */
  readonly since: string | null;
  /**
   * A page of links: fetched, or known to be unchanged, or taken from an earlier fetch of the same round.
   * @param date of the meeting it is about; an old one is asked for only now and then
   * @param check throws a Trouble where the page is not what it should be: then it is not kept
   * @throws Trouble
   */
  read(address: string, date?: string | null, check?: (page: WebPage) => void): Promise<WebPage>;
  /** Notes a trouble that does not end the visit. */
  note(trouble: Trouble): void;
  /** True where a paper under one of these titles is wanted. */
  wants(...titles: readonly string[]): boolean;
}

/** A kind of source: how its papers are listed. */
export type List<Source> = (source: Source, site: Site) => Promise<Listing>;

/** True where a meeting of that day is wanted; one without a day is. */
export const isSince = (site: Pick<Site, 'since'>, date: string | null): boolean =>
  site.since === null || date === null || date >= site.since;

/** Meetings in the order in which they are worth a look: the last one held first, those to come after all that were. */
export function latestFirst<Item>(
  items: readonly Item[],
  dayOf: (item: Item) => string | null,
  { today }: Pick<Site, 'today'>,
): readonly Item[] {
  const rank = (item: Item) => {
    const day = dayOf(item) ?? '';
    return day <= today ? day : '';
  };
  return items.toSorted((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}

/** Text folded so that capitals and spaces make no difference. */
const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

/** True where one of the words stands in one of the texts; without words always. */
export function holdsAny(texts: readonly string[], words: readonly string[] | null): boolean {
  return words === null || words.some((word) => texts.some((text) => fold(text).includes(fold(word))));
}
