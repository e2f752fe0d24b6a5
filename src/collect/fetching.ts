import { dayLength, hourLength } from '../lib/calendar.ts';
import { sha256Of } from '../lib/digest.ts';
import type { AddressState, Arrival, KeptPage } from '../model/collected.ts';
import { addressKey, fileNameOf } from './address.ts';
import { type BodyKind, bodyKind, decodeMarkup, endingOf, looksCut } from './body-kind.ts';
import { expectPage, expectPaper } from './expectations.ts';
import type { Answer, Client } from './http/client.ts';
import type { Offer, WebPage } from './site.ts';
import { Trouble } from './trouble.ts';

/** What was known of addresses before, and what is to be known of them after; each `keep` is whole or not at all. */
export interface Memory {
  recall(key: string): AddressState | null;
  page(key: string): KeptPage | null;
  keepPage(state: AddressState, page: KeptPage): void;
  keepArrival(state: AddressState, arrival: Arrival): void;
  keep(state: AddressState): void;
}

export interface FetchingOptions {
  readonly client: Client;
  readonly memory: Memory;
  /** Name of the source. */
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The round of this run: what an interrupted run of the same round has fetched is not fetched again. */
  readonly round: number;
  /** Milliseconds after which a server's "not modified" is not believed any more. */
  readonly recheck: number;
  /** What is being asked for at this moment, by all sources of the run. */
  readonly underWay: Map<string, Promise<unknown>>;
  /** What failed in this run, by key: another source that wants the same is told so without asking again. */
  readonly failed: Map<string, Trouble>;
}

/** What asking for a paper came to. */
export type PaperAnswer<Received> =
  | { readonly kind: 'unchanged'; readonly paperId: string | null }
  | { readonly kind: 'arrived'; readonly received: Received };

/** Fetches pages and papers, and remembers how it went. */
export interface Fetching {
  /** @throws Trouble */
  page(address: string, date: string | null, check: (page: WebPage) => void): Promise<WebPage>;
  /**
   * @param receive takes what came in; until it has, nobody else is told of the address
   * @throws Trouble
   */
  paper<Received>(offer: Offer, receive: (arrival: Arrival) => Promise<Received>): Promise<PaperAnswer<Received>>;
  /** What came from an address is not what it should be: it is fetched whole the next time. */
  distrust(address: string): void;
}

/** Papers and pages of meetings that are longer ago are asked for only at every fourth recheck. */
const settledAfter = 90 * dayLength;
const settledRechecks = 4;

/** So many runs may fail before an address is asked less often, and before it is put aside for a month. */
const patience = { full: 3, none: 10 } as const;
const longestPause = 7 * dayLength;
const quarantine = 30 * dayLength;

