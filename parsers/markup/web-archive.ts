import PostalMime from 'postal-mime';

/** Header lines as a message has them, the last of which says that parts follow. */
const archiveStart =
  /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?content-type:\s*multipart\/(?:related|mixed|alternative)\b/i;

/** True for the beginning of a page that a browser or Word saved with all its parts in one file (MHTML, RFC 2557). */
export const isWebArchive = (start: string): boolean =>
  /^mime-version:/im.test(start) && archiveStart.test(start.trimStart());

/** The page in a web archive as HTML; null where it holds none. */
export async function pageOfArchive(bytes: Uint8Array): Promise<string | null> {
  const { html } = await PostalMime.parse(bytes);
  return html ?? null;
}
