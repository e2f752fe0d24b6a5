import { createHash } from 'node:crypto';
import type { Telling } from '../../model/collected.ts';
import { changesIn, replaceChangeTellings, type Store, type StoredChange, sourcesOf } from '../../store/index.ts';

/** A UUID (RFC 9562, version 8) made from what something is about: the same in every run. */
export function uuidOf(...parts: readonly (string | null)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Brings the news of changes in line with what follows from the papers now. */
export function gatherChanges(store: Store, now: string): void {
  const places = new Map<string, string | null>();
  const placeOf = (paperId: string) => {
    const known = places.get(paperId);
    if (known !== undefined) return known;
    const place = sourcesOf(store, paperId).find((address) => /^https?:/.test(address)) ?? null;
    places.set(paperId, place);
    return place;
  };
  const sameSoFar = new Map<string, number>();
  const tellings = [...changesIn(store)].map((change) => {
    const about = [change.threadId, change.fromPaperId, change.toPaperId, change.kind, change.field] as const;
    const key = JSON.stringify(about);
    const nth = sameSoFar.get(key) ?? 0;
    sameSoFar.set(key, nth + 1);
    return tellingOf(change, uuidOf('change', ...about, String(nth)), placeOf(change.toPaperId));
  });
  replaceChangeTellings(store, tellings, now);
}

function tellingOf(change: StoredChange, id: string, address: string | null): Telling {
  const { service, plan, kind, sentence, date, toPaperId: paperId, fromPaperId } = change;
  const what = kind.replaceAll('_', ' ');
  const title = [service ?? 'A service not named', plan, what].filter((part) => part !== null).join(': ');
  return { id, kind: 'change', service, title, text: sentence, date, paperId, fromPaperId, address };
}