export function openFetching(options: FetchingOptions): Fetching {
  const { client, memory, now, round } = options;
  const timestamp = () => new Date(now()).toISOString();
  const age = (time: string | null) => (time === null ? Number.POSITIVE_INFINITY : now() - Date.parse(time));
  const isSettled = (date: string | null) => date !== null && age(date) > settledAfter;

  /** True where what is known of an address will do without asking. */
  const willDo = (state: AddressState, date: string | null): boolean =>
    state.sha256 !== null &&
    (state.round === round || (isSettled(date) && age(state.fetched) < options.recheck * settledRechecks));

  const ask = async (state: AddressState): Promise<Answer> => {
    const failure = options.failed.get(state.key);
    if (failure !== undefined) throw new Trouble(failure.code, failure.subject, failure.message, { asked: false });
    if (state.notBefore !== null && Date.parse(state.notBefore) > now() && state.trouble !== null) {
      throw pausing(state, state.trouble, state.notBefore);
    }
    const believed = age(state.fetched) < options.recheck && state.sha256 !== null;
    return client.get(state.address, believed ? state : undefined);
  };

  /** Notes the failure of an address; that of a whole host is not the address's. */
  const blame = (state: AddressState, error: unknown): unknown => {
    if (!(error instanceof Trouble) || error.wholeHost || !error.asked) return error;
    options.failed.set(state.key, error);
    const failures = state.failures + 1;
    const hours = 2 ** (failures - patience.full);
    const pause = failures >= patience.none ? quarantine : Math.min(longestPause, hours * hourLength);
    memory.keep({
      ...(memory.recall(state.key) ?? state),
      // Whatever the server calls what it sent, it is not to be called unchanged.
      ...(/^(layout|body)\//.test(error.code) ? { etag: null, lastModified: null, fetched: null } : {}),
      failures,
      notBefore: failures < patience.full ? null : new Date(now() + pause).toISOString(),
      trouble: { code: error.code, message: error.message },
    });
    return error;
  };

  const well = (state: AddressState, answer: Answer): AddressState => ({
    ...state,
    ...(answer.bytes === null ? {} : { etag: answer.etag, lastModified: answer.lastModified, fetched: timestamp() }),
    checked: timestamp(),
    round,
    ...untroubled,
  });

  /** Half of something, it seems; if it comes so again in the next run, that is what the site has. */
  const cut = (state: AddressState, digest: string, kind: BodyKind): Trouble => {
    memory.keep({ ...state, suspect: digest });
    const next = kind === 'xml' ? '' : ' If it is so again in the next runs, it is taken as it is.';
    return new Trouble('body/cut', state.address, `It ends in the middle.${next}`);
  };

  /**
   * True where it is the site's way to leave the end of pages out. They differ from one visit to the next, so that it is
   * not told by their bytes; where the last one had an end, the next without is not believed so soon. XML has an end.
   */
  const isHabit = ({ suspect, failures }: AddressState, kept: KeptPage | null, kind: BodyKind): boolean =>
    kind !== 'xml' &&
    suspect !== null &&
    (kept === null || looksCut(kept.bytes, bodyKind(kept.bytes)) || failures >= patience.full);

  const fetchPage = async (address: string, date: string | null, check: (page: WebPage) => void): Promise<WebPage> => {
    const state = memory.recall(listKey(address)) ?? unknownAddress(address, listKey(address));
    const kept = memory.page(state.key);
    if (kept !== null && willDo(state, date)) return webPage(address, kept);
    try {
      const answer = await ask(kept === null ? { ...state, sha256: null } : state);
      const page = answer.bytes === null ? kept : { bytes: answer.bytes, contentType: answer.contentType };
      if (page === null)
        throw new Trouble('http/status', address, 'The server says "not modified" of what it never sent.');
      const read = webPage(answer.address, page);
      expectPage(page.bytes, read.text, read.address);
      const kind = bodyKind(page.bytes);
      const isCut = looksCut(page.bytes, kind);
      const digest = sha256Of(page.bytes);
      if (isCut && !isHabit(state, kept, kind)) throw cut(state, digest, kind);
      check(read);
      memory.keepPage({ ...well(state, answer), sha256: digest, suspect: isCut ? digest : null }, page);
      return read;
    } catch (error) {
      throw blame(state, error);
    }
  };

  /** A page that is a paper and was just read for its links need not be asked for again. */
  const listedInThisRound = ({ address }: Offer): Answer | null => {
    const state = memory.recall(listKey(address));
    const kept = state?.round === round ? memory.page(listKey(address)) : null;
    if (state === null || kept === null) return null;
    return { address, etag: state.etag, lastModified: state.lastModified, ...kept };
  };

  const fetchPaper = async (offer: Offer): Promise<PaperAnswer<Arrival>> => {
    const state = memory.recall(addressKey(offer.address)) ?? unknownAddress(offer.address);
    if (willDo(state, offer.date)) return { kind: 'unchanged', paperId: state.paperId };
    try {
      const answer = listedInThisRound(offer) ?? (await ask(state));
      const { bytes } = answer;
      if (bytes === null) {
        memory.keep(well(state, answer));
        return { kind: 'unchanged', paperId: state.paperId };
      }
      const kind = bodyKind(bytes);
      expectPaper(bytes, answer.contentType, offer);
      const digest = sha256Of(bytes);
      if (looksCut(bytes, kind) && ![state.suspect, state.sha256].includes(digest)) throw cut(state, digest, kind);
      const news = { ...well(state, answer), sha256: digest };
      if (digest === state.sha256) {
        memory.keep(news);
        return { kind: 'unchanged', paperId: state.paperId };
      }
      const arrival: Arrival = {
        sha256: digest,
        key: state.key,
        address: offer.address,
        name: fileNameOf(offer.address, offer.title, endingOf[kind]),
        source: options.source,
        bytes,
        fetched: timestamp(),
        replaces: state.paperId,
      };
      memory.keepArrival(news, arrival);
      return { kind: 'arrived', received: arrival };
    } catch (error) {
      throw blame(state, error);
    }
  };

  /** The same address is asked for once at a time, whichever source wants it; the later ones find it known. */
  const inTurn = async <T>(address: string, work: () => Promise<T>): Promise<T> => {
    const key = addressKey(address);
    for (let before = options.underWay.get(key); before !== undefined; before = options.underWay.get(key)) {
      await before.catch(() => undefined);
    }
    const running = work();
    options.underWay.set(key, running);
    try {
      return await running;
    } finally {
      options.underWay.delete(key);
    }
  };

  return {
    page: (address, date, check) => inTurn(address, () => fetchPage(address, date, check)),
    paper: (offer, receive) =>
      inTurn(offer.address, async () => {
        const answer = await fetchPaper(offer);
        return answer.kind === 'arrived' ? { ...answer, received: await receive(answer.received) } : answer;
      }),
    distrust: (address) => {
      if (!URL.canParse(address)) return;
      for (const state of [memory.recall(addressKey(address)), memory.recall(listKey(address))]) {
        if (state !== null) memory.keep({ ...state, etag: null, lastModified: null, fetched: null, round: null });
      }
    },
  };
}

/** A page that is read for its links is remembered apart from the same page as a paper. */
const listKey = (address: string): string => `${addressKey(address)} (links)`;

const untroubled = { suspect: null, failures: 0, notBefore: null, trouble: null } as const;

export function unknownAddress(address: string, key = addressKey(address)): AddressState {
  return {
    key,
    address,
    sha256: null,
    paperId: null,
    etag: null,
    lastModified: null,
    fetched: null,
    checked: null,
    round: null,
    ...untroubled,
  };
}

const webPage = (address: string, { bytes, contentType }: KeptPage): WebPage => ({
  address,
  text: decodeMarkup(bytes, contentType),
});

function pausing(state: AddressState, trouble: NonNullable<AddressState['trouble']>, until: string): Trouble {
  const aside = state.failures >= patience.none ? 'It is put aside' : 'It is not asked';
  const message = `${trouble.message} It failed in ${state.failures} runs. ${aside} until ${until.slice(0, 16)}Z; --retry asks at once.`;
  return new Trouble(trouble.code, state.address, message, { asked: false });
}
