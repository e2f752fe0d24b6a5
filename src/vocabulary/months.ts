/** Month names as papers write them, folded; the value counts from 1. */
const names = [
  ['january', 'jan'],
  ['february', 'feb', 'febuary'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;
export const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((spellings, index) => spellings.map((spelling) => [spelling, index + 1] as const)),
);

/** The same as a pattern's source, the longer name before the shorter. */
export const monthNames = [...months.keys()].sort((a, b) => b.length - a.length).join('|');

/** A day of the week, in lower case: a pattern's source. */
export const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** Meteorological seasons: first month. A winter named by one year begins in December of the year before. */
export const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['winter', 12],
]);

/** A month or a quarter of no named year, and nothing else. On folded text. */
export const isTimeOfYear = new RegExp(`^(?:${monthNames}|q(?:uarter )?[1-4])$`);
