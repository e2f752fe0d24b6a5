/** Excel takes longer links out of a workbook, and browsers cut them. */
const longestLink = 2_000;

export const isWeb = (address: string): boolean => /^https?:/i.test(address);

/**
 * A link to a page of a source.
 * @param address a web address, or the name of a file that stands beside the page the link is on
 * @param page from 1; null where the format has none
 * @returns null where the address is none that can be followed
 */
export function pageLink(address: string, page: number | null): string | null {
  const link = isWeb(address) ? (URL.parse(address)?.href ?? null) : encodeURIComponent(address);
  if (link === null || link.length > longestLink) return null;
  return page === null ? link : `${link.replace(/#.*$/s, '')}#page=${page}`;
}

/** A file's name and, where it has pages, which one. */
export const withPage = (file: string, page: number | null | undefined): string =>
  page == null ? file : `${file}, page ${page}`;

/**
 * Where a paper was seen, as it may be handed on: a web address as it is; of a file its name alone, for the folders of
 * one computer are nobody else's.
 * @param base where the files are published, if anywhere: an address that names are put behind
 */
export function sharedAddress(address: string, base: string | null = null): string {
  if (isWeb(address)) return address;
  const name = address.replace(/^.*[/\\]/s, '');
  return base === null ? name : `${base.replace(/\/?$/, '/')}${encodeURIComponent(name)}`;
}
