import pRetry from 'p-retry';
import { Agent, type Dispatcher } from 'undici';
import { cleanAddress, hostOf } from '../address.ts';
import { Trouble } from '../trouble.ts';
import { acceptedEncodings, readBody } from './body.ts';
import { retryAfter, troubleOf, troubleOfStatus } from './failure.ts';
import type { Clock, Gate } from './gate.ts';
import { guardedConnector, type Network } from './reachable.ts';
import { everythingAllowed, parseRobots, type RobotRules } from './robots.ts';

export interface ClientOptions {
  /** Who asks, and where to complain. */
  readonly userAgent: string;
  /** Most bytes of an answer, on the wire and after decompression. */
  readonly maxSize: number;
  /** Milliseconds for one answer from the request to its last byte. */
  readonly maxTime: number;
  readonly maxRedirects: number;
  /** How often a request is tried again in one run where that may help. */
  readonly retries: number;
  /** Milliseconds before the first further try; doubled each time. */
  readonly retryDelay: number;
  readonly mayBePrivate: (hostname: string) => boolean;
  readonly gate: Gate;
  readonly clock: Clock;
  /** Rules of sites by origin, for all clients of a run. */
  readonly robots: Map<string, Promise<RobotRules>>;
  /** What robots.txt said in an earlier run, not longer than a day ago. */
  readonly robotsMemory: RobotsMemory;
  /** Told of every request as it is made. */
  readonly onRequest: (address: string) => void;
  readonly network?: Network;
}

/** Keeps robots.txt for as long as it may be used without asking again. */
export interface RobotsMemory {
  /** @returns the bytes, null where there is none at the origin; undefined where that is not known (any more) */
  recall(origin: string): Uint8Array | null | undefined;
  keep(origin: string, bytes: Uint8Array | null): void;
}

export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** `bytes` is null where nothing changed since the validators were given. */
export interface Answer extends Validators {
  /** Where the answer came from in the end, after redirects. */
  readonly address: string;
  readonly bytes: Uint8Array | null;
  readonly contentType: string | null;
}

/** Asks web servers politely: in turn, with a delay, by the rules of their robots.txt, within limits. */
export interface Client {
  /** @throws Trouble where there is no good answer */
  get(address: string, validators?: Validators): Promise<Answer>;
  close(): Promise<void>;
}

/** So many failures of one host in a row end the visit to it. */
const patience = 5;

