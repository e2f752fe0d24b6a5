import robotsParser from 'robots-parser';

/** What a site asks of robots (RFC 9309, and the older Crawl-delay). */
export interface RobotRules {
  allows(address: string): boolean;
  /** Milliseconds between two requests; 0 where the site does not say. */
  readonly crawlDelay: number;
}

/** RFC 9309, 2.3.1.3: a robots.txt that is not there (4xx) forbids nothing. */
export const everythingAllowed: RobotRules = { allows: () => true, crawlDelay: 0 };

/** RFC 9309, 2.5: a crawler need not read more. */
const mostBytes = 500 * 1024;

/**
 * @param origin scheme, host and port the rules are for
 * @param product the product token of our User-Agent (`boardtrail`)
 */
export function parseRobots(origin: string, bytes: Uint8Array, product: string): RobotRules {
  const text = new TextDecoder().decode(bytes.subarray(0, mostBytes));
  // A page of HTML instead has no rules, but may have words with colons.
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) return everythingAllowed;
  const robots = robotsParser(`${origin}/robots.txt`, inGroups(text));
  return {
    allows: (address) => robots.isAllowed(withPlainOctets(address), product) ?? true,
    crawlDelay: Math.max(0, Number(robots.getCrawlDelay(product) ?? 0)) * 1000,
  };
}

/**
 * The same rules in lines that the library reads as RFC 9309 has them. Its groups end at any line between two User-agent
 * lines, and by 2.2.1 and 2.2.4 only an Allow or Disallow line ends them; paths are compared by 2.2.2.
 */
function inGroups(text: string): string {
  const lines: string[] = [];
  let delays: string[] = [];
  let isOpen = true;
  for (const { name, value } of recordsOf(text)) {
    if (name === 'user-agent') {
      isOpen = true;
      lines.push(`${name}: ${value}`);
    } else if (name === 'crawl-delay') {
      (isOpen ? delays : lines).push(`${name}: ${value}`);
    } else if (name === 'allow' || name === 'disallow') {
      lines.push(...delays, `${name}: ${withPlainOctets(value)}`);
      delays = [];
      isOpen = false;
    }
  }
  return [...lines, ...delays].join('\n');
}

function recordsOf(text: string): readonly { readonly name: string; readonly value: string }[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const [record = ''] = line.split('#', 1);
    const colon = record.indexOf(':');
    if (colon < 0) return [];
    return [{ name: record.slice(0, colon).trim().toLowerCase(), value: record.slice(colon + 1).trim() }];
  });
}

/** RFC 9309, 2.2.2: an unreserved character (RFC 3986, 2.3) that is percent-encoded is the character. */
const withPlainOctets = (address: string): string =>
  address.replace(/%([0-9a-f]{2})/gi, (encoded, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
  });
