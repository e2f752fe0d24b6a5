import type { Offer } from '../../collect/site.ts';
import { counted } from '../../lib/counted.ts';
import { sharedAddress } from '../../lib/page-link.ts';
import type { Arrival, Telling } from '../../model/collected.ts';
import {
  fileOf,
  isUnsettled,
  knownPaper,
  paperReadAt,
  settleArrival,
  waitingArrivals,
  writeSourcePaper,
  writeTelling,
} from '../../store/index.ts';
import type { IngestedFile } from '../ingest.ts';
import { type Desk, type Receipt, timestampOf } from './desk.ts';
import { uuidOf } from './news.ts';
import { saySame } from './same-words.ts';

/** What a source says of a paper besides its address, see `Offer`. */
type Offered = Pick<Offer, 'date' | 'item'>;
const nothingSaid: Offered = { date: null, item: null };

/**
 * Takes in what came from an address: as a paper, unless it only says what the paper before it at that address said. The
 * arrival waits in the database until all that follows from it is stored too.
 * @param offered what the source says of it
 */
export async function receive(desk: Desk, arrival: Arrival, { date, item }: Offered = nothingSaid): Promise<Receipt> {
  const receipt = await judge(desk, arrival);
  const { paperId, what, file } = receipt;
  const now = timestampOf(desk);
  desk.store.write(() => {
    settleArrival(desk.store, arrival, paperId);
    writeSourcePaper(desk.store, arrival.source, { paperId, address: arrival.address, date, item });
    // Of a new paper `gatherNews` tells when it has been compared with the others.
    if (file !== null && what === 'replaced') writeTelling(desk.store, replacement(desk, arrival, file, date), now);
  });
  const { outcome = 'ok', entries = 0 } = file ?? {};
  desk.tell({ event: 'paper', source: arrival.source, address: arrival.address, what, paperId, outcome, entries });
  return receipt;
}

/** Takes in what an earlier run fetched and was stopped before it could take it in. */
export async function receiveWaiting(desk: Desk): Promise<void> {
  for (const arrival of waitingArrivals(desk.store)) await receive(desk, arrival);
}

async function judge(desk: Desk, arrival: Arrival): Promise<Receipt> {
  const { sha256, replaces } = arrival;
  const isKnown = knownPaper(desk.store, sha256) !== null && !isUnsettled(desk.store, sha256, arrival.address);
  if (!isKnown && replaces !== null && (await saysAsBefore(desk, arrival, replaces))) {
    return { what: 'same-words', paperId: replaces, file: null };
  }
  const { name, address: path, bytes } = arrival;
  const source = desk.file.sources.find((each) => each.name === arrival.source);
  const file = await desk.intake.take({ name, path, bytes, sha256 }, source?.service);
  if (file.state === 'read' && file.outcome !== 'ok') desk.troubled.push(file);
  if (replaces !== null && replaces !== sha256) return { what: 'replaced', paperId: sha256, file };
  return { what: isKnown ? 'known' : 'new', paperId: sha256, file };
}

async function saysAsBefore(desk: Desk, arrival: Arrival, replaces: string): Promise<boolean> {
  const [before, readAt] = [fileOf(desk.store, replaces), paperReadAt(desk.store, replaces)];
  if (before === null || readAt === null) return false;
  const { name, address: path, bytes, sha256, fetched } = arrival;
  return saySame(
    { file: { ...before, path }, fetched: readAt },
    { file: { name, path, bytes, sha256 }, fetched },
    desk.reading,
  );
}

function replacement(desk: Desk, arrival: Arrival, file: IngestedFile, date: string | null): Telling {
  const { sha256: paperId, replaces: fromPaperId, address, fetched } = arrival;
  const before = fromPaperId === null ? 0 : (knownPaper(desk.store, fromPaperId)?.entries ?? 0);
  return {
    id: uuidOf('replaced', address, fromPaperId, paperId),
    kind: 'replaced',
    service: file.service,
    title: `${file.service ?? arrival.source}: ${arrival.name} was replaced in place`,
    text: `What is published at ${sharedAddress(address)} was replaced by ${fetched.slice(0, 10)}. It had ${counted(before, 'entry', 'entries')} and now has ${counted(file.entries, 'entry', 'entries')}.`,
    items: [],
    date: file.date ?? date,
    paperId,
    fromPaperId,
    address,
  };
}
