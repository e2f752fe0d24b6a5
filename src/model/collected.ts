/** What a web address was last known to hold, and how asking it went. */
export interface AddressState {
  /** The address in the form that tells two apart: no scheme, `www.` or session, see `addressKey`. */
  readonly key: string;
  /** The address as it is asked for. */
  readonly address: string;
  /** sha256 of the last whole answer, lower-case hex; null where there was none yet. */
  readonly sha256: string | null;
  /** The stored paper that the answer is, or says the same as; null where it is a list of links. */
  readonly paperId: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When the last whole answer came, ISO 8601 in UTC. */
  readonly fetched: string | null;
  /** When the server last answered well, be it only with "not modified". */
  readonly checked: string | null;
  /** Which round (see `Round`) that was in. */
  readonly round: number | null;
  /** sha256 of an answer that looked cut short: the same again is what the site has. */
  readonly suspect: string | null;
  /** Runs in a row that failed. */
  readonly failures: number;
  /** Not to be asked before, ISO 8601; null where it may be. */
  readonly notBefore: string | null;
  /** Why it failed last. */
  readonly trouble: { readonly code: string; readonly message: string } | null;
}

/** Bytes that were fetched and are not taken in yet. */
export interface Arrival {
  readonly sha256: string;
  readonly key: string;
  readonly address: string;
  /** A file name for people. */
  readonly name: string;
  /** Name of the source. */
  readonly source: string;
  readonly bytes: Uint8Array;
  /** When the bytes came, ISO 8601. */
  readonly fetched: string;
  /** The paper this address held before; null where it held none. */
  readonly replaces: string | null;
}

/**
 * Something about a source that a person should know and that does not go away by itself. Two are one where source, code
 * and subject are the same.
 */
export interface Condition {
  /** Name of the source; null for what concerns the whole run. */
  readonly source: string | null;
  /** In the form `area/what`. */
  readonly code: string;
  /** The host, address or name it is about. */
  readonly subject: string;
  /** What happened and what to do. */
  readonly message: string;
}

export interface StoredCondition extends Condition {
  readonly id: number;
  /** When it was first and last met, ISO 8601. */
  readonly opened: string;
  readonly seen: string;
  /** When a person said that it is known; it is silent until it is mended and comes again. */
  readonly acknowledged: string | null;
}

/** A page of links as it was last fetched, so that "not modified" can be answered from it. */
export interface KeptPage {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

/** How a host was asked last, times in milliseconds since 1970; kept from run to run. */
export interface HostHistory {
  /** When the last request to it began or ended. */
  readonly asked: number;
  /** What it wants between two requests. */
  readonly delay: number;
  /** Not to be asked before. */
  readonly notBefore: number;
}

/** An address with the terms that what stands there is published on, where they are known: its licence, and what to print beside. */
export interface SourceTerms {
  readonly address: string;
  readonly licence: string | null;
  readonly attribution: string | null;
}

/** What one run did at one source. */
export interface Visit {
  readonly source: string;
  /** `complete`: everything that was to be looked at was; `partial`: with trouble; `failed`: nothing could be listed. */
  readonly outcome: 'complete' | 'partial' | 'failed';
  /** Meetings and the like that its lists name, wanted or not: by this a source that went blank is told. */
  readonly listed: number;
  /** Papers that were wanted. */
  readonly offered: number;
  readonly requests: number;
  readonly unchanged: number;
  readonly added: number;
  readonly replaced: number;
  readonly failed: number;
}

/** A new paper; one in place of another at the same address; what a source had when it was first looked at. */
export type TellingKind = 'paper' | 'replaced' | 'baseline';

/** One change that a paper shows, as it is told. */
export interface TellingItem {
  readonly kind: string;
  readonly sentence: string;
  /** Page of the paper that shows it, or of the one before where only that has it; null where the format has none. */
  readonly page: number | null;
  /** Where to read it, at that page; null where the paper's address is not known. */
  readonly address: string | null;
}

/** One piece of news as it is told to others: a paper with all that changed with it. Told again when its words change. */
export interface Telling {
  /** A UUID made from what it is about: the same in every run. */
  readonly id: string;
  readonly kind: TellingKind;
  readonly service: string | null;
  readonly title: string;
  readonly text: string;
  /** What changed, worst first. */
  readonly items: readonly TellingItem[];
  /** ISO 8601: the date of the paper that shows it. */
  readonly date: string | null;
  /** Null for a baseline. */
  readonly paperId: string | null;
  readonly fromPaperId: string | null;
  /** Where the paper was seen. */
  readonly address: string | null;
}

export interface StoredTelling extends Telling {
  /** Rises with every piece of news and every edit of one, whatever the clock says. */
  readonly number: number;
  /** The licence of the source the paper came from, and the words that name it; null where it gives none. */
  readonly rights: string | null;
  readonly created: string;
  readonly updated: string;
  /** 1, and one more for each edit. */
  readonly revision: number;
  /** True where it no longer follows from the papers. */
  readonly withdrawn: boolean;
}
