import { isBadge } from './badges.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';

/** So many of a label's or column's values end in a status on a line of its own. */
const most = 0.8;

/** The statuses that stand alone as the last line below what is under a label, as badges of a card do, are no part of it. */
export function statusBelowApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'label' && slot.kind !== 'column') return [slot];
  const [rest = slot, statuses] = partOff(slot, 'status', most, lastLine);
  const distinct = new Set(statuses?.values.map((value) => value?.text));
  return statuses === undefined || distinct.size < 2 ? [slot] : [rest, { ...statuses, kind: 'text', label: '' }];
}

function lastLine(text: string): { readonly part: string; readonly rest: string } | null {
  const end = text.lastIndexOf('\n');
  const part = text.slice(end + 1);
  return end > 0 && isBadge(part) ? { part, rest: text.slice(0, end) } : null;
}