export function openClient(options: ClientOptions): Client {
  const { gate, clock } = options;
  const agent = new Agent({
    connect: guardedConnector(options.mayBePrivate, Math.min(options.maxTime, 30_000), options.network),
    headersTimeout: options.maxTime,
    bodyTimeout: options.maxTime,
    connections: 1,
    pipelining: 1,
    keepAliveTimeout: 1000,
  });
  const failuresInARow = new Map<string, number>();

  /** One request and its answer; a redirect gives where it leads to. */
  const once = async (address: string, validators: Validators): Promise<Answer | { readonly to: string }> => {
    options.onRequest(address);
    const { origin, pathname, search } = new URL(address);
    const response = await agent.request({
      origin,
      path: pathname + search,
      method: 'GET',
      headers: {
        'user-agent': options.userAgent,
        accept: '*/*',
        'accept-encoding': acceptedEncodings,
        ...(validators.etag === null ? {} : { 'if-none-match': validators.etag }),
        ...(validators.lastModified === null ? {} : { 'if-modified-since': validators.lastModified }),
      },
      signal: AbortSignal.timeout(options.maxTime),
    });
    const { statusCode: status } = response;
    const header = headerOf(response);
    const told = { address, etag: header('etag'), lastModified: header('last-modified') };
    const conditional = validators.etag !== null || validators.lastModified !== null;
    if (status === 200) {
      const headers = { encoding: header('content-encoding'), length: header('content-length') };
      const bytes = await readBody(response.body, headers, address, options.maxSize);
      return { ...told, bytes, contentType: header('content-type') };
    }
    await response.body.dump({ limit: 65_536 }).catch(() => response.body.destroy());
    if (status === 304 && conditional) return { ...told, bytes: null, contentType: null };
    const location = header('location');
    if (status >= 301 && status <= 308 && location !== null) {
      const to = cleanAddress(location, address);
      if (to === null) throw new Trouble('http/redirects', address, `The server redirects to "${location}".`);
      return { to };
    }
    const wait = retryAfter(header('retry-after'), clock.now());
    if (wait !== null && (status === 429 || status === 503)) gate.holdOff(hostOf(address), wait);
    throw troubleOfStatus(status, address);
  };

  const follow = async (address: string, validators: Validators, obeyRobots: boolean): Promise<Answer> => {
    let at = address;
    for (let hops = 0; hops <= options.maxRedirects; hops += 1) {
      const host = hostOf(at);
      if (obeyRobots) await mindRobots(at, host);
      const answer = await gate.pass(host, () =>
        once(at, validators).catch((error: unknown) => {
          throw troubleOf(error, at);
        }),
      );
      if (!('to' in answer)) return answer;
      at = answer.to;
    }
    const most = options.maxRedirects;
    throw new Trouble('http/redirects', address, `The server redirects more than ${most} times, perhaps in a circle.`);
  };

  const mindRobots = async (address: string, host: string) => {
    const { origin } = new URL(address);
    const asked = options.robots.get(origin) ?? askRobots(origin);
    options.robots.set(origin, asked);
    const rules = await asked;
    gate.setDelay(host, rules.crawlDelay);
    if (!rules.allows(address)) {
      throw new Trouble(
        'robots/forbidden',
        host,
        `The robots.txt of ${origin} forbids ${address}. Ask whoever runs the site to let "boardtrail" in, or remove the source.`,
        { asked: false },
      );
    }
  };

  const rulesOf = (origin: string, bytes: Uint8Array | null): RobotRules =>
    bytes === null ? everythingAllowed : parseRobots(origin, bytes, productOf(options.userAgent));

  const askRobots = async (origin: string): Promise<RobotRules> => {
    const known = options.robotsMemory.recall(origin);
    if (known !== undefined) return rulesOf(origin, known);
    try {
      const { bytes } = await retried(() => follow(`${origin}/robots.txt`, nothingKnown, false));
      options.robotsMemory.keep(origin, bytes);
      return rulesOf(origin, bytes);
    } catch (error) {
      const trouble = troubleOf(error, origin);
      if (/^http\/(gone|forbidden|status)$/.test(trouble.code)) {
        options.robotsMemory.keep(origin, null);
        return everythingAllowed;
      }
      if (trouble.code.startsWith('host/')) throw trouble;
      const message = `The robots.txt of ${origin} cannot be had, and until it can nothing else is asked for. ${trouble.message}`;
      throw new Trouble('robots/unreachable', hostOf(origin), message, { wholeHost: true, cause: trouble });
    }
  };

  const retried = <T>(work: () => Promise<T>): Promise<T> =>
    pRetry(work, {
      retries: options.retries,
      minTimeout: options.retryDelay,
      shouldRetry: ({ error }) => error instanceof Trouble && error.passing,
    });

  const note = (host: string, trouble: Trouble | null) => {
    const failures = trouble === null ? 0 : (failuresInARow.get(host) ?? 0) + 1;
    failuresInARow.set(host, failures);
    if (trouble?.wholeHost) gate.close(trouble.code.startsWith('host/') ? trouble.subject : host, trouble);
    else if (trouble !== null && failures >= patience) {
      const message = `${host} failed ${failures} times in a row and is left alone until the next run. The last time: ${trouble.message}`;
      gate.close(host, new Trouble('host/out-of-order', host, message, { wholeHost: true }));
    }
  };

  return {
    get: async (address, validators = nothingKnown) => {
      const host = hostOf(address);
      try {
        const answer = await retried(() => follow(address, validators, true));
        note(host, null);
        return answer;
      } catch (error) {
        const trouble = troubleOf(error, address);
        // What is only not there, or only forbidden, says nothing against the host.
        if (trouble.asked && !/^(http\/gone|robots\/forbidden)$/.test(trouble.code)) note(host, trouble);
        throw trouble;
      }
    },
    close: () => agent.destroy(),
  };
}

const nothingKnown: Validators = { etag: null, lastModified: null };

/** The product token of a User-Agent (RFC 9110, 10.1.5): what stands before its version. */
const productOf = (userAgent: string): string => /^[^\s/(]+/.exec(userAgent)?.[0] ?? 'boardtrail';

const headerOf =
  ({ headers }: Dispatcher.ResponseData) =>
  (name: string): string | null => {
    const value = headers[name];
    return (Array.isArray(value) ? value.at(-1) : value) ?? null;
  };
