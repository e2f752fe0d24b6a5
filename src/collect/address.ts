/** A session id in the path of an ASP.NET site without cookies, or behind a semicolon as Java sites have it. */
const sessionInPath = /\/\([A-Z]\([^()/]*\)+\)(?=\/)|;jsessionid=[^/?#]*/gi;

/** Parameters that say who asks or how the page is drawn, never what is shown. `T` of ModernGov's packs is not one. */
const idleParameters = /^(ver|jsessionid|phpsessid|sid|sessionid|aspsessionid\w*|cfid|cftoken|utm_\w+|fbclid|gclid)$/i;

/** Other names under which sites ask for the same thing. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['meetingid', 'mid'],
  ['committeeid', 'cid'],
]);

/** True where an address names who asks, and with what password: what is stored and printed must not. */
export function hasPassword(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.username}${url.password}` !== '';
}

/**
 * An address as it is to be asked for: without users, passwords, sessions, idle parameters and the fragment.
 * @returns null where `href` is no http address
 */
export function cleanAddress(href: string, base?: string): string | null {
  const url = URL.parse(href.trim(), base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  url.pathname = url.pathname.replace(sessionInPath, '');
  const idle = [...url.searchParams.keys()].filter((name) => idleParameters.test(name));
  // Only where needed: writing parameters anew would change how the others are encoded.
  for (const name of idle) url.searchParams.delete(name);
  return url.href;
}

/**
 * What tells two addresses apart: host, path and parameters, without scheme, `www.`, capitals of the host and of
 * parameters' names, their order, and without sessions.
 */
export function addressKey(address: string): string {
  const url = new URL(cleanAddress(address) ?? address);
  const host = url.host.replace(/^www\./, '');
  // ASP.NET does not tell capitals in a path apart, and its sites write them as they like.
  const path = /\.(aspx|asmx|ashx)(\/|$)/i.test(url.pathname) ? url.pathname.toLowerCase() : url.pathname;
  const parameters = [...url.searchParams]
    .map(([name, value]) => [aliases.get(name.toLowerCase()) ?? name.toLowerCase(), value] as const)
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `${host}${path}${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`;
}

/** The host whose patience is at stake: without the port, for all ports are one machine. */
export const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

/** The last part of an address's path as a file name for people, with an ending that fits. */
export function fileNameOf(address: string, title: string, ending: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  const printed = decodedOr(last);
  const own = /\.(pdf|docx?|html?|txt)$/i.test(printed) && printed.length > 4;
  const name = own ? printed : `${title === '' ? printed || 'paper' : title}${ending}`;
  return name
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(-150);
}

/** Text of an address without its per cent signs; as it is where they are stray. */
export function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign.
    return text;
  }
}
