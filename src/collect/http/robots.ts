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
  const robots = robotsParser(`${origin}/robots.txt`, text);
  return {
    allows: (address) => robots.isAllowed(address, product) ?? true,
    crawlDelay: Math.max(0, Number(robots.getCrawlDelay(product) ?? 0)) * 1000,
  };
}
