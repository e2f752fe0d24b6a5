import { dayLength } from '../lib/calendar.ts';
import { foldPlain } from '../lib/fold.ts';
import { findDates } from '../normalise/dates.ts';

/** Tokens by which a site tells one visitor from another. */
const tokens = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?=[0-9a-z]*\d)(?=[0-9a-z]*[a-z])[0-9a-z]{20,}\b/g;
/** A time to the second is never a meeting's. */
const exactTime = /\b\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:gmt|bst|utc|z)\b)?/g;
const timeBeside = /^[\s,]*(?:\bat\b|-|\||t)?\s*\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?/;
const mark = '\u0001';

/**
 * A text without what only says when and for whom it was drawn: the day of the fetch itself, the time beside it, times
 * to the second, session tokens. Two downloads with the same rest say the same.
 * @param fetched when the text was fetched, ISO 8601
 */
export function withoutStamps(text: string, fetched: string): string {
  const folded = foldPlain(text)
    .replace(/(?<=\b\d{4}-\d\d-\d\d)t(?=\d\d:)/g, ' ')
    .replace(tokens, mark)
    .replace(exactTime, mark);
  const moment = Date.parse(fetched);
  const days = [-dayLength, 0, dayLength].map((shift) => new Date(moment + shift).toISOString().slice(0, 10));
  let made = '';
  let at = 0;
  for (const { from, to, span } of findDates(folded)) {
    if (from < at || span.precision !== 'day' || !days.includes(span.start)) continue;
    made += folded.slice(at, from) + mark;
    at = to + (timeBeside.exec(folded.slice(to))?.[0].length ?? 0);
  }
  return (made + folded.slice(at)).replace(/\s+/g, ' ').trim();
}
