import { deflateSync, inflateSync } from 'node:zlib';
import type { AddressState, Arrival, HostHistory, KeptPage } from '../model/collected.ts';
import type { Store } from './store.ts';

interface AddressRow extends Omit<AddressState, 'trouble'> {
  readonly troubleCode: string | null;
  readonly troubleMessage: string | null;
}

const addressColumns = `key, address, sha256, paper_id AS paperId, etag, last_modified AS lastModified, fetched, checked,
  round, suspect, failures, not_before AS notBefore, trouble_code AS troubleCode, trouble_message AS troubleMessage`;

const stateOf = ({ troubleCode: code, troubleMessage: message, ...row }: AddressRow): AddressState => ({
  ...row,
  trouble: code === null || message === null ? null : { code, message },
});

/** @returns null for an address that was never asked for */
export function addressState(store: Store, key: string): AddressState | null {
  const row = store.get<AddressRow>(`SELECT ${addressColumns} FROM addresses WHERE key = ?`, key);
  return row === undefined ? null : stateOf(row);
}

/** Addresses that are not asked for now because they failed, those that failed longest first. */
export function pausedAddresses(store: Store, now: string): readonly AddressState[] {
  return store
    .all<AddressRow>(`SELECT ${addressColumns} FROM addresses WHERE not_before > ? ORDER BY failures DESC, key`, now)
    .map(stateOf);
}

/** Lets every address be asked for again at once. */
export function releaseAddresses(store: Store): void {
  store.write(() => store.run('UPDATE addresses SET not_before = NULL, failures = 0 WHERE failures > 0'));
}

export function writeAddress(store: Store, { trouble, ...state }: AddressState): void {
  const failed = { troubleCode: trouble?.code ?? null, troubleMessage: trouble?.message ?? null };
  store.write(() => store.upsert('addresses', 'key', { ...state, ...failed }));
}

export function linkPage(store: Store, key: string): KeptPage | null {
  const row = store.get<{ contentType: string | null; deflated: Buffer }>(
    'SELECT content_type AS contentType, deflated FROM link_pages WHERE key = ?',
    key,
  );
  return row === undefined ? null : { contentType: row.contentType, bytes: inflateSync(row.deflated) };
}

/** What an address holds and the page itself, together or not at all. */
export function writeLinkPage(store: Store, state: AddressState, { bytes, contentType }: KeptPage): void {
  const deflated = deflateSync(bytes);
  store.write(() => {
    writeAddress(store, state);
    store.insert('link_pages', { key: state.key, contentType, deflated }, 'REPLACE');
  });
}

/** What an address holds and the bytes that came from it, together or not at all: after a kill they wait here. */
export function writeArrival(store: Store, state: AddressState, arrival: Arrival): void {
  store.write(() => {
    writeAddress(store, state);
    store.insert('arrivals', { ...arrival }, 'REPLACE');
  });
}

/** What came and was not taken in yet, in order of the addresses. */
export function waitingArrivals(store: Store): readonly Arrival[] {
  return store.all<Arrival>(
    'SELECT key, sha256, address, name, source, fetched, replaces, bytes FROM arrivals ORDER BY key',
  );
}

/**
 * Ends the wait of an arrival: its address holds this paper now. In the caller's transaction.
 * @param paperId the paper that its bytes are, or that says the same
 */
export function settleArrival(store: Store, { key }: Arrival, paperId: string): void {
  store.run('UPDATE addresses SET paper_id = ? WHERE key = ?', paperId, key);
  store.run('DELETE FROM arrivals WHERE key = ?', key);
}

export function hostHistory(store: Store, host: string): HostHistory | null {
  return store.get<HostHistory>('SELECT asked, delay, not_before AS notBefore FROM hosts WHERE host = ?', host) ?? null;
}

export function writeHostHistory(store: Store, host: string, history: HostHistory): void {
  store.write(() => store.insert('hosts', { host, ...history }, 'REPLACE'));
}
