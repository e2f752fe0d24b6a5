import { isBadge } from './badges.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';
import { isLineOfFacts } from './pieces.ts';

/** So many of a label's or column's values end in a status or facts on a line of their own. */
const most = 0.8;

/**
 * The statuses that stand alone as the last line below what is under a label, as badges of a card do, are no part of it; nor are lines
 * of facts there (`Head of Fleet; May 2025; under way`).
 */
export function lastLinesApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'label' && slot.kind !== 'column') return [slot];
  const [rest = slot, lines] = partOff(slot, 'below', most, lastLine);
  const distinct = new Set(lines?.values.map((value) => value?.text));
  return lines === undefined || distinct.size < 2 ? [slot] : [rest, { ...lines, kind: 'text', label: '' }];
}

function lastLine(text: string): { readonly part: string; readonly rest: string } | null {
  const end = text.lastIndexOf('\n');
  const part = text.slice(end + 1);
  const isOwn = isBadge(part) || isLineOfFacts({ text: part, places: [], fill: null });
  return end > 0 && isOwn ? { part, rest: text.slice(0, end) } : null;
}
