import { codeOf } from '../../lib/reason.ts';
import { hostOf } from '../address.ts';
import { Trouble } from '../trouble.ts';

const unreachable =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/;
const certificate =
  /^(CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)$/;
const slow = /^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/;

/** Whatever a request can throw, as a trouble that says what happened in words. */
export function troubleOf(error: unknown, address: string): Trouble {
  if (error instanceof Trouble) return error;
  const host = hostOf(address);
  const cause = rootOf(error);
  if (cause instanceof Trouble) return cause;
  const code = codeOf(cause);
  const reason = cause instanceof Error ? cause.message || code : String(cause);
  if (cause instanceof Error && (cause.name === 'TimeoutError' || slow.test(code))) {
    return new Trouble('http/too-slow', address, 'The answer did not come in time, or only drop by drop.', { cause });
  }
  if (certificate.test(code)) {
    return new Trouble(
      'host/certificate',
      host,
      `The certificate of ${host} is not valid (${reason}). Tell whoever runs the site; nothing is fetched until it is mended.`,
      { wholeHost: true, cause },
    );
  }
  if (unreachable.test(code)) {
    return new Trouble('host/unreachable', host, `${host} cannot be reached (${reason}).`, {
      wholeHost: true,
      passing: code !== 'ENOTFOUND',
      cause,
    });
  }
  return new Trouble('http/cut', address, `The connection broke before the answer was whole (${reason}).`, {
    passing: true,
    cause,
  });
}

/** Of several tries to connect (RFC 8305) the last one's reason; else the innermost cause. */
function rootOf(error: unknown): unknown {
  if (error instanceof AggregateError) return rootOf(error.errors.at(-1) ?? error.message);
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
}

/** An answer that is neither the thing nor a redirect. */
export function troubleOfStatus(status: number, address: string): Trouble {
  const said = `The server answered ${status}`;
  if (status === 404 || status === 410) {
    return new Trouble('http/gone', address, `${said}: there is nothing at this address any more.`);
  }
  if (status === 401 || status === 403 || status === 407) {
    return new Trouble('http/forbidden', address, `${said}: it does not let us in. Ask whoever runs the site.`);
  }
  if (status === 429) return new Trouble('http/too-many', address, `${said}: too many requests.`, { passing: true });
  if (status >= 500)
    return new Trouble('http/server-error', address, `${said}: it is out of order.`, { passing: true });
  return new Trouble('http/status', address, `${said}, which is no answer to a plain request.`);
}

/**
 * The value of a Retry-After header: seconds, or a date (RFC 9110, 10.2.3).
 * @param now milliseconds since 1970
 * @returns milliseconds to wait, never below 0; null where there is none or it is no such value
 */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
