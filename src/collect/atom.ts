import { ownFeedMark } from '../lib/own-mark.ts';
import { sharedAddress } from '../lib/page-link.ts';
import type { StoredTelling } from '../model/collected.ts';

export interface FeedOptions {
  /** A UUID that stays with the feed. */
  readonly id: string;
  readonly title: string;
  /** Where the feed will be published; null where that is not known. */
  readonly self: string | null;
}

/**
 * News as an Atom feed (RFC 4287). An entry keeps its id through every edit, and `updated` tells a reader of the edit; news
 * that no longer holds is an edit that says so. Each entry carries the licence of its own paper's source, or none. The same news
 * give the same bytes.
 */
export function atomFeed(tellings: readonly StoredTelling[], { id, title, self }: FeedOptions): string {
  const updated = tellings.reduce(
    (latest, each) => [latest, each.updated].sort().at(-1) ?? latest,
    '1970-01-01T00:00:00.000Z',
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>urn:uuid:${id}</id>`,
    `  <title>${escaped(title)}</title>`,
    `  <updated>${updated}</updated>`,
    '  <author><name>boardtrail</name></author>',
    `  ${ownFeedMark}`,
    ...(self === null ? [] : [`  <link rel="self" href="${escaped(self)}"/>`]),
    ...tellings.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf({
  id,
  title,
  text,
  created,
  updated,
  kind,
  service,
  address,
  withdrawn,
  rights,
}: StoredTelling): string {
  return [
    '  <entry>',
    `    <id>urn:uuid:${id}</id>`,
    `    <title>${escaped(withdrawn ? `Withdrawn: ${title}` : title)}</title>`,
    `    <published>${created}</published>`,
    `    <updated>${updated}</updated>`,
    `    <category term="${kind}"/>`,
    ...(service === null ? [] : [`    <category term="${escaped(service)}"/>`]),
    ...(address === null ? [] : [`    <link rel="alternate" href="${escaped(sharedAddress(address))}"/>`]),
    ...(rights === null ? [] : [`    <rights>${escaped(rights)}</rights>`]),
    `    <content type="text">${escaped(withdrawn ? `This no longer follows from the papers: ${text}` : text)}</content>`,
    '  </entry>',
  ].join('\n');
}

/** XML 1.0 cannot hold most control characters, in no way at all. */
const impossible = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(impossible, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
