import { isWhollyStatus } from '../../src/normalise/status.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';

/** So many of the texts begin with a status where it is set before them and no sentence of theirs. */
const most = 0.7;

/** `Delayed. The supplier is …` or `[Delayed] Order two engines`, text after text that no label stands over: how it goes, and what is told of it. */
export function statusFirstApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'text') return [slot];
  const [rest = slot, statuses] = partOff(slot, 'status', most, statusFirst);
  const found = statuses?.values.filter((value) => value !== null) ?? [];
  return statuses === undefined || found.length < 2 ? [slot] : [{ ...statuses, kind: 'text', label: '' }, rest];
}

/** A status that a text begins with, and the text; null where it begins otherwise. */
export function statusFirst(text: string): { readonly part: string; readonly rest: string } | null {
  const {
    bracketed,
    status = bracketed,
    rest,
  } = /^(?:(?<status>\p{L}[\p{L} ’']{2,30}?)(?:[.:;]\s+|\s+[-–—]\s+|\n)|[[(](?<bracketed>[^()[\]]{3,30})[\])]:?\s+)(?<rest>\S.+)$/su.exec(
    text,
  )?.groups ?? {};
  return status === undefined || rest === undefined || !isWhollyStatus(status) ? null : { part: status, rest };
}
