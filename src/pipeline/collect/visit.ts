import { type Fetching, type FetchingOptions, openFetching } from '../../collect/fetching.ts';
import type { Client } from '../../collect/http/client.ts';
import { listSource } from '../../collect/kinds/index.ts';
import { blindnessOf, choiceSilence, foldAlike } from '../../collect/silence.ts';
import { holdsAny, type Offer, type Site } from '../../collect/site.ts';
import type { WebSource } from '../../collect/source.ts';
import { conditionOf, noting, Trouble } from '../../collect/trouble.ts';
import type { Condition, Visit } from '../../model/collected.ts';
import { bytesOfPaper, knownPaper, listedBefore, openConditions, writeSourcePaper } from '../../store/index.ts';
import { type Desk, timestampOf } from './desk.ts';
import { receive } from './receive.ts';
import { silencesOf } from './silences.ts';
import { keepVisit, type Taken, takeAll, takenAs, visitOf } from './visited.ts';

export interface VisitOptions {
  readonly client: Client;
  readonly fetching: Omit<FetchingOptions, 'client' | 'source'>;
  /** Only meetings of this day or later, whatever the sources file says; null for what that says. */
  readonly since: string | null;
  /** Only list what is wanted; store nothing. */
  readonly dryRun: boolean;
  /** Read no more pages of links than these, which is enough to see whether a source is said rightly; null for all. */
  readonly sample: number | null;
  /** Requests made for the source so far. */
  readonly requests: () => number;
}

/** Why no further page is read where only a sample is wanted. */
const enough = 'check/enough';

/** Looks at one source on the web: lists, fetches what is new or may have changed, takes it in, says what is amiss. */
export async function visitSource(desk: Desk, source: WebSource, options: VisitOptions): Promise<Visit> {
  const fetching = openFetching({ ...options.fetching, client: options.client, source: source.name });
  const conditions = new Map<string, Condition>();
  const noteCondition = (condition: Condition | null) => {
    if (condition === null) return;
    const { code, subject, message } = condition;
    conditions.set(`${code} ${subject}`, condition);
    desk.tell({ event: 'trouble', source: source.name, code, subject, message });
  };
  const note = (trouble: Trouble) => {
    if (trouble.code === enough) return;
    noteCondition(conditionOf(source.name, trouble));
    // What a server calls what is not as it should be is not to be believed.
    if (/^(layout|body)\//.test(trouble.code)) fetching.distrust(trouble.subject);
  };
  let pages = 0;
  const site: Site = {
    today: timestampOf(desk).slice(0, 10),
    since: options.since ?? source.since,
    read: async (address, date = null, check = () => undefined) => {
      pages += 1;
      if (options.sample !== null && pages > options.sample) throw new Trouble(enough, address, '', { asked: false });
      if (pages > desk.file.limits.pages) throw tooManyPages(source, desk.file.limits.pages);
      return fetching.page(address, date, check);
    },
    note,
    wants: (...titles) => holdsAny(titles, source.titles),
  };
  const listedBeforeNow = listedBefore(desk.store, source.name);
  const listing = await noting(site, null, () => listSource(source, site));
  const offers = (listing?.offers ?? []).filter(
    ({ title, under, page, address }) => (page && address === source.address) || site.wants(title, under),
  );
  const taken = new Set(offers);
  for (const offer of listing?.offers ?? []) {
    if (taken.has(offer)) continue;
    const { address, title, under } = offer;
    desk.tell({
      event: 'passed-over',
      source: source.name,
      address,
      title: [title, under].filter(Boolean).join(' — '),
    });
  }
  if (options.dryRun)
    for (const { address, title } of offers) desk.tell({ event: 'wanted', source: source.name, address, title });
  const counts = await takeAll(options.dryRun ? [] : offers, (offer) => takeOffer(desk, source, fetching, offer), note);
  const listed = listing?.listed ?? 0;
  // With another `since` other meetings are looked into, and the numbers cannot be held against each other.
  if (listing !== null && options.since === null) {
    const choice = { offers: listing.offers, wanted: offers.length, titles: source.titles, listed };
    noteCondition(blindnessOf(source.name, source.address, listed, listedBeforeNow));
    noteCondition(choiceSilence(source.name, source.address, choice));
  }
  if (!options.dryRun) {
    silencesOf(desk, source, listing?.cancelled).forEach(noteCondition);
    if (listing === null || listed === 0) unseen(desk, source).forEach(noteCondition);
  }
  const told = foldAlike(source.name, source.address, [...conditions.values()]);
  const seen = { listed, offered: offers.length, requests: options.requests(), ...counts };
  const visit = visitOf(source, listing !== null, told, seen);
  if (!options.dryRun) {
    // A visit with trouble may have seen too little, never too much.
    const least = told.length === 0 ? 0 : (listedBeforeNow ?? 0);
    const wellListed = options.since === null && listed > 0 ? Math.max(listed, least) : null;
    keepVisit(desk, source, visit, told, wellListed);
  }
  return visit;
}

/** What was amiss, is known to a person, and could not be looked at now: it is not new when the source is seen again. */
function unseen({ store }: Desk, { name }: WebSource): readonly Condition[] {
  return openConditions(store)
    .filter(({ source, acknowledged }) => source === name && acknowledged !== null)
    .filter(({ code }) => /^(http|body)\/|^source\/(wants-nothing|no-papers)$/.test(code))
    .map(({ source, code, subject, message }) => ({ source, code, subject, message }));
}

function tooManyPages({ address }: WebSource, most: number): Trouble {
  const message = `It has more than ${most} pages of links. Name committees, a later "since" or fewer words to follow, or raise "limits: pages".`;
  return new Trouble('source/too-many-pages', address, message, { asked: false });
}

/** @throws Trouble */
async function takeOffer(desk: Desk, source: WebSource, fetching: Fetching, offer: Offer): Promise<Taken> {
  const answer = await fetching.paper(offer, (arrival) => receive(desk, arrival, offer));
  if (answer.kind === 'arrived') return takenAs(answer.received);
  if (answer.paperId !== null) await recall(desk, source, offer, answer.paperId);
  return 'unchanged';
}

/** A paper that is stored: this source offers it too, and where it failed it may be read better now. */
async function recall(desk: Desk, source: WebSource, offer: Offer, paperId: string): Promise<void> {
  const paper = knownPaper(desk.store, paperId);
  if (paper === null) return;
  const bytes = paper.outcome === 'failed' ? bytesOfPaper(desk.store, paperId) : null;
  if (bytes instanceof Uint8Array)
    await desk.intake.take({ name: paper.file, path: offer.address, bytes, sha256: paperId });
  desk.store.write(() =>
    writeSourcePaper(desk.store, source.name, { paperId, address: offer.address, date: offer.date, item: offer.item }),
  );
}
