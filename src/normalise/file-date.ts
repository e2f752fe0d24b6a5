import { type DateSpan, findDates, reducedDate } from './dates.ts';

/** Digits without signs between: a day or a month as programs name files (`20220614`, `202206`), or a day as people do (`24102028`). */
const bareDates: readonly (readonly [pattern: RegExp, iso: string])[] = [
  [/(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g, ' $1-$2-$3 '],
  [/(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(20\d\d)(?!\d)/g, ' $3-$2-$1 '],
  [/(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?!\d)/g, ' $1-$2 '],
  [/(?<!\d)(20\d\d)[ .](0[1-9]|1[0-2])[ .](0[1-9]|[12]\d|3[01])(?!\d)/g, ' $1-$2-$3 '],
  [/(?<!\d)(20\d\d)[ .](0[1-9]|1[0-2])(?![ .-]?\d)/g, ' $1-$2 '],
  // A word that holds the name together: `board-2022-06-14`, `plan-June-2022`.
  [/(?<=\p{L})-(?=\p{L}|\d)|(?<=\d)-(?=\p{L})/gu, ' '],
  [/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/gu, ' '],
];

const exactness: Readonly<Partial<Record<DateSpan['precision'], number>>> = { day: 2, month: 1 };

/**
 * The date in a file's name, the most exact where there are several: `board-2022-06.pdf`, `20220614_plan.docx`, `Public
 * reports pack 24102028 1600.pdf`, `Action Plan - 6th November 2028.md`.
 * @returns a day or a month, ISO 8601; null where the name has neither
 */
export function dateInName(file: string): string | null {
  const name = file.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]+$/i, '');
  const text = bareDates.reduce((words, [pattern, iso]) => words.replace(pattern, iso), name.replaceAll('_', ' '));
  const rank = ({ span }: { readonly span: DateSpan }) => exactness[span.precision] ?? 0;
  const [best] = findDates(text).toSorted((a, b) => rank(b) - rank(a));
  return best === undefined || rank(best) === 0 ? null : reducedDate(best.span);
}
