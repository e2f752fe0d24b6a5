import { labelledLines, updateLines } from '../../lib/text.ts';
import { type EntryField, entryFields } from '../../model/fields.ts';
import type { StoredEntry } from '../../model/stored.ts';
import { type Html, html, raw } from '../../report/html.ts';

/** Choices of a list, each with its words. */
export const choices = (of: readonly (readonly [value: string, words: string])[]): readonly Html[] =>
  of.map(([value, words]) => html`<option value="${value}">${words}</option>`);

/** The same of names, one of them chosen perhaps. */
const names = (of: readonly string[], chosen: string | null | undefined): readonly Html[] =>
  of.map((name) => html`<option${name === chosen ? raw(' selected') : null}>${name}</option>`);

/** A value of a facet with how many things have it, as a link that chooses it or leaves it out; nothing where none has. */
export const facetLine = (
  address: string,
  words: string,
  count: number | undefined,
  isChosen: boolean,
): readonly Html[] =>
  count === undefined
    ? []
    : [
        html`<li><a href="${address}"${isChosen ? raw(' aria-current="true"') : null} rel="nofollow"><span>${isChosen ? '✓ ' : null}${words}</span> <span class="count">${count}</span></a></li>`,
      ];

/** The page a list is at, with links to those beside it. @param address of a page, by its number from 1 */
export function pagesView(
  page: number,
  last: number,
  address: (page: number) => string,
  [before, after]: readonly [before: string, after: string] = ['Earlier', 'Later'],
): Html {
  const link = (to: number, words: string, rel: string) => html`<a rel="${rel}" href="${address(to)}">${words}</a>`;
  const [earlier, later] = [Math.min(page - 1, last), page + 1];
  return html`<nav class="pages" aria-label="Pages">${page > 1 ? link(earlier, before, 'prev') : null}<span>Page ${page} of ${last}</span>${page < last ? link(later, after, 'next') : null}</nav>`;
}

/** What a form says without being asked. */
export const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** A list with what it can be chosen by beside it. */
export const besideFacets = (label: string, list: Html, title: string, facets: readonly Html[]): Html =>
  html`<div class="with-facets"><section aria-label="${label}">${list}</section>
<aside class="facets" aria-label="Choose ${label.toLowerCase()}"><details open><summary>${title}</summary><ul>${facets}</ul></details></aside></div>`;

/** A choice of a service. @param none what no choice is called */
export const serviceChoice = (
  services: readonly string[],
  chosen: string | null | undefined,
  label = 'Service',
  none = 'all',
) =>
  html`<label>${label} <select name="service"><option value="">${none}</option>${names(services, chosen)}</select></label>`;

/** A value as a person writes it, and as `correct` takes it; empty where the paper says nothing. */
export const wordsOf = (entry: StoredEntry, field: EntryField): string => wordsOfValue(entry[field], field);

/** Values of our own vocabulary, which a person reads and writes as words. */
const codedKinds: ReadonlySet<string> = new Set(['pillar', 'findingKind']);

const spoken = (code: string): string => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('_', ' ')}`;

/** The same of a value alone. */
export function wordsOfValue(value: StoredEntry[EntryField], field: EntryField): string {
  if (value === null) return '';
  if (Array.isArray(value)) return updateLines(value);
  if (typeof value !== 'object') return codedKinds.has(entryFields[field].kind) ? spoken(String(value)) : String(value);
  if (entryFields[field].kind === 'labelled') return labelledLines(Object.entries(value));
  return 'raw' in value ? String(value.raw) : '';
}

/** What was made of the words, where that is another; null where it is the words themselves. */
export function meaningOf(entry: StoredEntry, field: EntryField): string | null {
  if (field === 'status') return entry.status?.value?.replaceAll('_', ' ') ?? null;
  if (field === 'rag') return entry.rag?.value ?? null;
  if (field !== 'timescale' || entry.timescale === null) return null;
  return entry.timescale.end === null ? 'no date' : `until ${entry.timescale.end}`;
}
