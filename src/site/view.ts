import { z } from 'zod';
import { UsageError } from '../model/errors.ts';
import { isoDate } from '../normalise/iso-date.ts';
import { type FacetName, facetNames, type SortName, sortNames } from './catalogue.ts';

/** What of the entries is looked at: all of it stands in the page's address. */
export interface View {
  readonly words: string;
  /** For each facet the values wanted, any of which will do; null is "not said". */
  readonly facets: Readonly<Partial<Record<FacetName, readonly (string | null)[]>>>;
  /** ISO 8601: only entries that a paper of this date or later shows to have changed. */
  readonly since: string | null;
  /** ISO 8601: as plans stood then; null for the latest state. */
  readonly asOf: string | null;
  readonly sort: SortName;
  /** From 1. */
  readonly page: number;
}

export const wholeView: View = { words: '', facets: {}, since: null, asOf: null, sort: 'paper', page: 1 };

/** A date in an address: empty is none. */
export const dateText = z
  .string()
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/)
  .refine((text) => text === '' || isoDate(text) !== null)
  .transform((text) => (text === '' ? null : text));

const shape = z.object({
  q: z.string().max(400),
  since: dateText,
  'as-of': dateText,
  sort: z.enum(sortNames),
  page: z.coerce.number().int().min(1).max(1_000_000),
});
const longestValue = 1000;
const mostValues = 50;

/** @throws UsageError where an address says what cannot be */
export function viewOf(query: URLSearchParams): View {
  const read = shape.safeParse({
    q: query.get('q') ?? '',
    since: query.get('since') ?? '',
    'as-of': query.get('as-of') ?? '',
    sort: query.get('sort') ?? 'paper',
    page: query.get('page') ?? 1,
  });
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))].join(', ');
    throw new UsageError(`the address asks for what cannot be (${names}); dates are like 2021, 2021-04 or 2021-04-30`);
  }
  const { q, since, 'as-of': asOf, sort, page } = read.data;
  const facets = facetNames.flatMap((name) => {
    const values = query.getAll(name).slice(0, mostValues);
    return values.length === 0
      ? []
      : [[name, values.map((value) => (value === '' ? null : value.slice(0, longestValue)))] as const];
  });
  return { words: q.trim(), facets: Object.fromEntries(facets), since, asOf, sort, page };
}

/** The view as the part of an address after its question mark, the same for the same view. */
export function queryOf({ words, facets, since, asOf, sort, page }: View): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('q', words);
  for (const name of facetNames) for (const value of facets[name] ?? []) query.append(name, value ?? '');
  if (since !== null) query.set('since', since);
  if (asOf !== null) query.set('as-of', asOf);
  if (sort !== 'paper') query.set('sort', sort);
  if (page !== 1) query.set('page', String(page));
  return query.toString();
}

/** The view with one value of a facet taken in or, where it is in, left out. */
export function toggled(view: View, name: FacetName, value: string | null): View {
  const { [name]: wanted = [], ...others } = view.facets;
  const now = wanted.includes(value) ? wanted.filter((other) => other !== value) : [...wanted, value];
  return { ...view, page: 1, facets: now.length === 0 ? others : { ...others, [name]: now } };
}
