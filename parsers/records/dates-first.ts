import { isWholeDate } from '../../src/normalise/dates.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';

/** So many of the titles or texts begin with a date where it is set before what is due then. */
const most = 0.7;

/** `Q2 2025/26 – Order two engines`, title after title or first text after first text of records: when, and what. A later text tells what was done on a day. */
export function datesFirstApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'title' && !(slot.kind === 'text' && slot.key === firstText)) return [slot];
  const [rest = slot, dates] = partOff(slot, 'date', most, dateFirst);
  const found = dates?.values.filter((value) => value !== null) ?? [];
  return dates === undefined || found.length < 2 ? [slot] : [{ ...dates, kind: 'text', label: '' }, rest];
}

/** The date that words begin with before a colon or dash; what is a sentence there was told on that day. */
function dateFirst(text: string): { readonly part: string; readonly rest: string } | null {
  const { date, rest } =
    /^(?<date>[^:–—]{3,30}?)(?::|\s+[–—-])\s+(?<rest>\p{L}[^\n]*[^.!?\s])$/u.exec(text)?.groups ?? {};
  if (date === undefined || rest === undefined) return null;
  const isDate = isWholeDate(date) || (/\d/.test(date) && readTimescale(date).start !== null);
  return isDate && date.split(/\s+/).length <= longestDate ? { part: date, rest } : null;
}

const longestDate = 4;
const firstText = 'text 0';
