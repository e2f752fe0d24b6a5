import { shortened } from '../../lib/text.ts';
import { fieldTitle } from '../../model/fields.ts';
import { calledOf } from '../../model/gist.ts';
import type { Place } from '../../model/place.ts';
import type { StoredEntry } from '../../model/stored.ts';
import { type Html, html, raw } from '../../report/html.ts';
import { entryById, fileOf, knownPaper, shownEntryId, type ValueOnPage, valuesOnPage } from '../../store/index.ts';
import type { Shown } from '../sight/sights.ts';
import type { Sight } from '../sight/task.ts';
import type { Page, Site } from '../site.ts';
import { blocksView } from './as-read.ts';
import { pagesView } from './forms.ts';

/** Where a value, or all of an entry, is shown. */
export interface Spot {
  readonly paperId: string;
  /** Null in a format without pages. */
  readonly page: number | null;
  readonly places: readonly Place[];
  readonly entry: StoredEntry;
}

/**
 * The place of a value, on the page where it begins.
 * @param field null for all of the entry
 * @returns null where there is no such entry
 */
export function spotOf({ store }: Site, entryId: string, field: string | null): Spot | null {
  const asked = entryById(store, entryId);
  const shown = entryById(store, shownEntryId(store, entryId));
  const has = (entry: StoredEntry) => placesOf(entry, field).some(({ page }) => page !== undefined);
  const entry = shown !== null && has(shown) ? shown : asked;
  if (entry === null) return null;
  const places = placesOf(entry, field);
  const page = places.find((place) => place.page !== undefined)?.page ?? null;
  return { paperId: entry.paperId, page, places, entry };
}

function placesOf({ places }: StoredEntry, field: string | null): readonly Place[] {
  return Object.entries(places).flatMap(([own, at]) => (field === null || own === field ? (at ?? []) : []));
}

/** An entry's value marked on the picture of its page, or in the document as read. */
export async function seePage(site: Site, entryId: string, field: string | null): Promise<Page | null> {
  const spot = spotOf(site, entryId, field);
  if (spot === null) return null;
  const { base } = site;
  const fields = Object.keys(spot.entry.places).map(
    (own) =>
      html`<li><a href="${base}/see/${entryId}?field=${own}"${own === field ? raw(' aria-current="true"') : null}>${fieldTitle(own)}</a></li>`,
  );
  const body = html`<p class="lede"><a href="${base}/entry/${entryId}">${shortened(calledOf(spot.entry), 160)}</a></p>
<ul class="chosen" aria-label="Values to mark"><li><a href="${base}/see/${entryId}"${field === null ? raw(' aria-current="true"') : null}>All of it</a></li>${fields}</ul>
${await spotView(site, spot)}`;
  return {
    title: field === null ? 'The entry in its place' : `${fieldTitle(field)} in its place`,
    part: 'entries',
    body,
  };
}

/** The picture or text around a spot, with the spot marked. */
export async function spotView(site: Site, { paperId, page, places, entry }: Spot): Promise<Html> {
  if (page === null) return readView(site, paperId, new Set(places.map(({ path }) => path)));
  const boxes = places.flatMap((place) => (place.page === page && place.bbox !== undefined ? [place.bbox] : []));
  return sheetView(
    site,
    paperId,
    page,
    boxes,
    valuesOnPage(site.store, paperId, page).filter(({ entryId }) => entryId !== entry.id),
  );
}

/** One page of a paper, with every value on it leading to its entry; null where there is no such page. */
export async function pagePage(site: Site, paperId: string, page: number): Promise<Page | null> {
  const paper = knownPaper(site.store, paperId);
  if (paper === null || page < 1 || page > (paper.pages ?? 0)) return null;
  const address = (number: number) => `${site.base}/paper/${paperId}/page/${number}`;
  const body = html`<p class="lede"><a href="${site.base}/paper/${paperId}">${paper.file}</a>. Each box is a value and leads to its entry.</p>
${pagesView(page, paper.pages ?? 0, address, ['Page before', 'Next page'])}
${await sheetView(site, paperId, page, [], valuesOnPage(site.store, paperId, page))}`;
  return { title: `Page ${page}`, part: 'papers', body };
}

/** A paper as it was read, whatever its format; null where it is not stored. */
export async function readPage(site: Site, paperId: string): Promise<Page | null> {
  const paper = knownPaper(site.store, paperId);
  if (paper === null) return null;
  const body = html`<p class="lede"><a href="${site.base}/paper/${paperId}">${paper.file}</a></p>${await readView(site, paperId, new Set())}`;
  return { title: 'As it was read', part: 'papers', body };
}

async function sheetView(
  site: Site,
  paperId: string,
  page: number,
  marked: readonly (readonly [number, number, number, number])[],
  others: readonly ValueOnPage[],
): Promise<Html> {
  const picture = await pictureOf(site, paperId, page);
  if (picture.kind !== 'picture') return troubleView(picture);
  const { width, height } = picture;
  const hole = ([x0, y0, x1, y1]: readonly number[]) => `M${x0} ${y0}H${x1}V${y1}H${x0}Z`;
  const dim =
    marked.length === 0
      ? null
      : html`<path class="dim" fill-rule="evenodd" d="M0 0H${width}V${height}H0Z${marked.map(hole).join('')}"/>`;
  const rect = (kind: string, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]) =>
    html`<rect class="${kind}" x="${x0}" y="${y0}" width="${Math.max(0, x1 - x0)}" height="${Math.max(0, y1 - y0)}"/>`;
  const links = others.map(
    ({ entryId, field, bbox }) =>
      html`<a href="${site.base}/entry/${entryId}" aria-label="${fieldTitle(field)} of an entry"><title>${fieldTitle(field)}</title>${rect('other', bbox)}</a>`,
  );
  return html`<div class="sheet"><img src="${site.base}/picture/${paperId}/${page}.png" width="${Math.round(width)}" height="${Math.round(height)}" alt="Page ${page} of the paper as a picture">
<svg viewBox="0 0 ${width} ${height}" role="group" aria-label="Values on the page">${dim}${links}${marked.map((box) => rect('here', box))}</svg></div>`;
}

async function readView(site: Site, paperId: string, marked: ReadonlySet<string>): Promise<Html> {
  const sight = await site.sights.see(`${paperId}/read`, () => {
    const file = fileOf(site.store, paperId);
    return file === null ? null : { kind: 'document', file };
  });
  return sight.kind === 'document' ? blocksView(sight.document, marked) : troubleView(sight);
}

export const troubleView = (sight: Shown): Html =>
  html`<p class="trouble">This cannot be shown. ${sight.kind === 'trouble' ? sight.message : null}</p>`;

export function pictureOf(site: Site, paperId: string, page: number): Promise<Shown<Sight>> {
  return site.sights.see(`${paperId}/${page}`, () => {
    const file = fileOf(site.store, paperId);
    return file === null ? null : { kind: 'picture', id: paperId, bytes: file.bytes, page };
  });
}
