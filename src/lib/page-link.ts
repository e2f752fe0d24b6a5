import { pathToFileURL } from 'node:url';

/** Excel takes longer links out of a workbook, and browsers cut them. */
const longestLink = 2_000;

/**
 * A link to a page of a source.
 * @param address a web address, or the path of a file
 * @param page from 1; null where the format has none
 * @returns null where the address is none that can be followed
 */
export function pageLink(address: string, page: number | null): string | null {
  const link = (/^https?:/i.test(address) ? URL.parse(address) : pathToFileURL(address))?.href ?? null;
  if (link === null || link.length > longestLink) return null;
  return page === null ? link : `${link.replace(/#.*$/s, '')}#page=${page}`;
}
